/* Text, addresses and pictures as HTML holds them. */
#include "format/html/inside.h"

#include "format/common/uri.h"
#include "value/image.h"
#include "xml/tree.h"

void pk_html_put_plain(struct pk_out *out, struct pk_str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\n' && text.p[i] != '\t')
			continue;
		pk_xml_put_attr(out, pk_str_slice(text, from, i));
		pk_put_byte(out, text.p[i]);
		from = i + 1;
	}
	pk_xml_put_attr(out, pk_str_slice(text, from, text.n));
}

void pk_html_put_value(struct pk_out *out, struct pk_str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\'')
			continue;
		pk_html_put_plain(out, pk_str_slice(text, from, i));
		pk_put_c(out, "&#39;");
		from = i + 1;
	}
	pk_html_put_plain(out, pk_str_slice(text, from, text.n));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How long a hyphen or an en dash is that stands there; 0: none does. */
static size_t dash_at(struct pk_str text, size_t at)
{
	if (text.p[at] == '-')
		return 1;
	return pk_str_starts(pk_str_slice(text, at, text.n), PK_STR("–")) ? strlen("–") : 0;
}

/* The end of what begins at a digit; *ret_whole: it is a date, a time or a range, "2024-05-21",
 * "13.00–16.10", "41–43", which a browser would break behind its dash. */
static size_t range_end(struct pk_str text, size_t from, bool *ret_whole)
{
	size_t at = from, end = from, dash;
	bool dashes = false;

	while (at < text.n) {
		dash = dash_at(text, at);
		if (is_digit(text.p[at]))
			end = ++at;
		else if (dash > 0 || text.p[at] == '.' || text.p[at] == ':')
			at += dash > 0 ? dash : 1;
		else
			break;
		dashes = dashes || (dash > 0 && at < text.n && is_digit(text.p[at]));
	}
	/* What is longer may be anything, and should not hang over the edge of a small screen. */
	*ret_whole = dashes && end - from <= 32;
	return end;
}

static void put_unbroken(struct pk_out *out, struct pk_str text)
{
	size_t from = 0, end;
	bool whole;

	for (size_t i = 0; i < text.n; i = end) {
		end = i + 1;
		if (!is_digit(text.p[i]))
			continue;
		end = range_end(text, i, &whole);
		if (!whole)
			continue;
		pk_html_put_plain(out, pk_str_slice(text, from, i));
		pk_put_c(out, "<span style=\"white-space:nowrap\">");
		pk_html_put_plain(out, pk_str_slice(text, i, end));
		pk_put_c(out, "</span>");
		from = end;
	}
	pk_html_put_plain(out, pk_str_slice(text, from, text.n));
}

/* Browsers make one space of several: the first of them is one, the others may not be. */
void pk_html_put_text(struct pk_out *out, struct pk_str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		bool again = i > 0 && text.p[i] == ' ' &&
				(text.p[i - 1] == ' ' || text.p[i - 1] == '\n');

		if (!again && text.p[i] != '\n' && text.p[i] != '\t')
			continue;
		put_unbroken(out, pk_str_slice(text, from, i));
		pk_put_c(out, text.p[i] == '\n' ? "<br>" : text.p[i] == '\t' ? "&emsp;" : "&nbsp;");
		from = i + 1;
	}
	put_unbroken(out, pk_str_slice(text, from, text.n));
}

void pk_html_put_css(struct pk_out *out, struct pk_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
				c >= 0x80 || strchr("#%., -_", c) != NULL)
			pk_put_byte(out, text.p[i]);
	}
}

bool pk_html_may_link(struct pk_str address)
{
	return pk_str_starts(address, PK_STR("http://")) ||
			pk_str_starts(address, PK_STR("https://")) ||
			pk_str_starts(address, PK_STR("mailto:"));
}

/* A colon before any slash, question mark or hash ends a scheme. */
static bool has_scheme(struct pk_str address)
{
	for (size_t i = 0; i < address.n; i++) {
		if (address.p[i] == ':')
			return true;
		if (strchr("/?#", address.p[i]) != NULL)
			return false;
	}
	return false;
}

bool pk_html_put_address(struct pk_job *job, struct pk_out *out, struct pk_str address, bool begins)
{
	struct pk_str encoded;

	if (begins && has_scheme(address) && !pk_html_may_link(address))
		address = PK_STR("#");
	if (!pk_uri_encode(job, address, &encoded))
		return false;
	pk_html_put_value(out, encoded);
	return true;
}

void pk_html_put_data(struct pk_out *out, const struct pk_image *image)
{
	static const char digits[] =
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *p = (const unsigned char *)image->bytes.p;

	pk_put_c(out, "data:");
	pk_put_c(out, pk_image_type(image)->media);
	pk_put_c(out, ";base64,");
	for (size_t i = 0, n = image->bytes.n; i < n; i += 3) {
		uint32_t three = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) |
				(i + 2 < n ? p[i + 2] : 0);

		pk_put_byte(out, digits[three >> 18]);
		pk_put_byte(out, digits[three >> 12 & 63]);
		pk_put_byte(out, i + 1 < n ? digits[three >> 6 & 63] : '=');
		pk_put_byte(out, i + 2 < n ? digits[three & 63] : '=');
	}
}

/* In CSS pixels, of which there are 96 an inch. */
static void put_size(struct pk_out *out, const char *name, uint32_t pixels, uint32_t dpi)
{
	uint64_t size = (uint64_t)pixels * 96 / (dpi == 0 ? 96 : dpi);

	pk_put_byte(out, ' ');
	pk_put_c(out, name);
	pk_put_c(out, "=\"");
	pk_put_uint(out, size == 0 ? 1 : size);
	pk_put_byte(out, '"');
}

void pk_html_put_picture(struct pk_out *out, const struct pk_image *image, struct pk_str alt)
{
	pk_put_c(out, "<img src=\"");
	pk_html_put_data(out, image);
	pk_put_c(out, "\" alt=\"");
	pk_html_put_plain(out, alt.n > 0 ? alt : image->alt);
	pk_put_byte(out, '"');
	/* Browsers turn a photograph upright by themselves. */
	put_size(out, image->turned ? "height" : "width", image->width, image->dpi_x);
	put_size(out, image->turned ? "width" : "height", image->height, image->dpi_y);
	pk_put_byte(out, '>');
}
