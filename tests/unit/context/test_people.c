#include "unit/context/tree.h"

#define SP "\xC2\xA0"
#define REST "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n" \
	"paragrafer: [{nr: 41, rubrik: A}, {rubrik: B}, {rubrik: C}]\n"

/* "Beslutande: Karin Holm (S), ordförande / Per Lindgren (C)" a line. */
static void assert_groups(struct pk_job *job, const char *yaml, const char *expected)
{
	struct pk_value root = tree_of(job, yaml, NULL);
	const struct pk_value *groups = value_at(&root, "närvaro");
	struct pk_out out = pk_out_new(job->arena, 1 << 16);

	for (size_t g = 0; groups != NULL && g < groups->as.list.n; g++) {
		const struct pk_value *group = &groups->as.list.v[g];
		const struct pk_value *persons = value_at(group, "personer");

		pk_put(&out, text_at(group, "rubrik"));
		for (size_t i = 0; i < persons->as.list.n; i++) {
			pk_put_c(&out, i == 0 ? ": " : " / ");
			pk_put(&out, text_at(&persons->as.list.v[i], "text"));
		}
		pk_put_c(&out, "\n");
	}
	assert_text(pk_out_str(&out), expected);
}

static void groups_stand_in_their_order(void **state)
{
	assert_groups(*state, "närvarande:\n"
			"  grupper: [{rubrik: Personalföreträdare, personer: \"Pia Sand, Vision, § 41–42\"}]\n"
			"  övriga: \"Jonas Åkesson, socialchef\"\n"
			"  frånvarande: Birgit Lund (C)\n"
			"  ersättare: [Omar Haddad (S), \"Eva Ström (M), § 43\"]\n"
			"  beslutande:\n"
			"    - Karin Holm (S), ordförande\n"
			"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41-42\n"
			"    - Nils Berg (M), § 43\n"
			"    - Vakant (C)\n"
			"sekreterare: Anna Sjöberg\n" REST,
			"Beslutande: Karin Holm (S), ordförande / Nils Berg (M), §" SP "43 / Vakant (C)\n"
			"Tjänstgörande ersättare: Eva Ström (M) för Nils Berg (M), §" SP "41–42\n"
			"Ej tjänstgörande ersättare: Omar Haddad (S) / Eva Ström (M), §" SP "43\n"
			"Frånvarande: Birgit Lund (C)\n"
			"Övriga närvarande: Jonas Åkesson, socialchef / Anna Sjöberg, sekreterare\n"
			"Personalföreträdare: Pia Sand, Vision, §" SP "41–42\n");
}

static void a_line_has_all_its_parts(void **state)
{
	assert_groups(*state, "närvarande:\n  beslutande:\n"
			"    - Karin Holm (S), ordförande, på distans, ej § 42\n"
			"    - {namn: Per Lindgren, parti: C, roll: vice ordförande, paragrafer: ej § 43, orsak: jäv}\n"
			"    - Ali Demir (V), kl. 13.00–14.10\n"
			"  frånvarande: {namn: Birgit Lund, parti: C, orsak: sjuk}\n" REST,
			"Beslutande: Karin Holm (S), ordförande, på distans, ej §" SP "42 / "
			"Per Lindgren (C), vice ordförande, ej §" SP "43 (jäv), ordförande §" SP "42 / "
			"Ali Demir (V), kl." SP "13.00–14.10\n"
			"Frånvarande: Birgit Lund (C), sjuk\n");
}

static void the_secretary_stands_last_and_once(void **state)
{
	assert_groups(*state, "närvarande:\n  beslutande: \"Karin Holm (S), ordförande\"\n"
			"  övriga:\n    - Anna Sjöberg, sekreterare\n    - Monica Ek, kommunchef\n"
			"    - Jonas Åkesson, socialchef\nsekreterare: [Monica Ek, \"Anna Sjöberg, § 43\"]\n"
			REST,
			"Beslutande: Karin Holm (S), ordförande\n"
			"Övriga närvarande: Jonas Åkesson, socialchef / Monica Ek, kommunchef, sekreterare / "
			"Anna Sjöberg, sekreterare, §" SP "43\n");
}

static void the_chair_is_told_at_the_name(void **state)
{
	struct pk_job *job = *state;

	assert_groups(job, "närvarande:\n  beslutande: [Karin Holm (S), \"Per Lindgren (C), vice ordförande\"]\n"
			"ordförande: [{namn: Karin Holm, paragrafer: 41-42}, {namn: Per Lindgren, paragrafer: 43}]\n"
			REST,
			"Beslutande: Karin Holm (S), ordförande §" SP "41–42 / "
			"Per Lindgren (C), vice ordförande, ordförande §" SP "43\n");
	assert_groups(job, "närvarande:\n  beslutande: [Karin Holm (S), Per Lindgren (C)]\n"
			"ordförande: Per Lindgren\n" REST,
			"Beslutande: Karin Holm (S) / Per Lindgren (C), ordförande\n");
	assert_groups(job, "närvarande:\n"
			"  beslutande: [\"Karin Holm (S), ordförande kommunstyrelsen\", Per Lindgren (C)]\n"
			"ordförande: Karin Holm\n" REST,
			"Beslutande: Karin Holm (S), ordförande kommunstyrelsen / Per Lindgren (C)\n");
}

static void the_chair_is_told_where_she_serves(void **state)
{
	assert_groups(*state, "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande, § 43\n"
			"    - Eva Ström (M), vice ordförande, § 41–42\n  ersättare: \"Eva Ström (M), § 43\"\n"
			REST,
			"Beslutande: Karin Holm (S), ordförande, §" SP "43 / "
			"Eva Ström (M), vice ordförande, §" SP "41–42, ordförande §" SP "41–42\n"
			"Ej tjänstgörande ersättare: Eva Ström (M), §" SP "43\n");
}

static void offices_are_named(void **state)
{
	struct pk_value root = tree_of(*state, "närvarande:\n"
			"  beslutande: [Karin Holm (S), Per Lindgren (C), Sara Nyqvist (L)]\n"
			"ordförande: [{namn: Karin Holm, paragrafer: 41-42}, {namn: Per Lindgren, paragrafer: 43}]\n"
			"sekreterare: Anna Sjöberg\n"
			"justering: {justerare: [Sara Nyqvist, \"Per Lindgren, § 41\"], ersättare: Karin Holm}\n"
			REST, NULL);

	assert_text(text_at(&root, "ordförande"), "Karin Holm (S) och Per Lindgren (C)");
	assert_text(text_at(&root, "sekreterare"), "Anna Sjöberg");
	assert_text(text_at(&root, "justerare"),
			"Sara Nyqvist (L); Per Lindgren (C), §" SP "41, ersättare Karin Holm (S)");
	assert_text(text_at(&root, "närvaro.0.personer.0.namn"), "Karin Holm");
	assert_text(text_at(&root, "närvaro.0.personer.0.parti"), "S");
}

/* "namn | parti | uppgift | deltar" a person: the line's words in columns, none lost. */
static void a_line_parts_into_columns(void **state)
{
	struct pk_value root = tree_of(*state, "närvarande:\n"
			"  beslutande:\n"
			"    - Karin Holm (S), ordförande, på distans, ej § 42\n"
			"    - {namn: Per Lindgren, parti: C, roll: vice ordförande, paragrafer: ej § 43, orsak: jäv}\n"
			"    - Eva Ström (M), tjänstgörande ersättare för Nils Berg (M), § 41-42\n"
			"    - Ali Demir (V)\n"
			"  frånvarande: {namn: Birgit Lund, parti: C, orsak: sjuk}\n"
			"sekreterare: Anna Sjöberg\n" REST, NULL);
	const struct pk_value *groups = value_at(&root, "närvaro");
	static const char *const fields[] = { "namn", "parti", "uppgift", "deltar" };
	struct pk_out out = pk_out_new(((struct pk_job *)*state)->arena, 1 << 16);

	assert_non_null(groups);
	for (size_t g = 0; groups != NULL && g < groups->as.list.n; g++) {
		const struct pk_value *persons = value_at(&groups->as.list.v[g], "personer");

		for (size_t i = 0; persons != NULL && i < persons->as.list.n; i++) {
			for (size_t f = 0; f < PK_COUNT(fields); f++) {
				pk_put_c(&out, f > 0 ? " | " : "");
				pk_put(&out, text_at(&persons->as.list.v[i], fields[f]));
			}
			pk_put_c(&out, "\n");
		}
	}
	assert_text(pk_out_str(&out),
			"Karin Holm | S | ordförande, på distans | ej §" SP "42\n"
			"Per Lindgren | C | vice ordförande, ordförande §" SP "42 | ej §" SP "43 (jäv)\n"
			"Ali Demir | V |  | \n"
			"Eva Ström | M | för Nils Berg (M) | §" SP "41–42\n"
			"Birgit Lund | C |  | sjuk\n"
			"Anna Sjöberg |  | sekreterare | \n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(groups_stand_in_their_order),
		job_test(a_line_has_all_its_parts),
		job_test(a_line_parts_into_columns),
		job_test(the_secretary_stands_last_and_once),
		job_test(the_chair_is_told_at_the_name),
		job_test(the_chair_is_told_where_she_serves),
		job_test(offices_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
