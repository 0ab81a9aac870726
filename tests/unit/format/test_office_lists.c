/* LibreOffice reads the documents: numbered lists begin again in each turn. */
#include "tiny.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "package/file.h"
#include "package/replace.h"
#include "support/fixture.h"

static const char *const lines = "{{#paragrafer}}\n# {{rubrik}}\n{{#beslut}}\n1. {{.}}\n{{/beslut}}\n"
	"{{/paragrafer}}\n{{#avsnitt}}\nmellan\n{{#val}}\n1. {{{text}}}\n{{/val}}\n{{/avsnitt}}\nslut";
static const char *const json = "{\"paragrafer\": [{\"rubrik\": \"A\", \"beslut\": [\"a1\", \"a2\"]}, "
	"{\"rubrik\": \"B\", \"beslut\": [\"b1\", \"b2\"]}], \"avsnitt\": ["
	"{\"val\": [{\"text\": {\"$blocks\": \"c1\"}}, {\"text\": {\"$blocks\": \"c2\"}}]}, "
	"{\"val\": [{\"text\": {\"$blocks\": \"d1\"}}]}]}";

/* Runs LibreOffice on the file; false when there is none on this machine. */
static bool convert(const char *folder, const char *file, const char *profile)
{
	int status = 0;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL || freopen("/dev/null", "w", stderr) == NULL)
			_exit(127);
		execlp("soffice", "soffice", profile, "--headless", "--convert-to",
				"txt:Text (encoded):UTF8", "--outdir", folder, file, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

static const char *name_in(struct pk_job *job, const char *before, const char *folder,
		const char *file)
{
	struct pk_str name;
	assert_true(pk_join(job, &name, pk_str_of(before), pk_str_of(folder), pk_str_of(file)));
	return name.p;
}

/* The lines that begin with a number, as the office program shows them. */
static const char *numbered(struct pk_job *job, struct pk_str text)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);
	struct pk_str line;
	while (pk_str_next(&text, '\n', &line)) {
		line = pk_str_trim(line);
		if (line.n == 0 || line.p[0] < '0' || line.p[0] > '9')
			continue;
		pk_put(&out, line);
		pk_put_c(&out, "\n");
	}
	pk_put_byte(&out, '\0');
	return out.p;
}

static void numbered_lists_begin_again_in_libreoffice(void **state)
{
	struct pk_job *job = *state;
	char folder[] = "/tmp/protokoll-office-XXXXXX";
	static const char *const files[][2] = { { "/o.odt", "/o.txt" }, { "/d.docx", "/d.txt" } };
	assert_non_null(mkdtemp(folder));
	const char *profile = name_in(job, "-env:UserInstallation=file://", folder, "/profile");
	struct pk_value values = tiny_values(job, pk_str_of(json));
	bool there = true;
	for (enum tiny_format format = 0; format < TINY_FORMATS && there; format++) {
		struct pk_str bytes, text;
		const char *file = name_in(job, "", folder, files[format][0]);
		struct pk_package *document = tiny_build(job, format,
				tiny_template(job, format, TINY_BODY, lines), NULL, &values);
		assert_true(pk_package_write(job, document, &bytes));
		assert_true(pk_file_replace(job, pk_str_of(file), bytes));
		there = convert(folder, file, profile);
		if (!there)
			break;
		assert_true(pk_file_read(job, pk_str_of(name_in(job, "", folder, files[format][1])),
				1 << 20, &text));
		assert_string_equal(numbered(job, text),
				"1. a1\n2. a2\n1. b1\n2. b2\n1. c1\n2. c2\n1. d1\n");
	}
	assert_int_equal(system(name_in(job, "rm -rf ", folder, "")), 0);
	if (!there)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = { job_test(numbered_lists_begin_again_in_libreoffice) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
