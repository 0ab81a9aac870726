/* Running text in OpenDocument. */
#include "base/text.h"
#include "format/common/role_table.h"
#include "format/common/uri.h"
#include "format/odt/inside.h"
#include "xml/tree.h"

static const struct {
	unsigned bit;
	enum pk_role role;
} styles[] = {
	{ PK_STYLE_STRONG, PK_ROLE_STRONG },
	{ PK_STYLE_EMPHASIS, PK_ROLE_EMPHASIS },
	{ PK_STYLE_CODE, PK_ROLE_CODE },
	{ PK_STYLE_STRIKE, PK_ROLE_STRIKE },
};

static void put_spaces(struct pk_out *out, size_t n)
{
	if (n == 0)
		return;
	pk_put_c(out, "<text:s");
	if (n > 1) {
		pk_put_c(out, " text:c=\"");
		pk_put_uint(out, n);
		pk_put_byte(out, '"');
	}
	pk_put_c(out, "/>");
}

static bool is_solid(char c)
{
	return strchr(" \t\r\n", c) == NULL;
}

/* White space collapses: a space that stands alone between characters may be one; at either end
 * (unless the neighbours are known), beside others, beside tabs and breaks it is an element. */
static size_t put_run_of_spaces(
		struct pk_out *out, const struct pk_text_look *look, struct pk_str text, size_t at)
{
	size_t end = at;
	bool bare;

	while (end < text.n && text.p[end] == ' ')
		end++;
	bare = (at > 0 ? is_solid(text.p[at - 1]) : look->before) &&
	       (end < text.n ? is_solid(text.p[end]) : look->after);
	if (bare)
		pk_put_byte(out, ' ');
	put_spaces(out, end - at - bare);
	return end;
}

/* Characters up to the next white space. */
static size_t put_characters(struct pk_out *out, struct pk_str text, size_t at)
{
	size_t end = at;

	while (end < text.n && is_solid(text.p[end]))
		end++;
	pk_xml_put_text(out, pk_str_slice(text, at, end));
	return end;
}

static void put_text(struct pk_out *out, const struct pk_text_look *look, struct pk_str text)
{
	size_t at = 0;

	while (at < text.n) {
		switch (text.p[at]) {
		case ' ':
			at = put_run_of_spaces(out, look, text, at);
			break;
		case '\t':
			pk_put_c(out, "<text:tab/>");
			at++;
			break;
		case '\n':
			pk_put_c(out, "<text:line-break/>");
			at++;
			break;
		case '\r':
			/* Before a line feed it is nothing; alone it is a line break of its own. */
			at++;
			if (at >= text.n || text.p[at] != '\n')
				pk_put_c(out, "<text:line-break/>");
			break;
		case '\0':
			at++;
			break;
		default:
			at = put_characters(out, text, at);
			break;
		}
	}
}

void odt_text(struct pk_pen *pen, const struct pk_text_look *look, struct pk_str text)
{
	size_t spans = 0;

	for (size_t i = 0; i < PK_COUNT(styles); i++) {
		if ((look->style & styles[i].bit) == 0)
			continue;
		pk_put_c(&pen->out, "<text:span text:style-name=\"");
		pk_xml_put_attr(&pen->out, pen->roles->id[styles[i].role]);
		pk_put_c(&pen->out, "\">");
		spans++;
	}
	put_text(&pen->out, look, text);
	while (spans-- > 0)
		pk_put_c(&pen->out, "</text:span>");
}

void odt_words(struct pk_out *out, struct pk_str words, struct pk_str run)
{
	(void)run;
	put_text(out, &(struct pk_text_look){ .before = false }, words);
}

void odt_link(struct pk_pen *pen, struct pk_str target)
{
	struct pk_str uri, style = pen->roles->id[PK_ROLE_LINK];

	if (!pk_uri_encode(pen->job, target, &uri)) {
		pen->failed = true;
		return;
	}
	pk_put_c(&pen->out, "<text:a" ODT_XLINK " xlink:type=\"simple\" xlink:href=\"");
	pk_xml_put_attr(&pen->out, uri);
	pk_put_c(&pen->out, "\" text:style-name=\"");
	pk_xml_put_attr(&pen->out, style);
	pk_put_c(&pen->out, "\" text:visited-style-name=\"");
	pk_xml_put_attr(&pen->out, style);
	pk_put_c(&pen->out, "\">");
}

void odt_link_end(struct pk_pen *pen)
{
	pk_put_c(&pen->out, "</text:a>");
}

void odt_bookmark(struct pk_out *out, struct pk_str name, uint32_t id)
{
	(void)id;
	pk_put_c(out, "<text:bookmark-start text:name=\"");
	pk_xml_put_attr(out, name);
	pk_put_c(out, "\"/><text:bookmark-end text:name=\"");
	pk_xml_put_attr(out, name);
	pk_put_c(out, "\"/>");
}

void odt_page(struct pk_out *out, struct pk_str bookmark, struct pk_str number, struct pk_str run)
{
	(void)run;
	pk_put_c(out, "<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"");
	pk_xml_put_attr(out, bookmark);
	pk_put_c(out, "\">");
	pk_xml_put_text(out, number);
	pk_put_c(out, "</text:bookmark-ref>");
}
