/* Tracked changes and remarks of a DOCX template (ISO 29500-1, 17.13): what was inserted or moved here
 * is text, what was deleted or moved away is gone. */
#include "format/common/review.h"
#include "xml/tree.h"

enum action {
	KEEP,
	DROP,   /* with all that is in it */
	DELETE, /* the same, but for the ends of what reaches over it */
	UNWRAP, /* what is in it stays */
	PARAGRAPH, /* the mark of a paragraph that runs on into the next one: later */
	ROW,
	CELL
};

static bool is_property(const struct pk_xml *node)
{
	static const char *const around[] = { "w:rPr", "w:trPr", "w:numPr", "m:ctrlPr", NULL };

	return pk_xml_is_any(node->parent, around);
}

/* An element of that name that is not the whole part. */
static bool is_inner(const struct pk_xml *node, const char *name)
{
	return pk_xml_is(node, name) && node->parent != NULL;
}

/* What was deleted, by the place of the mark. */
static enum action deleted(const struct pk_xml *node)
{
	const struct pk_xml *above = node->parent;

	if (pk_xml_is(above, "w:trPr"))
		return is_inner(above->parent, "w:tr") ? ROW : DROP;
	if (pk_xml_is(above, "w:rPr"))
		return pk_xml_is(above->parent, "w:pPr") ? PARAGRAPH : DROP;
	return is_property(node) ? DROP : DELETE;
}

/* The ends of what was changed or remarked on. */
#define RANGES \
	"w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", \
	"w:customXmlInsRangeStart", "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", \
	"w:customXmlDelRangeEnd", "w:customXmlMoveFromRangeStart", "w:customXmlMoveFromRangeEnd", \
	"w:customXmlMoveToRangeStart", "w:customXmlMoveToRangeEnd", "w:commentRangeStart", \
	"w:commentRangeEnd"
/* How something was before. */
#define BEFORE \
	"w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tblPrExChange", \
	"w:tblGridChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange", "w:cellIns", \
	"w:cellMerge"

const char *const pk_docx_reviewed[] = { "w:del", "w:moveFrom", "w:ins", "w:moveTo", "w:cellDel",
	"w:commentReference", RANGES, BEFORE, NULL };

static enum action action_of(const struct pk_xml *node, struct pk_review *found)
{
	static const char *const marks[] = { RANGES, NULL }, *const changes[] = { BEFORE, NULL };
	bool gone = pk_xml_is(node, "w:del") || pk_xml_is(node, "w:moveFrom");
	bool come = pk_xml_is(node, "w:ins") || pk_xml_is(node, "w:moveTo");
	bool cell = pk_xml_is(node, "w:cellDel"), change = pk_xml_is_any(node, changes);

	if (node->parent == NULL)
		return KEEP;
	found->changes += gone || come || cell || change;
	if (gone)
		return deleted(node);
	if (come)
		return is_property(node) ? DROP : UNWRAP;
	if (cell)
		return is_inner(node->parent->parent, "w:tc") ? CELL : DROP;
	if (!pk_xml_is(node, "w:commentReference"))
		return change || pk_xml_is_any(node, marks) ? DROP : KEEP;
	found->remarks++;
	return DROP;
}

/* Ends of bookmarks and permissions, whose other end may stand elsewhere, go before the element. */
static void save_ends(struct pk_xml *element)
{
	static const char *const ends[] = { "w:bookmarkStart", "w:bookmarkEnd", "w:permStart",
		"w:permEnd", NULL };
	struct pk_xml *next;

	for (struct pk_xml *node = element; node != NULL; node = next) {
		next = pk_xml_walk(element, node);
		if (!pk_xml_is_any(node, ends))
			continue;
		next = pk_xml_skip(element, node);
		pk_xml_remove(node);
		pk_xml_insert(element->parent, node, element);
	}
}

static void take_away(struct pk_xml *element)
{
	save_ends(element);
	pk_xml_remove(element);
}

static void unwrap(struct pk_xml *node)
{
	while (node->first != NULL) {
		struct pk_xml *child = node->first;

		pk_xml_remove(child);
		pk_xml_insert(node->parent, child, node);
	}
	pk_xml_remove(node);
}

static bool has_child(const struct pk_xml *node, const char *name)
{
	return node != NULL && pk_xml_child(node, name) != NULL;
}

/* A run with nothing left but its properties. */
static bool is_bare(const struct pk_xml *run)
{
	for (const struct pk_xml *node = run->first; node != NULL; node = node->next)
		if (!pk_xml_is(node, "w:rPr"))
			return false;
	return pk_xml_is(run, "w:r");
}

/* Takes away what the mark says, and a run that held nothing else; returns where to go on. */
static struct pk_xml *drop(const struct pk_xml *root, struct pk_xml *node)
{
	struct pk_xml *run = node->parent, *next = pk_xml_skip(root, node);

	pk_xml_remove(node);
	if (run == root || !is_bare(run))
		return next;
	next = pk_xml_skip(root, run);
	pk_xml_remove(run);
	return next;
}

/* A table without rows is none. */
static struct pk_xml *delete_row(const struct pk_xml *root, struct pk_xml *row)
{
	struct pk_xml *table = row->parent, *next = pk_xml_skip(root, row);

	take_away(row);
	if (!pk_xml_is(table, "w:tbl") || table->parent == NULL || has_child(table, "w:tr") ||
			has_child(table, "w:sdt") || has_child(table, "w:customXml"))
		return next;
	next = pk_xml_skip(root, table);
	take_away(table);
	return next;
}

static uint32_t number_in(const struct pk_xml *node, const char *child, uint32_t otherwise)
{
	const struct pk_xml *found = node == NULL ? NULL : pk_xml_child(node, child);
	uint32_t n;

	return found != NULL && pk_str_uint(pk_xml_get(found, "w:val"), &n) ? n : otherwise;
}

static bool add_child(struct pk_job *job, struct pk_xml *to, const char *name,
		struct pk_xml *before, struct pk_xml **ret)
{
	if (!pk_xml_new(job, PK_XML_ELEMENT, pk_str_of(name), ret))
		return false;
	pk_xml_insert(to, *ret, before);
	return true;
}

/* The columns that the row has no cell in, at its end. */
static bool leave_columns(struct pk_job *job, struct pk_xml *row, uint32_t columns)
{
	struct pk_xml *properties = pk_xml_child(row, "w:trPr"), *after, *first = row->first;

	if (pk_xml_is(first, "w:tblPrEx"))
		first = first->next;
	if (properties == NULL && !add_child(job, row, "w:trPr", first, &properties))
		return false;
	after = pk_xml_child(properties, "w:gridAfter");
	if (after == NULL && !add_child(job, properties, "w:gridAfter", properties->first, &after))
		return false;
	columns += number_in(properties, "w:gridAfter", 0);
	return pk_xml_set(job, after, PK_STR("w:val"), pk_number(job, columns));
}

/* The other cells move up; a row without cells goes. */
static bool delete_cell(struct pk_job *job, const struct pk_xml *root, struct pk_xml *cell,
		struct pk_xml **ret_next)
{
	struct pk_xml *row = cell->parent;
	uint32_t columns = number_in(pk_xml_child(cell, "w:tcPr"), "w:gridSpan", 1);

	*ret_next = pk_xml_skip(root, cell);
	take_away(cell);
	if (!pk_xml_is(row, "w:tr") || row->parent == NULL)
		return true;
	if (!has_child(row, "w:tc") && !has_child(row, "w:sdt")) {
		*ret_next = delete_row(root, row);
		return true;
	}
	return leave_columns(job, row, columns);
}

static bool act(struct pk_job *job, const struct pk_xml *root, struct pk_xml *node,
		enum action action, struct pk_xml **ret_next)
{
	switch (action) {
	case DROP:
		*ret_next = drop(root, node);
		return true;
	case DELETE:
		*ret_next = pk_xml_skip(root, node);
		take_away(node);
		return true;
	case UNWRAP:
		*ret_next = node->first != NULL ? node->first : pk_xml_skip(root, node);
		unwrap(node);
		return true;
	case ROW:
		*ret_next = delete_row(root, node->parent->parent);
		return true;
	case CELL:
		return delete_cell(job, root, node->parent->parent, ret_next);
	case KEEP:
	case PARAGRAPH:
		break;
	}
	return true;
}

/* --- paragraphs whose mark was deleted --- */

/* Takes the notes of deletion out of a paragraph's mark. */
static bool unmark(struct pk_xml *p)
{
	struct pk_xml *properties = pk_xml_child(p, "w:pPr"), *mark, *gone;
	bool marked = false;

	mark = properties == NULL ? NULL : pk_xml_child(properties, "w:rPr");
	while (mark != NULL) {
		gone = pk_xml_child(mark, "w:del");
		gone = gone == NULL ? pk_xml_child(mark, "w:moveFrom") : gone;
		if (gone == NULL)
			break;
		pk_xml_remove(gone);
		marked = true;
	}
	return marked;
}

/* The next element beside it, or the one before, that is more than an end of something. */
static struct pk_xml *block_beside(const struct pk_xml *p, bool behind)
{
	static const char *const ends[] = { "w:bookmarkStart", "w:bookmarkEnd", "w:permStart",
		"w:permEnd", "w:proofErr", NULL };
	struct pk_xml *node = behind ? p->next : p->prev;

	while (node != NULL && (node->kind != PK_XML_ELEMENT || pk_xml_is_any(node, ends)))
		node = behind ? node->next : node->prev;
	return node;
}

/* What stands in the paragraph runs on into the next one, whose properties hold. */
static void run_on(struct pk_xml *p, struct pk_xml *into)
{
	struct pk_xml *properties = pk_xml_child(into, "w:pPr"), *node, *next;
	struct pk_xml *before = properties != NULL ? properties->next : into->first;

	for (node = p->first; node != NULL; node = next) {
		next = node->next;
		if (pk_xml_is(node, "w:pPr"))
			continue;
		pk_xml_remove(node);
		pk_xml_insert(into, node, before);
	}
	while (p->next != into) {
		node = p->next;
		pk_xml_remove(node);
		pk_xml_insert(into, node, before);
	}
	pk_xml_remove(p);
}

/* Nothing stands in it, and nothing needs it: it is no cell's last, and keeps no tables apart. */
static bool may_go(const struct pk_xml *p, const struct pk_xml *next)
{
	static const char *const seen[] = { "w:r", "w:hyperlink", "w:sdt", "w:fldSimple",
		"w:smartTag", "w:customXml", "m:oMath", "m:oMathPara", NULL };
	const struct pk_xml *before = block_beside(p, false), *properties;

	for (const struct pk_xml *node = p->first; node != NULL; node = node->next)
		if (pk_xml_is_any(node, seen))
			return false;
	properties = pk_xml_child(p, "w:pPr");
	if (has_child(properties, "w:sectPr"))
		return false;
	if (pk_xml_is(next, "w:tbl"))
		return !pk_xml_is(before, "w:tbl");
	return (next == NULL || pk_xml_is(next, "w:sectPr")) && pk_xml_is(before, "w:p");
}

static void join_paragraphs(struct pk_xml *root)
{
	struct pk_xml *next, *into;

	for (struct pk_xml *node = root; node != NULL; node = next) {
		next = pk_xml_walk(root, node);
		if (!pk_xml_is(node, "w:p") || node->parent == NULL || !unmark(node))
			continue;
		into = block_beside(node, true);
		if (pk_xml_is(into, "w:p")) {
			next = into;
			run_on(node, into);
		} else if (may_go(node, into)) {
			next = pk_xml_skip(root, node);
			take_away(node);
		}
	}
}

bool pk_docx_accept(struct pk_job *job, struct pk_xml *root, struct pk_review *found)
{
	struct pk_xml *next;
	bool joins = false;

	for (struct pk_xml *node = root; node != NULL; node = next) {
		enum action action = action_of(node, found);

		next = pk_xml_walk(root, node);
		found->changed = found->changed || action != KEEP;
		joins = joins || action == PARAGRAPH;
		if (!act(job, root, node, action, &next))
			return false;
	}
	if (joins)
		join_paragraphs(root);
	return true;
}
