/* What a template would have a document fetch from the net, or from somebody's computer. */
#include "format/common/outside.h"

bool pk_outside_is(struct pk_str address)
{
	size_t n = 0;
	bool letter;

	if (pk_str_starts(address, PK_STR("/")) || pk_str_starts(address, PK_STR("\\")) ||
			pk_str_starts(address, PK_STR("../")) || pk_str_starts(address, PK_STR("..\\")))
		return true;
	/* A scheme, or the letter of a drive. */
	for (; n < address.n; n++) {
		char c = address.p[n];

		letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && (n == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
			break;
	}
	return n > 0 && n < address.n && address.p[n] == ':' &&
	       !pk_str_starts(address, PK_STR("data:"));
}

/* The paragraph that a node stands in or behind, counted as the search for tags does. */
static bool place_of(struct pk_part *part, const struct pk_xml *node, struct pk_pos *ret)
{
	struct pk_source source = { .name = part->c->options->name, .part = part->name };
	struct pk_xml *paragraph = NULL;

	for (struct pk_xml *n = part->root; n != NULL && n != node;
			n = pk_xml_walk(part->root, n)) {
		if (!pk_place_is(part, n, PK_PLACE_PARAGRAPH))
			continue;
		if (paragraph != NULL && part->dialect->heading(part, paragraph) > 0 &&
				!pk_tags_text(part, paragraph, &source.heading))
			return false;
		paragraph = n;
		source.paragraph++;
	}
	if (paragraph != NULL && !pk_tags_text(part, paragraph, &source.text))
		return false;
	*ret = PK_NOWHERE;
	ret->length = (uint32_t)source.text.n;
	return pk_source_add(part->job, &source, &ret->source);
}

bool pk_outside_refuse(struct pk_part *part, const struct pk_xml *node, enum pk_message message,
		struct pk_str what)
{
	struct pk_pos at = PK_NOWHERE;

	part->c->failed = true;
	if (part->story && !part->plain && !place_of(part, node, &at))
		return false;
	(void)pk_fail(part->job, message, at, what);
	return true;
}
