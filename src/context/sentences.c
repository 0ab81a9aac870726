/* What people did at a paragraf, in the words of a protocol. */
#include "context/inside.h"

#include "markup/blocks.h"
#include "rules/places.h"

static const struct pk_prose nothing = { 0 };

/* Whether somebody is the usual chair: by role, or by the meeting's own ordförande. */
static bool usual_chair(const struct pk_scene *s, const struct pk_who *who)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if ((p->role == PK_ROLE_ORDFORANDE || p->role == PK_ROLE_MOTESORDFORANDE) &&
				pk_who_is(s, who, p))
			return true;
	}
	for (size_t i = 0; i < m->n_chairs; i++) {
		if (pk_str_eq(m->chairs[i].who.namn, who->namn))
			return true;
	}
	return false;
}

int32_t pk_told_chair(const struct pk_scene *s, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	int32_t chair = s->found->ruled[i].served.chair;
	bool told = p->ordforande.namn.n > 0;

	for (size_t j = 0; j < p->n_jav; j++)
		told = told || usual_chair(s, &p->jav[j].who);
	return told && !s->secret[i] ? chair : -1;
}

/* Somebody who may decide came or left during the paragraf. */
bool pk_served_unclear(const struct pk_scene *s, size_t i)
{
	const struct pk_served *served = &s->found->ruled[i].served;

	if (s->secret[i] || served->as_first_page)
		return false;
	for (size_t j = 0; j < s->meeting->n_persons; j++) {
		const struct pk_person *p = &s->meeting->persons[j];

		if ((p->group == PK_GROUP_BESLUTANDE || p->group == PK_GROUP_ERSATTARE) &&
				pk_rules_cover(&p->presence, (uint32_t)i) == PK_COVER_PART)
			return true;
	}
	return false;
}

/* "Karin Holm (S) anmäler jäv (styrelseledamot i föreningen), deltar inte i handläggningen av
 * ärendet och lämnar lokalen. Omar Haddad (S) tjänstgör för Karin Holm (S)." */
static void say_jav(const struct pk_scene *s, struct pk_out *words, const struct pk_jav *jav)
{
	bool leaves = jav->lamnar == PK_TOLD_YES;

	pk_say_who(s, words, &jav->who);
	pk_put_c(words, " anmäler jäv");
	if (jav->skal.text.n > 0) {
		pk_put_c(words, " (");
		pk_put(words, pk_no_stop(jav->skal.text));
		pk_put_c(words, ")");
	}
	pk_put_c(words, leaves ? ", deltar inte i handläggningen av ärendet och lämnar lokalen."
			       : " och deltar inte i handläggningen av ärendet.");
	if (jav->ersattare.namn.n == 0)
		return;
	pk_put_c(words, " ");
	pk_say_who(s, words, &jav->ersattare);
	pk_put_c(words, " tjänstgör för ");
	pk_say_who(s, words, &jav->who);
	pk_put_c(words, ".");
}

static void say_chair(const struct pk_scene *s, struct pk_out *words, size_t i)
{
	int32_t chair = pk_told_chair(s, i);

	if (chair < 0)
		return;
	pk_put_c(words, words->n > 0 ? " " : "");
	pk_say_person(s, words, (size_t)chair);
	pk_put_c(words, " är ordförande under paragrafen.");
}

void pk_tell_jav(const struct pk_scene *s, struct pk_text_builder *text, size_t i)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];

	for (size_t j = 0; j < p->n_jav; j++) {
		struct pk_out words = pk_words(s);

		say_jav(s, &words, &p->jav[j]);
		if (j + 1 == p->n_jav)
			say_chair(s, &words, i);
		pk_text_words(text, pk_said(s, &words));
	}
	if (p->n_jav == 0) {
		struct pk_out words = pk_words(s);

		say_chair(s, &words, i);
		pk_text_words(text, pk_said(s, &words));
	}
}

static bool begins_with(const struct pk_prose *prose, const char *word)
{
	const struct pk_block *first;

	if (prose->blocks == NULL || prose->blocks->n == 0)
		return false;
	first = &prose->blocks->v[0];
	return first->kind == PK_BLOCK_PARAGRAPH && first->n_runs > 0 &&
	       pk_str_starts(first->runs[0].text, pk_str_of(word));
}

/* "yrkar bifall till förvaltningens förslag" without the names. */
static void say_yrkande(struct pk_out *words, const struct pk_yrkande *y)
{
	static const struct {
		const char *what, *of;
	} kinds[] = {
		[PK_YRKANDE_TEXT] = { "", " " },
		[PK_YRKANDE_BIFALL] = { " bifall", " till " },
		[PK_YRKANDE_AVSLAG] = { " avslag", " på " },
		[PK_YRKANDE_ANDRING] = { " ändring", " av " },
		[PK_YRKANDE_TILLAGG] = { " tillägg", " till " },
		[PK_YRKANDE_ATERREMISS] = { " återremiss", " av " },
		[PK_YRKANDE_BORDLAGGNING] = { " bordläggning", " av " },
	};

	pk_put_c(words, " yrkar");
	pk_put_c(words, kinds[y->typ].what);
	if (y->pa.text.n == 0)
		return;
	pk_put_c(words, kinds[y->typ].of);
	pk_put(words, pk_no_stop(y->pa.text));
}

/* Whether the text's last paragraph ends as a sentence does; a list or table needs no stop. */
static bool is_ended(const struct pk_prose *prose)
{
	const struct pk_block *last = &prose->blocks->v[prose->blocks->n - 1];
	struct pk_str words;

	if (last->kind != PK_BLOCK_PARAGRAPH || last->n_runs == 0)
		return true;
	words = last->runs[last->n_runs - 1].text;
	return pk_str_ends(words, PK_STR(".")) || pk_str_ends(words, PK_STR("!")) ||
	       pk_str_ends(words, PK_STR("?")) || pk_str_ends(words, PK_STR(":"));
}

void pk_tell_yrkande(
		const struct pk_scene *s, struct pk_text_builder *text, const struct pk_yrkande *y)
{
	bool has_text = y->text.blocks != NULL && y->text.blocks->n > 0;
	struct pk_out lead = pk_words(s), tail = pk_words(s);

	if (y->av.n > 0) {
		pk_say_whos(s, &lead, &y->av);
		say_yrkande(&lead, y);
		pk_put_c(&lead, !has_text ? "." : begins_with(&y->text, "att ") ? " " : ": ");
	}
	if (y->instammer.n > 0) {
		pk_put_c(&tail, !has_text || is_ended(&y->text) ? " " : ". ");
		pk_say_whos(s, &tail, &y->instammer);
		pk_put_c(&tail, " instämmer i yrkandet.");
	}
	if (!has_text)
		pk_put(&lead, pk_said(s, &tail));
	pk_text_sentence(text, pk_said(s, &lead), has_text ? &y->text : &nothing,
			has_text ? pk_said(s, &tail) : PK_STR(""));
}

static void say_bilaga(struct pk_out *words, uint32_t bilaga)
{
	if (bilaga == 0)
		return;
	pk_put_c(words, ", ");
	pk_say_bound(words, PK_STR("bilaga "));
	pk_put_uint(words, bilaga);
}

void pk_tell_reservation(const struct pk_scene *s, struct pk_text_builder *text,
		const struct pk_reservation *r)
{
	struct pk_out words = pk_words(s);

	if (r->grupp.text.n > 0)
		pk_put(&words, r->grupp.text);
	else
		pk_say_whos(s, &words, &r->av);
	pk_put_c(&words, " reserverar sig mot beslutet");
	if (r->for_vad.text.n > 0) {
		pk_put_c(&words, " till förmån för ");
		pk_put(&words, pk_no_stop(r->for_vad.text));
	}
	say_bilaga(&words, r->bilaga);
	pk_put_c(&words, ".");
	pk_text_words(text, pk_said(s, &words));
	pk_text_prose(text, &r->text);
}

void pk_tell_anteckning(const struct pk_scene *s, struct pk_text_builder *text,
		const struct pk_anteckning *a, const char *verb)
{
	bool has_text = a->text.blocks != NULL && a->text.blocks->n > 0;
	struct pk_out words = pk_words(s);

	pk_say_whos(s, &words, &a->av);
	if (!has_text && a->av.n > 0) {
		pk_put_c(&words, " ");
		pk_put_c(&words, verb);
	}
	say_bilaga(&words, a->bilaga);
	pk_put_c(&words, !has_text ? "." : words.n > 0 ? ": " : "");
	pk_text_sentence(text, pk_said(s, &words), &a->text, PK_STR(""));
}

/* Ends a sentence that may have its full stop already. */
static void say_stop(struct pk_out *words)
{
	struct pk_str said = pk_out_str(words);

	pk_put_c(words, pk_str_ends(said, PK_STR(".")) || said.n == 0 ? "" : ".");
}

static void say_fact(
		struct pk_out *words, const char *before, struct pk_str fact, const char *after)
{
	if (fact.n == 0)
		return;
	pk_put_c(words, words->n > 0 ? " " : "");
	pk_put_c(words, before);
	pk_put(words, fact);
	pk_put_c(words, after);
	say_stop(words);
}

/* "2 maj"; rätt är "3 maj" */
static struct pk_str both(const struct pk_scene *s, const struct pk_rattelse *r)
{
	struct pk_out words = pk_words(s);

	pk_put_c(&words, "\"");
	pk_put(&words, r->stod.text);
	pk_put_c(&words, "\"; rätt är \"");
	pk_put(&words, r->rattat.text);
	pk_put_c(&words, "\"");
	return pk_said(s, &words);
}

/* Ärendebeskrivningen, datum för händelsen. Det stod "2 maj"; rätt är "3 maj". Grund: Skrivfel.
 * Karin Holm, ordförande. */
struct pk_str pk_rattelse_words(const struct pk_scene *s, const struct pk_rattelse *r)
{
	struct pk_out words = pk_words(s);

	say_fact(&words, "", r->avser.text, "");
	if (r->stod.text.n > 0 && r->rattat.text.n > 0) {
		say_fact(&words, "Det stod ", both(s, r), "");
	} else {
		say_fact(&words, "Det stod \"", r->stod.text, "\"");
		say_fact(&words, "Rätt är \"", r->rattat.text, "\"");
	}
	say_fact(&words, "Grund: ", r->grund.text, "");
	say_fact(&words, "", r->av.text, "");
	return pk_said(s, &words);
}
