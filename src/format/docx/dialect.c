/* WordprocessingML for the compiler. */
#include "format/docx/dialect.h"

#include "format/common/check.h"

/* clang-format off */
#define S(literal) { "" literal, sizeof(literal) - 1 }
#define E(name, place) { S(name), PK_PLACE_##place }

static const struct pk_dialect_element elements[] = {
	E("w:t", TEXT), E("w:r", RUN), E("w:p", PARAGRAPH), E("w:rPr", UNSEEN), E("w:pPr", UNSEEN),
	E("w:tab", SPACE), E("w:br", SPACE), E("w:cr", SPACE), E("w:ptab", SPACE),
	E("w:hyperlink", INLINE),
	E("w:smartTag", WRAPPER), E("w:sdt", WRAPPER), E("w:sdtContent", WRAPPER),
	E("w:smartTagPr", UNSEEN), E("w:sdtPr", UNSEEN), E("w:sdtEndPr", UNSEEN),
	E("w:bookmarkStart", UNSEEN), E("w:bookmarkEnd", UNSEEN), E("w:softHyphen", SPACE),
	E("w:permStart", UNSEEN), E("w:permEnd", UNSEEN),
	E("w:proofErr", LITTER), E("w:lastRenderedPageBreak", LITTER),
	E("w:id", LITTER), /* of a content control: Word makes a new one */
	E("w:body", BOX), E("w:hdr", BOX), E("w:ftr", BOX), E("w:footnote", BOX),
	E("w:endnote", BOX), E("w:txbxContent", BOX), E("w:sectPr", TAIL),
	E("w:tbl", TABLE), E("w:tr", ROW), E("w:tc", CELL),
	E("w:tblPr", UNSEEN), E("w:tblGrid", UNSEEN), E("w:trPr", UNSEEN), E("w:tcPr", UNSEEN),
	E("w:tblPrEx", UNSEEN),
};

#define ID(element, attr, kind, part) \
	{ S(element), S(attr), PK_FRESH_##kind, PK_ID_##part }

static const struct pk_id_rule ids[] = {
	ID("w:bookmarkStart", "w:id", BOOKMARK_ID, DEFINES),
	ID("w:bookmarkEnd", "w:id", BOOKMARK_ID, ENDS),
	ID("w:bookmarkStart", "w:name", BOOKMARK_NAME, DEFINES),
	ID("w:hyperlink", "w:anchor", BOOKMARK_NAME, REFERS),
	ID("w:footnote", "w:id", FOOTNOTE_ID, DEFINES),
	ID("w:footnoteReference", "w:id", FOOTNOTE_ID, REFERS),
	ID("w:endnote", "w:id", ENDNOTE_ID, DEFINES),
	ID("w:endnoteReference", "w:id", ENDNOTE_ID, REFERS),
	ID("wp:docPr", "id", DRAWING_ID, DEFINES),
	ID("w:numId", "w:val", NUM_ID, REFERS),
};
/* clang-format on */

/* Who typed when, and numbers that Word gives paragraphs: never the same twice. */
static const char *const litter[] = {
	"w:rsid",
	"w:rsidR",
	"w:rsidRPr",
	"w:rsidP",
	"w:rsidRDefault",
	"w:rsidTr",
	"w:rsidSect",
	"w:rsidDel",
	"w14:paraId",
	"w14:textId",
	NULL,
};

/* A property that is on unless it says no. */
static bool is_on(const struct pk_xml *property)
{
	struct pk_str value;
	if (property == NULL)
		return false;
	value = pk_xml_get(property, "w:val");
	return !pk_str_is(value, "0") && !pk_str_is(value, "false") && !pk_str_is(value, "off");
}

static const struct pk_xml *below(const struct pk_xml *node, const char *child, const char *grand)
{
	node = node == NULL ? NULL : pk_xml_child(node, child);
	return node == NULL ? NULL : pk_xml_child(node, grand);
}

static struct pk_str value_of(const struct pk_xml *node)
{
	return node == NULL ? (struct pk_str){ NULL, 0 } : pk_xml_get(node, "w:val");
}

static uint32_t heading(const struct pk_part *part, const struct pk_xml *p)
{
	struct pk_str style = value_of(below(p, "w:pPr", "w:pStyle"));
	uint32_t level;
	if (pk_str_uint(value_of(below(p, "w:pPr", "w:outlineLvl")), &level))
		return level < 9 ? level + 1 : 0;
	return pk_docx_style_level(part->c, style);
}

/* A picture in the line. EMU to twips. */
static bool picture(const struct pk_xml *node, struct pk_flow_event *ret)
{
	const struct pk_xml *extent = pk_xml_child(node, "wp:extent");
	uint32_t width, height;
	if (extent == NULL || !pk_str_uint(pk_xml_get(extent, "cx"), &width) ||
			!pk_str_uint(pk_xml_get(extent, "cy"), &height))
		return false;
	*ret = (struct pk_flow_event){
		.kind = PK_FLOW_PICTURE, .a = width / 635, .b = height / 635
	};
	return true;
}

static bool leaf(const struct pk_xml *node, struct pk_flow_event *ret)
{
	if (pk_xml_is(node, "w:tab") || pk_xml_is(node, "w:ptab")) {
		/* In w:pPr it is a tab stop. */
		*ret = (struct pk_flow_event){ .kind = PK_FLOW_TAB };
		return pk_xml_is(node->parent, "w:r");
	}
	if (pk_xml_is(node, "w:br") || pk_xml_is(node, "w:cr")) {
		struct pk_str type = pk_xml_get(node, "w:type");
		bool page = pk_str_is(type, "page") || pk_str_is(type, "column");
		*ret = (struct pk_flow_event){ .kind = page ? PK_FLOW_PAGE_BREAK : PK_FLOW_BREAK };
		return true;
	}
	return pk_xml_is(node, "wp:inline") && picture(node, ret);
}

static bool keeps(const struct pk_xml *p)
{
	return below(p, "w:pPr", "w:sectPr") != NULL;
}

/* Twips; a row without is as high as what stands in it. */
static uint16_t least_height(const struct pk_xml *height)
{
	uint32_t n;
	if (!pk_str_uint(value_of(height), &n))
		return 0;
	return (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX);
}

static void row(const struct pk_part *part, const struct pk_xml *tr, struct pk_flow_event *ret)
{
	(void)part;
	ret->a = is_on(below(tr, "w:trPr", "w:tblHeader"));
	ret->b = is_on(below(tr, "w:trPr", "w:cantSplit"));
	ret->style = least_height(below(tr, "w:trPr", "w:trHeight"));
}

static uint32_t columns(const struct pk_xml *tc)
{
	uint32_t n;
	if (!pk_str_uint(value_of(below(tc, "w:tcPr", "w:gridSpan")), &n) || n == 0)
		return 1;
	return n;
}

/* True when a cell of the row belongs to the one above it. */
static bool continues(const struct pk_xml *tr)
{
	for (const struct pk_xml *tc = tr->first; tc != NULL; tc = tc->next) {
		const struct pk_xml *merge = below(tc, "w:tcPr", "w:vMerge");
		if (merge != NULL && !pk_str_is(value_of(merge), "restart"))
			return true;
	}
	return false;
}

static bool cuts_merged(const struct pk_xml *first, const struct pk_xml *last)
{
	const struct pk_xml *after = last->next;
	while (after != NULL && !pk_xml_is(after, "w:tr"))
		after = after->next;
	return continues(first) || (after != NULL && continues(after));
}

static bool run(struct pk_part *part, const struct pk_tagged *tag, struct pk_event *ret)
{
	const struct pk_xml *properties = tag->run == NULL ? NULL : pk_xml_child(tag->run, "w:rPr");
	struct pk_out out = pk_out_new(part->job->arena, part->job->limits->zip_entry_bytes);
	if (properties == NULL)
		return true;
	pk_xml_put_tree(&out, properties);
	return pk_out_done(part->job, &out, &ret->bytes);
}

static const struct pk_xml *numbering_of(const struct pk_xml *p)
{
	const struct pk_xml *properties = pk_xml_child(p, "w:pPr");
	return below(properties, "w:numPr", "w:numId");
}

static struct pk_str list(const struct pk_xml *p)
{
	struct pk_str number = value_of(numbering_of(p));
	return pk_str_is(number, "0") ? (struct pk_str){ NULL, 0 } : number;
}

/* The paragraph's properties. The end of a section of the document is the template's. */
static bool print_properties(
		struct pk_part *part, const struct pk_xml *properties, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(part->job->arena, part->job->limits->zip_entry_bytes);
	pk_xml_put_open(&out, properties, false);
	for (const struct pk_xml *child = properties->first; child != NULL; child = child->next)
		if (!pk_xml_is(child, "w:sectPr"))
			pk_xml_put_tree(&out, child);
	pk_xml_put_close(&out, properties);
	return pk_out_done(part->job, &out, ret);
}

static bool model(struct pk_part *part, const struct pk_tagged *tag, struct pk_event *ret,
		struct pk_str *ret_list)
{
	const struct pk_xml *properties = pk_xml_child(tag->paragraph, "w:pPr");
	struct pk_str key = PK_STR("<w:numId w:val=\"");
	if (properties == NULL)
		return true;
	if (!print_properties(part, properties, &ret->bytes))
		return false;
	*ret_list = list(tag->paragraph);
	size_t at = pk_str_find(ret->bytes, key, 0);
	if (ret_list->n == 0 || at >= ret->bytes.n)
		return true;
	ret->tail = pk_str_slice(ret->bytes, at + key.n + ret_list->n, ret->bytes.n);
	ret->bytes = pk_str_slice(ret->bytes, 0, at + key.n);
	return true;
}

static int field(const struct pk_xml *node)
{
	if (!pk_xml_is(node, "w:fldChar"))
		return 0;
	struct pk_str type = pk_xml_get(node, "w:fldCharType");
	return pk_str_is(type, "begin") ? 1 : pk_str_is(type, "end") ? -1 : 0;
}

const struct pk_dialect pk_docx_dialect = {
	.elements = elements,
	.n_elements = PK_COUNT(elements),
	.ids = ids,
	.n_ids = PK_COUNT(ids),
	.litter = litter,
	.properties = "w:rPr",
	.instruction = "w:instrText",
	.geometry = &pk_docx_geometry,
	.check = &pk_docx_check,
	.reviewed = pk_docx_reviewed,
	.accept = pk_docx_accept,
	.heading = heading,
	.leaf = leaf,
	.keeps = keeps,
	.row = row,
	.columns = columns,
	.cuts_merged = cuts_merged,
	.run = run,
	.model = model,
	.partial = pk_docx_partial,
	.page_break = pk_docx_page_break,
	.begin_page = pk_docx_begin_page,
	.gather = pk_docx_notes,
	.settle = pk_docx_settle,
	.field = field,
	.list = list,
};
