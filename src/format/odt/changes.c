/* Tracked changes and remarks of an ODT template. The text stands there as it is accepted already: what
 * was deleted lies in a list of its own, which goes together with the marks that point at it. */
#include "format/common/review.h"
#include "xml/tree.h"

const char *const pk_odt_reviewed[] = { "text:tracked-changes", "text:change", "text:change-start",
	"text:change-end", "office:annotation", "office:annotation-end", NULL };

static bool is_mark(const struct pk_xml *node)
{
	/* Without entries the list only says whether changes are tracked from now on. */
	if (pk_xml_is(node, "text:tracked-changes"))
		return pk_xml_child(node, "text:changed-region") != NULL;
	return pk_xml_is_any(node, pk_odt_reviewed);
}

bool pk_odt_accept(struct pk_job *job, struct pk_xml *root, struct pk_review *found)
{
	struct pk_xml *next;

	(void)job;
	for (struct pk_xml *node = root; node != NULL; node = next) {
		found->remarks += pk_xml_is(node, "office:annotation");
		next = pk_xml_walk(root, node);
		if (!is_mark(node))
			continue;
		for (const struct pk_xml *n = node->first; n != NULL; n = n->next)
			found->changes += pk_xml_is(n, "text:changed-region");
		next = pk_xml_skip(root, node);
		pk_xml_remove(node);
		found->changed = true;
	}
	return true;
}
