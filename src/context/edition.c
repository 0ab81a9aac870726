/* What an edition may tell: the meeting is cut before anything else sees it, so that no part of the
 * tree has to think of secrets. */
#include "context/inside.h"

#include "rules/places.h"

#define MASK PK_STR("[sekretess]")

struct cut {
	struct pk_job *job;
	bool public;
	bool failed;
	bool inside; /* between the marks of the block or rad that is cut */
};

static const struct pk_str begins = PK_STR_INIT(PK_SECRET_BEGINS),
			   ends = PK_STR_INIT(PK_SECRET_ENDS);

/* A copy of n elements that may be changed. */
static void *copy_of(struct cut *c, const void *from, size_t size, size_t n)
{
	void *to = n == 0 ? NULL : pk_alloc(c->job, size, n);

	if (to == NULL) {
		c->failed = c->failed || n > 0;
		return NULL;
	}
	memcpy(to, from, size * n);
	return to;
}

/* Own copy of an array that is reached through a struct that is a copy already. */
#define OWN(c, array, n) ((array) = copy_of((c), (array), sizeof(*(array)), (n)))
#define EACH(c, array, n, item, call)                                                              \
	do {                                                                                       \
		if (OWN(c, array, n) != NULL)                                                      \
			for (size_t i_ = 0; i_ < (n); i_++) {                                      \
				__typeof__(&(array)[0]) item = &(array)[i_];                       \
				call;                                                              \
			}                                                                          \
	} while (0)

/* Words without marks; in the public edition without what stands between them. */
static struct pk_str words_of(struct cut *c, struct pk_str text)
{
	struct pk_out out = pk_out_new(c->job->arena, c->job->limits->output_bytes);
	struct pk_str ret = PK_STR("");

	if (!c->inside && pk_str_find(text, begins, 0) == text.n)
		return text;
	for (size_t i = 0; i < text.n;) {
		struct pk_str rest = pk_str_slice(text, i, text.n);

		if (pk_str_starts(rest, begins)) {
			c->inside = true;
			pk_put(&out, c->public ? MASK : PK_STR(""));
			i += begins.n;
		} else if (pk_str_starts(rest, ends)) {
			c->inside = false;
			i += ends.n;
		} else {
			if (!c->inside || !c->public)
				pk_put_byte(&out, text.p[i]);
			i++;
		}
	}
	if (!pk_out_done(c->job, &out, &ret))
		c->failed = true;
	return ret;
}

static void cut_str(struct cut *c, struct pk_str *text)
{
	c->inside = false;
	*text = words_of(c, *text);
}

static void cut_line(struct cut *c, struct pk_line *line)
{
	cut_str(c, &line->text);
}

static void cut_lines(struct cut *c, struct pk_lines *lines)
{
	EACH(c, lines->v, lines->n, line, cut_line(c, line));
}

/* The address of a link, which has marks of its own. In the public edition one with a secret is
 * none: half an address leads astray. */
static struct pk_str target_of(struct cut *c, struct pk_str target)
{
	bool inside = c->inside;
	struct pk_str words;

	if (pk_str_find(target, begins, 0) == target.n)
		return target;
	c->inside = false;
	words = words_of(c, target);
	c->inside = inside;
	return c->public ? PK_STR("") : words;
}

/* Runs that are secret, or nothing but a mark, are dropped. A mark ends in the block where it
 * began. */
static void cut_runs(struct cut *c, struct pk_block *block)
{
	size_t n = 0;

	c->inside = false;
	if (OWN(c, block->runs, block->n_runs) == NULL)
		return;
	for (size_t i = 0; i < block->n_runs; i++) {
		struct pk_run run = block->runs[i];
		bool hidden = c->inside && c->public;

		run.text = words_of(c, run.text);
		run.target = target_of(c, run.target);
		if (run.kind == PK_RUN_TEXT ? run.text.n > 0 : !hidden)
			block->runs[n++] = run;
	}
	block->n_runs = n;
}

static void cut_blocks(struct cut *c, struct pk_block *blocks, size_t n)
{
	for (size_t i = 0; i < n && !c->failed; i++) {
		cut_runs(c, &blocks[i]);
		if (OWN(c, blocks[i].children, blocks[i].n_children) != NULL)
			cut_blocks(c, blocks[i].children, blocks[i].n_children);
	}
}

static void cut_prose(struct cut *c, struct pk_prose *prose)
{
	struct pk_blocks *blocks;

	if (prose->blocks == NULL)
		return;
	blocks = copy_of(c, prose->blocks, sizeof(*blocks), 1);
	if (blocks == NULL)
		return;
	blocks->images = NULL;
	blocks->n_images = 0;
	if (OWN(c, blocks->v, blocks->n) != NULL)
		cut_blocks(c, blocks->v, blocks->n);
	prose->blocks = blocks;
}

static void cut_proses(struct cut *c, struct pk_proses *all)
{
	EACH(c, all->v, all->n, prose, cut_prose(c, prose));
}

static void cut_section(struct cut *c, struct pk_section *section)
{
	cut_line(c, &section->rubrik);
	cut_prose(c, &section->text);
	cut_line(c, &section->fil);
}

static void cut_sections(struct cut *c, struct pk_sections *all)
{
	EACH(c, all->v, all->n, section, cut_section(c, section));
}

static void cut_forslag(struct cut *c, struct pk_forslag *f)
{
	cut_line(c, &f->till);
	cut_proses(c, &f->beslut);
}

static void cut_yrkande(struct cut *c, struct pk_yrkande *y)
{
	cut_line(c, &y->pa);
	cut_prose(c, &y->text);
}

static void cut_vote(struct cut *c, struct pk_omrostning *v)
{
	cut_line(c, &v->ja_betyder);
	cut_line(c, &v->nej_betyder);
}

static void cut_reservation(struct cut *c, struct pk_reservation *r)
{
	cut_line(c, &r->grupp);
	cut_line(c, &r->for_vad);
	cut_prose(c, &r->text);
}

static void cut_delegation(struct cut *c, struct pk_delegation *d)
{
	cut_line(c, &d->nr);
	cut_line(c, &d->dnr);
	cut_line(c, &d->beslut);
	cut_line(c, &d->delegat);
}

static void cut_anmalan(struct cut *c, struct pk_anmalan *a)
{
	cut_line(c, &a->dnr);
	cut_line(c, &a->arende);
	cut_line(c, &a->fran);
}

static void cut_rattelse(struct cut *c, struct pk_rattelse *r)
{
	cut_line(c, &r->av);
	cut_line(c, &r->avser);
	cut_line(c, &r->stod);
	cut_line(c, &r->rattat);
	cut_line(c, &r->grund);
}

static void cut_earlier(struct cut *c, struct pk_earlier *e)
{
	cut_line(c, &e->organ);
	cut_str(c, &e->paragraf);
}

/* Every text and rad of a paragraf. */
static void cut_paragraf(struct cut *c, struct pk_paragraf *p)
{
	cut_line(c, &p->rubrik);
	cut_line(c, &p->dnr);
	cut_proses(c, &p->beslut);
	cut_prose(c, &p->motivering);
	cut_prose(c, &p->arendebeskrivning);
	cut_sections(c, &p->avsnitt);
	cut_lines(c, &p->beslutsunderlag);
	cut_lines(c, &p->mottagare);
	cut_lines(c, &p->for_kannedom);
	EACH(c, p->tidigare, p->n_tidigare, e, cut_earlier(c, e));
	EACH(c, p->forslag, p->n_forslag, f, cut_forslag(c, f));
	EACH(c, p->jav, p->n_jav, jav, cut_line(c, &jav->skal));
	EACH(c, p->yrkanden, p->n_yrkanden, y, cut_yrkande(c, y));
	cut_prose(c, &p->propositionsordning);
	EACH(c, p->omrostningar, p->n_omrostningar, v, cut_vote(c, v));
	EACH(c, p->reservationer, p->n_reservationer, r, cut_reservation(c, r));
	EACH(c, p->sarskilda_yttranden, p->n_sarskilda_yttranden, a, cut_prose(c, &a->text));
	EACH(c, p->anteckningar, p->n_anteckningar, a, cut_prose(c, &a->text));
	EACH(c, p->delegationsbeslut, p->n_delegationsbeslut, d, cut_delegation(c, d));
	EACH(c, p->anmalningar, p->n_anmalningar, a, cut_anmalan(c, a));
	cut_line(c, &p->omedelbar.plats);
	EACH(c, p->rattelser, p->n_rattelser, r, cut_rattelse(c, r));
}

/* Of a secret paragraf nothing is kept but its number, the heading made for it and the ground. */
static void empty_paragraf(struct pk_paragraf *p)
{
	struct pk_paragraf bare = {
		.nr = p->nr, .nr_given = p->nr_given, .sekretess = p->sekretess
	};

	bare.rubrik = p->sekretess.rubrik;
	if (bare.rubrik.text.n == 0)
		bare.rubrik.text = PK_STR("Sekretessärende");
	bare.dag = p->dag;
	bare.at = p->at;
	*p = bare;
}

/* Whether a paragraf points to that bilaga. */
static bool points_to(const struct pk_paragraf *p, size_t bilaga)
{
	bool found = false;

	for (size_t i = 0; i < p->n_reservationer; i++)
		found = found || p->reservationer[i].bilaga == bilaga;
	for (size_t i = 0; i < p->n_sarskilda_yttranden; i++)
		found = found || p->sarskilda_yttranden[i].bilaga == bilaga;
	for (size_t i = 0; i < p->n_anteckningar; i++)
		found = found || p->anteckningar[i].bilaga == bilaga;
	return found;
}

/* A bilaga keeps its number, and nothing else when a secret paragraf points to it. */
static void cut_appendix(struct cut *c, const struct pk_scene *s, struct pk_meeting *to, size_t i)
{
	struct pk_section *bilaga = &to->bilagor.v[i];

	cut_section(c, bilaga);
	for (size_t p = 0; p < s->meeting->n_paragrafer; p++) {
		if (!s->secret[p] || !points_to(&s->meeting->paragrafer[p], i + 1))
			continue;
		*bilaga = (struct pk_section){ .at = bilaga->at };
		bilaga->rubrik.text = PK_STR("Redovisas inte med hänvisning till sekretess");
		return;
	}
}

/* There for some secret paragraf, and for no other: whatever a clock time may mean. */
static bool only_for_secrets(const struct pk_scene *s, const struct pk_person *person)
{
	bool secret = false;

	if (!person->presence.given || person->presence.n_spans == 0)
		return false;
	for (size_t i = 0; i < s->meeting->n_paragrafer; i++) {
		if (pk_rules_cover(&person->presence, (uint32_t)i) == PK_COVER_NONE)
			continue;
		if (!s->secret[i])
			return false;
		secret = true;
	}
	return secret;
}

bool pk_wholly_secret(const struct pk_paragraf *p)
{
	return p->sekretess.given && !p->sekretess.marked;
}

static bool mark_secrets(struct pk_scene *s)
{
	const struct pk_meeting *m = s->meeting;
	bool *secret = pk_new(s->job, bool, m->n_paragrafer);
	bool *left_out = pk_new(s->job, bool, m->n_persons);

	if (secret == NULL || left_out == NULL)
		return false;
	for (size_t i = 0; i < m->n_paragrafer; i++) {
		s->secrets = s->secrets || m->paragrafer[i].sekretess.given;
		secret[i] = s->edition == PK_EDITION_PUBLIC && pk_wholly_secret(&m->paragrafer[i]);
	}
	s->secret = secret;
	for (size_t i = 0; i < m->n_persons; i++)
		left_out[i] = only_for_secrets(s, &m->persons[i]);
	s->left_out = left_out;
	return true;
}

bool pk_context_cut(struct pk_scene *s)
{
	struct cut c = { .job = s->job, .public = s->edition == PK_EDITION_PUBLIC };
	struct pk_meeting *to;

	if (!mark_secrets(s))
		return false;
	if (!s->secrets)
		return true;
	to = copy_of(&c, s->meeting, sizeof(*to), 1);
	if (to == NULL || OWN(&c, to->paragrafer, to->n_paragrafer) == NULL)
		return false;
	for (size_t i = 0; i < to->n_paragrafer; i++) {
		if (s->secret[i])
			empty_paragraf(&to->paragrafer[i]);
		else if (to->paragrafer[i].sekretess.given)
			cut_paragraf(&c, &to->paragrafer[i]);
	}
	if (OWN(&c, to->bilagor.v, to->bilagor.n) != NULL) {
		for (size_t i = 0; i < to->bilagor.n; i++)
			cut_appendix(&c, s, to, i);
	}
	s->meeting = to;
	return !c.failed;
}
