#include "decoding.h"

static void put_part(struct pk_out *out, const char *name, struct pk_str text)
{
	if (text.n == 0)
		return;
	pk_put_c(out, out->n > 0 ? " | " : "");
	pk_put_c(out, name);
	pk_put_c(out, ":");
	pk_put(out, text);
}

/* "namn:Karin Holm | parti:S | roll:ordförande". */
static void describe(const struct pk_person *p, struct pk_out *out)
{
	put_part(out, "namn", p->namn);
	put_part(out, "parti", p->parti);
	put_part(out, "titel", p->titel);
	put_part(out, "roll", p->roll);
	if (p->vacant)
		put_part(out, "är", PK_STR("vakant"));
	if (p->remote)
		put_part(out, "är", PK_STR("på distans"));
	if (p->serves_for)
		put_part(out, "för", p->for_whom.namn.n > 0 ? p->for_whom.namn : PK_STR("?"));
	put_part(out, "dennes", p->for_whom.parti);
	put_part(out, "när", p->presence.text);
}

struct row {
	const char *line, *expected;
};

static void assert_lines(void **state, const struct row *rows, size_t n)
{
	struct pk_job *job = *state;

	for (size_t i = 0; i < n; i++) {
		struct pk_out out = pk_out_new(job->arena, 4096);
		struct pk_person person;

		if (!pk_person_line(job, pk_str_of(rows[i].line), PK_NOWHERE, &person))
			fail_msg("%s\n%s", rows[i].line, reports(job, PK_ENGLISH));
		describe(&person, &out);
		assert_text(pk_out_str(&out), rows[i].expected);
	}
	assert_silent(job);
}

static void names_and_parties(void **state)
{
	static const struct row rows[] = {
		{ "Karin Holm (S)", "namn:Karin Holm | parti:S" },
		{ "  Karin Holm  (s) ", "namn:Karin Holm | parti:s" },
		{ "Maria Nordin", "namn:Maria Nordin" },
		{ "Mona-Lisa Hagström Svensson (S)", "namn:Mona-Lisa Hagström Svensson | parti:S" },
		{ "Per Ek (-)", "namn:Per Ek | parti:-" },
		{ "Per Ek (oberoende, tidigare KD)", "namn:Per Ek | parti:oberoende, tidigare KD" },
		{ "Ann (Anna) Berg (S), ledamot", "namn:Ann (Anna) Berg | parti:S | roll:ledamot" },
		{ "Vakant (M)", "namn:Vakant | parti:M | är:vakant" },
		{ "vakant", "namn:vakant | är:vakant" },
	};

	assert_lines(state, rows, PK_COUNT(rows));
}

static void roles_are_whole_parts(void **state)
{
	static const struct row rows[] = {
		{ "Karin Holm (S), ordförande", "namn:Karin Holm | parti:S | roll:ordförande" },
		{ "Karin Holm (S), Ordförande", "namn:Karin Holm | parti:S | roll:ordförande" },
		{ "Karin Holm (S) ordförande", "namn:Karin Holm | parti:S | roll:ordförande" },
		{ "A B (C), vice ordförande", "namn:A B | parti:C | roll:vice ordförande" },
		{ "A B (C), 1:e vice ordförande", "namn:A B | parti:C | roll:1:e vice ordförande" },
		{ "A B (C), 2:e vice ordförande", "namn:A B | parti:C | roll:2:e vice ordförande" },
		{ "A B (C), mötesordförande", "namn:A B | parti:C | roll:mötesordförande" },
		{ "A B (C), ersättare", "namn:A B | parti:C | roll:ersättare" },
		{ "Anna Sjöberg, sekreterare", "namn:Anna Sjöberg | roll:sekreterare" },
		{ "Michael Plogell (FR), ordförande kommunstyrelsen",
			"namn:Michael Plogell | parti:FR | titel:ordförande kommunstyrelsen" },
		{ "Sverre Ek (M), 2:e vice ordförande kommunstyrelsen",
			"namn:Sverre Ek | parti:M | titel:2:e vice ordförande kommunstyrelsen" },
		{ "Anneli Ek, tf förvaltningschef och verksamhetschef IFO",
			"namn:Anneli Ek | titel:tf förvaltningschef och verksamhetschef IFO" },
		{ "Pia Sand, Facket Vision (TCO)", "namn:Pia Sand | titel:Facket Vision (TCO)" },
		{ "Bo Ek (S), insynsplats (V)", "namn:Bo Ek | parti:S | titel:insynsplats (V)" },
		{ "Bo Ek, chef, stab, för ekonomi", "namn:Bo Ek | titel:chef, stab, för ekonomi" },
	};

	assert_lines(state, rows, PK_COUNT(rows));
}

static void substitution(void **state)
{
	static const struct row rows[] = {
		{ "Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41–42",
			"namn:Eva Ström | parti:M | för:Nils Berg | dennes:M | när:§\u00A041–42" },
		{ "Eva Ström (M), § 41-42, tjg ers för Nils Berg",
			"namn:Eva Ström | parti:M | för:Nils Berg | när:§\u00A041–42" },
		{ "Eva Ström (M), ersätter Nils Berg (-)",
			"namn:Eva Ström | parti:M | för:Nils Berg | dennes:-" },
		{ "Eva Ström (M), för Nils Berg", "namn:Eva Ström | parti:M | för:Nils Berg" },
		{ "Eva Ström (M) för Nils Berg (M)",
			"namn:Eva Ström | parti:M | för:Nils Berg | dennes:M" },
		{ "Eva Ström (M), tjänstgörande ersättare", "namn:Eva Ström | parti:M | för:?" },
		{ "Eva Ström (M), tjänstgörande ersättare för Vakant (M), på distans",
			"namn:Eva Ström | parti:M | är:på distans | för:Vakant | dennes:M" },
	};

	assert_lines(state, rows, PK_COUNT(rows));
}

static void presence(void **state)
{
	static const struct row rows[] = {
		{ "Ali Demir (V), på distans", "namn:Ali Demir | parti:V | är:på distans" },
		{ "Ali Demir (V), via länk", "namn:Ali Demir | parti:V | är:på distans" },
		{ "Ali Demir (V), via Teams", "namn:Ali Demir | parti:V | är:på distans" },
		{ "Maria Nordin, ekonom, § 42, 45", "namn:Maria Nordin | titel:ekonom | när:§\u00A042, 45" },
		{ "Maria Nordin, § 42, 45–46, ekonom",
			"namn:Maria Nordin | titel:ekonom | när:§\u00A042, 45–46" },
		{ "Pia Sand, Vision, §§ 41-45", "namn:Pia Sand | titel:Vision | när:§\u00A041–45" },
		{ "Nils Berg (M), fr.o.m. § 43", "namn:Nils Berg | parti:M | när:fr.o.m. §\u00A043" },
		{ "Nils Berg (M), ej § 44", "namn:Nils Berg | parti:M | när:ej §\u00A044" },
		{ "A B, t o m § 48, del av § 72", "namn:A B | när:t.o.m. §\u00A048, del av §\u00A072" },
		{ "A B, kl 14:10-14.55, 16–17", "namn:A B | när:kl.\u00A014.10–14.55, 16.00–17.00" },
		{ "A B, § 4 och kl. 14.10–14.55", "namn:A B | när:§\u00A04, kl.\u00A014.10–14.55" },
		{ "A B, kl. 9–10, § 4", "namn:A B | när:kl.\u00A09.00–10.00, §\u00A04" },
		{ "A B, sal 45", "namn:A B | titel:sal 45" },
	};

	assert_lines(state, rows, PK_COUNT(rows));
}

static void what_is_no_person_line(void **state)
{
	static const struct row rows[] = {
		{ "(S), ordförande", "P056" },
		{ "Karin Holm (S, ordförande", "P056" },
		{ "Karin Holm (), ordförande", "P056" },
		{ "Karin Holm (S), ordförande, ledamot", "P057" },
		{ "Eva Ström (M), för Nils Berg, för Bo Ek", "P057" },
		{ "Birgit Lund (C), Bo Ek (S)", "P055" },
		{ "Maria Nordin, ekonom § 42", "P050" },
		{ "Maria Nordin, § fyra", "P050" },
		{ "Maria Nordin, § 4–", "P050" },
		{ "Maria Nordin, kl. 25–26", "P050" },
		{ "Maria Nordin, gick kl. 15.00", "P050" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_person person;
		struct pk_job *job;
		void *own = NULL;

		assert_int_equal(fixture_job(&own), 0);
		job = own;
		assert_false(pk_person_line(job, pk_str_of(rows[i].line), PK_NOWHERE, &person));
		assert_only(job, rows[i].expected, 0, 0);
		fixture_job_free(&own);
	}
}

static void a_name_is_printed_with_its_party(void **state)
{
	struct pk_job *job = *state;
	struct pk_out out = pk_out_new(job->arena, 100);
	struct pk_person person;

	assert_true(pk_person_line(job, PK_STR("Vakant (M), ledamot"), PK_NOWHERE, &person));
	pk_person_put_name(&out, &person);
	pk_put_c(&out, "; ");
	assert_true(pk_person_line(job, PK_STR("Jonas Åkesson, socialchef"), PK_NOWHERE, &person));
	pk_person_put_name(&out, &person);
	assert_text(pk_out_str(&out), "Vakant (M); Jonas Åkesson");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(names_and_parties),
		job_test(roles_are_whole_parts),
		job_test(substitution),
		job_test(presence),
		job_test(what_is_no_person_line),
		job_test(a_name_is_printed_with_its_party),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
