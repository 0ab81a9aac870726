/* The kommun's colour: what has the colour of the character style "Accentfärg" changes with it. */
#include "format/common/dialect.h"
#include "xml/tree.h"

/* True when templates may name the colour at all. */
static bool is_known(const struct pk_value *model)
{
	return model == NULL || pk_value_get(pk_value_get(model, PK_ACCENT_MAP),
						PK_ACCENT_KEY) != NULL;
}

static bool is_hex(struct pk_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f') ||
				    (s.p[i] >= 'A' && s.p[i] <= 'F')))
			return false;
	return true;
}

bool pk_accent_is_name(struct pk_str name)
{
	return pk_str_is(name, "Accentf\xC3\xA4rg");
}

void pk_accent_set(struct pk_compiler *c, struct pk_str colour)
{
	if (pk_str_starts(colour, PK_STR("#")))
		colour = pk_str_slice(colour, 1, colour.n);
	if (colour.n == 6 && is_hex(colour) && is_known(c->options->model))
		c->accent = colour;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
}

static bool is_at(struct pk_str value, size_t at, struct pk_str accent)
{
	size_t n = 0;

	while (n < accent.n && at + n < value.n && lower(value.p[at + n]) == lower(accent.p[n]))
		n++;
	return n == accent.n;
}

size_t pk_accent_find(const struct pk_compiler *c, struct pk_str value)
{
	struct pk_str accent = c->accent;

	if (accent.n == 0 || value.n < accent.n)
		return value.n;
	if (!c->dialect->signs && value.n == accent.n)
		return is_at(value, 0, accent) ? 0 : value.n;
	for (size_t at = 1; at + accent.n <= value.n; at++)
		if (value.p[at - 1] == '#' && is_at(value, at, accent))
			return at;
	return value.n;
}

/* A colour of the theme goes before the one that is written out beside it. */
static void drop_theme(struct pk_xml *node)
{
	static const char *const names[] = { "w:themeColor", "w:themeTint", "w:themeShade",
		"w:themeFill", "w:themeFillTint", "w:themeFillShade" };

	for (size_t i = 0; i < PK_COUNT(names); i++)
		pk_xml_unset(node, names[i]);
}

static bool has_accent(const struct pk_compiler *c, const struct pk_xml *node)
{
	for (size_t i = 0; i < node->n_attrs; i++)
		if (pk_accent_find(c, node->attrs[i].value) < node->attrs[i].value.n)
			return true;
	return false;
}

/* True when the colour stands there. */
static bool prepare(const struct pk_compiler *c, struct pk_xml *root)
{
	bool found = false;

	for (struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		if (!has_accent(c, node))
			continue;
		found = true;
		drop_theme(node);
	}
	return found;
}

void pk_accent_prepare(struct pk_compiler *c)
{
	for (size_t i = 0; i < c->n_parts && c->accent.n > 0; i++) {
		struct pk_part *part = c->parts[i];

		part->wanted = prepare(c, part->root) || part->wanted;
		/* The run that a tag was written in, and the paragraph of formatted text, have left
		 * the tree, but their looks remain. */
		for (size_t k = 0; k < part->n_tags; k++) {
			(void)prepare(c, part->tags[k]->run);
			if (part->tags[k]->alone)
				(void)prepare(c, part->tags[k]->paragraph);
		}
	}
}

/* Where the colour stands in written attributes, from a place on; bytes.n: nowhere. */
static size_t next_written(struct pk_str bytes, size_t from, struct pk_str accent)
{
	for (size_t at = from == 0 ? 1 : from; at + accent.n < bytes.n; at++) {
		bool whole = bytes.p[at - 1] == '"' && bytes.p[at + accent.n] == '"';

		if ((whole || bytes.p[at - 1] == '#') && is_at(bytes, at, accent))
			return at;
	}
	return bytes.n;
}

bool pk_accent_written(struct pk_str bytes, struct pk_str accent)
{
	return accent.n > 0 && next_written(bytes, 0, accent) < bytes.n;
}

bool pk_accent_replace(
		struct pk_job *job, struct pk_str accent, struct pk_str with, struct pk_str *bytes)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	size_t from = 0, at;

	if (bytes->n == 0)
		return true;
	while ((at = next_written(*bytes, from, accent)) < bytes->n) {
		pk_put(&out, pk_str_slice(*bytes, from, at));
		pk_xml_put_attr(&out, with);
		from = at + accent.n;
	}
	pk_put(&out, pk_str_slice(*bytes, from, bytes->n));
	return pk_out_done(job, &out, bytes);
}
