/* Pictures in WordprocessingML: DrawingML as a character. */
#include "format/docx/inside.h"
#include "value/image.h"
#include "xml/tree.h"

enum { EMU_A_TWIP = 635 };

static void put_size(struct pk_out *out, const char *element, const struct pk_picture *picture)
{
	pk_put_c(out, element);
	pk_put_c(out, " cx=\"");
	pk_put_uint(out, (uint64_t)picture->width * EMU_A_TWIP);
	pk_put_c(out, "\" cy=\"");
	pk_put_uint(out, (uint64_t)picture->height * EMU_A_TWIP);
	pk_put_c(out, "\"/>");
}

static void put_names(struct pk_out *out, const char *element, uint32_t id, struct pk_str alt)
{
	pk_put_c(out, element);
	pk_put_c(out, " id=\"");
	pk_put_uint(out, id);
	pk_put_c(out, "\" name=\"Bild ");
	pk_put_uint(out, id);
	pk_put_c(out, "\" descr=\"");
	pk_xml_put_attr(out, alt);
	pk_put_c(out, "\"/>");
}

/* The picture of lines beside the one of dots, as Word 2016 and later write it; older ones do not
 * know the extension (MS-ODRAWXML 2.3.3.27). The rest of the a:blip. */
static void put_svg(struct pk_out *out, struct pk_str relationship)
{
	if (relationship.n == 0) {
		pk_put_c(out, "/>");
		return;
	}
	pk_put_c(out, "><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
		      "<asvg:svgBlip xmlns:asvg=\"" DOCX_ASVG "\" r:embed=\"");
	pk_put(out, relationship);
	pk_put_c(out, "\"/></a:ext></a:extLst></a:blip>");
}

/* Namespaces are declared where they are used: a template without pictures does not. */
static void put_graphic(struct pk_out *out, const struct pk_picture *picture, uint32_t id,
		struct pk_str relationship, struct pk_str svg)
{
	pk_put_c(out, "<a:graphic xmlns:a=\"" DOCX_A "\"><a:graphicData uri=\"" DOCX_PIC "\">"
		      "<pic:pic xmlns:pic=\"" DOCX_PIC "\"><pic:nvPicPr>");
	put_names(out, "<pic:cNvPr", id, picture->alt);
	pk_put_c(out, "<pic:cNvPicPr><a:picLocks "
		      "noChangeAspect=\"1\"/></pic:cNvPicPr></pic:nvPicPr>"
		      "<pic:blipFill><a:blip xmlns:r=\"" DOCX_R "\" r:embed=\"");
	pk_put(out, relationship);
	pk_put_c(out, "\"");
	put_svg(out, svg);
	pk_put_c(out, "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
		      "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
	put_size(out, "<a:ext", picture);
	pk_put_c(out, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
		      "</pic:pic></a:graphicData></a:graphic>");
}

static bool embed(struct pk_pen *pen, const struct pk_image *image, struct pk_str *ret_relationship)
{
	struct pk_str file, target;

	return pk_document_picture(pen->job, pen->doc, image, &file) &&
	       pk_join(pen->job, &target, PK_STR("media/"), file) &&
	       pk_document_link(pen->job, pen->doc, pen->linked, target, true, ret_relationship);
}

void docx_picture(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run)
{
	struct pk_out *out = &pen->out;
	const struct pk_image *image = picture->image;
	struct pk_str relationship, svg = PK_STR("");
	uint32_t id = ++pen->doc->ids.drawing;

	/* Without its PNG no meeting comes so far; then the SVG stands alone, which is valid. */
	if (!embed(pen, image->plain != NULL ? image->plain : image, &relationship) ||
			(image->plain != NULL && !embed(pen, image, &svg))) {
		pen->failed = true;
		return;
	}
	pk_put_c(out, "<w:r>");
	pk_put(out, run);
	pk_put_c(out, "<w:drawing><wp:inline xmlns:wp=\"" DOCX_WP
		      "\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
	put_size(out, "<wp:extent", picture);
	put_names(out, "<wp:docPr", id, picture->alt);
	pk_put_c(out, "<wp:cNvGraphicFramePr/>");
	put_graphic(out, picture, id, relationship, svg);
	pk_put_c(out, "</wp:inline></w:drawing></w:r>");
}
