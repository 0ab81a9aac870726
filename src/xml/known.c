/* The table of known namespaces. */
#include "xml/known.h"

struct known {
	const char *uri, *prefix;
};

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define EXPERIMENTAL "urn:org:documentfoundation:names:experimental:"
#define OOXML "http://schemas.openxmlformats.org/"
#define MS "http://schemas.microsoft.com/office/"

/* No prefix stands twice: a document's names must tell the namespaces apart. */
static const struct known table[] = {
	/* ODF 1.3 */
	{ OASIS "office:1.0", "office" },
	{ OASIS "text:1.0", "text" },
	{ OASIS "table:1.0", "table" },
	{ OASIS "drawing:1.0", "draw" },
	{ OASIS "style:1.0", "style" },
	{ OASIS "xsl-fo-compatible:1.0", "fo" },
	{ OASIS "svg-compatible:1.0", "svg" },
	{ OASIS "smil-compatible:1.0", "smil" },
	{ OASIS "meta:1.0", "meta" },
	{ OASIS "datastyle:1.0", "number" },
	{ OASIS "form:1.0", "form" },
	{ OASIS "script:1.0", "script" },
	{ OASIS "config:1.0", "config" },
	{ OASIS "manifest:1.0", "manifest" },
	{ OASIS "presentation:1.0", "presentation" },
	{ OASIS "animation:1.0", "anim" },
	{ OASIS "chart:1.0", "chart" },
	{ OASIS "dr3d:1.0", "dr3d" },
	{ OASIS "database:1.0", "db" },
	{ OASIS "digitalsignature:1.0", "dsig" },
	{ OASIS "of:1.2", "of" },
	{ "http://docs.oasis-open.org/ns/office/1.2/meta/pkg#", "pkg" },
	{ "http://docs.oasis-open.org/ns/office/1.2/meta/odf#", "odf" },
	{ "http://docs.oasis-open.org/opendocument/meta/rdfa#", "rdfa" },
	/* What office programs add to it */
	{ EXPERIMENTAL "office:xmlns:loext:1.0", "loext" },
	{ EXPERIMENTAL "calc:xmlns:calcext:1.0", "calcext" },
	{ "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", "field" },
	{ "urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:form:1.0", "formx" },
	{ "http://openoffice.org/2004/office", "ooo" },
	{ "http://openoffice.org/2004/writer", "ooow" },
	{ "http://openoffice.org/2004/calc", "oooc" },
	{ "http://openoffice.org/2005/report", "rpt" },
	{ "http://openoffice.org/2009/office", "officeooo" },
	{ "http://openoffice.org/2009/table", "tableooo" },
	{ "http://openoffice.org/2010/draw", "drawooo" },
	/* Standards of the web that both use */
	{ "http://www.w3.org/1999/xlink", "xlink" },
	{ "http://www.w3.org/1998/Math/MathML", "math" },
	{ "http://www.w3.org/2001/xml-events", "dom" },
	{ "http://www.w3.org/2002/xforms", "xforms" },
	{ "http://www.w3.org/2001/XMLSchema", "xsd" },
	{ "http://www.w3.org/2001/XMLSchema-instance", "xsi" },
	{ "http://www.w3.org/1999/xhtml", "xhtml" },
	{ "http://www.w3.org/2003/g/data-view#", "grddl" },
	{ "http://www.w3.org/TR/css3-text/", "css3t" },
	{ "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf" },
	{ "http://purl.org/dc/elements/1.1/", "dc" },
	{ "http://purl.org/dc/terms/", "dcterms" },
	{ "http://purl.org/dc/dcmitype/", "dcmitype" },
	/* OOXML, transitional */
	{ OOXML "wordprocessingml/2006/main", "w" },
	{ OOXML "officeDocument/2006/relationships", "r" },
	{ OOXML "officeDocument/2006/math", "m" },
	{ OOXML "officeDocument/2006/bibliography", "b" },
	{ OOXML "officeDocument/2006/customXml", "ds" },
	{ OOXML "officeDocument/2006/docPropsVTypes", "vt" },
	{ OOXML "schemaLibrary/2006/main", "sl" },
	{ OOXML "drawingml/2006/main", "a" },
	{ OOXML "drawingml/2006/picture", "pic" },
	{ OOXML "drawingml/2006/wordprocessingDrawing", "wp" },
	{ OOXML "drawingml/2006/chart", "c" },
	{ OOXML "drawingml/2006/diagram", "dgm" },
	{ OOXML "drawingml/2006/lockedCanvas", "lc" },
	{ OOXML "markup-compatibility/2006", "mc" },
	{ OOXML "package/2006/metadata/core-properties", "cp" },
	{ "urn:schemas-microsoft-com:vml", "v" },
	{ "urn:schemas-microsoft-com:office:office", "o" },
	{ "urn:schemas-microsoft-com:office:word", "w10" },
	/* OOXML whose elements nobody prefixes, and some readers refuse with a prefix */
	{ OOXML "package/2006/content-types", "" },
	{ OOXML "package/2006/relationships", "" },
	{ OOXML "officeDocument/2006/extended-properties", "" },
	{ OOXML "officeDocument/2006/custom-properties", "" },
	/* What Word adds to it */
	{ MS "word/2010/wordml", "w14" },
	{ MS "word/2012/wordml", "w15" },
	{ MS "word/2015/wordml/symex", "w16se" },
	{ MS "word/2016/wordml/cid", "w16cid" },
	{ MS "word/2018/wordml", "w16" },
	{ MS "word/2018/wordml/cex", "w16cex" },
	{ MS "word/2020/wordml/sdtdatahash", "w16sdtdh" },
	{ MS "word/2023/wordml/word16du", "w16du" },
	{ MS "word/2024/wordml/sdtformatlock", "w16sdtfl" },
	{ MS "word/2006/wordml", "wne" },
	{ MS "word/2010/wordprocessingCanvas", "wpc" },
	{ MS "word/2010/wordprocessingDrawing", "wp14" },
	{ MS "word/2010/wordprocessingGroup", "wpg" },
	{ MS "word/2010/wordprocessingInk", "wpi" },
	{ MS "word/2010/wordprocessingShape", "wps" },
	{ MS "thememl/2012/main", "thm15" },
	{ MS "drawing/2010/main", "a14" },
	{ MS "drawing/2014/main", "a16" },
	{ MS "drawing/2014/chartex", "cx" },
	{ MS "drawing/2016/ink", "aink" },
	{ MS "drawing/2016/SVG/main", "asvg" },
	{ MS "drawing/2017/decorative", "adec" },
	{ MS "drawing/2017/model3d", "am3d" },
};

struct pk_str pk_xml_known_prefix(struct pk_str uri)
{
	for (size_t i = 0; i < PK_COUNT(table); i++)
		if (pk_str_is(uri, table[i].uri))
			return pk_str_of(table[i].prefix);
	return (struct pk_str){ NULL, 0 };
}

bool pk_xml_known_is_taken(struct pk_str prefix)
{
	for (size_t i = 0; i < PK_COUNT(table); i++)
		if (prefix.n > 0 && pk_str_is(prefix, table[i].prefix))
			return true;
	return false;
}
