/* Awkward templates, each in a file of its own (awkward.h): what they show or how they are refused. What
 * they make is sound, and the same the second time. With PROTOKOLL_KEEP=FOLDER the documents and their
 * templates are kept there, for other judges. */
#include "awkward.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "package/file.h"
#include "package/replace.h"
#include "support/sound.h"

static void keep(struct pk_job *job, const struct awkward *c, enum tiny_format format, const char *suffix,
		const struct pk_package *package)
{
	const char *folder = getenv("PROTOKOLL_KEEP");
	struct pk_str path, bytes;
	if (folder == NULL)
		return;
	assert_true(pk_join(job, &path, pk_str_of(folder), PK_STR("/"), c->name, pk_str_of(suffix),
			PK_STR("."), pk_str_of(tiny_format_names[format])));
	assert_true(pk_package_write(job, package, &bytes) && pk_file_replace(job, path, bytes));
}

/* The section for one format, or the one for both. */
static struct pk_str section(const struct awkward *c, const char *name, enum tiny_format format)
{
	struct pk_str own = awkward_section(c, name, tiny_format_names[format]);
	return own.p != NULL ? own : awkward_section(c, name, "");
}

static struct pk_compile_options options_of(struct pk_job *job, const struct awkward *c, struct pk_value *model)
{
	struct pk_compile_options options = { .name = PK_STR("mall"), .generator = PK_STR("protokoll test") };
	struct pk_str names = awkward_section(c, "model", "");
	if (names.p != NULL && pk_copy(job, names, &names)) {
		*model = made_values(job, names.p);
		options.model = model;
	}
	return options;
}

/* The values with the facts that every document's properties have. */
static struct pk_value values_of(struct pk_job *job, const struct awkward *c)
{
	const struct pk_str facts = PK_STR("{\"egenskaper\": {\"titel\": \"Protokoll\", \"datum\": "
			"\"2024-05-21\"}");
	struct pk_str json = pk_str_trim(awkward_section(c, "values", ""));
	bool none = json.n <= 2;
	assert_true(pk_join(job, &json, facts, none ? PK_STR("}") : PK_STR(", "),
			none ? PK_STR("") : pk_str_slice(json, 1, json.n)));
	return made_values(job, json.p);
}

static bool build(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		const struct pk_package *in, struct pk_package **ret)
{
	const struct pk_format *to = pk_format_find(pk_str_of(tiny_format_names[format]));
	struct pk_value model, values = values_of(job, c);
	struct pk_compile_options options = options_of(job, c, &model);
	const struct pk_template *t;
	struct pk_document *document;
	return to->compile(job, in, &options, &t) && to->render(job, t, &values, &document) &&
	       to->finish(job, document, NULL, ret);
}

/* --- what is expected --- */

static void check_refused(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		struct pk_str expected)
{
	struct pk_str line;
	const char *told = reports(job, PK_SWEDISH);
	uint32_t n = 0;
	pk_diag_sort(job->diags);
	for (; expected.n > 0 && pk_str_next(&expected, '\n', &line); n++) {
		struct pk_str code = pk_str_slice(line, 0, pk_str_find(line, PK_STR(" "), 0));
		struct pk_str words = pk_str_trim(pk_str_slice(line, code.n, line.n));
		if (n >= pk_diag_count(job->diags) || !pk_str_is(code,
				pk_message_code(pk_diag_get(job->diags, n)->message)) ||
				!has(pk_str_of(told), words.n > 0 ? (pk_copy(job, words, &words) ?
				words.p : "") : ""))
			fail_msg("%.*s, %s: expected %.*s, found\n%s", (int)c->name.n, c->name.p,
					tiny_format_names[format], (int)line.n, line.p, told);
	}
	if (n != pk_diag_count(job->diags))
		fail_msg("%.*s, %s: more than expected:\n%s", (int)c->name.n, c->name.p,
				tiny_format_names[format], told);
}

static void check_pieces(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		const struct pk_package *out, const char *kind)
{
	struct pk_str pieces = section(c, kind, format), piece, all;
	struct pk_out text = pk_out_new(job->arena, 1 << 22);
	for (size_t i = 0; i < pk_package_count(out); i++)
		if (pk_str_ends(pk_package_name(out, i), PK_STR(".xml")) &&
				pk_package_bytes(job, out, i, &all))
			pk_put(&text, all);
	assert_true(pk_out_done(job, &text, &all));
	while (pieces.n > 0 && pk_str_next(&pieces, '\n', &piece))
		if ((pk_str_find(all, piece, 0) < all.n) != (strcmp(kind, "has") == 0))
			fail_msg("%.*s, %s: %s %.*s\n%.*s", (int)c->name.n, c->name.p,
					tiny_format_names[format], kind, (int)piece.n, piece.p,
					(int)tiny_body(job, format, out).n,
					tiny_body(job, format, out).p);
}

static void check_sound(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		const struct pk_package *in, const struct pk_package *out)
{
	struct pk_out before = pk_out_new(job->arena, 1 << 16), after = pk_out_new(job->arena, 1 << 16);
	unsigned had = sound_faults(in, &before);
	if ((sound_faults(out, &after) & ~had) != 0)
		fail_msg("%.*s, %s: not sound:\n%.*s%.*s", (int)c->name.n, c->name.p,
				tiny_format_names[format], (int)after.n, after.p,
				(int)tiny_body(job, format, out).n, tiny_body(job, format, out).p);
}

static void check_same_again(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		const struct pk_package *in, const struct pk_package *out)
{
	struct pk_package *again;
	struct pk_str a, b;
	assert_true(build(job, c, format, in, &again));
	assert_true(pk_package_write(job, out, &a));
	assert_true(pk_package_write(job, again, &b));
	if (!pk_str_eq(a, b))
		fail_msg("%.*s, %s: other bytes the second time", (int)c->name.n, c->name.p,
				tiny_format_names[format]);
}

static void check_document(struct pk_job *job, const struct awkward *c, enum tiny_format format,
		const struct pk_package *in, const struct pk_package *out)
{
	struct pk_str expected = section(c, "text", format), found = awkward_shows(job, format, out);
	while (pk_str_ends(found, PK_STR("\n")))
		found.n--;
	keep(job, c, format, "-mall", in);
	keep(job, c, format, "", out);
	if (!pk_str_eq(expected, found))
		fail_msg("%.*s, %s\n--- expected\n%.*s\n--- found\n%.*s\n---\n%.*s", (int)c->name.n,
				c->name.p, tiny_format_names[format], (int)expected.n, expected.p,
				(int)found.n, found.p, (int)tiny_body(job, format, out).n,
				tiny_body(job, format, out).p);
	check_pieces(job, c, format, out, "has");
	check_pieces(job, c, format, out, "lacks");
	check_sound(job, c, format, in, out);
	check_same_again(job, c, format, in, out);
}

/* --- cases --- */

/* True when the case has a template in that format. */
static bool check_case(const struct awkward *c, enum tiny_format format)
{
	struct pk_job job;
	struct pk_package *in, *out;
	struct pk_str refused = section(c, "refused", format);
	assert_true(pk_job_init(&job, &pk_limits_default));
	in = awkward_template(&job, c, format);
	if (in != NULL) {
		bool good = build(&job, c, format, in, &out);
		if (good && refused.p != NULL)
			fail_msg("%.*s, %s: was not refused: %.*s", (int)c->name.n, c->name.p,
					tiny_format_names[format], (int)awkward_shows(&job, format, out).n,
					awkward_shows(&job, format, out).p);
		if (!good && refused.p == NULL)
			fail_msg("%.*s, %s: %s", (int)c->name.n, c->name.p, tiny_format_names[format],
					reports(&job, PK_ENGLISH));
		if (good)
			check_document(&job, c, format, in, out);
		else
			check_refused(&job, c, format, refused);
	}
	pk_job_free(&job);
	return in != NULL;
}

static void check_format(struct pk_job *job, enum tiny_format format)
{
	const char *only = getenv("PROTOKOLL_CASE");
	DIR *folder = opendir(GOLDEN "/templates");
	const struct dirent *entry;
	size_t n = 0;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		struct pk_str file = pk_str_of(entry->d_name), path;
		struct awkward c;
		if (!pk_str_ends(file, PK_STR(".case")) || (only != NULL && strstr(file.p, only) == NULL))
			continue;
		assert_true(pk_copy(job, pk_str_slice(file, 0, file.n - 5), &c.name));
		assert_true(pk_join(job, &path, PK_STR(GOLDEN "/templates/"), file));
		assert_true(pk_file_read(job, path, 1 << 20, &c.text));
		n += check_case(&c, format);
	}
	closedir(folder);
	assert_true(n >= 50 || only != NULL);
}

static void awkward_templates_of_odt(void **state)
{
	check_format(*state, TINY_ODT);
}

static void awkward_templates_of_docx(void **state)
{
	check_format(*state, TINY_DOCX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(awkward_templates_of_odt),
		job_test(awkward_templates_of_docx),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
