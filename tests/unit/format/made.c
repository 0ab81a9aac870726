#include "made.h"

#include "markup/blocks.h"
#include "value/image.h"
#include "xml/tree.h"

#include <stdlib.h>

#define OASIS(name) " xmlns:" name "=\"urn:oasis:names:tc:opendocument:xmlns:" name ":1.0\""

static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x60\0\0\0\x30\x08\x02\0\0\0";

static const struct pk_image *picture(struct pk_job *job, struct pk_str word)
{
	struct pk_image *image = pk_new(job, struct pk_image, 1);
	struct pk_str bytes;

	assert_non_null(image);
	assert_true(pk_join(job, &bytes, (struct pk_str){ png, sizeof(png) - 1 }, word));
	*image = (struct pk_image){ .name = word,
		.bytes = bytes,
		.alt = word,
		.kind = PK_IMAGE_PNG,
		.width = 96,
		.height = pk_str_is(word, "tall") ? 192 : 48,
		.dpi_x = 96,
		.dpi_y = 96 };
	return image;
}

static void convert_text(struct pk_job *job, struct pk_value *value)
{
	struct pk_str text = value->as.text;
	struct pk_str rest = pk_str_slice(text, pk_str_find(text, PK_STR(":"), 0) + 1, text.n);

	if (pk_str_starts(text, PK_STR("md:"))) {
		*value = (struct pk_value){ .kind = PK_BLOCKS };
		assert_true(pk_markup_parse(job, rest, NULL, &value->as.blocks));
		for (size_t i = 0; i < value->as.blocks->n_images; i++)
			value->as.blocks->images[i]->image =
					picture(job, value->as.blocks->images[i]->target);
	} else if (pk_str_starts(text, PK_STR("anchor:")) || pk_str_starts(text, PK_STR("page:"))) {
		*value = (struct pk_value){ .kind = text.p[0] == 'a' ? PK_ANCHOR : PK_PAGE };
		assert_true(pk_str_uint(rest, &value->as.anchor));
	} else if (pk_str_starts(text, PK_STR("first:"))) {
		*value = (struct pk_value){ .kind = PK_PAGE };
		assert_true(pk_str_uint(rest, &value->as.page.anchor));
		value->as.page.first = true;
	} else if (pk_str_starts(text, PK_STR("picture:"))) {
		*value = (struct pk_value){ .kind = PK_IMAGE, .as.image = picture(job, rest) };
	}
}

static void convert(struct pk_job *job, struct pk_value *value)
{
	if (value->kind == PK_TEXT) {
		convert_text(job, value);
	} else if (value->kind == PK_LIST) {
		struct pk_value *items = pk_new(job, struct pk_value, value->as.list.n);

		assert_non_null(items);
		for (size_t i = 0; i < value->as.list.n; i++) {
			items[i] = value->as.list.v[i];
			convert(job, &items[i]);
		}
		value->as.list.v = items;
	} else if (value->kind == PK_MAP) {
		struct pk_field *fields = pk_new(job, struct pk_field, value->as.map.n);

		assert_non_null(fields);
		for (size_t i = 0; i < value->as.map.n; i++) {
			fields[i] = value->as.map.v[i];
			convert(job, &fields[i].value);
		}
		value->as.map.v = fields;
	}
}

struct pk_value made_values(struct pk_job *job, const char *json)
{
	struct pk_value value;

	if (!pk_value_read_json(job, pk_str_of(json), &value))
		fail_msg("%s\n%s", reports(job, PK_ENGLISH), json);
	convert(job, &value);
	return value;
}

static const struct pk_format *format_of(enum tiny_format format)
{
	return pk_format_find(pk_str_of(tiny_format_names[format]));
}

struct pk_document *made_render(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const char *json)
{
	struct pk_value values = made_values(job, json);
	const struct pk_template *t = tiny_compile(job, format, in, &values);
	struct pk_document *document;

	if (!format_of(format)->render(job, t, &values, &document))
		fail_msg("%s", reports(job, PK_ENGLISH));
	return document;
}

struct pk_package *made_build(struct pk_job *job, enum tiny_format format,
		const struct pk_package *in, const char *json, const struct pk_pages *pages)
{
	struct pk_document *document = made_render(job, format, in, json);
	struct pk_package *package;

	if (!format_of(format)->finish(job, document, pages, &package))
		fail_msg("%s", reports(job, PK_ENGLISH));
	return package;
}

struct pk_str made_body(
		struct pk_job *job, enum tiny_format format, const char *body, const char *json)
{
	struct pk_package *package =
			made_build(job, format, tiny_raw(job, format, body), json, NULL);
	struct pk_str part = tiny_body(job, format, package);

	return format == TINY_DOCX ? between(part, "<w:body>", "<w:sectPr>")
				   : between(part, "<office:text>", "</office:text>");
}

static void put_words(struct pk_out *out, const struct pk_xml *node)
{
	if (pk_xml_is(node, "w:p") || pk_xml_is(node, "text:p") || pk_xml_is(node, "text:h"))
		pk_put_c(out, out->n == 0 ? "" : "\n");
	else if (pk_xml_is(node, "w:tab") || pk_xml_is(node, "text:tab"))
		pk_put_c(out, "<tab>");
	else if (pk_xml_is(node, "w:br") || pk_xml_is(node, "text:line-break"))
		pk_put_c(out, "<br>");
	else if (pk_xml_is(node, "text:s"))
		for (int n = pk_xml_get(node, "text:c").n == 0 ? 1
							       : atoi(pk_xml_get(node, "text:c").p);
				n > 0; n--)
			pk_put_byte(out, ' ');
	else if (node->kind == PK_XML_TEXT && !pk_xml_is(node->parent, "w:instrText") &&
			!pk_xml_is(node->parent, "svg:desc"))
		pk_put(out, node->text);
}

struct pk_str made_words(struct pk_job *job, enum tiny_format format, struct pk_str body)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	struct pk_str all;
	struct pk_xml *root;

	if (format == TINY_DOCX)
		assert_true(pk_join(job, &all,
				PK_STR("<w:x xmlns:w=\"http://schemas.openxmlformats.org/"
				       "wordprocessingml/2006/main\">"),
				body, PK_STR("</w:x>")));
	else
		assert_true(pk_join(job, &all,
				PK_STR("<office:x " OASIS("office") OASIS("text")
								OASIS("table") ">"),
				body, PK_STR("</office:x>")));
	if (!pk_xml_read(job, all, PK_STR("body"), &root))
		fail_msg("%s\n%.*s", reports(job, PK_ENGLISH), (int)all.n, all.p);
	for (const struct pk_xml *n = root; n != NULL; n = pk_xml_walk(root, n))
		put_words(&out, n);
	assert_false(out.failed);
	return pk_str_trim(pk_out_str(&out));
}

struct pk_str made_part(struct pk_job *job, const struct pk_package *package, const char *name)
{
	int i = pk_package_find(package, pk_str_of(name));
	struct pk_str bytes;

	if (i < 0)
		fail_msg("no part %s", name);
	assert_true(pk_package_bytes(job, package, (size_t)i, &bytes));
	return bytes;
}

struct pk_str between(struct pk_str text, const char *from, const char *to)
{
	size_t start = pk_str_find(text, pk_str_of(from), 0) + strlen(from);
	size_t end = pk_str_find(text, pk_str_of(to), start > text.n ? text.n : start);

	if (start > text.n || end >= text.n)
		fail_msg("no %s ... %s in\n%.*s", from, to, (int)text.n, text.p);
	return pk_str_slice(text, start, end);
}

bool has(struct pk_str text, const char *piece)
{
	return pk_str_find(text, pk_str_of(piece), 0) < text.n;
}

size_t count(struct pk_str text, const char *piece)
{
	size_t n = 0, at = 0, length = strlen(piece);

	while ((at = pk_str_find(text, pk_str_of(piece), at)) < text.n) {
		n++;
		at += length;
	}
	return n;
}
