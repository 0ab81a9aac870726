/* Values in running text. */
#include "format/common/pen.h"
#include "format/common/writers.h"
#include "markup/blocks.h"
#include "value/image.h"

/* A picture among words (a logotype), and any picture in a header or footer: 1.5 cm high at most.
 */
enum { SMALL_HEIGHT = 850, USUAL_HEIGHT = 13000, TWIPS_AN_INCH = 1440 };

bool pk_value_words(struct pk_job *job, const struct pk_value *value, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);

	value = pk_value_plain(value);
	*ret = value->kind == PK_TEXT ? value->as.text : PK_STR("");
	if (value->kind != PK_BLOCKS)
		return true;
	pk_blocks_words(value->as.blocks, &out);
	return pk_out_done(job, &out, ret);
}

/* Shrinks a x b so that it fits in width x height, keeping its shape. */
static void fit(uint64_t *a, uint64_t *b, uint64_t width, uint64_t height)
{
	if (*a > width) {
		*b = *b * width / *a;
		*a = width;
	}
	if (*b > height) {
		*a = *a * height / *b;
		*b = height;
	}
	if (*a == 0)
		*a = 1;
	if (*b == 0)
		*b = 1;
}

/* Headers and footers: parts of their own in DOCX, in styles.xml of ODT. */
static bool is_margin(struct pk_str part)
{
	return pk_str_is(part, "styles.xml") || pk_str_find(part, PK_STR("/header"), 0) < part.n ||
	       pk_str_find(part, PK_STR("/footer"), 0) < part.n;
}

int32_t pk_pen_height(const struct pk_pen *pen)
{
	const struct pk_geometry *g = pen->doc->template->geometry;
	int32_t height = g == NULL ? 0 : g->page.height - g->page.top - g->page.bottom;

	if (is_margin(pen->from->name))
		return SMALL_HEIGHT;
	return height > 0 ? height : USUAL_HEIGHT;
}

void pk_pen_picture(struct pk_pen *pen, const struct pk_image *image, struct pk_str alt,
		int32_t width, int32_t height, struct pk_str run)
{
	uint64_t a = (uint64_t)image->width * TWIPS_AN_INCH /
		     (image->dpi_x == 0 ? 96 : image->dpi_x);
	uint64_t b = (uint64_t)image->height * TWIPS_AN_INCH /
		     (image->dpi_y == 0 ? 96 : image->dpi_y);
	struct pk_picture picture = { .image = image, .alt = alt.n > 0 ? alt : image->alt };

	fit(&a, &b, width > 0 ? (uint64_t)width : 1, height > 0 ? (uint64_t)height : 1);
	picture.width = (uint32_t)a;
	picture.height = (uint32_t)b;
	pen->writers->picture(pen, &picture, run);
	pk_pen_flow(pen, PK_FLOW_PICTURE, 0, picture.width, picture.height);
}

static void write_page(struct pk_pen *pen, const struct pk_value *page, struct pk_str run, uint16_t style)
{
	if (!pk_document_hole(pen->job, pen->doc,
			    &(struct pk_hole){ .kind = PK_HOLE_PAGES,
					    .part = pen->part,
					    .at = pen->out.n,
					    .anchor = page->as.page.anchor,
					    .first = page->as.page.first,
					    .bytes = run }))
		pen->failed = true;
	pk_pen_flow(pen, PK_FLOW_FIELD, style, 0, 0);
}

void pk_pen_value(
		struct pk_pen *pen, const struct pk_value *value, struct pk_str run, uint16_t style)
{
	struct pk_str words;

	value = pk_value_plain(value);
	if (value->kind == PK_ANCHOR) {
		pk_pen_anchor(pen, value->as.anchor);
	} else if (value->kind == PK_PAGE) {
		write_page(pen, value, run, style);
	} else if (value->kind == PK_IMAGE) {
		pk_pen_picture(pen, value->as.image, PK_STR(""), pk_pen_width(pen), SMALL_HEIGHT,
				run);
	} else if (!pk_value_words(pen->job, value, &words)) {
		pen->failed = true;
	} else if (words.n > 0) {
		pen->writers->text(pen, &(struct pk_text_look){ .run = run }, words);
		pk_pen_flow_text(pen, style, words);
	}
}
