/* A template from package to programs: the steps that ODT and DOCX share. */
#include "format/common/compile.h"

#include "format/common/check.h"
#include "format/common/dialect.h"
#include "package/package.h"

bool pk_compile_run(struct pk_compiler *c, const struct pk_template **ret,
		bool (*steps)(struct pk_compiler *c, const struct pk_template **ret))
{
	bool done;
	c->trees = pk_arena_new(c->job->limits->memory);
	if (c->trees == NULL)
		return pk_fail(c->job, PK_M_MEMORY, PK_NOWHERE);
	done = steps(c, ret);
	pk_arena_free(c->trees);
	return done;
}

static bool read_tree(struct pk_job *job, const struct pk_package *in, struct pk_str template,
		struct pk_str name, struct pk_xml_about *about, struct pk_xml **ret)
{
	struct pk_str bytes, whole;
	int i = pk_package_find(in, name);
	if (i < 0)
		return pk_fail(job, PK_M_TEMPLATE_PART, PK_NOWHERE, template, name);
	return pk_package_bytes(job, in, (size_t)i, &bytes) &&
	       pk_join(job, &whole, template, PK_STR(": "), name) &&
	       pk_xml_read_about(job, bytes, whole, about, ret);
}

bool pk_compile_tree(struct pk_job *job, const struct pk_package *in, struct pk_str template,
		struct pk_str name, struct pk_xml **ret)
{
	return read_tree(job, in, template, name, NULL, ret);
}

/* No text that somebody deleted, and no remark, may be read in a document. */
static bool accept(struct pk_compiler *c, struct pk_part *part)
{
	c->review.changed = false;
	if (pk_xml_had_any(&part->about, c->dialect->reviewed) &&
			!c->dialect->accept(c->job, part->root, &c->review))
		return false;
	part->changed = c->review.changed;
	return true;
}

bool pk_compile_read(struct pk_compiler *c, struct pk_str name, bool kept, struct pk_part **ret)
{
	struct pk_part *part = pk_new(c->job, struct pk_part, 1);
	if (part == NULL || !pk_grow(c->job, &c->parts, c->n_parts, &c->parts_room))
		return false;
	*part = (struct pk_part){ .c = c, .job = c->job, .dialect = c->dialect, .name = name };
	part->about = (struct pk_xml_about){
		.place = pk_place_named, .owner = part, .tree = kept ? NULL : c->trees
	};
	if (!read_tree(c->job, c->in, c->options->name, name, &part->about, &part->root) ||
			!accept(c, part))
		return false;
	c->parts[c->n_parts++] = part;
	*ret = part;
	return true;
}

bool pk_compile_expect(const struct pk_part *part, const char *root)
{
	return pk_xml_is(part->root, root) ||
	       pk_fail(part->job, PK_M_TEMPLATE_KIND, PK_NOWHERE, part->c->options->name,
			       part->name);
}

bool pk_compile_properties(struct pk_compiler *c, struct pk_str name)
{
	int i = pk_package_find(c->in, name);
	struct pk_str bytes;
	struct pk_part *part;
	struct pk_xml *root;
	if (i < 0)
		return true;
	if (!pk_package_bytes(c->job, c->in, (size_t)i, &bytes))
		return false;
	if (pk_str_find(bytes, PK_STR("{{"), 0) >= bytes.n)
		return pk_compile_tree(c->job, c->in, c->options->name, name, &root) &&
		       pk_compile_keep(c, name, root);
	if (!pk_compile_read(c, name, false, &part))
		return false;
	part->plain = part->story = true;
	return true;
}

struct pk_part *pk_compile_part(const struct pk_compiler *c, struct pk_str name)
{
	for (size_t i = 0; i < c->n_parts; i++)
		if (pk_str_eq(c->parts[i]->name, name))
			return c->parts[i];
	return NULL;
}

bool pk_compile_edit(struct pk_compiler *c, struct pk_str name, struct pk_str bytes)
{
	if (!pk_grow(c->job, &c->edits, c->n_edits, &c->edits_room))
		return false;
	c->edits[c->n_edits++] = (struct pk_edit){ name, bytes };
	return true;
}

bool pk_compile_keep(struct pk_compiler *c, struct pk_str name, const struct pk_xml *root)
{
	if (!pk_grow(c->job, &c->kept, c->n_kept, &c->kept_room))
		return false;
	c->kept[c->n_kept++] = (struct pk_kept){ name, root };
	return true;
}

static const struct pk_xml *kept_of(const struct pk_compiler *c, struct pk_str name)
{
	for (size_t i = 0; i < c->n_kept; i++)
		if (pk_str_eq(c->kept[i].name, name))
			return c->kept[i].root;
	return NULL;
}

bool pk_compile_print(struct pk_job *job, const struct pk_xml *root, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	pk_xml_put_head(&out);
	pk_xml_put_tree(&out, root);
	return pk_out_done(job, &out, ret);
}

/* The paragraph that a node stands in or behind, counted as the search for tags does. */
static bool place_of(struct pk_part *part, const struct pk_xml *node, struct pk_pos *ret)
{
	struct pk_source source = { .name = part->c->options->name, .part = part->name };
	struct pk_xml *paragraph = NULL;

	for (struct pk_xml *n = part->root; n != NULL && n != node;
			n = pk_xml_walk(part->root, n)) {
		if (!pk_place_is(part, n, PK_PLACE_PARAGRAPH))
			continue;
		if (paragraph != NULL && part->dialect->heading(part, paragraph) > 0 &&
				!pk_tags_text(part, paragraph, &source.heading))
			return false;
		paragraph = n;
		source.paragraph++;
	}
	if (paragraph != NULL && !pk_tags_text(part, paragraph, &source.text))
		return false;
	*ret = PK_NOWHERE;
	ret->length = (uint32_t)source.text.n;
	return pk_source_add(part->job, &source, &ret->source);
}

bool pk_compile_refuse(struct pk_part *part, const struct pk_xml *node, enum pk_message message,
		struct pk_str what)
{
	struct pk_pos at = PK_NOWHERE;

	part->c->failed = true;
	if (part->story && !part->plain && !place_of(part, node, &at))
		return false;
	(void)pk_fail(part->job, message, at, what);
	return true;
}

/* What is wrong in a part is looked for also when another one has failed. */
static bool find_tags(struct pk_part *part)
{
	struct pk_compiler *c = part->c;
	bool before = c->failed;
	c->failed = false;
	if (!part->plain)
		pk_tags_clean(part);
	if (!pk_tags_find(part))
		return false;
	if (!c->failed)
		pk_tags_check_places(part);
	part->failed = c->failed;
	c->failed = c->failed || before;
	return true;
}

static bool place_tags(struct pk_part *part)
{
	struct pk_compiler *c = part->c;
	bool before = c->failed;
	c->failed = part->failed;
	if (!pk_sections_check(part) || !pk_sections_lift(part))
		return false;
	if (!c->failed && !part->plain && !pk_ids_find(part))
		return false;
	c->failed = c->failed || before;
	return true;
}

static bool each_story(struct pk_compiler *c, bool (*step)(struct pk_part *part))
{
	for (size_t i = 0; i < c->n_parts; i++)
		if (c->parts[i]->story && !step(c->parts[i]))
			return false;
	return true;
}

bool pk_compile_tags(struct pk_compiler *c)
{
	if (c->options->check && !pk_check_written(c))
		return false;
	if (!each_story(c, find_tags) ||
			(c->dialect->gather != NULL && !c->dialect->gather(c)) ||
			!each_story(c, place_tags))
		return false;
	if (!c->failed && c->names_pages && !c->names_anchors)
		pk_tell(c->job, PK_M_TEMPLATE_NO_ANCHOR, c->pages_at);
	return !c->failed && (c->checks == NULL || pk_check_tagged(c));
}

static bool is_program(const struct pk_part *part)
{
	return part->n_tags > 0 || part->wanted || (part->flows && part->c->names_pages);
}

static bool write_parts(struct pk_compiler *c)
{
	struct pk_str bytes;
	for (size_t i = 0; i < c->n_parts; i++) {
		struct pk_part *part = c->parts[i];
		if (is_program(part)) {
			if (part->story && !part->plain && c->dialect->settle != NULL &&
					!c->dialect->settle(part))
				return false;
			if (!pk_emit_part(part))
				return false;
		} else if (part->changed) {
			if (!pk_compile_print(c->job, part->root, &bytes) ||
					!pk_compile_edit(c, part->name, bytes))
				return false;
		}
	}
	return true;
}

static const struct pk_edit *edit_of(const struct pk_compiler *c, struct pk_str name)
{
	for (size_t i = c->n_edits; i-- > 0;)
		if (pk_str_eq(c->edits[i].name, name))
			return &c->edits[i];
	return NULL;
}

static const struct pk_str media_type = { "mimetype", 8 };

/* A part of the template's package: as edited, as it is, or, where a program will write it, the name alone. */
static bool put_part(struct pk_compiler *c, struct pk_package *to, size_t i)
{
	struct pk_str name = pk_package_name(c->in, i);
	const struct pk_part *part = pk_compile_part(c, name);
	const struct pk_edit *edit = edit_of(c, name);

	if (edit != NULL && (edit->bytes.p == NULL || pk_str_eq(name, media_type)))
		return true;
	if (part != NULL && part->program != NULL)
		return pk_package_add(c->job, to, name, PK_STR(""), true);
	return edit == NULL ? pk_package_keep(c->job, to, c->in, i)
			    : pk_package_add(c->job, to, name, edit->bytes, false);
}

/* The package that documents are made from: the template's, but for what has been edited. */
static bool make_package(struct pk_compiler *c, struct pk_package **ret)
{
	struct pk_package *package;
	const struct pk_edit *type = edit_of(c, media_type);
	if (!pk_package_new(c->job, &package))
		return false;
	/* The media type of an ODT is read from the first bytes of the file, without unpacking. */
	if (type != NULL && !pk_package_add(c->job, package, media_type, type->bytes, true))
		return false;
	for (size_t i = 0; i < pk_package_count(c->in); i++)
		if (!put_part(c, package, i))
			return false;
	for (size_t i = 0; i < c->n_edits; i++) {
		const struct pk_edit *edit = &c->edits[i];
		if (edit->bytes.p != NULL && edit != type && edit == edit_of(c, edit->name) &&
				pk_package_find(c->in, edit->name) < 0 &&
				!pk_package_add(c->job, package, edit->name, edit->bytes, false))
			return false;
	}
	*ret = package;
	return pk_package_pack(c->job, package);
}

/* One entry for each part of the package, in its order. */
static bool list_parts(const struct pk_compiler *c, struct pk_template *t)
{
	t->n_parts = pk_package_count(t->package);
	t->parts = pk_new(c->job, struct pk_template_part, t->n_parts);
	if (t->parts == NULL)
		return false;
	for (size_t i = 0; i < t->n_parts; i++) {
		struct pk_template_part *to = &t->parts[i];
		to->name = pk_package_name(t->package, i);
		const struct pk_part *part = pk_compile_part(c, to->name);
		if (part == NULL || part->program == NULL) {
			to->tree = kept_of(c, to->name);
			continue;
		}
		to->program = part->program;
		to->events = part->events;
		to->n_events = part->n_events;
		to->flows = part->flows && c->names_pages;
	}
	return true;
}

bool pk_compile_sound(const struct pk_compiler *c)
{
	return pk_diag_errors(c->job->diags) == c->errors;
}

bool pk_compile_done(struct pk_compiler *c, const struct pk_format *format,
		const struct pk_template **ret)
{
	struct pk_package *package;
	struct pk_template *t = pk_new(c->job, struct pk_template, 1);
	if (t == NULL || !write_parts(c) || !make_package(c, &package))
		return false;
	*t = (struct pk_template){ .format = format,
		.package = package,
		.roles = c->roles,
		.geometry = c->geometry,
		.accent = c->accent,
		.ids = c->ids,
		.names_pages = c->names_pages,
		.names_draft = c->names_draft,
		.names_anchors = c->names_anchors,
		.name = c->options->name,
		.generator = c->options->generator };
	if (!list_parts(c, t) || (c->checks != NULL && !pk_check_compiled(c, t)))
		return false;
	*ret = t;
	return true;
}
