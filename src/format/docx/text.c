/* Running text in WordprocessingML. */
#include "base/text.h"
#include "format/common/role_table.h"
#include "format/common/uri.h"
#include "format/docx/inside.h"
#include "xml/tree.h"

/* A style of formatted text: as a named style, or, when that place is taken (a run has one named
 * style only), as properties in the order of the schema. */
static const struct {
	unsigned bit;
	enum pk_role role;
	const char *direct;
} styles[] = {
	{ PK_STYLE_CODE, PK_ROLE_CODE,
			"<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier "
			"New\"/>" },
	{ PK_STYLE_STRONG, PK_ROLE_STRONG, "<w:b/><w:bCs/>" },
	{ PK_STYLE_EMPHASIS, PK_ROLE_EMPHASIS, "<w:i/><w:iCs/>" },
	{ PK_STYLE_STRIKE, PK_ROLE_STRIKE, "<w:strike/>" },
};

static void put_named(struct pk_pen *pen, enum pk_role role)
{
	pk_put_c(&pen->out, "<w:rStyle w:val=\"");
	pk_xml_put_attr(&pen->out, pen->roles->id[role]);
	pk_put_c(&pen->out, "\"/>");
}

static void put_properties(struct pk_pen *pen, const struct pk_text_look *look)
{
	bool named = look->link;

	if (look->style == 0 && !look->link) {
		pk_put(&pen->out, look->run);
		return;
	}
	pk_put_c(&pen->out, "<w:rPr>");
	if (look->link)
		put_named(pen, PK_ROLE_LINK);
	for (size_t i = 0; i < PK_COUNT(styles); i++) {
		if ((look->style & styles[i].bit) == 0)
			continue;
		if (named)
			pk_put_c(&pen->out, styles[i].direct);
		else
			put_named(pen, styles[i].role);
		named = true;
	}
	pk_put_c(&pen->out, "</w:rPr>");
}

/* What is an element in a run, not a character. NULL: a character. */
static const char *element_of(uint32_t c)
{
	switch (c) {
	case '\n':
	case 0x2028:
	case 0x2029:
		return "<w:br/>";
	case '\t':
		return "<w:tab/>";
	case 0x2011:
		return "<w:noBreakHyphen/>";
	case 0xAD:
		return "<w:softHyphen/>";
	default:
		return NULL;
	}
}

static void put_characters(struct pk_out *out, struct pk_str text)
{
	if (text.n == 0)
		return;
	pk_put_c(out, "<w:t xml:space=\"preserve\">");
	pk_xml_put_text(out, text);
	pk_put_c(out, "</w:t>");
}

/* The contents of a run: characters apart from breaks, tabs and hyphens. */
static void put_pieces(struct pk_out *out, struct pk_str text)
{
	/* Only these bytes can begin what is an element. */
	static const bool perhaps[256] = { ['\n'] = true, ['\t'] = true, ['\r'] = true, [0xC2] = true,
		[0xE2] = true };
	size_t from = 0, at = 0;

	while (at < text.n) {
		size_t here = at;
		bool carriage = text.p[at] == '\r';

		if (!perhaps[(unsigned char)text.p[at]]) {
			at++;
			continue;
		}
		const char *element = element_of(pk_text_next(text, &at));
		/* Before a line feed it is nothing; alone it is a line break of its own. */
		if (carriage && (at >= text.n || text.p[at] != '\n'))
			element = element_of('\n');
		if (element == NULL && !carriage)
			continue;
		put_characters(out, pk_str_slice(text, from, here));
		if (element != NULL)
			pk_put_c(out, element);
		from = at;
	}
	put_characters(out, pk_str_slice(text, from, text.n));
}

void docx_text(struct pk_pen *pen, const struct pk_text_look *look, struct pk_str text)
{
	pk_put_c(&pen->out, "<w:r>");
	put_properties(pen, look);
	put_pieces(&pen->out, text);
	pk_put_c(&pen->out, "</w:r>");
}

void docx_words(struct pk_out *out, struct pk_str words, struct pk_str run)
{
	pk_put_c(out, "<w:r>");
	pk_put(out, run);
	put_pieces(out, words);
	pk_put_c(out, "</w:r>");
}

void docx_link(struct pk_pen *pen, struct pk_str target)
{
	struct pk_str uri, id;

	if (!pk_uri_encode(pen->job, target, &uri) ||
			!pk_document_link(pen->job, pen->doc, pen->linked, uri, false, &id)) {
		pen->failed = true;
		return;
	}
	pk_put_c(&pen->out, "<w:hyperlink xmlns:r=\"" DOCX_R "\" r:id=\"");
	pk_put(&pen->out, id);
	pk_put_c(&pen->out, "\">");
}

void docx_link_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</w:hyperlink>");
}

void docx_bookmark(struct pk_out *out, struct pk_str name, uint32_t id)
{
	pk_put_c(out, "<w:bookmarkStart w:id=\"");
	pk_put_uint(out, id);
	pk_put_c(out, "\" w:name=\"");
	pk_xml_put_attr(out, name);
	pk_put_c(out, "\"/><w:bookmarkEnd w:id=\"");
	pk_put_uint(out, id);
	pk_put_c(out, "\"/>");
}

static void put_field_char(struct pk_out *out, struct pk_str run, const char *type)
{
	pk_put_c(out, "<w:r>");
	pk_put(out, run);
	pk_put_c(out, "<w:fldChar w:fldCharType=\"");
	pk_put_c(out, type);
	pk_put_c(out, "\"/></w:r>");
}

/* Five pieces in runs of their own: begin, instruction, separate, stored result, end. */
void docx_page(struct pk_out *out, struct pk_str bookmark, struct pk_str number, struct pk_str run)
{
	put_field_char(out, run, "begin");
	pk_put_c(out, "<w:r>");
	pk_put(out, run);
	pk_put_c(out, "<w:instrText xml:space=\"preserve\"> PAGEREF ");
	pk_xml_put_text(out, bookmark);
	pk_put_c(out, " \\h </w:instrText></w:r>");
	put_field_char(out, run, "separate");
	docx_words(out, number, run);
	put_field_char(out, run, "end");
}
