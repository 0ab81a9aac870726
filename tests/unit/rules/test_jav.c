#include "unit/rules/cases.h"

#define SUBSTITUTES "  ersättare: [\"Omar Haddad (S)\", \"Lena Ek (S), § 42\"]\n"

static const struct pk_case cases[] = {
	{ "P279", "{namn: Karin Holm", "Karin Holm har jäv vid § 41 och ingen annan är ordförande där (KL 5 kap. 47 §, 6 kap. 30 §)",
		"Karin Holm has jäv at § 41 and nobody else is in the chair there (KL 5 kap. 47 §, 6 kap. 30 §)",
		CASE_HEAD CASE_JUSTERAT "närvarande:\n  beslutande: [\"Karin Holm (S), ordförande\", Sara Nyqvist (L)]\n"
			CASE_ITEM(", jäv: {namn: Karin Holm, lämnar: ja}"),
		CASE_HEAD CASE_JUSTERAT "närvarande:\n  beslutande: [\"Karin Holm (S), ordförande\", Sara Nyqvist (L), Ali Demir (V)]\n"
			CASE_ITEM(", jäv: {namn: Karin Holm, lämnar: ja}, ordförande: Ali Demir") },
	{ "P280", "Per Lindgren}", "Per Lindgren (C) är ordförande vid § 41, men har jäv där (KL 5 kap. 47 §, 6 kap. 30 §)",
		"Per Lindgren (C) is in the chair at § 41, but has jäv there (KL 5 kap. 47 §, 6 kap. 30 §)",
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren, lämnar: ja}, ordförande: Per Lindgren"),
		CASE_TOP CASE_ITEM(", jäv: {namn: Karin Holm, lämnar: ja}, ordförande: Per Lindgren") },
	{ "P281", "{namn: Per Lindgren", "Per Lindgren har jäv vid § 41, men att Per Lindgren lämnade lokalen sägs inte (KL 6 kap. 30 §)",
		"Per Lindgren has jäv at § 41, but that Per Lindgren left the room is not told (KL 6 kap. 30 §)",
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren}"),
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren, lämnar: ja}") },
	{ "P282", "{namn: Per Lindgren", "Per Lindgren har jäv vid § 41, men lämnade inte lokalen (KL 6 kap. 30 §)",
		"Per Lindgren has jäv at § 41, but did not leave the room (KL 6 kap. 30 §)",
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren, lämnar: nej}"),
		/* In fullmäktige it is enough to take no part. */
		"organ: Kommunfullmäktige\nplats: Sjön\ntid: 13–16\ndatum: 2024-05-21\nsekreterare: Anna Sjöberg\n"
			CASE_JUSTERAT CASE_PEOPLE CASE_ITEM(", jäv: {namn: Per Lindgren, lämnar: nej}") },
	{ "P283", "Ali Demir,", "Ali Demir (V) har jäv vid § 41, men är inte närvarande där (KL 5 kap. 47 §, 6 kap. 30 §)",
		"Ali Demir (V) has jäv at § 41, but is not present there (KL 5 kap. 47 §, 6 kap. 30 §)",
		CASE_TOP "    - Ali Demir (V), fr.o.m. § 42\n" CASE_ITEM(", jäv: {namn: Ali Demir, lämnar: ja}")
			"  - {rubrik: C, beslut: D}\n",
		CASE_TOP "    - Ali Demir (V), fr.o.m. § 42\n" CASE_ITEM("")
			"  - {rubrik: C, beslut: D, jäv: {namn: Ali Demir, lämnar: ja}}\n" },
	{ "P284", "Omar Haddad,", "Omar Haddad (S) ska ersätta Bo Ek vid § 41, men Bo Ek tjänstgör inte där (KL 5 kap. 17 §, 6 kap. 17 §)",
		"Omar Haddad (S) shall serve for Bo Ek at § 41, but Bo Ek does not serve there (KL 5 kap. 17 §, 6 kap. 17 §)",
		CASE_TOP "  ersättare: Omar Haddad (S)\n  övriga: \"Bo Ek, socialchef\"\n"
			CASE_ITEM(", jäv: {namn: Bo Ek, ersättare: Omar Haddad, lämnar: ja}"),
		CASE_TOP "  ersättare: Omar Haddad (S)\n  övriga: \"Bo Ek, socialchef\"\n"
			CASE_ITEM(", jäv: {namn: Bo Ek, lämnar: ja}") },
	{ "P285", "Sara Nyqvist, l", "Sara Nyqvist (L) ska ersätta Per Lindgren (C) vid § 41, men tjänstgör redan där (KL 5 kap. 17 §, 6 kap. 17 §)",
		"Sara Nyqvist (L) shall serve for Per Lindgren (C) at § 41, but serves there already (KL 5 kap. 17 §, 6 kap. 17 §)",
		CASE_TOP CASE_ITEM(", jäv: {namn: Per Lindgren, ersättare: Sara Nyqvist, lämnar: ja}"),
		/* Written on both sides: the same fact twice. */
		CASE_TOP "    - Omar Haddad (S), tjänstgörande ersättare för Per Lindgren (C), § 41\n"
			CASE_ITEM(", jäv: {namn: Per Lindgren, ersättare: Omar Haddad, lämnar: ja}") },
	{ "P286", "Lena Ek, l", "Lena Ek (S) ska ersätta Per Lindgren (C) vid § 41, men är inte närvarande där (KL 5 kap. 17 §, 6 kap. 17 §)",
		"Lena Ek (S) shall serve for Per Lindgren (C) at § 41, but is not present there (KL 5 kap. 17 §, 6 kap. 17 §)",
		CASE_TOP SUBSTITUTES CASE_ITEM(", jäv: {namn: Per Lindgren, ersättare: Lena Ek, lämnar: ja}")
			"  - {rubrik: C, beslut: D}\n",
		CASE_TOP SUBSTITUTES CASE_ITEM("") "  - rubrik: C\n    beslut: D\n"
			"    jäv: {namn: Per Lindgren, ersättare: Lena Ek, lämnar: ja}\n" },
	{ "P287", "Omar Haddad, l", "Omar Haddad (S) ska ersätta Per Lindgren (C) vid § 41, men har själv jäv (KL 5 kap. 47 §, 6 kap. 30 §)",
		"Omar Haddad (S) shall serve for Per Lindgren (C) at § 41, but has jäv too (KL 5 kap. 47 §, 6 kap. 30 §)",
		CASE_TOP SUBSTITUTES CASE_ITEM(", jäv: [{namn: Per Lindgren, ersättare: Omar Haddad, lämnar: ja}, "
			"{namn: Omar Haddad, lämnar: ja}]") "  - {rubrik: C, beslut: D}\n",
		CASE_TOP SUBSTITUTES CASE_ITEM(", jäv: [{namn: Per Lindgren, lämnar: ja}, "
			"{namn: Omar Haddad, lämnar: ja}]") "  - {rubrik: C, beslut: D}\n" },
};

static void every_code_has_its_words(void **state)
{
	(void)state;
	try_cases(cases, PK_COUNT(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
