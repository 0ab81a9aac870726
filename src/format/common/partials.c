/* {{>x}}: the blocks of another template in place of the paragraph that names it. */
#include "format/common/dialect.h"

#include "package/package.h"

bool pk_partial_refuse(struct pk_part *part, struct pk_str name, struct pk_pos at, const char *what)
{
	return pk_fail(part->job, PK_M_PARTIAL_CONTENT, at, name, pk_str_of(what));
}

/* A template that takes in itself: says by which way. */
static bool check_chain(struct pk_part *part, const struct pk_tagged *tagged)
{
	const struct pk_compiler *c = part->c;
	struct pk_str name = tagged->tag.name, way = name;
	size_t i = c->n_chain;
	while (i > 0 && !pk_str_eq(c->chain[i - 1], name))
		if (!pk_join(part->job, &way, c->chain[--i], PK_STR(" \xE2\x86\x92 "), way))
			return false;
	if (i == 0 && c->n_chain < part->job->limits->partial_depth)
		return true;
	if (!pk_join(part->job, &way, name, PK_STR(" \xE2\x86\x92 "), way))
		return false;
	return pk_fail(part->job, PK_M_PARTIAL_LOOP, tagged->at, name, way);
}

/* The marker behind the blocks tells the search that they have been passed. */
static bool put_end(struct pk_part *part, struct pk_xml *paragraph, const struct pk_tagged *tagged,
		struct pk_xml **ret)
{
	struct pk_tagged *end = pk_new(part->job, struct pk_tagged, 1);
	if (end == NULL || !pk_xml_new(part->job, PK_XML_MARKER, PK_STR(""), ret))
		return false;
	*end = *tagged;
	end->marker = *ret;
	(*ret)->data = end;
	pk_xml_insert(paragraph->parent, *ret, paragraph->next);
	return true;
}

static bool find_blocks(struct pk_part *part, const struct pk_tagged *tagged, struct pk_xml **ret)
{
	const struct pk_compile_options *options = part->c->options;
	const struct pk_package *from;
	struct pk_str name = tagged->tag.name;
	if (!check_chain(part, tagged))
		return false;
	if (options->partial == NULL)
		return pk_fail(part->job, PK_M_PARTIAL_UNKNOWN, tagged->at, name);
	return options->partial(part->job, options->self, name, tagged->at, &from) &&
	       part->dialect->partial(part, from, name, tagged->at, ret);
}

bool pk_partial_put(struct pk_part *part, const struct pk_tagged *tagged, struct pk_xml **ret_next)
{
	struct pk_compiler *c = part->c;
	struct pk_xml *paragraph = tagged->paragraph, *end, *blocks, *child;
	if (!pk_grow(part->job, &c->chain, c->n_chain, &c->chain_room) ||
			!put_end(part, paragraph, tagged, &end))
		return false;
	/* What is wrong with it has been told: the search goes on behind it. */
	if (!find_blocks(part, tagged, &blocks)) {
		c->failed = true;
		blocks = NULL;
	}
	c->chain[c->n_chain++] = tagged->tag.name;
	*ret_next = end;
	while (blocks != NULL && (child = blocks->last) != NULL) {
		pk_xml_remove(child);
		pk_xml_insert(end->parent, child, *ret_next);
		*ret_next = child;
	}
	pk_xml_remove(paragraph);
	return true;
}

void pk_partial_end(struct pk_part *part)
{
	part->c->n_chain -= part->c->n_chain > 0;
}
