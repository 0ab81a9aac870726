#include "yaml/node.h"

#include "base/text.h"

const struct pk_node *pk_node_get(const struct pk_node *map, struct pk_str key)
{
	if (map->kind != PK_NODE_MAP)
		return NULL;
	for (size_t i = 0; i < map->n; i++) {
		if (pk_text_same_key(map->pairs[i].key.text, key))
			return &map->pairs[i].value;
	}
	return NULL;
}

static void put_text(struct pk_out *out, struct pk_str s)
{
	pk_put_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			pk_put_c(out, "\\n");
		else if (s.p[i] == '\t')
			pk_put_c(out, "\\t");
		else
			pk_put_byte(out, s.p[i]);
	}
	pk_put_byte(out, '"');
}

static void print(const struct pk_job *job, const struct pk_node *node, uint32_t depth,
		struct pk_out *out);

static void print_place(const struct pk_job *job, const struct pk_node *node, uint32_t depth,
		struct pk_out *out)
{
	const struct pk_source *source = pk_source_get(job->sources, node->at.source);
	uint32_t line = 0, column = 0;

	for (uint32_t i = 0; i < depth; i++)
		pk_put_c(out, "  ");
	if (source != NULL)
		pk_source_place(source, node->at.offset, &line, &column);
	pk_put_uint(out, line);
	pk_put_byte(out, ':');
	pk_put_uint(out, column);
	pk_put_byte(out, ' ');
}

/* Lists and maps name themselves; their members stand one level deeper. */
static void print_members(const struct pk_job *job, const struct pk_node *node, uint32_t depth,
		struct pk_out *out)
{
	pk_put_c(out, node->kind == PK_NODE_LIST ? "list\n" : "map\n");
	for (size_t i = 0; i < node->n && node->kind == PK_NODE_LIST; i++)
		print(job, &node->items[i], depth + 1, out);
	for (size_t i = 0; i < node->n && node->kind == PK_NODE_MAP; i++) {
		print(job, &node->pairs[i].key, depth + 1, out);
		print(job, &node->pairs[i].value, depth + 2, out);
	}
}

static void print(const struct pk_job *job, const struct pk_node *node, uint32_t depth,
		struct pk_out *out)
{
	print_place(job, node, depth, out);
	if (node->kind != PK_NODE_SCALAR) {
		print_members(job, node, depth, out);
		return;
	}
	pk_put_c(out, node->block ? "block " : node->plain ? "" : "quoted ");
	put_text(out, node->text);
	pk_put_byte(out, '\n');
}

void pk_node_print(const struct pk_job *job, const struct pk_node *node, struct pk_out *out)
{
	print(job, node, 0, out);
}
