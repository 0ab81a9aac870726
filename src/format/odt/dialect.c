/* OpenDocument text for the compiler. */
#include "format/odt/dialect.h"

#include "format/common/check.h"
#include "format/common/typeset.h"

/* clang-format off */
#define S(literal) { "" literal, sizeof(literal) - 1 }
#define E(name, place) { S(name), PK_PLACE_##place }

static const struct pk_dialect_element elements[] = {
	E("text:p", PARAGRAPH), E("text:span", INLINE), E("text:h", PARAGRAPH), E("text:s", SPACE),
	E("text:tab", SPACE), E("text:line-break", SPACE), E("text:a", INLINE),
	E("text:meta", INLINE), E("text:placeholder", WRAPPER),
	E("text:text-input", WRAPPER), E("loext:content-control", WRAPPER),
	E("text:bookmark", UNSEEN), E("text:bookmark-start", UNSEEN),
	E("text:bookmark-end", UNSEEN), E("text:reference-mark", UNSEEN),
	E("text:reference-mark-start", UNSEEN), E("text:reference-mark-end", UNSEEN),
	E("office:event-listeners", UNSEEN),
	E("text:soft-page-break", LITTER), E("text:tracked-changes", CLOSED),
	E("office:text", BOX), E("style:header", BOX), E("style:header-left", BOX),
	E("style:header-first", BOX), E("style:footer", BOX), E("style:footer-left", BOX),
	E("style:footer-first", BOX), E("draw:text-box", BOX), E("text:note-body", BOX),
	E("table:table", TABLE), E("table:table-row", ROW), E("table:table-cell", CELL),
	E("table:table-header-rows", ROWS), E("table:table-rows", ROWS),
	E("table:table-row-group", ROWS), E("table:table-columns", UNSEEN),
	E("table:table-column", UNSEEN), E("table:covered-table-cell", UNSEEN),
	E("text:list", LIST), E("text:list-item", ITEM), E("text:list-header", ITEM),
	E("text:section", GROUP), E("text:index-body", GROUP),
};

#define ID(element, attr, kind, part) \
	{ S(element), S(attr), PK_FRESH_##kind, PK_ID_##part }

static const struct pk_id_rule ids[] = {
	ID("text:bookmark", "text:name", BOOKMARK_NAME, DEFINES),
	ID("text:bookmark-start", "text:name", BOOKMARK_NAME, DEFINES),
	ID("text:bookmark-end", "text:name", BOOKMARK_NAME, ENDS),
	ID("text:bookmark-ref", "text:ref-name", BOOKMARK_NAME, REFERS),
	ID("text:a", "xlink:href", BOOKMARK_NAME, LINKS),
	ID("text:reference-mark", "text:name", OBJECT_NAME, DEFINES),
	ID("text:reference-mark-start", "text:name", OBJECT_NAME, DEFINES),
	ID("text:reference-mark-end", "text:name", OBJECT_NAME, ENDS),
	ID("text:reference-ref", "text:ref-name", OBJECT_NAME, REFERS),
	ID("text:section", "text:name", OBJECT_NAME, DEFINES),
	ID("table:table", "table:name", OBJECT_NAME, DEFINES),
	ID("", "draw:name", OBJECT_NAME, DEFINES),
	ID("", "xml:id", XML_ID, DEFINES),
	ID("", "text:id", XML_ID, DEFINES),
	ID("text:note-ref", "text:ref-name", XML_ID, REFERS),
	ID("text:list", "text:continue-list", XML_ID, REFERS),
};
/* clang-format on */

/* Where the last editor broke pages. */
static const char *const litter[] = { "text:use-soft-page-breaks", NULL };

static uint32_t heading(const struct pk_part *part, const struct pk_xml *p)
{
	uint32_t level;
	(void)part;
	if (!pk_xml_is(p, "text:h"))
		return 0;
	return pk_str_uint(pk_xml_get(p, "text:outline-level"), &level) && level > 0 ? level : 1;
}

/* A length in twips; 0 when there is none. */
static uint32_t size_of(const struct pk_xml *node, const char *attr)
{
	int32_t length = pk_length(pk_xml_get(node, attr));

	return length > 0 ? (uint32_t)length : 0;
}

static struct pk_str some_spaces(const struct pk_xml *node)
{
	static const char spaces[] = "                                ";
	uint32_t n;
	if (!pk_str_uint(pk_xml_get(node, "text:c"), &n))
		n = 1;
	return pk_str_slice(pk_str_of(spaces), 0, n);
}

static bool leaf(const struct pk_xml *node, struct pk_flow_event *ret)
{
	if (pk_xml_is(node, "text:tab"))
		*ret = (struct pk_flow_event){ .kind = PK_FLOW_TAB };
	else if (pk_xml_is(node, "text:line-break"))
		*ret = (struct pk_flow_event){ .kind = PK_FLOW_BREAK };
	else if (pk_xml_is(node, "text:s"))
		*ret = (struct pk_flow_event){ .kind = PK_FLOW_TEXT, .text = some_spaces(node) };
	else if (pk_xml_is(node, "draw:frame") &&
			pk_str_is(pk_xml_get(node, "text:anchor-type"), "as-char"))
		*ret = (struct pk_flow_event){ .kind = PK_FLOW_PICTURE,
			.a = size_of(node, "svg:width"),
			.b = size_of(node, "svg:height") };
	else
		return false;
	return true;
}

static bool keeps(const struct pk_xml *p)
{
	(void)p;
	return false;
}

/* What an automatic row style says; NULL: nothing. */
static const struct pk_xml *row_properties(const struct pk_part *part, struct pk_str name)
{
	const struct pk_xml *styles = pk_xml_child(part->root, "office:automatic-styles");
	const struct pk_xml *style = styles == NULL || name.n == 0 ? NULL : styles->first;
	for (; style != NULL; style = style->next)
		if (pk_str_eq(pk_xml_get(style, "style:name"), name) &&
				pk_str_is(pk_xml_get(style, "style:family"), "table-row"))
			return pk_xml_child(style, "style:table-row-properties");
	return NULL;
}

static void row(const struct pk_part *part, const struct pk_xml *node, struct pk_flow_event *ret)
{
	const struct pk_xml *properties = !part->flows ? NULL :
			row_properties(part, pk_xml_get(node, "table:style-name"));
	uint32_t least;
	ret->a = pk_xml_is(node->parent, "table:table-header-rows");
	if (properties == NULL)
		return;
	ret->b = pk_str_is(pk_xml_get(properties, "fo:keep-together"), "always");
	least = size_of(properties, "style:min-row-height");
	if (least == 0)
		least = size_of(properties, "style:row-height");
	ret->style = (uint16_t)(least < UINT16_MAX ? least : UINT16_MAX);
}

static uint32_t columns(const struct pk_xml *cell)
{
	uint32_t n;
	if (!pk_str_uint(pk_xml_get(cell, "table:number-columns-spanned"), &n) || n == 0)
		return 1;
	return n;
}

/* True when a cell from a row above reaches into the row: more places are covered than the row's
 * own wide cells cover. */
static bool is_covered(const struct pk_xml *tr)
{
	uint64_t covered = 0, own = 0;
	uint32_t n;
	for (const struct pk_xml *cell = tr->first; cell != NULL; cell = cell->next) {
		if (pk_xml_is(cell, "table:covered-table-cell"))
			covered += pk_str_uint(pk_xml_get(cell, "table:number-columns-repeated"),
						   &n)
						   ? n
						   : 1;
		else if (pk_xml_is(cell, "table:table-cell"))
			own += columns(cell) - 1;
	}
	return covered > own;
}

static bool cuts_merged(const struct pk_xml *first, const struct pk_xml *last)
{
	const struct pk_xml *after = last->next;
	while (after != NULL && !pk_xml_is(after, "table:table-row"))
		after = after->next;
	return is_covered(first) || (after != NULL && is_covered(after));
}

static bool run(struct pk_part *part, const struct pk_tagged *tag, struct pk_event *ret)
{
	(void)part, (void)tag, (void)ret;
	return true;
}

static bool model(struct pk_part *part, const struct pk_tagged *tag, struct pk_event *ret,
		struct pk_str *ret_list)
{
	(void)part;
	ret->bytes = pk_xml_get(tag->paragraph, "text:style-name");
	*ret_list = (struct pk_str){ NULL, 0 };
	return true;
}

static int field(const struct pk_xml *node)
{
	(void)node;
	return 0;
}

const struct pk_dialect pk_odt_dialect = {
	.elements = elements,
	.n_elements = PK_COUNT(elements),
	.ids = ids,
	.n_ids = PK_COUNT(ids),
	.litter = litter,
	.restart = "text:start-value",
	.geometry = &pk_odt_geometry,
	.check = &pk_odt_check,
	.sinks = true,
	.signs = true,
	.reviewed = pk_odt_reviewed,
	.accept = pk_odt_accept,
	.heading = heading,
	.leaf = leaf,
	.keeps = keeps,
	.row = row,
	.columns = columns,
	.cuts_merged = cuts_merged,
	.run = run,
	.model = model,
	.partial = pk_odt_partial,
	.page_break = pk_odt_page_break,
	.begin_page = pk_odt_begin_page,
	.settle = pk_odt_settle,
	.field = field,
};
