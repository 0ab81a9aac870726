/* Trees made from YAML in the test, and reading in them. */
#ifndef PK_TESTS_TREE_H
#define PK_TESTS_TREE_H

#include "unit/rules/meeting_text.h"

#include <stdio.h>

#include "context/context.h"
#include "markup/blocks.h"

static inline struct pk_value edition_of(struct pk_job *job, const char *text, const char *settings,
		enum pk_edition edition)
{
	const struct pk_meeting *meeting = meeting_with(job, text, settings);
	const struct pk_findings *found = NULL;
	struct pk_value root = { 0 };

	if (!pk_rules_apply(job, meeting, day_of(""), &found))
		fail_msg("errors in\n%s\n%s", text, reports(job, PK_ENGLISH));
	assert_true(pk_context_make(job, meeting, found, edition, &root));
	return root;
}

static inline struct pk_value tree_of(struct pk_job *job, const char *text, const char *settings)
{
	return edition_of(job, text, settings, PK_EDITION_FULL);
}

/* A file of the folder cases/, NUL terminated. */
static inline const char *case_text(struct pk_job *job, const char *name)
{
	char path[1000];
	struct pk_out out = pk_out_new(job->arena, 1 << 20);
	FILE *f;
	int c;

	snprintf(path, sizeof(path), "%s/%s", CASES, name);
	f = fopen(path, "rb");
	if (f == NULL)
		fail_msg("cannot open %s", path);
	while ((c = fgetc(f)) != EOF)
		pk_put_byte(&out, (char)c);
	fclose(f);
	pk_put_byte(&out, '\0');
	assert_false(out.failed);
	return out.p;
}

/* The value at "anslag.0.rader.2.text", or NULL; NULL too for NOTHING. */
static inline const struct pk_value *value_at(const struct pk_value *v, const char *path)
{
	struct pk_str rest = pk_str_of(path), name;
	uint32_t i;

	while (v != NULL && pk_str_next(&rest, '.', &name)) {
		if (v->kind == PK_LIST && pk_str_uint(name, &i))
			v = i < v->as.list.n ? &v->as.list.v[i] : NULL;
		else
			v = pk_value_get(v, name);
	}
	return v != NULL && v->kind == PK_NOTHING ? NULL : v;
}

/* The kind there; NOTHING when there is none. */
static inline enum pk_kind kind_at(const struct pk_value *root, const char *path)
{
	const struct pk_value *v = value_at(root, path);

	return v == NULL ? PK_NOTHING : v->kind;
}

/* The text there; "" when there is none. */
static inline struct pk_str text_at(const struct pk_value *root, const char *path)
{
	const struct pk_value *v = pk_value_plain(value_at(root, path));

	return v != NULL && v->kind == PK_TEXT ? v->as.text : PK_STR("");
}

/* The words of formatted text there; "" when there is none. */
static inline struct pk_str words_at(struct pk_job *job, const struct pk_value *root, const char *path)
{
	const struct pk_value *v = value_at(root, path);
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	if (v != NULL && v->kind == PK_BLOCKS)
		pk_blocks_words(v->as.blocks, &out);
	assert_false(out.failed);
	return pk_out_str(&out);
}

/* A list of maps as lines, the fields joined by " | ". */
static inline struct pk_str lines_at(struct pk_job *job, const struct pk_value *root,
		const char *path, const char *const *fields, size_t n)
{
	const struct pk_value *list = value_at(root, path);
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	for (size_t i = 0; list != NULL && i < list->as.list.n; i++) {
		for (size_t f = 0; f < n; f++) {
			pk_put_c(&out, f > 0 ? " | " : "");
			pk_put(&out, text_at(&list->as.list.v[i], fields[f]));
		}
		pk_put_c(&out, "\n");
	}
	assert_false(out.failed);
	return pk_out_str(&out);
}

#endif
