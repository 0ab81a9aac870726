/* Runs the tests of the Mustache specification: mustache_spec FOLDER. */
#include <stdio.h>

#include "format/text/text.h"
#include "value/value.h"

/* The required parts of the specification; the others are optional modules. */
static const char *const files[] = {
	"comments",
	"delimiters",
	"interpolation",
	"inverted",
	"partials",
	"sections",
};

enum { LARGEST_FILE = 1 << 20 };

struct tally {
	unsigned passed, failed;
};

static bool read_file(struct pk_job *job, const char *folder, const char *name, struct pk_str *ret)
{
	char path[4096];
	int length = snprintf(path, sizeof(path), "%s/%s.json", folder, name);
	FILE *file = length > 0 && (size_t)length < sizeof(path) ? fopen(path, "rb") : NULL;
	char *bytes = pk_new(job, char, LARGEST_FILE);
	if (file == NULL || bytes == NULL) {
		fprintf(stderr, "mustache_spec: cannot read %s/%s.json\n", folder, name);
		if (file != NULL)
			fclose(file);
		return false;
	}
	*ret = (struct pk_str){ bytes, fread(bytes, 1, LARGEST_FILE, file) };
	bool good = !ferror(file) && ret->n < LARGEST_FILE;
	fclose(file);
	return good;
}

static struct pk_str text_of(const struct pk_value *test, const char *field)
{
	const struct pk_value *value = pk_value_get(test, pk_str_of(field));
	return value != NULL && value->kind == PK_TEXT ? value->as.text : PK_STR("");
}

static bool find_partial(
		void *self, struct pk_str name, struct pk_str *ret_text, uint32_t *ret_source)
{
	const struct pk_value *text = pk_value_get(self, name);
	if (text == NULL || text->kind != PK_TEXT)
		return false;
	*ret_text = text->as.text;
	*ret_source = 0;
	return true;
}

static bool render(struct pk_job *job, const struct pk_value *test, struct pk_str *ret)
{
	static const struct pk_value nothing = { .kind = PK_NOTHING };
	const struct pk_value *data = pk_value_get(test, PK_STR("data"));
	const struct pk_value *partials = pk_value_get(test, PK_STR("partials"));
	struct pk_value none = nothing, some = partials != NULL ? *partials : none;
	struct pk_text_partials find = { .self = &some, .find = find_partial };
	struct pk_text_options options = { .html = true, .partials = &find };
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	const struct pk_text_template *template;
	return pk_text_compile(job, text_of(test, "template"), 0, &options, &template) &&
	       pk_text_render(job, template, data != NULL ? data : &nothing, &out) &&
	       pk_out_done(job, &out, ret);
}

static void print_quoted(struct pk_str s)
{
	putchar('"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			fputs("\\n", stdout);
		else if (s.p[i] == '\r')
			fputs("\\r", stdout);
		else
			putchar(s.p[i]);
	}
	putchar('"');
}

static void run_test(struct pk_job *job, const char *file, const struct pk_value *test,
		struct tally *tally)
{
	struct pk_str expected = text_of(test, "expected"), name = text_of(test, "name"), found;
	bool done = render(job, test, &found);
	if (done && pk_str_eq(found, expected)) {
		tally->passed++;
		return;
	}
	tally->failed++;
	printf("%s: %.*s: expected ", file, (int)name.n, name.p);
	print_quoted(expected);
	fputs(", got ", stdout);
	if (done)
		print_quoted(found);
	else
		fputs("an error", stdout);
	putchar('\n');
}

/* The tests of one file; false when it cannot be read or holds none. */
static bool run_file(const char *folder, const char *file, struct tally *tally)
{
	struct pk_job job;
	struct pk_str json;
	struct pk_value root;
	if (!pk_job_init(&job, &pk_limits_default))
		return false;
	bool good = read_file(&job, folder, file, &json) && pk_value_read_json(&job, json, &root);
	const struct pk_value *tests = good ? pk_value_get(&root, PK_STR("tests")) : NULL;
	good = tests != NULL && tests->kind == PK_LIST && tests->as.list.n > 0;
	for (size_t i = 0; good && i < tests->as.list.n; i++)
		run_test(&job, file, &tests->as.list.v[i], tally);
	if (!good)
		fprintf(stderr, "mustache_spec: no tests in %s/%s.json\n", folder, file);
	pk_job_free(&job);
	return good;
}

int main(int argc, char **argv)
{
	struct tally tally = { 0, 0 };
	if (argc != 2) {
		puts("skipped: no folder with the tests of the Mustache specification");
		return 77;
	}
	for (size_t i = 0; i < PK_COUNT(files); i++)
		if (!run_file(argv[1], files[i], &tally))
			return 2;
	printf("%u passed, %u failed\n", tally.passed, tally.failed);
	return tally.failed == 0 ? 0 : 1;
}
