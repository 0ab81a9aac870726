#include "unit/rules/rows.h"

/* Seven lines; who approves was there. */
#define TOP_AT(at) "datum: 2024-05-21\n" \
	"justering: {justerare: \"Per Lindgren" at "\", plats: Sjön, datum: 2024-05-28}\n" \
	"anslag: {förvaringsplats: Sjön}\n" PLACE "sekreterare: Anna Sjöberg\n"
#define TOP TOP_AT("")

static void assert_signers(struct pk_job *job, const char *text, const char *expected)
{
	static const char *const offices[] = { "sekreterare", "ordförande", "justerare" };
	const struct pk_findings *f = findings_of(job, text);
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	for (size_t i = 0; i < f->bevis[0].n_signers; i++) {
		const struct pk_signer *s = &f->bevis[0].signers[i];

		pk_put_c(&out, offices[s->office]);
		pk_put_c(&out, ": ");
		pk_put(&out, s->namn);
		pk_put_c(&out, " ");
		pk_put(&out, s->parti);
		pk_put_c(&out, s->several ? " §§ " : " § ");
		pk_put(&out, s->paragrafer);
		if (pk_date_given(s->signed_on)) {
			pk_put_c(&out, " ");
			pk_date_put_iso(&out, s->signed_on);
		}
		pk_put_c(&out, "\n");
	}
	assert_text(pk_out_str(&out), expected);
}

static void the_plain_case(void **state)
{
	assert_signers(*state, JUSTERAT PLACE PEOPLE ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S §§ 41–43\n"
			"justerare: Per Lindgren C §§ 41–43\n");
	assert_silent(*state);
}

/* What a §-område makes of § 41–46. */
static void presence_decides_the_range(void **state)
{
	static const struct {
		const char *presence, *range;
	} rows[] = {
		{ "§ 42", "42" }, { "§§ 41-43, 45", "41–43, 45" }, { "ej § 44", "41–43, 45–46" },
		{ "t.o.m. § 43", "41–43" }, { "fr.o.m. § 45", "45–46" }, { "del av § 42", "42" },
		{ "§ 41–45, ej § 43", "41–42, 44–45" }, { "kl. 14.10–14.55", "41–46" },
		{ "ej § 41, 46", "42–45" }, { "fr.o.m. § 42 t.o.m. § 44", "42–44" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_job job;
		struct pk_out yaml;
		const struct pk_findings *f;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&yaml, "datum: 2024-05-21\nanslag: nej\n" PLACE PEOPLE ITEMS
				"  - {rubrik: G}\n  - {rubrik: H}\n  - {rubrik: I}\n"
				"justering: {justerare: \"Per Lindgren (C), ");
		pk_put_c(&yaml, rows[i].presence);
		pk_put_c(&yaml, "\"}\n");
		pk_put_byte(&yaml, '\0');
		f = findings_of(&job, yaml.p);
		assert_text(f->bevis[0].signers[f->bevis[0].n_signers - 1].paragrafer, rows[i].range);
		pk_job_free(&job);
	}
}

static void all_may_change_between_paragraphs(void **state)
{
	assert_signers(*state, "datum: 2024-05-21\n"
			"anslag: {förvaringsplats: Sjön}\n"
			"justering: {datum: 2024-05-28, justerare: [\"Nils Berg (M), § 41-42\", \"Eva Ström, § 43\"]}\n"
			PLACE
			"närvarande:\n"
			"  beslutande: [Karin Holm (S), Per Lindgren (C), Nils Berg (M), Eva Ström (M)]\n"
			"ordförande:\n"
			"  - {namn: Per Lindgren, paragrafer: 42}\n"
			"  - {namn: Karin Holm, paragrafer: \"41, 43\"}\n"
			"sekreterare: [\"Anna Sjöberg, § 41\", \"Bo Ek, § 42–43\"]\n" ITEMS,
			"sekreterare: Anna Sjöberg  § 41\n"
			"sekreterare: Bo Ek  §§ 42–43\n"
			"ordförande: Karin Holm S §§ 41, 43\n"
			"ordförande: Per Lindgren C § 42\n"
			"justerare: Nils Berg M §§ 41–42\n"
			"justerare: Eva Ström M § 43\n");
	assert_silent(*state);
}

static void vice_chairs_where_the_chair_is_away(void **state)
{
	assert_signers(*state, TOP "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, ej § 42\n"
			"    - Per Lindgren (C), vice ordförande\n" ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S §§ 41, 43\n"
			"ordförande: Per Lindgren C § 42\n"
			"justerare: Per Lindgren C §§ 41–43\n");
	assert_silent(*state);
}

static void the_first_vice_chair_stands_in(void **state)
{
	assert_signers(*state, TOP_AT(", § 42") "närvarande:\n  beslutande:\n"
			"    - Nils Berg (M), 2:e vice ordförande\n"
			"    - Per Lindgren (C), 1:e vice ordförande, § 42\n"
			"    - Ali Demir (V), vice ordförande, § 42\n"
			"    - Karin Holm (S), ordförande, § 41\n" ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S § 41\n"
			"ordförande: Per Lindgren C § 42\n"
			"ordförande: Nils Berg M § 43\n"
			"justerare: Per Lindgren C § 42\n");
	assert_silent(*state);
}

static void the_key_goes_before_the_role(void **state)
{
	assert_signers(*state, TOP "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande\n    - Per Lindgren (C)\n"
			"ordförande: [{namn: Per Lindgren, paragrafer: 43}]\n" ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S §§ 41–42\n"
			"ordförande: Per Lindgren C § 43\n"
			"justerare: Per Lindgren C §§ 41–43\n");
	assert_silent(*state);
}

static void a_meeting_without_paragraphs_is_signed_whole(void **state)
{
	assert_signers(*state, JUSTERAT PLACE PEOPLE SECTIONS,
			"sekreterare: Anna Sjöberg  § \n"
			"ordförande: Karin Holm S § \n"
			"justerare: Per Lindgren C § \n");
}

static void the_secretary_may_stand_only_among_others(void **state)
{
	assert_signers(*state, JUSTERAT PLACE "närvarande:\n"
			"  beslutande: [\"Karin Holm (S), ordförande\", Per Lindgren (C)]\n"
			"  övriga: [\"Bo Ek, socialchef\", \"Anna Sjöberg, sekreterare\"]\n" ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S §§ 41–43\n"
			"justerare: Per Lindgren C §§ 41–43\n");
	assert_silent(*state);
}

static void digital_signatures_have_their_own_days(void **state)
{
	assert_signers(*state, "datum: 2024-05-21\nanslag: {förvaringsplats: Sjön}\n"
			"justering:\n  justerare: Per Lindgren\n  signering: digital\n  signaturer:\n"
			"    - {namn: Per Lindgren, datum: 2024-05-28}\n"
			"    - {namn: Karin Holm, datum: 2024-05-27}\n" PLACE PEOPLE ITEMS,
			"sekreterare: Anna Sjöberg  §§ 41–43\n"
			"ordförande: Karin Holm S §§ 41–43 2024-05-27\n"
			"justerare: Per Lindgren C §§ 41–43 2024-05-28\n");
	assert_silent(*state);
}

static void one_chair_for_each_paragraph(void **state)
{
	static const struct row rows[] = {
		/* Two with the role. */
		{ "P076", 11, "", TOP "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), ordförande\n" ITEMS },
		{ NULL, 0, "", TOP_AT(", § 43") "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, § 41–42\n"
			"    - Per Lindgren (C), ordförande, § 43\n" ITEMS },
		{ NULL, 0, "", TOP_AT(", § 43") "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, t.o.m. § 42, del av § 43\n"
			"    - Per Lindgren (C), ordförande, del av § 43\n" ITEMS },
		{ NULL, 0, "", TOP_AT(", § 43") "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande\n    - Per Lindgren (C), mötesordförande, § 43\n"
			ITEMS },
		/* Two by the key. */
		{ "P076", 10, "", TOP "ordförande:\n  - {namn: Karin Holm, paragrafer: 41-42}\n"
			"  - {namn: Per Lindgren, paragrafer: 42-43}\nnärvarande:\n"
			"  beslutande: [Karin Holm (S), Per Lindgren (C)]\n" ITEMS },
		{ NULL, 0, "", TOP "ordförande:\n  - {namn: Karin Holm, paragrafer: 41-42}\n"
			"  - {namn: Per Lindgren, paragrafer: 43}\nnärvarande:\n"
			"  beslutande: [Karin Holm (S), Per Lindgren (C)]\n" ITEMS },
		/* In a meeting without paragrafer. */
		{ "P094", 11, "", TOP "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), ordförande\n" SECTIONS },
		/* A title is no role. */
		{ NULL, 0, "", TOP "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), ordförande socialnämnden\n" ITEMS },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void somebody_chairs_each_paragraph(void **state)
{
	static const struct row rows[] = {
		{ "P077", 1, "", TOP "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, § 41–42\n    - Per Lindgren (C)\n" ITEMS },
		{ NULL, 0, "", TOP "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, § 41–42\n"
			"    - Per Lindgren (C), 2:e vice ordförande\n" ITEMS },
		{ "P078", 1, "", TOP "närvarande:\n  beslutande: [Karin Holm (S), Per Lindgren (C)]\n"
			ITEMS },
		{ NULL, 0, "", "datum: 2024-05-21\nanslag: nej\n"
			"närvarande:\n  beslutande: [Karin Holm (S), Per Lindgren (C)]\n" PLACE ITEMS },
		{ "P086", 1, "", "datum: 2024-05-21\nnärvarande: {beslutande: Karin Holm (S)}\n" PLACE
			ITEMS },
		{ "P087", 1, "", "datum: 2024-05-21\n"
			"närvarande: {beslutande: [\"Karin Holm (S), ordförande, § 41\"]}\n" PLACE ITEMS },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void a_substitute_serves_for_somebody(void **state)
{
	static const struct row rows[] = {
		{ "P095", 11, "", TOP "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), tjänstgörande ersättare\n" ITEMS },
		{ NULL, 0, "", TOP "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), tjänstgörande ersättare för Nils Berg (C)\n" ITEMS },
	};

	(void)state;
	try_rows(rows, PK_COUNT(rows));
}

static void names_the_paragraph_with_two_chairs(void **state)
{
	struct pk_job *job = *state;
	const struct pk_findings *found = NULL;

	assert_false(pk_rules_apply(job, meeting_with(job, TOP_AT(", § 42–43") "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, § 41–42\n"
			"    - Per Lindgren (C), ordförande, § 42–43\n" ITEMS, NULL), day_of(""), &found));
	assert_only(job, "P076", 11, 7);
	assert_non_null(strstr(reports(job, PK_SWEDISH),
			"fel[P076]: Karin Holm och Per Lindgren är båda ordförande vid § 42 "
			"(KL 5 kap. 65 §)\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(the_plain_case),
		cmocka_unit_test(presence_decides_the_range),
		job_test(all_may_change_between_paragraphs),
		job_test(vice_chairs_where_the_chair_is_away),
		job_test(the_first_vice_chair_stands_in),
		job_test(the_key_goes_before_the_role),
		job_test(a_meeting_without_paragraphs_is_signed_whole),
		job_test(the_secretary_may_stand_only_among_others),
		job_test(digital_signatures_have_their_own_days),
		cmocka_unit_test(one_chair_for_each_paragraph),
		cmocka_unit_test(somebody_chairs_each_paragraph),
		cmocka_unit_test(a_substitute_serves_for_somebody),
		job_test(names_the_paragraph_with_two_chairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
