#include "unit/rules/cases.h"

/* Five serve: Holm (chair), Lindgren, Nyqvist, Demir, Falk; Haddad is there and does not. */
#define FIVE CASE_TOP "    - Ali Demir (V)\n    - Tomas Falk (SD)\n  ersättare: Omar Haddad (S)\n"
#define FULLMAKTIGE "organ: Kommunfullmäktige\nplats: Sjön\ntid: 13–16\ndatum: 2024-05-21\n" \
	"sekreterare: Anna Sjöberg\n" CASE_JUSTERAT CASE_PEOPLE "    - Ali Demir (V)\n    - Tomas Falk (SD)\n"
#define VOTE_AT(keys, vote) CASE_ITEM(keys ", omröstningar: {" vote "}")
#define VOTE(vote) FIVE VOTE_AT("", vote)

static const struct pk_case cases[] = {
	{ "P289", "{ja: 2, nej: 2}", "i § 41 blir nej 3, men summa säger 2 (KL 5 kap. 67 §)",
		"in § 41 nej comes to 3, but summa says 2 (KL 5 kap. 67 §)",
		VOTE("ja: [Karin Holm, Ali Demir], nej: övriga, summa: {ja: 2, nej: 2}"),
		VOTE("ja: [Karin Holm, Ali Demir], nej: övriga, summa: {ja: 2, nej: 3}") },
	{ "P290", "{ja: 4, nej: 2}", "i § 41 är det 6 röster, men 5 tjänstgör (KL 4 kap. 24 §)",
		"§ 41 has 6 votes, but 5 serve (KL 4 kap. 24 §)",
		VOTE("ja: 4, nej: 2"), VOTE("ja: 3, nej: 2, frånvarande: 4") },
	{ "P291", "Omar Haddad]", "Omar Haddad (S) röstar i § 41, men tjänstgör inte där (KL 5 kap. 67 §)",
		"Omar Haddad (S) votes in § 41, but does not serve there (KL 5 kap. 67 §)",
		VOTE("ja: [Karin Holm, Omar Haddad], nej: 1"),
		VOTE("ja: [Karin Holm, Ali Demir], nej: 1, frånvarande: Omar Haddad") },
	{ "P292", "Per Lindgren],", "Per Lindgren (C) röstar i § 41, men har jäv där (KL 5 kap. 47 §, 6 kap. 30 §)",
		"Per Lindgren (C) votes in § 41, but has jäv there (KL 5 kap. 47 §, 6 kap. 30 §)",
		FIVE VOTE_AT(", jäv: {namn: Per Lindgren, ersättare: Omar Haddad, lämnar: ja}",
				"ja: [Karin Holm, Per Lindgren], nej: 1"),
		FIVE VOTE_AT(", jäv: {namn: Per Lindgren, ersättare: Omar Haddad, lämnar: ja}",
				"ja: [Karin Holm, Omar Haddad], nej: 1") },
	{ "P293", "Ali Demir]}", "Ali Demir (V) röstar två gånger i § 41: ja och nej (KL 4 kap. 24 §)",
		"Ali Demir (V) votes twice in § 41: ja and nej (KL 4 kap. 24 §)",
		VOTE("ja: [Karin Holm, Per Lindgren, Ali Demir], nej: [Tomas Falk, Ali Demir]"),
		VOTE("ja: [Karin Holm, Per Lindgren, Sara Nyqvist], nej: [Tomas Falk, Ali Demir]") },
	{ "P293", "Karin Holm],", "Karin Holm (S) röstar två gånger i § 41: ja och ja (KL 4 kap. 24 §)",
		"Karin Holm (S) votes twice in § 41: ja and ja (KL 4 kap. 24 §)",
		VOTE("ja: [Karin Holm, Karin Holm], nej: 1"), VOTE("ja: [Karin Holm, Per Lindgren], nej: 1") },
	{ "P294", "{ja: [Karin Holm, Per", "Ali Demir (V) tjänstgör i § 41, men har ingen röst i omröstningen (KL 5 kap. 67 §)",
		"Ali Demir (V) serves in § 41, but has no vote (KL 5 kap. 67 §)",
		VOTE("ja: [Karin Holm, Per Lindgren], nej: Sara Nyqvist, avstår: Tomas Falk"),
		FIVE VOTE_AT(", deltar_inte: Ali Demir",
				"ja: [Karin Holm, Per Lindgren], nej: Sara Nyqvist, avstår: Tomas Falk") },
	{ "P295", "{ja: 2", "omröstningen i § 41 slutar lika, 2 mot 2, och vad som avgör sägs inte (KL 5 kap. 56 §)",
		"the vote of § 41 is a tie, 2 to 2, and what decides it is not told (KL 5 kap. 56 §)",
		VOTE("ja: 2, nej: 2"), VOTE("ja: 2, nej: 2, avgörande: lottning, utfall: nej") },
	{ "P296", "{ja: 2", "ordförandens utslagsröst avgör i § 41, men hur ordföranden röstade sägs inte (KL 5 kap. 56 §)",
		"the chair's vote decides § 41, but how the chair voted is not told (KL 5 kap. 56 §)",
		VOTE("ja: 2, nej: 2, avgörande: utslagsröst"),
		VOTE("ja: 2, nej: 2, avgörande: utslagsröst, utfall: ja") },
	{ "P297", "{ja: [Per", "Karin Holm (S) är ordförande och röstar varken ja eller nej i § 41, fast rösterna är lika (KL 4 kap. 25 §)",
		"Karin Holm (S) is in the chair and votes neither ja nor nej in § 41, although the votes are equal (KL 4 kap. 25 §)",
		VOTE("ja: [Per Lindgren, Ali Demir], nej: [Sara Nyqvist, Tomas Falk], avstår: Karin Holm, "
			"avgörande: utslagsröst, utfall: ja"),
		/* The chair may abstain when it is not needed. */
		VOTE("ja: [Per Lindgren, Ali Demir, Sara Nyqvist], nej: Tomas Falk, avstår: Karin Holm") },
	{ "P298", "{ja: 3", "i § 41 är rösterna inte lika, 3 mot 2: avgörande har inget att avgöra (KL 5 kap. 56 §)",
		"the votes of § 41 are not equal, 3 to 2: avgörande has nothing to decide (KL 5 kap. 56 §)",
		VOTE("ja: 3, nej: 2, avgörande: utslagsröst"), VOTE("ja: 3, nej: 2") },
	{ "P299", "{ja: 3", "utfallet i § 41 är ja, men utfall säger nej (KL 5 kap. 55-56 §§)",
		"the outcome of § 41 is ja, but utfall says nej (KL 5 kap. 55-56 §§)",
		VOTE("ja: 3, nej: 2, utfall: nej"), VOTE("ja: 3, nej: 2, utfall: ja") },
	{ "P299", "{ja: [Karin", "utfallet i § 41 är ja, men utfall säger nej (KL 5 kap. 55-56 §§)",
		"the outcome of § 41 is ja, but utfall says nej (KL 5 kap. 55-56 §§)",
		VOTE("ja: [Karin Holm, Ali Demir], nej: 2, avgörande: utslagsröst, utfall: nej"),
		VOTE("nej: [Karin Holm, Ali Demir], ja: 2, avgörande: utslagsröst, utfall: nej") },
	{ "P300", "{slag: minoritet", "omröstningen i § 41 är en minoritetsomröstning, som bara finns i fullmäktige (KL 5 kap. 50 §)",
		"the vote of § 41 is a minority vote, which only fullmäktige has (KL 5 kap. 50 §)",
		VOTE("slag: minoritet, ja: 3, nej: 2"),
		FULLMAKTIGE VOTE_AT("", "slag: minoritet, ja: 3, nej: 2") },
	{ "P301", "{slag: minoritet", "i § 41 säger utfall nej, men 1 av 4 röster är mindre än en tredjedel (KL 5 kap. 50 §)",
		"in § 41 utfall says nej, but 1 of 4 votes are less than one third (KL 5 kap. 50 §)",
		FULLMAKTIGE VOTE_AT("", "slag: minoritet, ja: 3, nej: 1, utfall: nej"),
		FULLMAKTIGE VOTE_AT("", "slag: minoritet, ja: 2, nej: 1, utfall: nej") },
	{ "P302", "Ali Demir}", "Ali Demir (V) reserverar sig i § 41, men deltog inte i beslutet (KL 4 kap. 27 §)",
		"Ali Demir (V) reserves against § 41, but took no part in the decision (KL 4 kap. 27 §)",
		FIVE CASE_ITEM(", deltar_inte: Ali Demir, reservationer: {av: Ali Demir}"),
		FIVE CASE_ITEM(", deltar_inte: Ali Demir, reservationer: {av: Tomas Falk}") },
	{ "P303", "Omar Haddad}", "Omar Haddad (S) reserverar sig i § 41, men tjänstgör inte där (KL 4 kap. 27 §)",
		"Omar Haddad (S) reserves against § 41, but does not serve there (KL 4 kap. 27 §)",
		FIVE CASE_ITEM(", reservationer: {av: Omar Haddad}"),
		/* A serving substitute may reserve. */
		FIVE CASE_ITEM(", jäv: {namn: Ali Demir, ersättare: Omar Haddad, lämnar: ja}, "
				"reservationer: {av: Omar Haddad}") },
	{ "P304", "Omar Haddad}", "Omar Haddad (S) deltar inte i beslutet i § 41, men tjänstgör inte heller där (KL 4 kap. 25 §)",
		"Omar Haddad (S) takes no part in the decision of § 41, but does not serve there either (KL 4 kap. 25 §)",
		FIVE CASE_ITEM(", deltar_inte: Omar Haddad"), FIVE CASE_ITEM(", deltar_inte: Ali Demir") },
	{ "P305", "Ali Demir}",
		"Ali Demir (V) deltar inte i beslutet i § 41, som är myndighetsutövning: där ska den som deltar i handläggningen också delta i avgörandet (KL 4 kap. 26 §)",
		"Ali Demir (V) takes no part in the decision of § 41, which exercises authority: who takes part in the handling must take part in the decision (KL 4 kap. 26 §)",
		FIVE CASE_ITEM(", överklagande: besvär, deltar_inte: Ali Demir"),
		FIVE CASE_ITEM(", överklagande: nej, deltar_inte: Ali Demir") },
};

static void every_code_has_its_words(void **state)
{
	(void)state;
	try_cases(cases, PK_COUNT(cases));
}

/* One vote in a meeting of five: "ja 2 (Karin Holm, Ali Demir), nej 3; nej". */
static void assert_counted(struct pk_job *job, const char *text, const char *expected)
{
	static const char *const names[PK_SIDES] = { "ja", "nej", "avstår", "frånvarande" };
	static const char *const outcomes[] = { "okänt", "ja", "nej" };
	const struct pk_meeting *m = meeting_with(job, text, NULL);
	const struct pk_findings *f = NULL;
	const struct pk_counted *c;
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	if (!pk_rules_apply(job, m, day_of(""), &f))
		fail_msg("errors:\n%s", reports(job, PK_ENGLISH));
	c = &f->ruled[0].votes[0];
	for (int s = 0; s < PK_SIDES; s++) {
		if (!c->told[s])
			continue;
		pk_put_c(&out, names[s]);
		pk_put_c(&out, " ");
		pk_put_uint(&out, c->count[s]);
		for (uint32_t k = 0; c->voters[s] != NULL && k < c->count[s]; k++) {
			pk_put_c(&out, k == 0 ? ": " : ", ");
			pk_put(&out, m->persons[c->voters[s][k]].namn);
		}
		pk_put_c(&out, "; ");
	}
	pk_put_c(&out, outcomes[c->outcome]);
	pk_put_c(&out, c->tie ? ", lika" : "");
	assert_text(pk_out_str(&out), expected);
}

static void names_are_counted(void **state)
{
	assert_counted(*state, VOTE("ja: [Karin Holm, Ali Demir], nej: [Tomas Falk, Per Lindgren], "
			"avstår: Sara Nyqvist, avgörande: utslagsröst"),
			"ja 2: Karin Holm, Ali Demir; nej 2: Tomas Falk, Per Lindgren; avstår 1: Sara Nyqvist; "
			"ja, lika");
	assert_silent(*state);
}

static void the_rest_are_those_who_served(void **state)
{
	assert_counted(*state, FIVE VOTE_AT(", jäv: {namn: Per Lindgren, ersättare: Omar Haddad, lämnar: ja}",
			"nej: [Tomas Falk], avstår: Sara Nyqvist, ja: övriga, summa: {ja: 3, nej: 1, avstår: 1}"),
			"ja 3: Karin Holm, Omar Haddad, Ali Demir; nej 1: Tomas Falk; avstår 1: Sara Nyqvist; ja");
	assert_silent(*state);
}

static void numbers_stay_numbers(void **state)
{
	assert_counted(*state, VOTE("sluten: ja, ja: 1, nej: 3, blanka: 1"), "ja 1; nej 3; nej");
	assert_silent(*state);
}

static void a_minority_has_no_majority(void **state)
{
	assert_counted(*state, FULLMAKTIGE VOTE_AT("", "slag: minoritet, ja: 3, nej: 2"), "ja 3; nej 2; okänt");
	assert_silent(*state);
}

static void a_minority_may_win(void **state)
{
	assert_counted(*state, FULLMAKTIGE VOTE_AT("", "slag: minoritet, ja: 3, nej: 2, utfall: nej"),
			"ja 3; nej 2; nej");
	assert_silent(*state);
}

static void the_chair_of_the_paragraph_decides(void **state)
{
	assert_counted(*state, FIVE VOTE_AT(", ordförande: Tomas Falk",
			"ja: [Karin Holm, Ali Demir], nej: [Tomas Falk, Per Lindgren], avstår: Sara Nyqvist, "
			"avgörande: utslagsröst"),
			"ja 2: Karin Holm, Ali Demir; nej 2: Tomas Falk, Per Lindgren; avstår 1: Sara Nyqvist; "
			"nej, lika");
	assert_silent(*state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_words),
		job_test(names_are_counted),
		job_test(the_rest_are_those_who_served),
		job_test(numbers_stay_numbers),
		job_test(a_minority_has_no_majority),
		job_test(a_minority_may_win),
		job_test(the_chair_of_the_paragraph_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
