/* Pictures in OpenDocument: a frame as a character. */
#include "format/odt/inside.h"
#include "value/image.h"
#include "xml/tree.h"

void odt_put_length(struct pk_out *out, int64_t twips)
{
	uint64_t hundredths = (uint64_t)(twips < 0 ? 0 : twips) * 5;

	pk_put_uint(out, hundredths / 100);
	pk_put_byte(out, '.');
	pk_put_uint(out, hundredths / 10 % 10);
	pk_put_uint(out, hundredths % 10);
	pk_put_c(out, "pt");
}

static void put_image(struct pk_pen *pen, const struct pk_image *image)
{
	struct pk_out *out = &pen->out;
	struct pk_str file;

	if (!pk_document_picture(pen->job, pen->doc, image, &file)) {
		pen->failed = true;
		return;
	}
	pk_put_c(out, "<draw:image" ODT_XLINK " xlink:href=\"Pictures/");
	pk_put(out, file);
	pk_put_c(out, "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>");
}

/* Of several images in a frame a program shows the first one that it can (ODF 1.3, 10.4.2). */
void odt_picture(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run)
{
	struct pk_out *out = &pen->out;

	(void)run;
	/* Namespaces are declared where they are used: a template without pictures does not. */
	pk_put_c(out, "<draw:frame xmlns:draw=\"" ODT_OASIS "drawing:1.0\" xmlns:svg=\"" ODT_OASIS
		      "svg-compatible:1.0\" draw:name=\"protokoll-bild-");
	pk_put_uint(out, ++pen->doc->ids.drawing);
	pk_put_c(out, "\" text:anchor-type=\"as-char\" svg:width=\"");
	odt_put_length(out, picture->width);
	pk_put_c(out, "\" svg:height=\"");
	odt_put_length(out, picture->height);
	pk_put_c(out, "\">");
	put_image(pen, picture->image);
	if (picture->image->plain != NULL)
		put_image(pen, picture->image->plain);
	pk_put_c(out, "<svg:desc>");
	pk_xml_put_text(out, picture->alt);
	pk_put_c(out, "</svg:desc></draw:frame>");
}
