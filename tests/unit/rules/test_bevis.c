#include "unit/rules/cases.h"

/* A meeting whose § 42 is justerad at once. */
#define AT_ONCE(keys) CASE_TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n" \
	"  - {rubrik: C, beslut: D, omedelbar_justering: " keys "}\n"

/* Digitally signed by those of the list, who are written after the chair. */
#define DIGITAL(how, list) CASE_HEAD "justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28, " \
	"signering: " how ", signaturer: [{namn: Karin Holm, datum: 2024-05-28}" list "]}\n" \
	"anslag: {förvaringsplats: Sjön}\n" CASE_PEOPLE CASE_ITEMS
#define DAYS(first, second) "organ: Socialnämnden\nplats: Sjön\ntid: 13–16\ndatum: [2024-05-20, 2024-05-21]\n" \
	"sekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE "paragrafer:\n" \
	"  - {nr: 41, dag: " first ", rubrik: A, beslut: B}\n  - {dag: " second ", rubrik: C, beslut: D}\n"
#define BOARDS(first, second) CASE_HEAD "justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28}\n" \
	"anslag: [{tavla: A, förvaringsplats: Sjön" first "}, {tavla: B, förvaringsplats: Sjön" second "}]\n" \
	CASE_PEOPLE CASE_ITEMS

static const struct pk_case cases[] = {
	{ "P311", "Per Lindgren", "Per Lindgren står i signaturer, men skriver inte under: det trycks inte",
		"Per Lindgren stands in signaturer, but does not sign: it is not printed",
		DIGITAL("digital", ", {namn: Sara Nyqvist, datum: 2024-05-28}, {namn: Per Lindgren, datum: 2024-05-28}"),
		DIGITAL("digital", ", {namn: Sara Nyqvist, datum: 2024-05-28}, {namn: Anna Sjöberg, datum: 2024-05-28}") },
	{ "P315", "2024-05-20,", "§ 42 har dagen 2024-05-20, men paragrafen före har 2024-05-21",
		"§ 42 has the day 2024-05-20, but the paragraf before it has 2024-05-21",
		DAYS("2024-05-21", "2024-05-20"), DAYS("2024-05-20", "2024-05-21") },
	{ "P312", "Karin Holm", "signaturer trycks bara när signering är digital",
		"signaturer are printed only when signering is digital",
		DIGITAL("penna", ", {namn: Sara Nyqvist, datum: 2024-05-28}"),
		DIGITAL("digital", ", {namn: Sara Nyqvist, datum: 2024-05-28}") },
	{ "P313", "Sara Nyqvist", "Sara Nyqvist undertecknar, men står inte i signaturer: dagen för underskriften är inte känd",
		"Sara Nyqvist signs, but does not stand in signaturer: the day of the signature is not known",
		DIGITAL("digital", ""), DIGITAL("digital", ", {namn: Sara Nyqvist, datum: 2024-05-27}") },
	{ "P314", "{tavla: B", "anslaget på den här tavlan har ingen dag: den antas vara justeringens, 2024-05-28 (KL 13 kap. 5 §)",
		"the notice on this board has no day: it is assumed to be that of the approval, 2024-05-28 (KL 13 kap. 5 §)",
		BOARDS(", datum: 2024-05-28", ""), BOARDS(", datum: 2024-05-28", ", datum: 2024-05-29") },
	{ "P260", "2024-05-20", "§ 42 är justerad 2024-05-20, före paragrafens dag 2024-05-21 (KL 5 kap. 69 §)",
		"§ 42 was approved on 2024-05-20, before the day of the paragraf, 2024-05-21 (KL 5 kap. 69 §)",
		AT_ONCE("{datum: 2024-05-20, anslag: 2024-05-22}"),
		AT_ONCE("{datum: 2024-05-21, anslag: 2024-05-22}") },
	{ "P261", "2024-06-05",
		"§ 42 är justerad 2024-06-05, senare än 14 dagar efter paragrafens dag: senast 2024-06-04 (KL 5 kap. 69 §)",
		"§ 42 was approved on 2024-06-05, more than 14 days after its day: 2024-06-04 at the latest (KL 5 kap. 69 §)",
		AT_ONCE("{datum: 2024-06-05}"), AT_ONCE("{datum: 2024-06-04}") },
	{ "P262", "ja", "§ 41 sägs vara justerad 2024-05-21, men i dag är det 2024-05-20 (KL 5 kap. 69 §)",
		"§ 41 is said to be approved on 2024-05-21, but today is 2024-05-20 (KL 5 kap. 69 §)",
		CASE_HEAD CASE_PEOPLE CASE_ITEM(", omedelbar_justering: ja") CASE_JUSTERAT_OPEN,
		CASE_HEAD CASE_PEOPLE CASE_ITEM("") CASE_JUSTERAT_OPEN, NULL, "2024-05-20" },
	{ "P263", "2024-05-21", "anslaget för § 42 är uppsatt 2024-05-21, före justeringen 2024-05-22 (KL 8 kap. 12 §)",
		"the notice of § 42 was posted on 2024-05-21, before its approval on 2024-05-22 (KL 8 kap. 12 §)",
		AT_ONCE("{datum: 2024-05-22, anslag: 2024-05-21}"),
		AT_ONCE("{datum: 2024-05-22, anslag: 2024-05-22}") },
	{ "P264", "2024-05-24",
		"anslaget för § 42 är uppsatt 2024-05-24, senare än andra dagen efter justeringen: senast 2024-05-23 (KL 8 kap. 12 §)",
		"the notice of § 42 was posted on 2024-05-24, later than the second day after the approval: 2024-05-23 at the latest (KL 8 kap. 12 §)",
		AT_ONCE("{anslag: 2024-05-24}"), AT_ONCE("{anslag: 2024-05-23}") },
	{ "P265", "2024-05-23", "anslaget för § 41 sägs vara uppsatt 2024-05-23, men i dag är det 2024-05-22 (KL 8 kap. 12 §)",
		"the notice of § 41 is said to be posted on 2024-05-23, but today is 2024-05-22 (KL 8 kap. 12 §)",
		CASE_HEAD CASE_PEOPLE CASE_ITEM(", omedelbar_justering: {anslag: 2024-05-23}") CASE_JUSTERAT_OPEN,
		CASE_HEAD CASE_PEOPLE CASE_ITEM(", omedelbar_justering: {anslag: 2024-05-22}") CASE_JUSTERAT_OPEN,
		NULL, "2024-05-22" },
	{ "P266", "2024-05-27", "rättelsen av § 41 är gjord 2024-05-27, före justeringen 2024-05-28",
		"the correction of § 41 was made on 2024-05-27, before the approval on 2024-05-28",
		CASE_TOP CASE_ITEM(", rättelser: {datum: 2024-05-27, avser: A, rättat: B}"),
		CASE_TOP CASE_ITEM(", rättelser: {datum: 2024-05-28, avser: A, rättat: B}") },
	{ "P267", "{datum: 2024-05-27", "§ 41 har en rättelse, men protokollet är inte justerat",
		"§ 41 has a correction, but the protocol is not approved",
		CASE_HEAD CASE_PEOPLE CASE_ITEM(", rättelser: {datum: 2024-05-27, avser: A, rättat: B}"),
		/* Its own justering is done, though the rest is a draft. */
		CASE_HEAD CASE_PEOPLE "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: {justerare: Sara Nyqvist}, "
			"rättelser: {datum: 2024-05-27, avser: A, rättat: B}}\n" },
};

static void every_code_has_its_words(void **state)
{
	(void)state;
	try_cases(cases, PK_COUNT(cases));
}

static void put_day(struct pk_out *out, const char *name, struct pk_date day)
{
	pk_put_c(out, name);
	if (pk_date_given(day))
		pk_date_put_iso(out, day);
	else
		pk_put_c(out, "-");
}

static void put_signer(struct pk_out *out, const struct pk_signer *s)
{
	static const char offices[] = "SOJ";

	pk_put_c(out, " ");
	pk_put_byte(out, offices[s->office]);
	pk_put_c(out, ":");
	pk_put(out, s->namn);
	pk_put_c(out, " ");
	pk_put(out, s->paragrafer);
}

/* One line a bevis: §§, J, then A, S and N of each board, then who signs. */
static void assert_bevis(const struct pk_findings *f, struct pk_job *job, const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	for (size_t i = 0; i < f->n_bevis; i++) {
		const struct pk_bevis *b = &f->bevis[i];

		pk_put(&out, b->paragrafer);
		put_day(&out, " J ", b->justerat);
		for (size_t k = 0; k < b->n_notices; k++) {
			put_day(&out, " A ", b->notices[k].anslag);
			put_day(&out, " S ", b->notices[k].last_appeal);
			put_day(&out, " N ", b->notices[k].nedtas);
		}
		for (size_t k = 0; k < b->n_signers; k++)
			put_signer(&out, &b->signers[k]);
		if (b->besvar.n > 0) {
			pk_put_c(&out, " besvär ");
			pk_put(&out, b->besvar);
		}
		pk_put_c(&out, "\n");
	}
	assert_text(pk_out_str(&out), expected);
}

static void a_paragraph_justerad_at_once_has_its_own(void **state)
{
	assert_bevis(findings_of(*state, CASE_TOP "paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: {anslag: 2024-05-22}}\n"
			"  - {rubrik: E, beslut: F}\n"), *state,
			"41, 43 J 2024-05-28 A 2024-05-28 S 2024-06-18 N 2024-06-19 "
			"S:Anna Sjöberg 41, 43 O:Karin Holm 41, 43 J:Sara Nyqvist 41, 43\n"
			"42 J 2024-05-21 A 2024-05-22 S 2024-06-12 N 2024-06-13 "
			"S:Anna Sjöberg 42 O:Karin Holm 42 J:Sara Nyqvist 42\n");
	assert_silent(*state);
}

static void the_same_days_and_signers_share_a_bevis(void **state)
{
	assert_bevis(findings_of(*state, CASE_TOP "paragrafer:\n"
			"  - {nr: 41, rubrik: A, beslut: B, omedelbar_justering: ja}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: {justerare: Per Lindgren}}\n"
			"  - {rubrik: E, beslut: F, omedelbar_justering: {datum: 2024-05-21}}\n"
			"  - {rubrik: G, beslut: H}\n"), *state,
			"44 J 2024-05-28 A 2024-05-28 S 2024-06-18 N 2024-06-19 "
			"S:Anna Sjöberg 44 O:Karin Holm 44 J:Sara Nyqvist 44\n"
			"41, 43 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 41, 43 O:Karin Holm 41, 43 J:Sara Nyqvist 41, 43\n"
			"42 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 42 O:Karin Holm 42 J:Per Lindgren 42\n");
	assert_silent(*state);
}

static void nothing_may_be_left_for_the_main_one(void **state)
{
	const struct pk_findings *f = findings_of(*state, CASE_HEAD CASE_PEOPLE
			CASE_ITEM(", omedelbar_justering: {justerare: Sara Nyqvist}")
			"anslag: {förvaringsplats: Sjön}\n");

	assert_false(f->draft);
	assert_bevis(f, *state, " J -\n41 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 41 O:Karin Holm 41 J:Sara Nyqvist 41\n");
	assert_silent(*state);
}

static void the_day_of_a_paragraph_counts(void **state)
{
	assert_bevis(findings_of(*state, "organ: Socialnämnden\nplats: Sjön\ntid: 13–16\n"
			"datum: [2024-05-21, 2024-05-22]\nsekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE
			"paragrafer:\n  - {nr: 41, rubrik: A, beslut: B, dag: 2024-05-21, omedelbar_justering: ja}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: ja}\n"
			"  - {rubrik: E, beslut: F}\n"), *state,
			"43 J 2024-05-28 A 2024-05-28 S 2024-06-18 N 2024-06-19 "
			"S:Anna Sjöberg 43 O:Karin Holm 43 J:Sara Nyqvist 43\n"
			"41 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 41 O:Karin Holm 41 J:Sara Nyqvist 41\n"
			"42 J 2024-05-22 A 2024-05-22 S 2024-06-12 N 2024-06-13 "
			"S:Anna Sjöberg 42 O:Karin Holm 42 J:Sara Nyqvist 42\n");
	assert_silent(*state);
}

static void every_board_counts_from_the_latest(void **state)
{
	assert_bevis(findings_of(*state, CASE_HEAD CASE_PEOPLE
			"justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28}\nanslag:\n"
			"  - {tavla: A, förvaringsplats: Sjön, datum: 2024-05-29}\n"
			"  - {tavla: B, förvaringsplats: Sjön, datum: 2024-05-28}\n" "paragrafer:\n"
			"  - {nr: 41, rubrik: A, beslut: B, överklagande: besvär}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: ja}\n"), *state,
			"41 J 2024-05-28 A 2024-05-29 S 2024-06-19 N 2024-06-20 A 2024-05-28 S 2024-06-19 N 2024-06-20 "
			"S:Anna Sjöberg 41 O:Karin Holm 41 J:Sara Nyqvist 41 besvär 41\n"
			"42 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 42 O:Karin Holm 42 J:Sara Nyqvist 42\n");
	assert_silent(*state);
}

static void chairs_and_justerare_sign_their_own(void **state)
{
	assert_bevis(findings_of(*state, CASE_HEAD CASE_PEOPLE "    - Tomas Falk (SD)\n"
			"justering: {justerare: [\"Sara Nyqvist, ej § 42\", \"Tomas Falk (SD), § 42\"], "
			"plats: Sjön, datum: 2024-05-28}\nanslag: {förvaringsplats: Sjön}\nparagrafer:\n"
			"  - {nr: 41, rubrik: A, beslut: B}\n  - {rubrik: C, beslut: D}\n"
			"  - {rubrik: E, beslut: F, ordförande: Per Lindgren}\n"
			"  - {rubrik: G, beslut: H, ordförande: Per Lindgren, omedelbar_justering: ja}\n"), *state,
			"41–43 J 2024-05-28 A 2024-05-28 S 2024-06-18 N 2024-06-19 "
			"S:Anna Sjöberg 41–43 O:Karin Holm 41–42 O:Per Lindgren 43 "
			"J:Sara Nyqvist 41, 43 J:Tomas Falk 42\n"
			"44 J 2024-05-21 A 2024-05-21 S 2024-06-11 N 2024-06-12 "
			"S:Anna Sjöberg 44 O:Per Lindgren 44 J:Sara Nyqvist 44\n");
	assert_silent(*state);
}

static void digital_signatures_at_once_are_of_that_day(void **state)
{
	const struct pk_findings *f = findings_of(*state, CASE_HEAD CASE_PEOPLE
			"justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28, signering: digital}\n"
			"anslag: {förvaringsplats: Sjön}\n"
			"paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n"
			"  - {rubrik: C, beslut: D, omedelbar_justering: ja}\n");

	assert_int_equal(pk_date_cmp(f->bevis[0].signers[0].signed_on, day_of("2024-05-28")), 0);
	assert_int_equal(pk_date_cmp(f->bevis[1].signers[0].signed_on, day_of("2024-05-21")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_words),
		job_test(a_paragraph_justerad_at_once_has_its_own),
		job_test(the_same_days_and_signers_share_a_bevis),
		job_test(nothing_may_be_left_for_the_main_one),
		job_test(the_day_of_a_paragraph_counts),
		job_test(every_board_counts_from_the_latest),
		job_test(chairs_and_justerare_sign_their_own),
		job_test(digital_signatures_at_once_are_of_that_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
