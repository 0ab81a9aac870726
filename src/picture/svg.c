/* An SVG: read, looked through, and written anew. */
#include "picture/svg.h"

enum { HUNDREDTHS = 100 };

struct pk_str svg_local(struct pk_str name)
{
	size_t colon = pk_str_find(name, PK_STR(":"), 0);

	return colon < name.n ? pk_str_slice(name, colon + 1, name.n) : name;
}

/* The reader declares all prefixes on the root, and xmlns where it begins to hold. */
bool svg_is_own(const struct pk_xml *node)
{
	const struct pk_xml *root = node;
	size_t colon = pk_str_find(node->name, PK_STR(":"), 0);

	if (colon == node->name.n) {
		for (; node != NULL; node = node->parent)
			if (pk_xml_get(node, "xmlns").p != NULL)
				return pk_str_is(pk_xml_get(node, "xmlns"), SVG_SPACE);
		return false;
	}
	while (root->parent != NULL)
		root = root->parent;
	for (size_t i = 0; i < root->n_attrs; i++) {
		struct pk_str name = root->attrs[i].name;

		if (pk_str_starts(name, PK_STR("xmlns:")) &&
				pk_str_eq(svg_local(name), pk_str_slice(node->name, 0, colon)))
			return pk_str_is(root->attrs[i].value, SVG_SPACE);
	}
	return false;
}

static bool is_foreign(const struct pk_xml_attr *attr)
{
	struct pk_str name = attr->name;

	if (pk_str_starts(name, PK_STR("xmlns:")))
		return !pk_str_is(name, "xmlns:xlink") && !pk_str_is(attr->value, SVG_SPACE);
	return pk_str_find(name, PK_STR(":"), 0) < name.n &&
	       !pk_str_starts(name, PK_STR("xlink:")) && !pk_str_starts(name, PK_STR("xml:"));
}

/* Drawing programs note the author's paths and names there. */
void svg_strip(struct svg *svg)
{
	struct pk_xml *next;

	for (struct pk_xml *node = svg->root; node != NULL; node = next) {
		size_t kept = 0;

		next = pk_xml_walk(svg->root, node);
		if (node->kind != PK_XML_ELEMENT)
			continue;
		if (!svg_is_own(node) || pk_str_is(svg_local(node->name), "metadata")) {
			next = pk_xml_skip(svg->root, node);
			pk_xml_remove(node);
			continue;
		}
		for (size_t i = 0; i < node->n_attrs; i++)
			if (!is_foreign(&node->attrs[i]))
				node->attrs[kept++] = node->attrs[i];
		node->n_attrs = kept;
	}
}

static struct pk_str line_of(struct pk_job *job, struct pk_str bytes, size_t at)
{
	uint64_t line = 1;

	for (size_t i = 0; i < at && at < bytes.n; i++)
		line += bytes.p[i] == '\n';
	return pk_number(job, line);
}

/* What the reader of XML says, told of the picture at its place in the meeting. */
static bool tell_unread(const struct svg *svg, struct pk_str bytes)
{
	const struct pk_report *report = pk_diag_get(svg->aside->diags, 0);
	struct pk_str line = PK_STR("1"), words = PK_STR("?");
	enum pk_message message = report == NULL ? PK_M_NONE : report->message;

	if (message == PK_M_MEMORY)
		return pk_fail(svg->job, PK_M_MEMORY, PK_NOWHERE);
	if (message == PK_M_XML_TOO_DEEP || message == PK_M_FILE_TOO_LARGE)
		return pk_fail(svg->job, PK_M_SVG_LARGE, svg->at, svg->name);
	if (message == PK_M_XML_DOCTYPE) {
		line = line_of(svg->job, bytes, pk_str_find(bytes, PK_STR("<!DOCTYPE"), 0));
		return pk_fail(svg->job, PK_M_SVG_HARM, svg->at, svg->name, PK_STR("<!DOCTYPE>"),
				line);
	}
	if (message == PK_M_XML_MALFORMED && (!pk_copy(svg->job, report->b, &line) ||
						     !pk_copy(svg->job, report->d, &words)))
		return false;
	return pk_fail(svg->job, PK_M_SVG_BROKEN, svg->at, svg->name, line, words);
}

static bool write_anew(const struct svg *svg, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(svg->job->arena, svg->job->limits->svg_bytes);

	pk_xml_put_head(&out);
	pk_xml_put_tree(&out, svg->root);
	if (out.failed)
		return pk_fail(svg->job, PK_M_SVG_LARGE, svg->at, svg->name);
	*ret = pk_out_str(&out);
	return true;
}

static bool look(struct svg *svg, struct pk_str bytes, struct pk_image *image)
{
	if (!pk_xml_read(svg->aside, bytes, svg->name, &svg->root))
		return tell_unread(svg, bytes);
	if (!pk_str_is(svg_local(svg->root->name), "svg") || !svg_is_own(svg->root))
		return pk_fail(svg->job, PK_M_SVG_ROOT, svg->at, svg->name);
	if (!svg_is_harmless(svg))
		return false;
	svg_strip(svg);
	if (!svg_has_few_parts(svg))
		return false;
	if (!svg_size(svg->root, &image->width, &image->height))
		return pk_fail(svg->job, PK_M_SVG_SIZE, svg->at, svg->name);
	image->kind = PK_IMAGE_SVG;
	image->dpi_x = image->dpi_y = PICTURE_DPI * HUNDREDTHS;
	return write_anew(svg, &image->bytes);
}

bool picture_svg(struct pk_job *job, struct pk_str bytes, struct pk_pos at, struct pk_image *image)
{
	struct svg svg = { .job = job, .at = at, .name = image->name };
	struct pk_limits limits = *job->limits;
	struct pk_job aside;
	bool good;

	limits.zip_entry_bytes = limits.svg_bytes;
	limits.xml_depth = limits.svg_depth;
	if (!pk_job_init(&aside, &limits))
		return pk_fail(job, PK_M_MEMORY, PK_NOWHERE);
	svg.aside = &aside;
	good = look(&svg, bytes, image);
	pk_job_free(&aside);
	return good;
}
