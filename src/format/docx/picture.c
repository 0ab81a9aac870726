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

/* Namespaces are declared where they are used: a template without pictures does not. */
static void put_graphic(struct pk_out *out, const struct pk_picture *picture, uint32_t id,
		struct pk_str relationship)
{
	pk_put_c(out, "<a:graphic xmlns:a=\"" DOCX_A "\"><a:graphicData uri=\"" DOCX_PIC "\">"
		      "<pic:pic xmlns:pic=\"" DOCX_PIC "\"><pic:nvPicPr>");
	put_names(out, "<pic:cNvPr", id, picture->alt);
	pk_put_c(out, "<pic:cNvPicPr><a:picLocks "
		      "noChangeAspect=\"1\"/></pic:cNvPicPr></pic:nvPicPr>"
		      "<pic:blipFill><a:blip xmlns:r=\"" DOCX_R "\" r:embed=\"");
	pk_put(out, relationship);
	pk_put_c(out, "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
		      "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
	put_size(out, "<a:ext", picture);
	pk_put_c(out, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
		      "</pic:pic></a:graphicData></a:graphic>");
}

void docx_picture(struct pk_pen *pen, const struct pk_picture *picture, struct pk_str run)
{
	struct pk_out *out = &pen->out;
	struct pk_str file, target, relationship;
	uint32_t id = ++pen->doc->ids.drawing;

	if (!pk_document_picture(pen->job, pen->doc, picture->image, &file) ||
			!pk_join(pen->job, &target, PK_STR("media/"), file) ||
			!pk_document_link(pen->job, pen->doc, pen->part, target, true,
					&relationship)) {
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
	put_graphic(out, picture, id, relationship);
	pk_put_c(out, "</wp:inline></w:drawing></w:r>");
}
