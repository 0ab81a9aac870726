#include "unit/rules/cases.h"

#define DAYS(justering, anslag) CASE_HEAD "justering: {justerare: Sara Nyqvist, plats: Sjön" justering "}\n" \
	"anslag: {förvaringsplats: Sjön" anslag "}\n" CASE_PEOPLE CASE_ITEMS

static const struct pk_case dates[] = {
	{ "P060", "2024-05-20}", "protokollet är justerat 2024-05-20, före sammanträdet 2024-05-21 (KL 5 kap. 69 §)",
		"the protocol was approved on 2024-05-20, before the meeting of 2024-05-21 (KL 5 kap. 69 §)",
		DAYS(", datum: 2024-05-20", ""), DAYS(", datum: 2024-05-21", "") },
	{ "P061", "2024-05-27}", "anslaget är uppsatt 2024-05-27, före justeringen 2024-05-28 (KL 8 kap. 12 §)",
		"the notice was posted on 2024-05-27, before the protocol was approved on 2024-05-28 (KL 8 kap. 12 §)",
		DAYS(", datum: 2024-05-28", ", datum: 2024-05-27"), DAYS(", datum: 2024-05-28", ", datum: 2024-05-28") },
	{ "P062", "2024-06-24}",
		"anslaget tas ned 2024-06-24, men det ska sitta uppe till och med 2024-06-24, sista dagen att överklaga (KL 8 kap. 12 §, 13 kap. 5 §)",
		"the notice is taken down on 2024-06-24, but it must stay up through 2024-06-24, the last day to appeal (KL 8 kap. 12 §, 13 kap. 5 §)",
		DAYS(", datum: 2024-05-31", ", nedtas: 2024-06-24"), DAYS(", datum: 2024-05-31", ", nedtas: 2024-06-25") },
	{ "P063", "2024-06-05}",
		"protokollet är justerat 2024-06-05, senare än 14 dagar efter sammanträdet: senast 2024-06-04 (KL 5 kap. 69 §)",
		"the protocol was approved on 2024-06-05, more than 14 days after the meeting: 2024-06-04 at the latest (KL 5 kap. 69 §)",
		DAYS(", datum: 2024-06-05", ""), DAYS(", datum: 2024-06-04", "") },
	{ "P064", "2024-05-31}",
		"anslaget är uppsatt 2024-05-31, senare än andra dagen efter justeringen: senast 2024-05-30 (KL 8 kap. 12 §)",
		"the notice was posted on 2024-05-31, later than the second day after the approval: 2024-05-30 at the latest (KL 8 kap. 12 §)",
		DAYS(", datum: 2024-05-28", ", datum: 2024-05-31"), DAYS(", datum: 2024-05-28", ", datum: 2024-05-30") },
	{ "P065", "2024-05-28}", "protokollet sägs vara justerat 2024-05-28, men i dag är det 2024-05-27 (KL 5 kap. 69 §)",
		"the protocol is said to be approved on 2024-05-28, but today is 2024-05-27 (KL 5 kap. 69 §)",
		DAYS(", datum: 2024-05-28", ""), DAYS(", datum: 2024-05-27", ""), NULL, "2024-05-27" },
	{ "P066", "2024-05-29}", "anslaget sägs vara uppsatt 2024-05-29, men i dag är det 2024-05-28 (KL 8 kap. 12 §)",
		"the notice is said to be posted on 2024-05-29, but today is 2024-05-28 (KL 8 kap. 12 §)",
		DAYS(", datum: 2024-05-28", ", datum: 2024-05-29"), DAYS(", datum: 2024-05-28", ", datum: 2024-05-28"),
		NULL, "2024-05-28" },
	{ "P067", "2024-05-20}", "justeringen är planerad till 2024-05-20, före sammanträdet 2024-05-21 (KL 5 kap. 69 §)",
		"the approval is planned for 2024-05-20, before the meeting of 2024-05-21 (KL 5 kap. 69 §)",
		DAYS(", planerad: 2024-05-20", ""), DAYS(", planerad: 2024-05-21", "") },
	{ "P068", "2024-06-05}",
		"justeringen är planerad till 2024-06-05, senare än 14 dagar efter sammanträdet: senast 2024-06-04 (KL 5 kap. 69 §)",
		"the approval is planned for 2024-06-05, more than 14 days after the meeting: 2024-06-04 at the latest (KL 5 kap. 69 §)",
		DAYS(", planerad: 2024-06-05", ""), DAYS(", planerad: 2024-06-04", "") },
	{ "P069", "organ", "utkast: nej, men dagen för justeringen saknas och anslaget behöver den (KL 8 kap. 12 §)",
		"utkast: nej, but the day of the approval is missing and the notice needs it (KL 8 kap. 12 §)",
		DAYS("", "") "utkast: nej\n",
		/* Nothing waits for it. */
		CASE_HEAD CASE_PEOPLE CASE_ITEM(", omedelbar_justering: {justerare: Sara Nyqvist}")
			"anslag: {förvaringsplats: Sjön}\nutkast: nej\n" },
	{ "P070", "2024-05-29}",
		"underskriften 2024-05-29 är senare än justering.datum 2024-05-28, som är dagen för den sista underskriften",
		"the signature of 2024-05-29 is later than justering.datum 2024-05-28, which is the day of the last signature",
		DAYS(", datum: 2024-05-28, signering: digital, signaturer: [{namn: Karin Holm, datum: 2024-05-28}, "
			"{namn: Sara Nyqvist, datum: 2024-05-29}]", ""),
		DAYS(", datum: 2024-05-28, signering: digital, signaturer: [{namn: Karin Holm, datum: 2024-05-28}, "
			"{namn: Sara Nyqvist, datum: 2024-05-28}]", "") },
};

static const struct pk_case numbers[] = {
	{ "P072", "{rubrik", "paragrafens nummer saknas i ett justerat protokoll (KL 5 kap. 66 §)",
		"the paragraf has no number in an approved protocol (KL 5 kap. 66 §)",
		CASE_TOP "paragrafer: [{rubrik: A, beslut: B}]\n", CASE_TOP "paragrafer: [{nr: 1, rubrik: A, beslut: B}]\n" },
	{ "P073", "{rubrik", "paragrafernas nummer saknas (KL 5 kap. 66 §)",
		"the numbers of the paragrafer are missing (KL 5 kap. 66 §)",
		CASE_HEAD CASE_PEOPLE "paragrafer: [{rubrik: A, beslut: B}]\n",
		CASE_HEAD CASE_PEOPLE "paragrafer: [{nr: 1, rubrik: A, beslut: B}]\n" },
	{ "P074", "{nr: 43", "§ 43 står efter § 41: numren löper inte (KL 5 kap. 66 §)",
		"§ 43 stands after § 41: the numbers do not run (KL 5 kap. 66 §)",
		CASE_TOP CASE_ITEM("") "  - {nr: 43, rubrik: C, beslut: D}\n",
		CASE_TOP CASE_ITEM("") "  - {nr: 41 a, rubrik: C, beslut: D}\n" },
	{ "P075", "{nr: 41, rubrik: C", "två paragrafer har nummer 41 (KL 5 kap. 66 §)",
		"two paragrafer have the number 41 (KL 5 kap. 66 §)",
		CASE_TOP CASE_ITEM("") "  - {nr: 41, rubrik: C, beslut: D}\n",
		CASE_TOP CASE_ITEM("") "  - {nr: 42, rubrik: C, beslut: D}\n" },
	/* 4.48:1 and 4.54:1. */
	{ "P316", "\"#777777", "accentfärgen #777777 är för ljus för text på vitt: kontrasten är mindre än 4,5:1 "
		"(WCAG 2.1, 1.4.3); #757575 används i stället",
		"the colour #777777 is too light for text on white: its contrast is less than 4.5:1 "
		"(WCAG 2.1, 1.4.3); #757575 is used instead",
		CASE_TOP CASE_ITEMS "utseende: {accentfärg: \"#777777\"}\n",
		CASE_TOP CASE_ITEMS "utseende: {accentfärg: \"#767676\"}\n" },
	/* Of the same hue, as near as can be read. */
	{ "P316", "\"FFD500", "accentfärgen #ffd500 är för ljus för text på vitt: kontrasten är mindre än 4,5:1 "
		"(WCAG 2.1, 1.4.3); #8c7500 används i stället",
		"the colour #ffd500 is too light for text on white: its contrast is less than 4.5:1 "
		"(WCAG 2.1, 1.4.3); #8c7500 is used instead",
		CASE_TOP CASE_ITEMS "utseende: {accentfärg: \"FFD500\"}\n",
		CASE_TOP CASE_ITEMS "utseende: {accentfärg: \"8c7500\"}\n" },
};

#define ROOM(people) CASE_HEAD "justering: {justerare: Bo Ek, plats: Sjön, datum: 2024-05-28}\n" \
	"anslag: {förvaringsplats: Sjön}\nnärvarande:\n  övriga: Bo Ek\n  beslutande:\n" people CASE_ITEMS

static const struct pk_case people[] = {
	{ "P076", "Per Lindgren", "Karin Holm och Per Lindgren är båda ordförande vid § 41 (KL 5 kap. 65 §)",
		"Karin Holm and Per Lindgren are both in the chair at § 41 (KL 5 kap. 65 §)",
		ROOM("    - Karin Holm (S), ordförande\n    - Per Lindgren (C), ordförande\n"),
		ROOM("    - Karin Holm (S), ordförande, § 41\n    - Per Lindgren (C), ordförande, fr.o.m. § 42\n") },
	{ "P094", "Per Lindgren", "Karin Holm och Per Lindgren är båda ordförande (KL 5 kap. 65 §)",
		"Karin Holm and Per Lindgren are both in the chair (KL 5 kap. 65 §)",
		CASE_HEAD "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), ordförande\n" SECTIONS,
		CASE_HEAD "närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n"
			"    - Per Lindgren (C), ordförande socialnämnden\n" SECTIONS },
	{ "P077", "organ", "ingen är ordförande vid § 43 i ett justerat protokoll (KL 5 kap. 65 §)",
		"nobody is in the chair at § 43 of an approved protocol (KL 5 kap. 65 §)",
		ROOM("    - Karin Holm (S), ordförande, t.o.m. § 42\n    - Per Lindgren (C)\n"),
		ROOM("    - Karin Holm (S), ordförande, t.o.m. § 42\n    - Per Lindgren (C), 2:e vice ordförande\n") },
	{ "P078", "organ", "ordförande saknas i ett justerat protokoll (KL 5 kap. 65 §)",
		"an approved protocol has no chair (KL 5 kap. 65 §)",
		ROOM("    - Karin Holm (S)\n"), ROOM("    - Karin Holm (S), mötesordförande\n") },
	{ "P079", "organ", "sekreterare saknas i ett justerat protokoll (KL 5 kap. 65 §)",
		"an approved protocol has no secretary (KL 5 kap. 65 §)",
		"organ: Socialnämnden\ndatum: 2024-05-21\n" CASE_JUSTERAT CASE_PEOPLE CASE_ITEMS,
		"organ: Socialnämnden\ndatum: 2024-05-21\n" CASE_JUSTERAT CASE_PEOPLE
			"  övriga: \"Bo Ek, sekreterare\"\n" CASE_ITEMS },
	{ "P080", "{plats", "justerare saknas i ett justerat protokoll (KL 5 kap. 69 §)",
		"an approved protocol has nobody who approved it (KL 5 kap. 69 §)",
		CASE_HEAD "justering: {plats: Sjön, datum: 2024-05-28}\nanslag: {förvaringsplats: Sjön}\n"
			CASE_PEOPLE CASE_ITEMS, CASE_TOP CASE_ITEMS },
	{ "P081", "organ", "inga beslutande är angivna i ett justerat protokoll (KL 5 kap. 66 §)",
		"an approved protocol names nobody who took the decisions (KL 5 kap. 66 §)",
		CASE_HEAD CASE_JUSTERAT "ordförande: Bo Ek\nnärvarande: {övriga: [Bo Ek, Sara Nyqvist]}\n" CASE_ITEMS,
		CASE_HEAD CASE_JUSTERAT "ordförande: Bo Ek\n"
			"närvarande: {beslutande: Bo Ek, övriga: Sara Nyqvist}\n" CASE_ITEMS },
	{ "P082", "organ", "anslaget säger inte var protokollet finns (KL 8 kap. 12 §)",
		"the notice does not say where the protocol is kept (KL 8 kap. 12 §)",
		CASE_HEAD "justering: {justerare: Sara Nyqvist, plats: Sjön, datum: 2024-05-28}\n" CASE_PEOPLE CASE_ITEMS,
		CASE_HEAD "justering: {justerare: Sara Nyqvist, datum: 2024-05-28}\nanslag: nej\n"
			CASE_PEOPLE CASE_ITEMS },
};

#define DRAFT_HEAD "organ: Socialnämnden\ndatum: 2024-05-21\n"
#define PLANNED "justering: {justerare: Sara Nyqvist, plats: Sjön, planerad: 2024-05-28}\n"
#define KEPT "anslag: {förvaringsplats: Sjön}\n"

static const struct pk_case remains[] = {
	{ "P083", "organ", "platsen för sammanträdet saknas (KL 5 kap. 65 §)",
		"the place of the meeting is missing (KL 5 kap. 65 §)",
		DRAFT_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD CASE_PEOPLE CASE_ITEMS },
	{ "P084", "organ", "tiden för sammanträdet saknas (KL 5 kap. 65 §)",
		"the time of the meeting is missing (KL 5 kap. 65 §)",
		DRAFT_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD CASE_PEOPLE CASE_ITEMS },
	{ "P085", "organ", "de beslutande saknas (KL 5 kap. 66 §)",
		"those who took the decisions are missing (KL 5 kap. 66 §)",
		CASE_HEAD CASE_ITEMS, CASE_HEAD CASE_PEOPLE CASE_ITEMS },
	{ "P086", "organ", "ordförande saknas (KL 5 kap. 65 §)", "the chair is missing (KL 5 kap. 65 §)",
		CASE_HEAD "närvarande: {beslutande: Bo Ek}\n" CASE_ITEMS, CASE_HEAD CASE_PEOPLE CASE_ITEMS },
	{ "P087", "organ", "ordförande vid § 43 saknas (KL 5 kap. 65 §)", "the chair at § 43 is missing (KL 5 kap. 65 §)",
		CASE_HEAD "närvarande: {beslutande: \"Bo Ek, ordförande, t.o.m. § 42\"}\n" CASE_ITEMS,
		CASE_HEAD "närvarande: {beslutande: \"Bo Ek, ordförande, t.o.m. § 43\"}\n" CASE_ITEMS },
	{ "P088", "organ", "sekreteraren saknas (KL 5 kap. 65 §)", "the secretary is missing (KL 5 kap. 65 §)",
		DRAFT_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD CASE_PEOPLE CASE_ITEMS },
	{ "P089", "organ", "den som ska justera saknas (KL 5 kap. 69 §)", "the one who shall approve is missing (KL 5 kap. 69 §)",
		CASE_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD PLANNED CASE_PEOPLE CASE_ITEMS },
	{ "P090", "organ", "platsen för justeringen saknas (KL 5 kap. 69 §)", "the place of the approval is missing (KL 5 kap. 69 §)",
		CASE_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD PLANNED CASE_PEOPLE CASE_ITEMS },
	{ "P091", "organ", "dagen för justeringen saknas, senast 2024-06-04 (KL 5 kap. 69 §)",
		"the day of the approval is missing, 2024-06-04 at the latest (KL 5 kap. 69 §)",
		CASE_HEAD CASE_PEOPLE CASE_ITEMS, CASE_HEAD PLANNED CASE_PEOPLE CASE_ITEMS },
	{ "P092", "2024-05-28}", "protokollet är inte justerat: planerat 2024-05-28, senast 2024-06-04 (KL 5 kap. 69 §)",
		"the protocol is not approved: planned for 2024-05-28, 2024-06-04 at the latest (KL 5 kap. 69 §)",
		CASE_HEAD PLANNED KEPT CASE_PEOPLE CASE_ITEMS, CASE_TOP CASE_ITEMS },
	{ "P093", "organ", "anslagets uppgift om var protokollet finns saknas (KL 8 kap. 12 §)",
		"the notice lacks where the protocol is kept (KL 8 kap. 12 §)",
		CASE_HEAD PLANNED CASE_PEOPLE CASE_ITEMS, CASE_HEAD PLANNED KEPT CASE_PEOPLE CASE_ITEMS },
};

static void dates_have_their_words(void **state)
{
	(void)state;
	try_cases(dates, PK_COUNT(dates));
}

static void numbers_have_their_words(void **state)
{
	(void)state;
	try_cases(numbers, PK_COUNT(numbers));
}

static void people_have_their_words(void **state)
{
	(void)state;
	try_cases(people, PK_COUNT(people));
}

static void what_remains_has_its_words(void **state)
{
	(void)state;
	try_cases(remains, PK_COUNT(remains));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_have_their_words),
		cmocka_unit_test(numbers_have_their_words),
		cmocka_unit_test(people_have_their_words),
		cmocka_unit_test(what_remains_has_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
