/* Messages about what happened at a meeting: a bad input with its exact words in both languages, and
 * one that is nearly as bad and must stay silent. */
#include "decoding.h"

#include <stdio.h>

#define HEAD "organ: A\ndatum: 2024-05-21\n"
#define ONE "paragrafer:\n  - nr: 41\n    rubrik: B\n"
#define SECRET "    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}\n"
#define REGISTER "organ: {namn: A, ledamöter: [{nyckel: kh, namn: Karin Holm}," \
	" {nyckel: nb, namn: Nils Berg, till: 2024-05-20}]}\n"

struct row {
	const char *settings, *code, *bad, *good, *swedish, *swedish_hint, *english, *english_hint;
};

static void assert_words(struct pk_job *job, enum pk_language language, const char *code,
		const char *text, const char *hint)
{
	const struct pk_report *report = pk_diag_get(job->diags, 0);
	struct pk_out out = pk_out_new(job->arena, 4096), hints = pk_out_new(job->arena, 4096);

	pk_diag_words(report, language, &out);
	pk_diag_hint_words(report, language, &hints);
	assert_string_equal(pk_message_code(report->message), code);
	assert_text(pk_out_str(&out), text);
	assert_text(pk_out_str(&hints), hint);
}

static void assert_bad(const struct row *row)
{
	void *own = NULL;
	struct pk_job *job;

	assert_int_equal(fixture_job(&own), 0);
	job = own;
	assert_null(decode(job, row->bad, row->settings));
	assert_int_equal(pk_diag_count(job->diags), 1);
	assert_words(job, PK_SWEDISH, row->code, row->swedish, row->swedish_hint);
	assert_words(job, PK_ENGLISH, row->code, row->english, row->english_hint);
	fixture_job_free(&own);
}

static void assert_good(const struct row *row)
{
	void *own = NULL;

	assert_int_equal(fixture_job(&own), 0);
	if (decode(own, row->good, row->settings) == NULL)
		fail_msg("%s:\n%s", row->code, reports(own, PK_ENGLISH));
	assert_silent(own);
	fixture_job_free(&own);
}

static const struct row rows[] = {
	{ NULL, "P220", HEAD ONE "    omröstningar: {ja: 2, nej: 1, blanka: några}\n",
		HEAD ONE "    omröstningar: {ja: 2, nej: 1, blanka: 0}\n",
		"några är inget antal",
		"skriv ett heltal: blanka: 3",
		"några is not a number",
		"write a whole number: blanka: 3" },
	{ NULL, "P221", "organ: A\ndatum: [2024-05-22, 2024-05-21]\n" ONE,
		"organ: A\ndatum: [2024-05-21, 2024-05-22]\n" ONE,
		"dagen 2024-05-21 står inte efter dagen före",
		"skriv varje dag en gång, den första först",
		"the day 2024-05-21 does not stand after the day before it",
		"write each day once, the first one first" },
	{ NULL, "P222", HEAD ONE "    dag: 2024-05-22\n",
		HEAD ONE "    dag: 2024-05-21\n",
		"2024-05-22 är ingen av mötets dagar",
		"skriv alla mötets dagar i datum: [2024-05-21, 2024-05-22]",
		"2024-05-22 is none of the meeting's days",
		"write all days of the meeting in datum: [2024-05-21, 2024-05-22]" },
	{ NULL, "P223", HEAD "ajournering: kaffe\n" ONE,
		HEAD "ajournering: 14.10, kaffe\n" ONE,
		"ajourneringen har ingen tid",
		"skriv tiden först: 14.10–14.25, kaffe, § 42",
		"the break has no time",
		"write the time first: 14.10–14.25, kaffe, § 42" },
	{ NULL, "P224", HEAD "tysta: {kod: P63, skäl: C}\n" ONE,
		HEAD "tysta: {kod: P063, skäl: C}\n" ONE,
		"koden P63 finns inte",
		"skriv koden som den står i meddelandet: P071",
		"there is no code P63",
		"write the code as it stands in the message: P071" },
	{ NULL, "P225", HEAD "bilagor: {rubrik: C, text: D}\n" ONE "    reservationer: {av: E, bilaga: 2}\n",
		HEAD "bilagor: {rubrik: C, text: D}\n" ONE "    reservationer: {av: E, bilaga: 1}\n",
		"bilaga 2 finns inte: mötet har 1",
		"bilagorna räknas i den ordning de står i bilagor, från 1",
		"there is no bilaga 2: the meeting has 1",
		"they are counted in the order in which they stand in bilagor, from 1" },
	{ NULL, "P226", HEAD ONE "    omröstningar: {ja: övriga, nej: övriga, summa: {ja: 1, nej: 2}}\n",
		HEAD ONE "    omröstningar: {ja: övriga, nej: 2, summa: {ja: 1, nej: 2}}\n",
		"bara en sida kan vara övriga",
		"skriv antalet eller namnen på den här sidan",
		"only one side can be övriga",
		"write the number or the names of this side" },
	{ NULL, "P227", HEAD ONE "    omröstningar: {ja: övriga, nej: 2}\n",
		HEAD ONE "    omröstningar: {ja: övriga, nej: 2, summa: {ja: 1, nej: 2}}\n",
		"övriga behöver en summa",
		"skriv summa: {ja: 41, nej: 38, avstår: 2} i samma omröstning",
		"övriga needs a summa",
		"write summa: {ja: 41, nej: 38, avstår: 2} in the same vote" },
	{ NULL, "P228", HEAD ONE "    omröstningar: {ja: C, nej: 2, sluten: ja}\n",
		HEAD ONE "    omröstningar: {ja: 1, nej: 2, frånvarande: C, sluten: ja}\n",
		"en sluten omröstning har inga namn",
		"skriv ett antal: ja: 3",
		"a closed vote has no names",
		"write a number: ja: 3" },
	{ NULL, "P229", HEAD ONE "    omröstningar: {ja: 2, nej: 2, avgörande: lottning}\n",
		HEAD ONE "    omröstningar: {ja: 2, nej: 2, avgörande: utslagsröst}\n",
		"lottningen säger inte vad den gav",
		"skriv utfall: ja eller utfall: nej i samma omröstning",
		"the drawing of lots does not say what it gave",
		"write utfall: ja or utfall: nej in the same vote" },
	{ NULL, "P230", HEAD ONE SECRET "    dnr: ((C)\n",
		HEAD ONE SECRET "    dnr: ((C))\n",
		"(( börjar här men slutar aldrig",
		"skriv )) i samma stycke; vanliga parenteser skrivs \\((",
		"(( begins here but never ends",
		"write )) in the same paragraph of text; plain parentheses are written \\((" },
	{ NULL, "P231", HEAD ONE SECRET "    dnr: ((C ((D))\n",
		HEAD ONE SECRET "    dnr: ((C)) ((D))\n",
		"(( står inuti ett annat ((",
		"avsluta det första med )); vanliga parenteser skrivs \\((",
		"(( stands inside another ((",
		"end the first one with )); plain parentheses are written \\((" },
	{ NULL, "P232", HEAD ONE "    dnr: ((C))\n",
		HEAD ONE "    dnr: (C))\n",
		"(( märker sekretess, men paragrafen har ingen",
		"skriv sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}; vanliga parenteser skrivs \\((",
		"(( marks secret words, but the paragraf has no sekretess",
		"write sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: markerat}; plain parentheses are written \\((" },
	{ NULL, "P233", HEAD "plats: ((C))\n" ONE,
		HEAD "plats: \\((C))\n" ONE,
		"(( märker sekretess och kan bara stå i en paragraf",
		"flytta uppgiften dit; vanliga parenteser skrivs \\((",
		"(( marks secret words and can stand in a paragraf only",
		"move the words there; plain parentheses are written \\((" },
	{ NULL, "P238", HEAD ONE SECRET,
		HEAD ONE "    sekretess: {lagrum: 26 kap. 1 § OSL, omfattar: allt}\n",
		"sekretessen omfattar det markerade, men inget är markerat",
		"sätt de hemliga orden mellan (( och )), eller ta bort omfattar så utelämnas hela paragrafen",
		"the sekretess covers what is marked, but nothing is marked",
		"put the secret words between (( and )), or remove omfattar: the whole paragraf is then left out" },
	{ NULL, "P239", HEAD ONE "    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende, omfattar: markerat}\n    dnr: ((C))\n",
		HEAD ONE "    sekretess: {lagrum: 26 kap. 1 § OSL, rubrik: Individärende}\n    dnr: C\n",
		"sekretessens rubrik gäller bara när hela paragrafen är hemlig",
		"ta bort omfattar: markerat, eller ta bort rubrik här och sätt de hemliga orden i paragrafens rubrik inom (( och ))",
		"the heading of the sekretess is for a paragraf that is wholly secret",
		"remove omfattar: markerat, or remove rubrik here and put the secret words of the paragraf's own heading between (( and ))" },
	{ REGISTER, "P234", HEAD "närvarande: {beslutande: nb}\n" ONE,
		HEAD "närvarande: {beslutande: kh}\n" ONE,
		"nb (Nils Berg) har inget uppdrag på mötets dag",
		"rätta från och till i registret, eller skriv hela namnet",
		"nb (Nils Berg) holds no office on the day of the meeting",
		"correct från and till in the register, or write the whole name" },
	{ REGISTER, "P235", "organ: B\ndatum: 2024-05-21\nnärvarande: {beslutande: alla ledamöter}\n" ONE,
		HEAD "närvarande: {beslutande: alla ledamöter}\n" ONE,
		"B har inga ledamöter i registret på mötets dag",
		"skriv dem i protokoll.yaml, under organ.ledamöter, eller skriv ledamöterna i mötet",
		"B has no members in the register on the day of the meeting",
		"write them in protokoll.yaml, under organ.ledamöter, or write the members in the meeting" },
};

static void each_message(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		assert_bad(&rows[i]);
		assert_good(&rows[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(each_message) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
