/* What the live page shows of a meeting. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "preview/state.h"
#include "support/fixture.h"
#include "value/value.h"

#define DRAFT "samples/utkast-2024-05-21.yaml"

/* A folder of its own for the files of a test. */
struct desk {
	char folder[32], file[64];
	struct pk_preview_state *state;
};

static void write_at(struct desk *desk, const char *name, const char *text)
{
	char path[64];
	FILE *file;

	(void)snprintf(path, sizeof(path), "%s/%s", desk->folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static struct pk_preview_state *made(struct pk_preview_request request)
{
	struct pk_preview_state *state = pk_preview_state_make(&request);

	assert_non_null(state);
	return state;
}

/* The state of a meeting with that text. */
static struct pk_preview_state *made_of(struct desk *desk, const char *text,
		struct pk_preview_request request)
{
	(void)snprintf(desk->folder, sizeof(desk->folder), "/tmp/protokoll-XXXXXX");
	assert_non_null(mkdtemp(desk->folder));
	(void)snprintf(desk->file, sizeof(desk->file), "%s/m.yaml", desk->folder);
	write_at(desk, "m.yaml", text);
	request.file = desk->file;
	desk->state = made(request);
	return desk->state;
}

static void clear(struct desk *desk)
{
	pk_preview_state_free(desk->state);
	assert_int_equal(unlink(desk->file), 0);
	assert_int_equal(rmdir(desk->folder), 0);
}

static bool has(struct pk_str text, const char *piece)
{
	return pk_str_find(text, pk_str_of(piece), 0) < text.n;
}

static bool watches(const struct pk_preview_state *state, const char *path)
{
	for (size_t i = 0; i < pk_preview_state_files(state); i++) {
		if (strcmp(pk_preview_state_file(state, i), path) == 0)
			return true;
	}
	return false;
}

/* The report read back: "messages.0.where", or NULL. */
static struct pk_job report_job;

static int begin_report(void **unused)
{
	(void)unused;
	return pk_job_init(&report_job, &pk_limits_default) ? 0 : 1;
}

static int end_report(void **unused)
{
	(void)unused;
	pk_job_free(&report_job);
	return 0;
}

static void assert_told(const struct pk_preview_state *state, const char *path, const char *expected)
{
	struct pk_str rest = pk_str_of(path), name;
	struct pk_value report;
	const struct pk_value *at = &report;
	uint32_t i;

	assert_true(pk_value_read_json(&report_job, pk_preview_state_report(state), &report));
	while (at != NULL && pk_str_next(&rest, '.', &name)) {
		if (at->kind == PK_LIST && pk_str_uint(name, &i))
			at = i < at->as.list.n ? &at->as.list.v[i] : NULL;
		else
			at = pk_value_get(at, name);
	}
	if (expected == NULL) {
		assert_false(pk_value_true(at));
		return;
	}
	assert_non_null(at);
	assert_int_equal(at->kind, PK_TEXT);
	assert_text(at->as.text, expected);
}

static void test_draft(void **unused)
{
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT,
			.today = "2024-05-30" });

	(void)unused;
	assert_true(pk_preview_state_good(state));
	assert_int_equal(pk_preview_state_status(state), PROTOKOLL_DONE);
	assert_true(has(pk_preview_state_document(state), "UTKAST"));
	assert_told(state, "status", "utkast");
	assert_told(state, "summary", "5 saker kvar");
	assert_told(state, "messages.0", NULL);
	assert_told(state, "remains.4.code", "P307");
	assert_told(state, "remains.4.where", "§ 60");
	assert_told(state, "remains.4.anchor", "P3");
	assert_told(state, "remains.4.line", "37");
	assert_told(state, "signers.0.rows.1.role", "Ordförande");
	assert_told(state, "signers.0.rows.1.name", "Nils Berg (M)");
	assert_told(state, "signers.0.rows.1.state", "inte undertecknat");
	assert_told(state, "dates.0.rows.1.label", "Sista dag att justera");
	assert_told(state, "dates.0.rows.1.date", "2024-06-04");
	assert_told(state, "dates.0.rows.1.when", "om 5 dagar");
	assert_told(state, "dates.0.rows.4.unknown", "räknas när justeringens dag är skriven");
	/* The mark stands above its paragraf. */
	assert_true(has(pk_preview_state_document(state), "har inget beslut</span>"));
	assert_true(watches(state, DRAFT));
	/* The settings are made when they are saved the first time. */
	assert_true(watches(state, "samples/protokoll.yaml"));
	pk_preview_state_free(state);
}

static void test_missing_file(void **unused)
{
	struct pk_preview_state *state =
			made((struct pk_preview_request){ .file = "samples/finns-inte.yaml" });

	(void)unused;
	assert_false(pk_preview_state_good(state));
	assert_int_equal(pk_preview_state_document(state).n, 0);
	assert_told(state, "status", "fel");
	assert_told(state, "messages.0.level", "fel");
	assert_true(has(pk_preview_state_report(state), "finns-inte.yaml"));
	assert_true(watches(state, "samples/finns-inte.yaml"));
	pk_preview_state_free(state);
}

/* The paragraf of a fault is known though the meeting could not be read. */
static void test_faults(void **unused)
{
	struct desk desk;
	struct pk_preview_state *state = made_of(&desk,
			"organ: Socialnämnden\n"
			"datum: 2024-05-21\n"
			"paragrafer:\n"
			"  - nr: 7\n"
			"    rubrik: <b>Budget</b>\n"
			"    beslut: nej\n"
			"  - rubrik: Rapport\n"
			"    bslut: Rapporten & <b>tabellen</b> godkänns.\n"
			"plats: Stadshuset\n"
			"tid: 25.00\n", (struct pk_preview_request){ .language = PK_ENGLISH });

	(void)unused;
	assert_false(pk_preview_state_good(state));
	assert_int_equal(pk_preview_state_status(state), PROTOKOLL_CONTENT);
	assert_told(state, "summary", "2 errors");
	assert_told(state, "messages.0.code", "P030");
	assert_told(state, "messages.0.text", "unknown key: bslut");
	assert_told(state, "messages.0.where", "§ 8");
	assert_told(state, "messages.0.anchor", "P2");
	assert_told(state, "messages.0.line", "8");
	assert_told(state, "messages.0.column", "5");
	assert_told(state, "messages.0.length", "5");
	assert_told(state, "messages.0.source.before", "    ");
	assert_told(state, "messages.0.source.here", "bslut");
	assert_told(state, "messages.0.source.after", ": Rapporten & <b>tabellen</b> godkänns.");
	assert_told(state, "messages.1.where", "First page");
	assert_told(state, "marks.1.anchor", "P2");
	assert_told(state, "dates", NULL);
	/* What stands in a file is words, not HTML. */
	assert_false(has(pk_preview_state_page(state), "<b>tabellen"));
	assert_true(has(pk_preview_state_page(state), "&amp; &lt;b&gt;tabellen"));
	clear(&desk);
}

static void test_broken_yaml(void **unused)
{
	struct desk desk;
	struct pk_preview_state *state = made_of(&desk, "organ: Socialnämnden\n\tdatum: x\n",
			(struct pk_preview_request){ 0 });

	(void)unused;
	assert_false(pk_preview_state_good(state));
	assert_told(state, "messages.0.line", "2");
	assert_told(state, "messages.0.where", "Första sidan");
	clear(&desk);
}

#define HEAD "kommun: Sjöviks kommun\norgan: Socialnämnden\ndatum: 2024-05-21\ntid: 13.00–16.00\n" \
	"plats: Stadshuset\nnärvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n" \
	"    - Per Lindgren (C)\nsekreterare: Anna Sjöberg\n"

static void test_approved(void **unused)
{
	struct desk desk;
	struct pk_preview_state *state = made_of(&desk, HEAD
			"justering: {justerare: Per Lindgren (C), plats: Stadshuset, datum: 2024-05-31}\n"
			"anslag: {förvaringsplats: Stadshuset, datum: 2024-06-01}\n"
			"paragrafer:\n"
			"  - {nr: 41, rubrik: Budget, beslut: Budgeten fastställs.}\n"
			"  - {rubrik: Taxa, beslut: Taxan fastställs., omedelbar_justering: ja}\n",
			(struct pk_preview_request){ .today = "2024-06-20" });

	(void)unused;
	assert_true(pk_preview_state_good(state));
	assert_told(state, "status", "justerat");
	assert_told(state, "panel_word", "Justering och anslag");
	assert_told(state, "remains", NULL);
	assert_told(state, "signers.0.rows.2.name", "Per Lindgren (C)");
	assert_told(state, "signers.0.rows.2.state", "undertecknat");
	assert_told(state, "signers.1.group", "Omedelbar justering 2024-05-21, §\xC2\xA0" "42");
	assert_told(state, "dates.0.rows.1.label", "Protokollet justeras");
	assert_told(state, "dates.0.rows.1.date", "2024-05-31");
	assert_told(state, "dates.0.rows.4.label", "Anslaget sätts upp");
	assert_told(state, "dates.0.rows.4.date", "2024-06-01");
	/* Three weeks later is midsommardagen. */
	assert_told(state, "dates.0.rows.5.date", "2024-06-24");
	assert_told(state, "dates.0.rows.5.reason",
			"Tre veckor efter anslaget; flyttas från 2024-06-22 (midsommardagen), 2024-06-23 (söndag).");
	assert_told(state, "dates.0.rows.5.ground", "KL 13 kap. 5 §; lag (1930:173) 1–2 §§");
	assert_told(state, "dates.0.rows.6.date", "2024-06-25");
	assert_told(state, "dates.1.group", "Omedelbart justerad, § 42");
	assert_told(state, "dates.1.rows.1.date", "2024-05-21");
	assert_told(state, "dates.1.rows.5.date", "2024-06-11");
	clear(&desk);
}

/* A day that the law has passed is said to be too late, and planned days are preliminary. */
static void test_late(void **unused)
{
	struct desk desk;
	struct pk_preview_state *state = made_of(&desk, HEAD
			"justering: {justerare: Per Lindgren (C), plats: Stadshuset, planerad: 2024-06-14}\n"
			"anslag: {förvaringsplats: Stadshuset}\n"
			"paragrafer:\n  - {nr: 41, rubrik: Budget, beslut: Budgeten fastställs.}\n",
			(struct pk_preview_request){ .today = "2024-05-22" });

	(void)unused;
	assert_told(state, "messages.0.code", "P068");
	assert_told(state, "messages.0.level", "varning");
	assert_told(state, "messages.0.ground", "KL 5 kap. 69 §, 6 kap. 35 §");
	assert_told(state, "dates.0.rows.1.label", "Justeringen är planerad");
	assert_told(state, "dates.0.rows.1.late", "för sent");
	assert_told(state, "dates.0.rows.4.preliminary", "preliminärt");
	assert_true(has(pk_preview_state_document(state), "class=\"pv-mark pv-varning\""));
	clear(&desk);
}

#define SECRET HEAD \
	"justering: {justerare: Per Lindgren (C), plats: Stadshuset}\n" \
	"paragrafer:\n" \
	"  - {nr: 41, rubrik: Budget, beslut: Budgeten fastställs.}\n" \
	"  - rubrik: Placering av Smultronvik\n" \
	"    sekretess: {lagrum: 26 kap. 1 § OSL}\n"

static void assert_kept(struct pk_preview_state *state)
{
	const struct pk_str shown[] = { pk_preview_state_document(state), pk_preview_state_page(state),
		pk_preview_state_report(state), pk_preview_state_once(state),
		pk_preview_state_text(state, 80) };

	for (size_t i = 0; i < PK_COUNT(shown); i++) {
		assert_false(has(shown[i], "Smultronvik"));
		assert_false(has(shown[i], "Granskog"));
	}
}

/* The public edition tells of its messages where and what, in no words of the meeting. */
static void test_secrets(void **unused)
{
	static const char *const endings[] = {
		/* A warning about the secret paragraf. */
		"    beslut: Nämnden föreslår Granskog en placering.\n",
		/* Errors that quote it: an unknown name, an unknown key. */
		"    beslut: nej\n    jäv: Granskog Smultronvik (S)\n",
		"    beslut: nej\n    Granskog: ja\n",
		/* YAML that cannot be read. */
		"    beslut: 'Granskog\n",
		/* Secret words in another place than a secret paragraf. */
		"    beslut: nej\n  - rubrik: Om ((Granskog))\n    beslut: nej\n",
	};

	(void)unused;
	for (size_t i = 0; i < PK_COUNT(endings); i++) {
		struct desk desk;
		char text[2048];

		(void)snprintf(text, sizeof(text), "%s%s", SECRET, endings[i]);
		made_of(&desk, text, (struct pk_preview_request){ .edition = "offentlig" });
		assert_told(desk.state, "messages.0.kept", "Orden visas i den fullständiga utgåvan.");
		assert_told(desk.state, "edition", "offentlig");
		assert_kept(desk.state);
		clear(&desk);
	}
}

/* Without secrets the public edition says as much as the full one. */
static void test_public(void **unused)
{
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT,
			.edition = "offentlig" });

	(void)unused;
	assert_told(state, "public", "ja");
	assert_told(state, "remains.4.text", "§ 60 har inget beslut");
	pk_preview_state_free(state);
}

static void test_downloads(void **unused)
{
	static const char *const formats[] = { "odt", "docx" };
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT });
	struct pk_str bytes;

	(void)unused;
	for (size_t i = 0; i < PK_COUNT(formats); i++) {
		assert_true(pk_preview_state_download(state, formats[i], NULL, NULL, &bytes));
		assert_true(pk_str_starts(bytes, PK_STR("PK\x03\x04")));
	}
	assert_false(pk_preview_state_download(state, "exe", NULL, NULL, &bytes));
	/* No LibreOffice was named. */
	assert_false(pk_preview_state_download(state, "pdf", NULL, NULL, &bytes));
	assert_true(has(pk_preview_state_page(state), "libreoffice-writer-nogui"));
	pk_preview_state_free(state);
}

/* LibreOffice that does nothing: the reason is told. */
static void test_no_pdf(void **unused)
{
	const char *const variables[] = { NULL };
	struct pk_preview_state *state = made((struct pk_preview_request){ .file = DRAFT,
			.office = "/bin/false", .variables = variables });
	struct pk_str why;

	(void)unused;
	assert_told(state, "office", "ja");
	assert_false(pk_preview_state_download(state, "pdf", NULL, NULL, &why));
	assert_true(has(why, "LibreOffice"));
	pk_preview_state_free(state);
}

static void test_usage(void **unused)
{
	const struct pk_preview_request wrong[] = {
		{ .file = DRAFT, .today = "i dag" },
		{ .file = DRAFT, .edition = "hemlig" },
		{ .file = DRAFT, .template_name = "finns-inte" },
	};

	(void)unused;
	for (size_t i = 0; i < PK_COUNT(wrong); i++) {
		struct pk_preview_state *state = made(wrong[i]);

		assert_false(pk_preview_state_good(state));
		assert_told(state, "status", "fel");
		assert_told(state, "messages.0.level", "fel");
		pk_preview_state_free(state);
	}
}

static void test_assets(void **unused)
{
	const char *type;

	(void)unused;
	assert_true(pk_preview_asset("page.css", &type).n > 0);
	assert_string_equal(type, "text/css; charset=utf-8");
	assert_true(pk_preview_asset("page.js", &type).n > 0);
	assert_int_equal(pk_preview_asset("../page.js", &type).n, 0);
	assert_null(type);
}

#define report_test(function) cmocka_unit_test_setup_teardown((function), begin_report, end_report)

int main(void)
{
	const struct CMUnitTest tests[] = {
		report_test(test_draft),
		report_test(test_missing_file),
		report_test(test_faults),
		report_test(test_broken_yaml),
		report_test(test_approved),
		report_test(test_late),
		report_test(test_secrets),
		report_test(test_public),
		report_test(test_downloads),
		report_test(test_no_pdf),
		report_test(test_usage),
		report_test(test_assets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
