/* What people did at a paragraf, word for word. */
#include "unit/context/tree.h"

#define TOP "datum: 2024-05-21\nanslag: nej\n" \
	"närvarande:\n  beslutande:\n    - Karin Holm (S), ordförande\n" \
	"    - Per Lindgren (C), vice ordförande\n    - Ingrid Wallin (S)\n    - Tomas Falk (SD)\n" \
	"  ersättare: [Omar Haddad (S), Eva Ström (M)]\nsekreterare: Anna Sjöberg\n"

/* All parts of the first paragraf as lines: "rubrik: words", points and rows too. */
static struct pk_str parts_of(struct pk_job *job, const struct pk_value *root)
{
	static const char *const fields[] = { "text" };
	const struct pk_value *parts = value_at(root, "paragrafer.0.delar");
	struct pk_out out = pk_out_new(job->arena, 1 << 20);

	for (size_t i = 0; parts != NULL && i < parts->as.list.n; i++) {
		const struct pk_value *part = &parts->as.list.v[i], *points = value_at(part, "punkter");

		pk_put(&out, text_at(part, "rubrik"));
		pk_put_c(&out, ":\n");
		pk_put(&out, words_at(job, part, "text"));
		for (size_t k = 0; points != NULL && k < points->as.list.n; k++) {
			pk_put_c(&out, "- ");
			pk_put(&out, words_at(job, &points->as.list.v[k], "text"));
			pk_put_c(&out, "\n");
		}
		pk_put(&out, lines_at(job, part, "rader", fields, 1));
		pk_put_c(&out, value_at(part, "text") != NULL ? "\n" : "");
	}
	assert_false(out.failed);
	return pk_out_str(&out);
}

struct row {
	const char *settings, *paragraf, *expected;
};

static void check_rows(const char *organ, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct pk_job job;
		struct pk_out yaml;
		struct pk_value root;

		assert_true(pk_job_init(&job, &pk_limits_default));
		yaml = pk_out_new(job.arena, 1 << 16);
		pk_put_c(&yaml, "organ: ");
		pk_put_c(&yaml, organ);
		pk_put_c(&yaml, "\n" TOP "paragrafer:\n  - nr: 41\n    rubrik: A\n");
		pk_put_c(&yaml, rows[i].paragraf);
		pk_put_byte(&yaml, '\0');
		root = tree_of(&job, yaml.p, rows[i].settings);
		assert_text(parts_of(&job, &root), rows[i].expected);
		pk_job_free(&job);
	}
}

static void yrkanden(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    yrkanden: {av: [Ingrid Wallin, Tomas Falk], typ: bifall, på: förslaget}\n",
			"Yrkanden:\nIngrid Wallin (S) och Tomas Falk (SD) yrkar bifall till förslaget.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: avslag, på: motionen, instämmer: Tomas Falk}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar avslag på motionen. "
			"Tomas Falk (SD) instämmer i yrkandet.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: återremiss, text: Ärendet utreds.}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar återremiss: Ärendet utreds.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: bifall, på: förslaget., "
			"text: som ska gälla, instämmer: Tomas Falk}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar bifall till förslaget: som ska gälla. "
			"Tomas Falk (SD) instämmer i yrkandet.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: bordläggning}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar bordläggning.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: ändring, på: punkt 2, text: Ny lydelse.}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar ändring av punkt 2: Ny lydelse.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: tillägg, text: En punkt till.}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar tillägg: En punkt till.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, text: att ärendet avslutas.}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar att ärendet avslutas.\n" },
		{ NULL, "    yrkanden: {av: Ingrid Wallin, typ: återremiss, text: \"- ett\\n- två\", "
			"instämmer: Tomas Falk}\n",
			"Yrkanden:\nIngrid Wallin (S) yrkar återremiss:\nett\ntvå\n"
			"Tomas Falk (SD) instämmer i yrkandet.\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

static void jav_and_chair(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    jäv: {namn: Ingrid Wallin}\n",
			"Jäv:\nIngrid Wallin (S) anmäler jäv och deltar inte i handläggningen av ärendet.\n" },
		{ NULL, "    jäv: {namn: Ingrid Wallin, skäl: bror till sökanden, ersättare: Omar Haddad}\n",
			"Jäv:\nIngrid Wallin (S) anmäler jäv (bror till sökanden) och deltar inte i "
			"handläggningen av ärendet. Omar Haddad (S) tjänstgör för Ingrid Wallin (S).\n" },
		{ NULL, "    jäv: {namn: Karin Holm, lämnar: ja}\n",
			"Jäv:\nKarin Holm (S) anmäler jäv, deltar inte i handläggningen av ärendet och lämnar "
			"lokalen. Per Lindgren (C) är ordförande under paragrafen.\n" },
		{ NULL, "    jäv:\n      - {namn: Karin Holm, lämnar: ja}\n      - {namn: Ingrid Wallin}\n",
			"Jäv:\nKarin Holm (S) anmäler jäv, deltar inte i handläggningen av ärendet och lämnar "
			"lokalen.\nIngrid Wallin (S) anmäler jäv och deltar inte i handläggningen av ärendet. "
			"Per Lindgren (C) är ordförande under paragrafen.\n" },
		{ NULL, "    ordförande: Per Lindgren\n",
			"Ordförande:\nPer Lindgren (C) är ordförande under paragrafen.\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

static void decisions_in_every_form(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    beslut: [X., Y.]\n", "Beslut:\n- X.\n- Y.\n" },
		{ NULL, "    beslut: X.\n    beslutsform: punkter\n", "Beslut:\nX.\n" },
		{ NULL, "    beslut: [godkänna X, att avslå Y]\n    beslutsform: att\n",
			"Beslut:\nSocialnämnden beslutar\natt godkänna X\natt avslå Y\n" },
		{ NULL, "    beslut: [X., Y., Z.]\n    beslutsform: löptext\n", "Beslut:\nX. Y. Z.\n" },
		{ NULL, "    beslut: [X., \"- Y\", Z.]\n    beslutsform: löptext\n",
			"Beslut:\nX.\nY\nZ.\n" },
		{ "standard: {beslutsform: att}\n", "    beslut: godkänna X\n",
			"Beslut:\nSocialnämnden beslutar\natt godkänna X\n" },
		{ NULL, "    förslag: {till: kommunfullmäktige, beslut: X.}\n",
			"Socialnämndens förslag till kommunfullmäktige:\nX.\n" },
		{ NULL, "    förslag:\n      - {till: kommunfullmäktige, beslut: [X., Y.]}\n"
			"      - {till: kommunstyrelsen, beslut: Z.}\n",
			"Socialnämndens förslag till kommunfullmäktige:\n- X.\n- Y.\n"
			"Socialnämndens förslag till kommunstyrelsen:\nZ.\n" },
		{ NULL, "    beslutsform: att\n    förslag: {till: kommunfullmäktige, beslut: anta X}\n",
			"Socialnämndens förslag till kommunfullmäktige:\n"
			"Socialnämnden föreslår kommunfullmäktige besluta\natt anta X\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

/* Names that end in s, x or z are their own genitive. */
static void organs_own_their_proposals(void **state)
{
	static const struct {
		const char *organ, *expected;
	} rows[] = {
		{ "Kommunstyrelsen", "Kommunstyrelsens förslag till regionen:\nX.\n" },
		{ "Barn- och utbildningsnämnden", "Barn- och utbildningsnämndens förslag till regionen:\nX.\n" },
		{ "Nämnden för IT och fax", "Nämnden för IT och fax förslag till regionen:\nX.\n" },
		{ "Kollegiets", "Kollegiets förslag till regionen:\nX.\n" },
		{ "Nämnden Lidz", "Nämnden Lidz förslag till regionen:\nX.\n" },
	};

	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct row row = { NULL, "    förslag: {till: regionen, beslut: X.}\n", rows[i].expected };

		check_rows(rows[i].organ, &row, 1);
	}
}

static void reservations_and_notes(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    reservationer: {av: Per Lindgren, för: eget yrkande}\n",
			"Reservation:\nPer Lindgren (C) reserverar sig mot beslutet till förmån för eget "
			"yrkande.\n" },
		{ NULL, "    reservationer:\n      - {av: Per Lindgren, grupp: Ledamöterna från C}\n"
			"      - {av: Tomas Falk, text: Vi hade fel.}\n",
			"Reservation:\nLedamöterna från C reserverar sig mot beslutet.\n"
			"Tomas Falk (SD) reserverar sig mot beslutet.\nVi hade fel.\n" },
		{ NULL, "    deltar_inte: [Per Lindgren, Tomas Falk]\n",
			"Deltar inte i beslutet:\nPer Lindgren (C) och Tomas Falk (SD)\n" },
		{ NULL, "    särskilda_yttranden: {av: Per Lindgren, text: Bra.}\n",
			"Särskilt yttrande:\nPer Lindgren (C): Bra.\n" },
		{ NULL, "    anteckningar: {av: [Per Lindgren, Tomas Falk], text: Bra.}\n",
			"Protokollsanteckning:\nPer Lindgren (C) och Tomas Falk (SD): Bra.\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

static void tables_leave_empty_columns_out(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    delegationsbeslut:\n      - {nr: D 1, beslut: Yttrande}\n"
			"      - {datum: 2024-04-18, beslut: Avtal}\n",
			"Delegationsbeslut:\nNr\tDatum\tBeslut\nD 1\t\tYttrande\n\t2024-04-18\tAvtal\n" },
		{ NULL, "    anmälningar: [{ärende: Tillsyn, från: IVO}]\n",
			"Anmälningar:\nÄrende\tFrån\nTillsyn\tIVO\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

static void the_rest(void **state)
{
	static const struct row rows[] = {
		{ NULL, "    mottagare: {åtgärd: [A, B], kännedom: C}\n",
			"Beslutet skickas till:\nFör åtgärd: A, B\nFör kännedom: C\n" },
		{ NULL, "    mottagare: {kännedom: C}\n", "Beslutet skickas till:\nFör kännedom: C\n" },
		{ NULL, "    mottagare: [A, B]\n", "Beslutet skickas till:\nA\nB\n" },
		{ NULL, "    omedelbar_justering: ja\n",
			"Justering:\nParagrafen förklaras omedelbart justerad.\n" },
		{ "etiketter: {propositionsordning: Beslutsgång}\n", "    propositionsordning: P.\n",
			"Beslutsgång:\nP.\n" },
		{ NULL, "    rättelser: {datum: 2024-06-03, avser: Rubriken, rättat: B, grund: Skrivfel.}\n",
			"Rättelse 2024-06-03:\nRubriken. Rätt är \"B\". Grund: Skrivfel.\n" },
	};

	(void)state;
	check_rows("Socialnämnden", rows, PK_COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yrkanden),
		cmocka_unit_test(jav_and_chair),
		cmocka_unit_test(decisions_in_every_form),
		cmocka_unit_test(organs_own_their_proposals),
		cmocka_unit_test(reservations_and_notes),
		cmocka_unit_test(tables_leave_empty_columns_out),
		cmocka_unit_test(the_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
