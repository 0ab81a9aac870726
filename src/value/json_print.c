/* The tree as JSON. */
#include "value/value.h"

#include "markup/blocks.h"
#include "value/image.h"

static void put_string(struct pk_out *out, struct pk_str s)
{
	static const char hex[] = "0123456789abcdef";
	pk_put_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '"' || c == '\\') {
			pk_put_byte(out, '\\');
			pk_put_byte(out, (char)c);
		} else if (c == '\n') {
			pk_put_c(out, "\\n");
		} else if (c == '\t') {
			pk_put_c(out, "\\t");
		} else if (c < 0x20) {
			pk_put_c(out, "\\u00");
			pk_put_byte(out, hex[c >> 4]);
			pk_put_byte(out, hex[c & 15]);
		} else {
			pk_put_byte(out, (char)c);
		}
	}
	pk_put_byte(out, '"');
}

static void put_line(struct pk_out *out, size_t depth)
{
	pk_put_byte(out, '\n');
	for (size_t i = 0; i < depth; i++)
		pk_put_c(out, "  ");
}

static void put_value(const struct pk_value *value, size_t depth, struct pk_out *out);

static void put_list(const struct pk_value *list, size_t depth, struct pk_out *out)
{
	pk_put_byte(out, '[');
	for (size_t i = 0; i < list->as.list.n; i++) {
		if (i > 0)
			pk_put_byte(out, ',');
		put_line(out, depth + 1);
		put_value(&list->as.list.v[i], depth + 1, out);
	}
	if (list->as.list.n > 0)
		put_line(out, depth);
	pk_put_byte(out, ']');
}

static void put_map(const struct pk_value *map, size_t depth, struct pk_out *out)
{
	pk_put_byte(out, '{');
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (i > 0)
			pk_put_byte(out, ',');
		put_line(out, depth + 1);
		put_string(out, map->as.map.v[i].name);
		pk_put_c(out, ": ");
		put_value(&map->as.map.v[i].value, depth + 1, out);
	}
	if (map->as.map.n > 0)
		put_line(out, depth);
	pk_put_byte(out, '}');
}

/* What JSON has no kind for is an object with one key that starts with a dollar sign. */
static void put_blocks(const struct pk_blocks *blocks, struct pk_out *out)
{
	struct pk_out words = pk_out_new(out->arena, out->max);
	pk_blocks_words(blocks, &words);
	out->failed = out->failed || words.failed;
	pk_put_c(out, "{ \"$blocks\": ");
	put_string(out, pk_out_str(&words));
	pk_put_c(out, " }");
}

static void put_number(struct pk_out *out, const char *key, uint32_t number)
{
	pk_put_c(out, "{ \"");
	pk_put_c(out, key);
	pk_put_c(out, "\": ");
	pk_put_uint(out, number);
	pk_put_c(out, " }");
}

static void put_value(const struct pk_value *value, size_t depth, struct pk_out *out)
{
	switch (value->kind) {
	case PK_NOTHING:
		pk_put_c(out, "null");
		break;
	case PK_TEXT:
		put_string(out, value->as.text);
		break;
	case PK_LIST:
		put_list(value, depth, out);
		break;
	case PK_MAP:
		put_map(value, depth, out);
		break;
	case PK_BLOCKS:
		put_blocks(value->as.blocks, out);
		break;
	case PK_IMAGE:
		pk_put_c(out, "{ \"$image\": ");
		put_string(out, value->as.image->name);
		pk_put_c(out, " }");
		break;
	case PK_ANCHOR:
		put_number(out, "$anchor", value->as.anchor);
		break;
	case PK_PAGE:
		put_number(out, "$page", value->as.page.anchor);
		break;
	}
}

void pk_value_print_json(const struct pk_value *value, struct pk_out *out)
{
	put_value(value, 0, out);
	pk_put_byte(out, '\n');
}
