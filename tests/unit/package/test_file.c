/* Files read whole and replaced whole, on a real disk. */
#include "package/file.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "package/package.h"
#include "package/replace.h"
#include "support/fixture.h"

static unsigned mode_of(const char *name)
{
	struct stat now;

	assert_int_equal(stat(name, &now), 0);
	return now.st_mode & 07777;
}

static void replace(struct pk_job *job, const char *name, const char *bytes)
{
	if (!pk_file_replace(job, pk_str_of(name), pk_str_of(bytes)))
		fail_msg("%s", reports(job, PK_ENGLISH));
	assert_silent(job);
}

/* Fails with the one message, which names the path. */
static void assert_not_replaced(struct pk_job *job, const char *name, const char *code)
{
	assert_false(pk_file_replace(job, pk_str_of(name), PK_STR("new")));
	assert_only(job, code, 0, 0);
	assert_non_null(strstr(reports(job, PK_SWEDISH), name));
}

static void a_file_is_read_whole(void **state)
{
	struct pk_str text = PK_STR("");

	folder_put("a", "one\ntwo", 0644);
	assert_true(pk_file_read(*state, PK_STR("a"), 7, &text));
	assert_text(text, "one\ntwo");
	folder_put("tom", "", 0644);
	assert_true(pk_file_read(*state, PK_STR("tom"), 0, &text));
	assert_int_equal(text.n, 0);
	/* Tells no size beforehand. */
	assert_true(pk_file_read(*state, PK_STR("/proc/self/status"), 100000, &text));
	assert_true(text.n > 100);
	assert_silent(*state);
}

static void what_cannot_be_read_is_told(void **state)
{
	static const struct {
		const char *name, *code, *words;
	} rows[] = {
		{ "saknas.yaml", "P180", "saknas.yaml finns inte" },
		{ "", "P180", " finns inte" },
		{ "mapp", "P184", "mapp är en mapp, ingen fil" },
		{ "stor", "P187", "stor är större än 4 byte" },
		{ "stor/fil", "P185", "stor/fil är ingen mapp" },
		{ "fifo", "P186", "fifo är ingen vanlig fil" },
		{ "/dev/null", "P186", "/dev/null är ingen vanlig fil" },
		{ "/proc/self/status", "P187", "/proc/self/status är större än 4 byte" },
		{ "ring", "P188", "ring kan inte läsas eller skrivas: systemet svarar ELOOP" },
	};

	(void)state;
	assert_int_equal(mkdir("mapp", 0755), 0);
	assert_int_equal(mkfifo("fifo", 0644), 0);
	assert_int_equal(symlink("ring", "ring"), 0);
	folder_put("stor", "12345", 0644);
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;
		struct pk_str text;

		fixture_job(&own);
		assert_false(pk_file_read(own, pk_str_of(rows[i].name), 4, &text));
		assert_only(own, rows[i].code, 0, 0);
		assert_non_null(strstr(reports(own, PK_SWEDISH), rows[i].words));
		fixture_job_free(&own);
	}
}

static void existence_is_of_any_kind(void **state)
{
	(void)state;
	folder_put("a", "", 0644);
	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_true(pk_file_exists(PK_STR("a")));
	assert_true(pk_file_exists(PK_STR(".")));
	assert_true(pk_file_exists(PK_STR("link")));
	assert_false(pk_file_exists(PK_STR("b")));
	assert_false(pk_file_exists(PK_STR("")));
	assert_false(pk_file_exists(PK_STR("a\0b")));
}

static void a_new_file_has_the_umasks_mode(void **state)
{
	umask(027);
	replace(*state, "new.odt", "bytes");
	umask(022);
	assert_file("new.odt", "bytes");
	assert_int_equal(mode_of("new.odt"), 0640);
	assert_names("new.odt");
}

static void an_old_file_keeps_its_mode(void **state)
{
	folder_put("a.odt", "old and longer", 0604);
	replace(*state, "a.odt", "new");
	assert_file("a.odt", "new");
	assert_int_equal(mode_of("a.odt"), 0604);
	replace(*state, "a.odt", "");
	assert_file("a.odt", "");
	assert_names("a.odt");
}

static void paths_lead_anywhere(void **state)
{
	char here[4096], path[4200];

	assert_int_equal(mkdir("mapp", 0755), 0);
	replace(*state, "mapp/å b.odt", "1");
	replace(*state, "./mapp//å b.odt", "2");
	assert_file("mapp/å b.odt", "2");
	assert_non_null(getcwd(here, sizeof(here)));
	snprintf(path, sizeof(path), "%s/mapp/c", here);
	replace(*state, path, "3");
	assert_file("mapp/c", "3");
}

static void links_are_followed(void **state)
{
	struct stat now;

	assert_int_equal(mkdir("mapp", 0755), 0);
	folder_put("mapp/real", "old", 0644);
	assert_int_equal(symlink("mapp/second", "link"), 0);
	assert_int_equal(symlink("real", "mapp/second"), 0);
	replace(*state, "link", "new");
	assert_file("mapp/real", "new");
	assert_int_equal(lstat("link", &now), 0);
	assert_true(S_ISLNK(now.st_mode));
	/* A link to what is not there yet. */
	assert_int_equal(symlink("mapp/later", "link2"), 0);
	replace(*state, "link2", "later");
	assert_file("mapp/later", "later");
	assert_names("link link2 mapp");
}

static void files_are_replaced_together_or_not_at_all(void **state)
{
	const struct pk_file files[] = {
		{ PK_STR("a.odt"), PK_STR("1") },
		{ PK_STR("mapp/b.docx"), PK_STR("2") },
		{ PK_STR("./c.html"), PK_STR("3") },
		{ PK_STR("link"), PK_STR("4") },
	};
	size_t n;

	assert_int_equal(mkdir("mapp", 0755), 0);
	folder_put("a.odt", "old", 0604);
	assert_true(pk_file_replace_all(*state, files, 3, &n));
	assert_int_equal(n, 3);
	assert_file("a.odt", "1");
	assert_int_equal(mode_of("a.odt"), 0604);
	assert_file("mapp/b.docx", "2");
	assert_file("c.html", "3");
	/* A link to one of the others: the last one's bytes stay. */
	assert_int_equal(symlink("c.html", "link"), 0);
	assert_true(pk_file_replace_all(*state, files, 4, &n));
	assert_file("c.html", "4");
	assert_names("a.odt c.html link mapp");
	assert_true(pk_file_replace_all(*state, files, 0, &n));
	assert_int_equal(n, 0);
	assert_silent(*state);
	/* The last one cannot be replaced: the others are not either. */
	assert_int_equal(unlink("link") + mkdir("link", 0755), 0);
	folder_put("a.odt", "old", 0604);
	assert_false(pk_file_replace_all(*state, files, 4, &n));
	assert_only(*state, "P184", 0, 0);
	assert_int_equal(n, 0);
	assert_file("a.odt", "old");
	assert_names("a.odt c.html link mapp");
}

static void only_regular_files_are_replaced(void **state)
{
	static const struct {
		const char *name, *code;
	} rows[] = {
		{ "mapp", "P184" },
		{ "fifo", "P186" },
		{ "/dev/null", "P186" },
		{ "tomapp", "P184" },
		{ "ring", "P188" },
		{ "saknas/a", "P180" },
		{ "fil/a", "P185" },
		{ "ny/", "P180" },
	};

	(void)state;
	assert_int_equal(mkdir("mapp", 0755), 0);
	assert_int_equal(mkfifo("fifo", 0644), 0);
	assert_int_equal(symlink("mapp", "tomapp"), 0);
	assert_int_equal(symlink("ring", "ring"), 0);
	folder_put("fil", "old", 0644);
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		void *own = NULL;

		fixture_job(&own);
		assert_false(pk_file_replace(own, pk_str_of(rows[i].name), PK_STR("new")));
		assert_only(own, rows[i].code, 0, 0);
		fixture_job_free(&own);
	}
	assert_names("fifo fil mapp ring tomapp");
}

/* Nothing is protected from root: such a test is run as somebody else. False when it cannot be. */
static bool become_ordinary(void)
{
	return geteuid() != 0 || (chown(".", 65534, (gid_t)-1) == 0 && seteuid(65534) == 0);
}

static void become_oneself(void)
{
	assert_int_equal(seteuid(getuid()), 0);
}

static void protection_is_respected(void **state)
{
	if (!become_ordinary())
		return;
	folder_put("a.odt", "old", 0444);
	assert_not_replaced(*state, "a.odt", "P181");
	assert_file("a.odt", "old");
	assert_names("a.odt");
	become_oneself();
}

static void a_protected_folder_is_told(void **state)
{
	if (!become_ordinary())
		return;
	assert_int_equal(mkdir("mapp", 0555), 0);
	assert_not_replaced(*state, "mapp/a.odt", "P181");
	become_oneself();
}

static void a_protected_file_is_told(void **state)
{
	struct pk_str text;

	if (!become_ordinary())
		return;
	folder_put("a.yaml", "text", 0);
	assert_false(pk_file_read(*state, PK_STR("a.yaml"), 100, &text));
	assert_only(*state, "P181", 0, 0);
	become_oneself();
}

/* The temporary file of a document, as one that was killed leaves it. */
static void put_debris(const char *document, char name[64])
{
	uint64_t mark = pk_mark(PK_MARK_START, pk_str_of(document));

	snprintf(name, 64, ".protokoll-%016" PRIx64 "-0.tmp", mark);
	folder_put(name, "debris", 0644);
}

static void debris_goes_when_the_file_is_written_next(void **state)
{
	char name[64], other[64];

	put_debris("a", name);
	put_debris("b", other);
	replace(*state, "a", "new");
	assert_file("a", "new");
	assert_file(other, "debris");
	assert_int_equal(access(name, F_OK), -1);
	pk_file_tidy(*state, PK_STR("./b"));
	assert_int_equal(access(other, F_OK), -1);
	pk_file_tidy(*state, PK_STR("no/where"));
	assert_silent(*state);
}

/* Who lives holds a lock. */
static void what_another_writes_is_no_debris(void **state)
{
	char name[64];
	int fd;

	put_debris("a", name);
	fd = open(name, O_WRONLY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	replace(*state, "a", "new");
	assert_file("a", "new");
	assert_file(name, "debris");
	close(fd);
}

static void folders_are_made_with_those_above(void **state)
{
	struct pk_job *job = *state;

	assert_true(pk_file_make_folder(job, PK_STR("a/b//c/")));
	assert_true(pk_file_make_folder(job, PK_STR("a/b")));
	assert_true(pk_file_make_folder(job, PK_STR(".")));
	assert_true(pk_file_make_folder(job, PK_STR("/tmp")));
	assert_silent(job);
	assert_int_equal(mode_of("a/b/c"), 0755);
	folder_put("a/fil", "", 0644);
	assert_false(pk_file_make_folder(job, PK_STR("a/fil/d")));
	assert_only(job, "P185", 0, 0);
	assert_non_null(strstr(reports(job, PK_ENGLISH), "a/fil is not a folder"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		folder_test(a_file_is_read_whole),
		folder_test(what_cannot_be_read_is_told),
		folder_test(existence_is_of_any_kind),
		folder_test(a_new_file_has_the_umasks_mode),
		folder_test(an_old_file_keeps_its_mode),
		folder_test(paths_lead_anywhere),
		folder_test(links_are_followed),
		folder_test(files_are_replaced_together_or_not_at_all),
		folder_test(only_regular_files_are_replaced),
		folder_test(protection_is_respected),
		folder_test(a_protected_folder_is_told),
		folder_test(a_protected_file_is_told),
		folder_test(debris_goes_when_the_file_is_written_next),
		folder_test(what_another_writes_is_no_debris),
		folder_test(folders_are_made_with_those_above),
	};

	return cmocka_run_group_tests_name("package/file", tests, NULL, NULL);
}
