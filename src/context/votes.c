/* The words of a vote: what was voted on, how it went, who voted how. */
#include "context/votes.h"

static const char *const side_names[PK_SIDES] = { "Ja", "Nej", "Avstår", "Frånvarande" };

static const struct pk_omrostning *vote_of(const struct pk_scene *s, size_t i, size_t vote)
{
	return &s->meeting->paragrafer[i].omrostningar[vote];
}

const struct pk_counted *pk_vote_count(const struct pk_scene *s, size_t i, size_t vote)
{
	return &s->found->ruled[i].votes[vote];
}

/* Whether all votes for and against are known by name. */
static bool named(const struct pk_counted *c)
{
	for (int side = PK_SIDE_JA; side <= PK_SIDE_NEJ; side++) {
		if (c->count[side] > 0 && c->voters[side] == NULL)
			return false;
	}
	return c->count[PK_SIDE_JA] + c->count[PK_SIDE_NEJ] > 0;
}

enum pk_vote_layout pk_vote_layout(const struct pk_scene *s, size_t i, size_t vote)
{
	enum pk_vote_layout layout = vote_of(s, i, vote)->redovisning;

	if (layout == PK_LAYOUT_DEFAULT)
		layout = s->meeting->settings.vote_layout;
	if (layout == PK_LAYOUT_DEFAULT)
		layout = PK_LAYOUT_LOPTEXT;
	return named(pk_vote_count(s, i, vote)) ? layout : PK_LAYOUT_SUMMA;
}

static struct pk_str kind_name(const struct pk_scene *s, const struct pk_omrostning *v)
{
	switch (v->slag) {
	case PK_VOTE_HUVUDVOTERING:
		return PK_STR("Huvudvotering");
	case PK_VOTE_MOTFORSLAG:
		return PK_STR("Omröstning om motförslag");
	case PK_VOTE_OMROSTNING:
	case PK_VOTE_MINORITET:
		break;
	}
	return pk_label_of(s, PK_LABEL_OMROSTNINGAR);
}

struct pk_str pk_vote_heading(const struct pk_scene *s, size_t i, size_t vote)
{
	const struct pk_paragraf *p = &s->meeting->paragrafer[i];
	struct pk_str name = kind_name(s, &p->omrostningar[vote]);
	struct pk_out words = pk_words(s);
	size_t same = 0, before = 0;

	for (size_t j = 0; j < p->n_omrostningar; j++) {
		bool is_same = pk_str_eq(kind_name(s, &p->omrostningar[j]), name);

		same += is_same;
		before += is_same && j < vote;
	}
	pk_put(&words, name);
	if (same > 1) {
		pk_put_c(&words, " ");
		pk_put_uint(&words, before + 1);
	}
	return pk_said(s, &words);
}

struct pk_str pk_vote_meaning(const struct pk_scene *s, size_t i, size_t vote)
{
	const struct pk_omrostning *v = vote_of(s, i, vote);
	struct pk_out words = pk_words(s);

	if (v->ja_betyder.text.n > 0) {
		pk_put_c(&words, "Ja-röst: ");
		pk_put(&words, pk_no_stop(v->ja_betyder.text));
		pk_put_c(&words, ".");
	}
	if (v->nej_betyder.text.n > 0) {
		pk_put_c(&words, words.n > 0 ? " Nej-röst: " : "Nej-röst: ");
		pk_put(&words, pk_no_stop(v->nej_betyder.text));
		pk_put_c(&words, ".");
	}
	if (v->sluten)
		pk_put_c(&words, words.n > 0 ? " Omröstningen är sluten."
					     : "Omröstningen är sluten.");
	return pk_said(s, &words);
}

static void say_number(struct pk_out *words, uint64_t n, const char *one, const char *many)
{
	pk_put_uint(words, n);
	pk_put_c(words, n == 1 ? one : many);
}

/* "; 1 avstår, 2 är frånvarande och 1 röst är blank". */
static void say_rest(
		struct pk_out *words, const struct pk_omrostning *v, const struct pk_counted *c)
{
	const struct {
		uint32_t n;
		const char *one, *many;
	} rest[] = {
		{ c->count[PK_SIDE_AVSTAR], " avstår", " avstår" },
		{ c->count[PK_SIDE_FRANVARANDE], " är frånvarande", " är frånvarande" },
		{ v->blanka, " röst är blank", " röster är blanka" },
		{ v->ogiltiga, " röst är ogiltig", " röster är ogiltiga" },
	};
	size_t n = 0, said = 0;

	for (size_t i = 0; i < PK_COUNT(rest); i++)
		n += rest[i].n > 0;
	for (size_t i = 0; i < PK_COUNT(rest); i++) {
		if (rest[i].n == 0)
			continue;
		if (said == 0)
			pk_put_c(words, "; ");
		pk_say_between(words, said++, n);
		say_number(words, rest[i].n, rest[i].one, rest[i].many);
	}
}

/* "Ordförandens utslagsröst avgör: ärendet avgörs i dag." */
static void say_outcome(
		struct pk_out *words, const struct pk_omrostning *v, const struct pk_counted *c)
{
	bool yes = c->outcome == PK_OUTCOME_JA;
	struct pk_str what = yes ? v->ja_betyder.text : v->nej_betyder.text;

	if (c->outcome == PK_OUTCOME_UNKNOWN)
		return;
	if (c->tie && v->avgorande == PK_TIE_LOTTNING)
		pk_put_c(words, " Lotten avgör: ");
	else if (c->tie)
		pk_put_c(words, " Ordförandens utslagsröst avgör: ");
	else
		pk_put_c(words, " Utfall: ");
	pk_put(words, what.n > 0 ? pk_no_stop(what) : yes ? PK_STR("ja") : PK_STR("nej"));
	pk_put_c(words, ".");
}

struct pk_str pk_vote_result(const struct pk_scene *s, size_t i, size_t vote)
{
	const struct pk_omrostning *v = vote_of(s, i, vote);
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_out words = pk_words(s);

	if (!c->told[PK_SIDE_JA] && !c->told[PK_SIDE_NEJ])
		return PK_STR("");
	pk_put_c(&words, "Omröstningen utfaller med ");
	say_number(&words, c->count[PK_SIDE_JA], " ja-röst", " ja-röster");
	pk_put_c(&words, " mot ");
	say_number(&words, c->count[PK_SIDE_NEJ], " nej-röst", " nej-röster");
	say_rest(&words, v, c);
	pk_put_c(&words, ".");
	say_outcome(&words, v, c);
	return pk_said(s, &words);
}

struct pk_str pk_vote_names(const struct pk_scene *s, size_t i, size_t vote, enum pk_side side)
{
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_out words = pk_words(s);

	for (uint32_t k = 0; c->voters[side] != NULL && k < c->count[side]; k++) {
		pk_say_between(&words, k, c->count[side]);
		pk_say_person(s, &words, c->voters[side][k]);
	}
	return pk_said(s, &words);
}

struct pk_str pk_side_name(enum pk_side side)
{
	return pk_str_of(side_names[side]);
}

bool pk_vote_ballots(const struct pk_scene *s, size_t i, size_t vote, struct pk_ballots *ret)
{
	const struct pk_meeting *m = s->meeting;
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	enum pk_side *side = pk_new(s->job, enum pk_side, m->n_persons);
	struct pk_ballots all = { pk_new(s->job, struct pk_ballot, m->n_persons), 0 };

	if (side == NULL || all.v == NULL)
		return false;
	for (size_t p = 0; p < m->n_persons; p++)
		side[p] = PK_SIDES;
	for (int k = 0; k < PK_SIDES; k++) {
		for (uint32_t v = 0; c->voters[k] != NULL && v < c->count[k]; v++)
			side[c->voters[k][v]] = (enum pk_side)k;
	}
	for (size_t p = 0; p < m->n_persons; p++) {
		if (side[p] != PK_SIDES)
			all.v[all.n++] = (struct pk_ballot){ &m->persons[p], side[p] };
	}
	*ret = all;
	return true;
}

/* Matrices of paragraf i that stand before the vote. */
static size_t matrices(const struct pk_scene *s, size_t i, size_t before)
{
	size_t n = 0;

	for (size_t v = 0; v < before; v++)
		n += pk_vote_layout(s, i, v) == PK_LAYOUT_MATRIS;
	return n;
}

/* The number of the appendix that holds the matrix: behind those of the meeting, the wholly secret
 * paragrafer last. */
static size_t appendix_of(const struct pk_scene *s, size_t i, size_t vote)
{
	const struct pk_paragraf *v = s->meeting->paragrafer;
	bool secret = pk_wholly_secret(&v[i]);
	size_t n = s->meeting->bilagor.n;

	for (size_t p = 0; p < s->meeting->n_paragrafer; p++) {
		bool before = pk_wholly_secret(&v[p]) == secret ? p < i : secret;

		n += before ? matrices(s, p, v[p].n_omrostningar) : 0;
	}
	return n + matrices(s, i, vote) + 1;
}

struct pk_str pk_vote_reference(const struct pk_scene *s, size_t i, size_t vote)
{
	struct pk_out words = pk_words(s);

	pk_put_c(&words, "Rösterna redovisas i bilaga ");
	pk_put_uint(&words, appendix_of(s, i, vote));
	pk_put_c(&words, ".");
	return pk_said(s, &words);
}
