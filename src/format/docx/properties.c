/* Document properties: ours, on top of what the template says that we do not know. */
#include "format/docx/finish.h"

#define CORE_SPACES                                                                                \
	"xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "    \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                           \
	"xmlns:dcterms=\"http://purl.org/dc/terms/\" "                                             \
	"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
#define EXTENDED "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#define CUSTOM "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
#define VT "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
/* The set that named properties belong to, in every DOCX. */
#define CUSTOM_SET "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

static const struct {
	size_t field;
	const char *type_end, *type, *name, *id;
} wanted[] = {
	{ offsetof(struct docx_properties, core), "/metadata/core-properties",
			"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
			"core-properties",
			"docProps/core.xml", "rIdProtokollCore" },
	{ offsetof(struct docx_properties, app), "/extended-properties",
			DOCX_OFFICE "/extended-properties", "docProps/app.xml", "rIdProtokollApp" },
	{ offsetof(struct docx_properties, custom), "/custom-properties",
			DOCX_OFFICE "/custom-properties", "docProps/custom.xml",
			"rIdProtokollCustom" },
};

/* The template's first page as a picture would show another case; its signatures hold for itself.
 */
static bool drop_litter(struct pk_finish *f, struct pk_xml *relations)
{
	static const char *const types[] = { "/metadata/thumbnail", "/digital-signature/origin" };
	const struct pk_template *t = f->doc->template;
	struct pk_str target;

	for (size_t i = 0; i < PK_COUNT(types); i++) {
		struct pk_xml *r = docx_find_relation(relations, types[i]);

		if (r == NULL)
			continue;
		if (!docx_target(f->job, PK_STR(""), r, &target) || !pk_finish_drop(f, target))
			return false;
		pk_xml_remove(r);
	}
	for (size_t i = 0; i < t->n_parts; i++)
		if (pk_str_starts(t->parts[i].name, PK_STR("_xmlsignatures/")) &&
				!pk_finish_drop(f, t->parts[i].name))
			return false;
	return true;
}

bool docx_find_properties(struct pk_finish *f, struct docx_properties *ret)
{
	const struct pk_str name = PK_STR("_rels/.rels");
	struct pk_xml *relations;

	if (!pk_finish_read(f, name, PK_STR("<Relationships xmlns=\"" DOCX_RELATIONS "\"/>"),
			    &relations) ||
			!drop_litter(f, relations))
		return false;
	for (size_t i = 0; i < PK_COUNT(wanted); i++) {
		struct pk_str *part = (struct pk_str *)(void *)((char *)ret + wanted[i].field);
		const struct pk_xml *r = docx_find_relation(relations, wanted[i].type_end);

		if (r != NULL) {
			if (!docx_target(f->job, PK_STR(""), r, part))
				return false;
			continue;
		}
		*part = pk_str_of(wanted[i].name);
		if (!docx_add_relation(f->job, relations, pk_str_of(wanted[i].id), wanted[i].type,
				    *part, false))
			return false;
	}
	return pk_finish_add_tree(f, name, relations);
}

static bool set_date(struct pk_job *job, struct pk_xml *core, const char *name, struct pk_str date)
{
	struct pk_str time;
	struct pk_xml *node;

	pk_finish_remove(core, name);
	if (date.n == 0)
		return true;
	return pk_join(job, &time, date, PK_STR("T00:00:00Z")) &&
	       pk_finish_element(job, core, name, time, &node) &&
	       pk_xml_set(job, node, PK_STR("xsi:type"), PK_STR("dcterms:W3CDTF"));
}

static bool put_core(struct pk_finish *f, struct pk_str part, const struct pk_facts *facts)
{
	static const char *const dropped[] = { "cp:lastModifiedBy", "cp:revision",
		"cp:lastPrinted" };
	struct pk_job *job = f->job;
	struct pk_xml *core;

	if (!pk_finish_read(f, part, PK_STR("<cp:coreProperties " CORE_SPACES "/>"), &core))
		return false;
	for (size_t i = 0; i < PK_COUNT(dropped); i++)
		pk_finish_remove(core, dropped[i]);
	return pk_finish_declare(job, core, "xmlns:dc", "http://purl.org/dc/elements/1.1/") &&
	       pk_finish_declare(job, core, "xmlns:dcterms", "http://purl.org/dc/terms/") &&
	       pk_finish_declare(job, core, "xmlns:xsi",
			       "http://www.w3.org/2001/XMLSchema-instance") &&
	       pk_finish_set(job, core, "dc:title", facts->title) &&
	       pk_finish_set(job, core, "dc:creator", facts->organ) &&
	       pk_finish_set(job, core, "dc:language", PK_STR("sv-SE")) &&
	       set_date(job, core, "dcterms:created", facts->date) &&
	       set_date(job, core, "dcterms:modified", facts->date) &&
	       pk_finish_add_tree(f, part, core);
}

static bool put_app(struct pk_finish *f, struct pk_str part)
{
	static const char *const dropped[] = { "Template", "TotalTime", "Pages", "Words",
		"Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Manager",
		"HeadingPairs", "TitlesOfParts", "AppVersion", "HyperlinkBase", "HLinks",
		"DigSig" };
	struct pk_xml *app;

	if (!pk_finish_read(f, part, PK_STR("<Properties xmlns=\"" EXTENDED "\"/>"), &app))
		return false;
	for (size_t i = 0; i < PK_COUNT(dropped); i++)
		pk_finish_remove(app, dropped[i]);
	return pk_finish_set(f->job, app, "Application", PK_STR("protokoll")) &&
	       pk_finish_add_tree(f, part, app);
}

bool docx_put_properties(struct pk_finish *f, const struct docx_properties *at)
{
	struct pk_facts facts;

	return pk_finish_facts(f, &facts) && put_core(f, at->core, &facts) && put_app(f, at->app);
}

/* The template's own property of that name, and the highest number in use. */
static void drop_property(struct pk_xml *custom, const char *name)
{
	struct pk_xml *next;

	for (struct pk_xml *p = custom->first; p != NULL; p = next) {
		next = p->next;
		if (pk_str_is(pk_xml_get(p, "name"), name))
			pk_xml_remove(p);
	}
}

static uint32_t next_pid(const struct pk_xml *custom)
{
	uint32_t next = 2, pid;

	for (const struct pk_xml *p = custom->first; p != NULL; p = p->next)
		if (pk_str_uint(pk_xml_get(p, "pid"), &pid) && pid >= next)
			next = pid + 1;
	return next;
}

static bool add_property(
		struct pk_job *job, struct pk_xml *custom, const char *name, struct pk_str value)
{
	struct pk_xml *property, *text;
	struct pk_str pid;

	drop_property(custom, name);
	if (value.n == 0)
		return true;
	pid = pk_number(job, next_pid(custom));
	return pk_finish_element(job, custom, "property", PK_STR(""), &property) &&
	       pk_xml_set(job, property, PK_STR("fmtid"), PK_STR(CUSTOM_SET)) &&
	       pk_xml_set(job, property, PK_STR("pid"), pid) &&
	       pk_xml_set(job, property, PK_STR("name"), pk_str_of(name)) &&
	       pk_finish_element(job, property, "vt:lpwstr", value, &text);
}

bool docx_make_custom(struct pk_finish *f, struct pk_str part, struct pk_str fingerprint,
		struct pk_str *ret)
{
	const struct pk_template *t = f->doc->template;
	struct pk_out out = pk_out_new(f->job->arena, f->job->limits->output_bytes);
	struct pk_xml *custom;

	if (!pk_finish_read(f, part,
			    PK_STR("<Properties xmlns=\"" CUSTOM "\" xmlns:vt=\"" VT "\"/>"),
			    &custom) ||
			!pk_finish_declare(f->job, custom, "xmlns:vt", VT) ||
			!add_property(f->job, custom, PK_PROPERTY_TEMPLATE, t->name) ||
			!add_property(f->job, custom, PK_PROPERTY_PROGRAM, t->generator) ||
			!add_property(f->job, custom, PK_PROPERTY_FINGERPRINT, fingerprint))
		return false;
	pk_xml_put_head(&out);
	pk_xml_put_tree(&out, custom);
	return pk_out_done(f->job, &out, ret);
}
