#include "unit/rules/cases.h"

#define FULLMAKTIGE "organ: Kommunfullmäktige\nplats: Sjön\ntid: 13–16\ndatum: 2024-05-21\n" \
	"sekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE
#define SEATS(n) "organ: {namn: Socialnämnden, antal_ledamöter: " n "}\n"
#define REGISTER "organ:\n  namn: Socialnämnden\n  ledamöter:\n" \
	"    - {namn: Karin Holm, parti: S}\n    - {namn: Ingrid Wallin, parti: S}\n" \
	"    - {namn: Per Lindgren, parti: C}\n    - {namn: Sara Nyqvist, parti: L}\n"

static const struct pk_case cases[] = {
	{ "P268", "\"Sara Nyqvist (L), § 42", "Sara Nyqvist (L) står två gånger i närvarande för § 42 (KL 5 kap. 66 §)",
		"Sara Nyqvist (L) stands twice in närvarande for § 42 (KL 5 kap. 66 §)",
		CASE_TOP "  ersättare: \"Sara Nyqvist (L), § 42\"\n" CASE_ITEMS,
		CASE_TOP "    - Omar Haddad (S), § 41\n  ersättare: \"Omar Haddad (S), fr.o.m. § 42\"\n"
			"  övriga: Anna Sjöberg, sekreterare\n" CASE_ITEMS },
	{ "P269", "Bo Ek", "Bo Ek står två gånger i närvarande (KL 5 kap. 66 §)",
		"Bo Ek stands twice in närvarande (KL 5 kap. 66 §)",
		CASE_TOP "  övriga: [Bo Ek, Bo Ek]\n" SECTIONS,
		CASE_TOP "  övriga: [\"Bo Ek, socialchef\", \"Bo Ek, ekonom\"]\n" SECTIONS },
	{ "P270", "Nils Berg (M)",
		"Eva Ström tjänstgör för Nils Berg (M) vid § 42–43, men Nils Berg (M) tjänstgör själv där (KL 5 kap. 17 §, 6 kap. 17 §)",
		"Eva Ström serves for Nils Berg (M) at § 42–43, but Nils Berg (M) serves there too (KL 5 kap. 17 §, 6 kap. 17 §)",
		CASE_TOP "    - Nils Berg (M), fr.o.m. § 42\n"
			"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M)\n" CASE_ITEMS,
		/* One part of a paragraf each. */
		CASE_TOP "    - Nils Berg (M), del av § 42, § 43\n"
			"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41, del av § 42\n" CASE_ITEMS },
	{ "P271", "Nils Berg (M)",
		"Eva Ström och Tomas Falk tjänstgör båda för Nils Berg vid § 42 (KL 5 kap. 17 §, 6 kap. 17 §)",
		"Eva Ström and Tomas Falk both serve for Nils Berg at § 42 (KL 5 kap. 17 §, 6 kap. 17 §)",
		CASE_TOP "    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41–42\n"
			"    - Tomas Falk (M), tjänstgörande ersättare för Nils Berg (M), § 42–43\n"
			"  frånvarande: Nils Berg (M)\n" CASE_ITEMS,
		CASE_TOP "    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41–42\n"
			"    - Tomas Falk (M), tjänstgörande ersättare för Nils Berg (M), § 43\n"
			"  frånvarande: Nils Berg (M)\n" CASE_ITEMS },
	{ "P272", "{nr: 41", "3 av 7 tjänstgör vid § 41, 43: minst 4 behövs för att besluta (KL 5 kap. 45 §, 6 kap. 27 §)",
		"3 of 7 serve at § 41, 43: at least 4 are needed to decide (KL 5 kap. 45 §, 6 kap. 27 §)",
		CASE_TOP "    - Ali Demir (V), § 42\n" CASE_ITEMS, CASE_TOP "    - Ali Demir (V)\n" CASE_ITEMS,
		SEATS("7") },
	/* Half is not more than half. */
	{ "P272", "{nr: 41", "3 av 6 tjänstgör vid § 41–43: minst 4 behövs för att besluta (KL 5 kap. 45 §, 6 kap. 27 §)",
		"3 of 6 serve at § 41–43: at least 4 are needed to decide (KL 5 kap. 45 §, 6 kap. 27 §)",
		CASE_TOP CASE_ITEMS, CASE_TOP "    - Ali Demir (V), del av § 42, § 41, § 43\n" CASE_ITEMS, SEATS("6") },
	/* Jäv lets fullmäktige go below, not a nämnd. */
	{ "P272", "{nr: 41", "2 av 5 tjänstgör vid § 41: minst 3 behövs för att besluta (KL 5 kap. 45 §, 6 kap. 27 §)",
		"2 of 5 serve at § 41: at least 3 are needed to decide (KL 5 kap. 45 §, 6 kap. 27 §)",
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren, lämnar: ja}"),
		FULLMAKTIGE CASE_ITEM(", jäv: {namn: Per Lindgren}"),
		"organ: [{namn: Socialnämnden, antal_ledamöter: 5}, {namn: Kommunfullmäktige, antal_ledamöter: 5}]\n" },
	{ "P273", "{rubrik: C", "4 tjänstgör vid § 42, fler än organets 3 ledamöter (KL 5 kap. 66 §)",
		"4 serve at § 42, more than the 3 seats of the body (KL 5 kap. 66 §)",
		CASE_TOP "    - Ali Demir (V), § 42\n" CASE_ITEMS,
		CASE_TOP "    - Ali Demir (V), del av § 42\n" CASE_ITEMS, SEATS("3") },
	{ "P274", "Ali Demir",
		"Ali Demir tjänstgör igen vid § 43 efter att ha lämnat sammanträdet samma dag (KL 5 kap. 20 §)",
		"Ali Demir serves again at § 43 after having left the meeting the same day (KL 5 kap. 20 §)",
		FULLMAKTIGE "    - Ali Demir (V), ej § 42\n" CASE_ITEMS, CASE_TOP "    - Ali Demir (V), ej § 42\n" CASE_ITEMS },
	{ "P275", "Eva Ström",
		"Eva Ström börjar tjänstgöra vid § 42, men Tomas Falk hade börjat tidigare och har företräde (KL 5 kap. 18 §)",
		"Eva Ström begins to serve at § 42, but Tomas Falk had begun before and goes first (KL 5 kap. 18 §)",
		FULLMAKTIGE "    - Tomas Falk (M), ersätter Nils Berg (M), § 41\n"
			"    - Eva Ström (M), ersätter Nils Berg (M), fr.o.m. § 42\n"
			"  ersättare: \"Tomas Falk (M), fr.o.m. § 42\"\n  frånvarande: Nils Berg (M)\n" CASE_ITEMS,
		/* Another party's substitute has no precedence. */
		FULLMAKTIGE "    - Tomas Falk (SD), ersätter Nils Berg (M), § 41\n"
			"    - Eva Ström (M), ersätter Nils Berg (M), fr.o.m. § 42\n"
			"  ersättare: \"Tomas Falk (SD), fr.o.m. § 42\"\n  frånvarande: Nils Berg (M)\n" CASE_ITEMS },
	{ "P276", "Nils Berg", "Nils Berg är ordförande vid § 42, men tjänstgör inte där (KL 5 kap. 65 §)",
		"Nils Berg is in the chair at § 42, but does not serve there (KL 5 kap. 65 §)",
		CASE_TOP "    - Nils Berg (M), § 43\nordförande: {namn: Nils Berg, paragrafer: 42–43}\n" CASE_ITEMS,
		CASE_TOP "    - Nils Berg (M), del av § 42, § 43\nordförande: {namn: Nils Berg, paragrafer: 42–43}\n"
			CASE_ITEMS },
	{ "P277", "Eva Ström", "Eva Ström justerar § 43, men var inte med där (KL 5 kap. 69 §)",
		"Eva Ström approves § 43, but was not there (KL 5 kap. 69 §)",
		CASE_HEAD "justering: {justerare: Eva Ström, plats: Sjön, datum: 2024-05-28}\n"
			"anslag: {förvaringsplats: Sjön}\n" CASE_PEOPLE "    - Eva Ström (M), t.o.m. § 42\n" CASE_ITEMS,
		CASE_HEAD "justering: {justerare: [\"Eva Ström, § 41–42\", \"Sara Nyqvist, § 43\"], "
			"plats: Sjön, datum: 2024-05-28}\nanslag: {förvaringsplats: Sjön}\n"
			CASE_PEOPLE "    - Eva Ström (M), t.o.m. § 42\n" CASE_ITEMS },
	{ "P278", "Ingrid Wallén", "Ingrid Wallén står inte i registret, men Ingrid Wallin gör det",
		"Ingrid Wallén is not in the register, but Ingrid Wallin is",
		CASE_TOP "    - Ingrid Wallén (S)\n" CASE_ITEMS,
		/* The right one is there too. */
		CASE_TOP "    - Ingrid Wallén (S)\n    - Ingrid Wallin (S)\n" CASE_ITEMS, REGISTER },
	{ "P095", "Ali Demir", "Ali Demir tjänstgör, men för vem sägs inte (KL 5 kap. 66 §)",
		"Ali Demir serves, but for whom is not told (KL 5 kap. 66 §)",
		CASE_TOP "    - Ali Demir (V), tjänstgörande ersättare\n" CASE_ITEMS,
		CASE_TOP "    - Ali Demir (V), tjänstgörande ersättare för Nils Berg (C)\n" CASE_ITEMS },
};

static void every_code_has_its_words(void **state)
{
	(void)state;
	try_cases(cases, PK_COUNT(cases));
}

/* Who served at a paragraf: "Lindgren*, Haddad", the chair with a star, "=" when it is as the first
 * page says. */
static void assert_served(struct pk_job *job, const struct pk_meeting *m, const struct pk_served *s,
		const char *expected)
{
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	for (size_t i = 0; i < s->n; i++) {
		pk_put_c(&out, i > 0 ? ", " : "");
		pk_put(&out, m->persons[s->persons[i]].namn);
		pk_put_c(&out, (int32_t)s->persons[i] == s->chair ? "*" : "");
	}
	pk_put_c(&out, s->as_first_page ? " =" : "");
	assert_text(pk_out_str(&out), expected);
}

static const struct pk_findings *judge(struct pk_job *job, const char *text, const struct pk_meeting **m)
{
	const struct pk_findings *found = NULL;

	*m = meeting_with(job, text, NULL);
	if (!pk_rules_apply(job, *m, day_of(""), &found))
		fail_msg("errors:\n%s", reports(job, PK_ENGLISH));
	return found;
}

static void spans_and_jav_decide_who_serves(void **state)
{
	struct pk_job *job = *state;
	const struct pk_meeting *m;
	const struct pk_findings *f = judge(job, CASE_TOP "    - Nils Berg (M), fr.o.m. § 42\n"
			"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41\n    - Vakant (KD)\n"
			"  ersättare:\n    - Omar Haddad (S)\n    - Eva Ström (M), fr.o.m. § 42\n"
			"paragrafer:\n  - {nr: 41, rubrik: A, beslut: B}\n  - {rubrik: C, beslut: D}\n"
			"  - rubrik: E\n    beslut: F\n"
			"    jäv: {namn: Karin Holm, ersättare: Omar Haddad, lämnar: ja}\n"
			"  - rubrik: G\n    beslut: H\n    jäv: {namn: Nils Berg, lämnar: ja}\n", &m);

	assert_silent(job);
	assert_served(job, m, &f->ruled[0].served, "Karin Holm*, Per Lindgren, Sara Nyqvist, Eva Ström");
	assert_served(job, m, &f->ruled[1].served, "Karin Holm*, Per Lindgren, Sara Nyqvist, Nils Berg");
	assert_served(job, m, &f->ruled[2].served, "Per Lindgren*, Omar Haddad, Sara Nyqvist, Nils Berg");
	assert_served(job, m, &f->ruled[3].served, "Karin Holm*, Per Lindgren, Sara Nyqvist");
}

static void everybody_whole_is_as_the_first_page(void **state)
{
	const struct pk_meeting *m;
	const struct pk_findings *f = judge(*state, CASE_TOP CASE_ITEMS, &m);

	assert_served(*state, m, &f->ruled[1].served, "Karin Holm*, Per Lindgren, Sara Nyqvist =");
}

static void nobody_is_known_to_have_served(void **state)
{
	const struct pk_meeting *m;
	const struct pk_findings *f = judge(*state, CASE_HEAD "anslag: nej\nnärvarande: {övriga: Bo Ek}\n"
			"paragrafer: [{nr: 1, rubrik: A, beslut: B, reservationer: {av: Bo Ek}}]\n", &m);

	assert_int_equal(f->ruled[0].served.n, 0);
	assert_int_equal(f->ruled[0].served.chair, -1);
	assert_silent(*state);
}

/* Two days: what was left one day may be taken up the next. */
static void another_day_is_another_meeting(void **state)
{
	static const char top[] = "organ: Regionfullmäktige\nplats: Sjön\ntid: 13–16\n"
		"datum: [2024-05-21, 2024-05-22]\nsekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE
		"    - Ali Demir (V), § 41, 43\n" "paragrafer:\n"
		"  - {nr: 41, rubrik: A, beslut: B, dag: 2024-05-21}\n"
		"  - {rubrik: C, beslut: D, dag: 2024-05-21}\n  - {rubrik: E, beslut: F}\n";

	(void)findings_of(*state, top);
	assert_silent(*state);
}

/* A committee of fullmäktige is not fullmäktige. */
static void fullmaktiges_beredning_has_no_rule_of_return(void **state)
{
	(void)findings_of(*state, "organ: Kommunfullmäktiges beredning\nplats: Sjön\ntid: 13–16\n"
			"datum: 2024-05-21\nsekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE
			"    - Ali Demir (V), ej § 42\n" CASE_ITEMS);
	assert_silent(*state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_words),
		job_test(spans_and_jav_decide_who_serves),
		job_test(everybody_whole_is_as_the_first_page),
		job_test(nobody_is_known_to_have_served),
		job_test(another_day_is_another_meeting),
		job_test(fullmaktiges_beredning_has_no_rule_of_return),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
