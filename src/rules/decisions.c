/* Each paragraf decides something or says that it does not (KL 5 kap. 67 §), and what is sent on says
 * to whom. */
#include "rules/inside.h"

#include "base/text.h"

/* The beginning of a decision that goes on to somebody else, as a finite verb and after "att". */
static const char *const sends[] = {
	"föreslår", "hemställer", "översänder", "överlämnar",
	"föreslå", "hemställa", "översända", "överlämna",
};

/* What the name of a body ends with. */
static const char *const bodies[] = {
	"nämnden", "styrelsen", "utskottet", "utskott", "fullmäktige", "beredningen", "rådet", "direktionen",
	"kommittén", "presidiet", "presidium",
};

/* The words before the verb are at most the body's name, "beslutar" and "att". */
enum { WORDS_BEFORE = 6 };

static bool is_send(struct pk_str word)
{
	for (size_t i = 0; i < PK_COUNT(sends); i++) {
		if (pk_text_same_key(word, pk_str_of(sends[i])))
			return true;
	}
	return false;
}

static bool ends_body(struct pk_str words)
{
	for (size_t i = 0; i < PK_COUNT(bodies); i++) {
		size_t n = strlen(bodies[i]);

		if (words.n >= n && pk_text_same_key(pk_str_slice(words, words.n - n, words.n),
					pk_str_of(bodies[i])))
			return true;
	}
	return false;
}

/* Cuts a word from the end of words, if it stands there. */
static void cut_last(struct pk_str *words, const char *word)
{
	size_t n = strlen(word), from = words->n < n ? 0 : words->n - n;

	if (pk_text_same_key(pk_str_slice(*words, from, words->n), pk_str_of(word)) &&
			(from == 0 || words->p[from - 1] == ' '))
		*words = pk_str_trim(pk_str_slice(*words, 0, from));
}

/* "Kommunstyrelsens arbetsutskott", "Barn- och utbildningsnämnden", "Tekniska nämnden", but not
 * "Förvaltningen uppdrar åt nämnden". */
static bool is_body(struct pk_str words)
{
	struct pk_str rest = words, word;
	bool first = true;

	if (!ends_body(words))
		return false;
	while (pk_str_next(&rest, ' ', &word)) {
		bool last = rest.p == NULL;

		if (!first && !last && !pk_str_is(word, "och") && !pk_str_ends(word, PK_STR("s")) &&
				!pk_str_ends(word, PK_STR("-")) && !pk_str_ends(word, PK_STR(",")))
			return false;
		first = false;
	}
	return true;
}

/* "KF", "KSAU", "Au": what a body is called for short. */
static bool is_short_name(struct pk_str word)
{
	if (pk_str_is(word, "Au") || pk_str_is(word, "Ks") || pk_str_is(word, "Kf"))
		return true;
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] < 'A' || word.p[i] > 'Z')
			return false;
	}
	return word.n >= 2 && word.n <= 5;
}

/* Nothing but who decides stands before the verb: "Socialnämnden beslutar att". */
static bool only_subject(struct pk_str before, struct pk_str organ)
{
	cut_last(&before, "att");
	cut_last(&before, "beslutar");
	return before.n == 0 || pk_text_same_key(before, organ) ||
	       is_short_name(before) || is_body(before);
}

/* The decision begins with a verb that sends it on. */
static bool goes_on(struct pk_str text, struct pk_str organ)
{
	struct pk_str rest = text, word;
	int words = 0;

	while (words++ <= WORDS_BEFORE && pk_str_next(&rest, ' ', &word)) {
		struct pk_str before = pk_str_slice(text, 0, (size_t)(word.p - text.p));

		if (is_send(word))
			return only_subject(pk_str_trim(before), organ);
	}
	return false;
}

static bool any_goes_on(const struct pk_ruling *r, const struct pk_paragraf *p)
{
	for (size_t i = 0; i < p->beslut.n; i++) {
		struct pk_out words = pk_out_new(r->job->arena, r->job->limits->output_bytes);

		if (p->beslut.v[i].blocks == NULL)
			continue;
		pk_blocks_words(p->beslut.v[i].blocks, &words);
		if (goes_on(pk_str_trim(pk_out_str(&words)), r->meeting->organ.text))
			return true;
	}
	return false;
}

static void check_receivers(const struct pk_ruling *r, size_t i)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];

	if (p->mottagare.n > 0 || p->for_kannedom.n > 0 || !any_goes_on(r, p))
		return;
	pk_rules_warn(r, (int32_t)i, PK_M_RECEIVERS_MISSING, p->at, pk_rules_sign(r, i));
}

/* Empty quotation marks decide nothing. */
static bool says_something(const struct pk_proses *all)
{
	bool said = false;

	for (size_t i = 0; i < all->n; i++)
		said = said || (all->v[i].blocks != NULL && all->v[i].blocks->n > 0);
	return said;
}

static void check_decided(const struct pk_ruling *r, size_t i)
{
	const struct pk_paragraf *p = &r->meeting->paragrafer[i];

	if (says_something(&p->beslut) || p->beslut_none || p->n_forslag > 0)
		return;
	pk_rules_warn(r, (int32_t)i,
			r->found->draft ? PK_M_REMAINS_BESLUT : PK_M_BESLUT_MISSING, p->at,
			pk_rules_sign(r, i));
}

void pk_rules_decisions(const struct pk_ruling *r)
{
	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		check_decided(r, i);
		check_receivers(r, i);
	}
}
