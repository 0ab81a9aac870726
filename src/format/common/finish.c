#include "format/common/finish.h"

#include "format/common/dialect.h"
#include "package/package.h"
#include "value/image.h"
#include "xml/tree.h"

static struct pk_made *made_of(const struct pk_finish *f, struct pk_str name)
{
	for (size_t i = 0; i < f->n_made; i++)
		if (pk_str_eq(f->made[i].name, name))
			return &f->made[i];
	return NULL;
}

bool pk_finish_add(struct pk_finish *f, struct pk_str name, struct pk_str bytes, bool stored)
{
	struct pk_made *made = made_of(f, name);

	if (made == NULL) {
		if (!pk_grow(f->job, &f->made, f->n_made, &f->made_room))
			return false;
		made = &f->made[f->n_made++];
	}
	*made = (struct pk_made){ name, bytes, stored };
	return true;
}

bool pk_finish_add_tree(struct pk_finish *f, struct pk_str name, const struct pk_xml *root)
{
	struct pk_out out = pk_out_new(f->job->arena, f->job->limits->output_bytes);
	struct pk_str bytes;

	pk_xml_put_head(&out);
	pk_xml_put_tree(&out, root);
	return pk_out_done(f->job, &out, &bytes) && pk_finish_add(f, name, bytes, false);
}

bool pk_finish_drop(struct pk_finish *f, struct pk_str name)
{
	return pk_finish_add(f, name, (struct pk_str){ NULL, 0 }, false);
}

bool pk_finish_pictures(struct pk_finish *f, struct pk_str folder)
{
	for (size_t i = 0; i < f->doc->n_pictures; i++) {
		const struct pk_document_picture *picture = &f->doc->pictures[i];
		/* The others are packed already. */
		bool stored = picture->image->kind != PK_IMAGE_SVG;
		struct pk_str name;

		if (!pk_join(f->job, &name, folder, picture->file) ||
				!pk_finish_add(f, name, picture->image->bytes, stored))
			return false;
	}
	return true;
}

/* The template's part of that name; n_parts when there is none. */
static size_t part_of(const struct pk_template *t, struct pk_str name)
{
	size_t i = 0;

	while (i < t->n_parts && !pk_str_eq(t->parts[i].name, name))
		i++;
	return i;
}

bool pk_finish_has(const struct pk_finish *f, struct pk_str name)
{
	const struct pk_made *made = made_of(f, name);
	const struct pk_template *t = f->doc->template;

	return made != NULL ? made->bytes.p != NULL : part_of(t, name) < t->n_parts;
}

bool pk_finish_read(struct pk_finish *f, struct pk_str name, struct pk_str otherwise,
		struct pk_xml **ret)
{
	const struct pk_template *t = f->doc->template;
	size_t i = part_of(t, name);
	struct pk_str bytes = otherwise;

	if (i < t->n_parts && t->parts[i].tree != NULL)
		return pk_tree_copy(f->job, t->parts[i].tree, ret);
	if (i < t->n_parts && f->doc->parts[i].p != NULL)
		bytes = f->doc->parts[i];
	else if (i < t->n_parts && !pk_package_bytes(f->job, t->package, i, &bytes))
		return false;
	return pk_xml_read(f->job, bytes, name, ret);
}

bool pk_finish_read_filled(struct pk_finish *f, struct pk_str name, struct pk_xml **ret)
{
	size_t i = part_of(f->doc->template, name);
	struct pk_str bytes;

	if (i == f->doc->template->n_parts || f->doc->parts[i].p == NULL)
		return pk_finish_read(f, name, PK_STR("<none/>"), ret);
	return pk_document_fill(f->job, f->doc, (uint32_t)i, f->writers, f->pages, &bytes) &&
	       pk_xml_read(f->job, bytes, name, ret);
}

/* A part of the template: made anew, rendered or as it lies. */
static bool put_part(struct pk_finish *f, struct pk_package *to, size_t i)
{
	const struct pk_template *t = f->doc->template;
	struct pk_str name = t->parts[i].name, bytes;
	const struct pk_made *made = made_of(f, name);

	if (made != NULL)
		return made->bytes.p == NULL ||
		       pk_package_add(f->job, to, name, made->bytes, made->stored);
	if (f->doc->parts[i].p == NULL)
		return pk_package_keep(f->job, to, t->package, i);
	return pk_document_fill(f->job, f->doc, (uint32_t)i, f->writers, f->pages, &bytes) &&
	       pk_package_add(f->job, to, name, bytes, false);
}

bool pk_finish_package(struct pk_finish *f, struct pk_str last,
		bool (*make_last)(struct pk_finish *f, struct pk_str part,
				struct pk_str fingerprint, struct pk_str *ret),
		struct pk_package **ret)
{
	const struct pk_template *t = f->doc->template;
	uint32_t errors = pk_diag_errors(f->job->diags);
	struct pk_str fingerprint, bytes;

	if (!pk_package_new(f->job, ret))
		return false;
	for (size_t i = 0; i < t->n_parts; i++)
		if (!pk_str_eq(t->parts[i].name, last) && !put_part(f, *ret, i))
			return false;
	for (size_t i = 0; i < f->n_made; i++) {
		const struct pk_made *made = &f->made[i];

		if (made->bytes.p != NULL && part_of(t, made->name) == t->n_parts &&
				!pk_package_add(f->job, *ret, made->name, made->bytes,
						made->stored))
			return false;
	}
	return pk_package_fingerprint(f->job, *ret, last, &fingerprint) &&
	       make_last(f, last, fingerprint, &bytes) &&
	       pk_package_add(f->job, *ret, last, bytes, false) &&
	       pk_diag_errors(f->job->diags) == errors;
}

static bool fact(struct pk_finish *f, const struct pk_value *map, struct pk_str name,
		struct pk_str *ret)
{
	const struct pk_value *value = pk_value_get(map, name);

	*ret = PK_STR("");
	return value == NULL || pk_value_words(f->job, value, ret);
}

bool pk_finish_facts(struct pk_finish *f, struct pk_facts *ret)
{
	const struct pk_value *root = &f->doc->root;
	const struct pk_value *own = pk_value_get(root, PK_STR("egenskaper"));

	if (!fact(f, own, PK_STR("titel"), &ret->title) ||
			!fact(f, own, PK_STR("datum"), &ret->date) ||
			!fact(f, root, PK_STR("organ"), &ret->organ))
		return false;
	if (ret->title.n == 0 && !fact(f, root, PK_STR("titel"), &ret->title))
		return false;
	/* Anything but a plain date would make the properties unreadable. */
	if (ret->date.n != 10 || ret->date.p[4] != '-' || ret->date.p[7] != '-')
		ret->date = PK_STR("");
	return true;
}

void pk_finish_remove(struct pk_xml *root, const char *name)
{
	struct pk_xml *next;

	for (struct pk_xml *n = root->first; n != NULL; n = next) {
		next = n->next;
		if (pk_xml_is(n, name))
			pk_xml_remove(n);
	}
}

bool pk_finish_element(struct pk_job *job, struct pk_xml *parent, const char *name,
		struct pk_str text, struct pk_xml **ret)
{
	struct pk_xml *words;

	if (!pk_xml_new(job, PK_XML_ELEMENT, pk_str_of(name), ret))
		return false;
	pk_xml_insert(parent, *ret, NULL);
	if (text.n == 0)
		return true;
	if (!pk_xml_new(job, PK_XML_TEXT, text, &words))
		return false;
	pk_xml_insert(*ret, words, NULL);
	return true;
}

bool pk_finish_set(struct pk_job *job, struct pk_xml *root, const char *name, struct pk_str text)
{
	struct pk_xml *node;

	pk_finish_remove(root, name);
	return text.n == 0 || pk_finish_element(job, root, name, text, &node);
}

bool pk_finish_declare(struct pk_job *job, struct pk_xml *root, const char *attr, const char *uri)
{
	return pk_xml_get(root, attr).p != NULL ||
	       pk_xml_set(job, root, pk_str_of(attr), pk_str_of(uri));
}

bool pk_finish_text(struct pk_job *job, const struct pk_xml *node, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);

	for (const struct pk_xml *n = pk_xml_walk(node, node); n != NULL; n = pk_xml_walk(node, n))
		if (n->kind == PK_XML_TEXT)
			pk_put(&out, n->text);
	return pk_out_done(job, &out, ret);
}
