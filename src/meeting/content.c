/* What was dealt with: paragrafer and their numbers, sections, appendices. */
#include "meeting/read.h"

#include "base/text.h"
#include "meeting/spans.h"

PK_READER(pk_read_nr)
{
	struct pk_paragraf *paragraf = target;
	struct pk_str text;
	uint32_t number;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (!pk_nr_normal(r->job, text, &paragraf->nr, &number))
		return pk_fail(r->job, PK_M_VALUE, node->at, text, pk_str_of(key->name),
				pk_str_of(key->example));
	paragraf->nr_given = true;
	return true;
}

/* Numbers run from the first one given; what follows "12 a" is 13. */
static void number_paragrafer(struct pk_reader *r)
{
	struct pk_paragraf *v = r->m->paragrafer;
	struct pk_str normal;
	uint32_t number;

	if (r->m->n_paragrafer > 0 && !v[0].nr_given && r->m->settings.numbered_by_meeting)
		v[0].nr = PK_STR("1");
	for (size_t i = 1; i < r->m->n_paragrafer; i++) {
		if (!v[i].nr_given && v[i - 1].nr.n > 0 &&
				pk_nr_normal(r->job, v[i - 1].nr, &normal, &number))
			v[i].nr = pk_number(r->job, (uint64_t)number + 1);
	}
}

/* Only what is marked is secret: then something must be, and the heading is the paragraf's own. */
static bool read_paragraf(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		struct pk_paragraf *paragraf)
{
	r->sekretess = r->marked = false;
	if (!pk_read_map(r, key->children, key->name, node, paragraf))
		return false;
	if (!paragraf->sekretess.marked)
		return true;
	if (paragraf->sekretess.rubrik.text.n > 0)
		return pk_fail(r->job, PK_M_SECRET_HEADING, paragraf->sekretess.rubrik.at);
	return r->marked || pk_fail(r->job, PK_M_SECRET_NOTHING, paragraf->sekretess.at);
}

PK_READER(pk_read_paragrafer)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if (n > r->job->limits->paragraphs)
		return pk_fail(r->job, PK_M_PARAGRAFER_LIMIT, items[r->job->limits->paragraphs].at,
				pk_number(r->job, r->job->limits->paragraphs));
	if ((m->paragrafer = pk_new(r->job, struct pk_paragraf, n)) == NULL)
		return false;
	for (; m->n_paragrafer < n; m->n_paragrafer++) {
		struct pk_paragraf *paragraf = &m->paragrafer[m->n_paragrafer];

		paragraf->at = items[m->n_paragrafer].at;
		paragraf->ordforande.person = -1;
		r->paragraf = (int32_t)m->n_paragrafer;
		if (!pk_node_empty(&items[m->n_paragrafer]))
			ok = read_paragraf(r, key, &items[m->n_paragrafer], paragraf) && ok;
	}
	r->paragraf = -1;
	number_paragrafer(r);
	return ok;
}

/* An unquoted nej, alone: nothing was to be decided. */
static bool is_plain_no(const struct pk_node *node)
{
	bool yes = true;

	return node->kind == PK_NODE_SCALAR && node->plain && pk_yes_no(node->text, &yes) && !yes;
}

PK_READER(pk_read_beslut)
{
	struct pk_paragraf *paragraf = target;

	paragraf->beslut_none = is_plain_no(node);
	return paragraf->beslut_none || pk_read_proses(r, key, node, &paragraf->beslut);
}

PK_READER(pk_read_sections)
{
	struct pk_sections *sections = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((sections->v = pk_new(r->job, struct pk_section, n)) == NULL)
		return false;
	for (sections->n = 0; sections->n < n; sections->n++) {
		struct pk_section *section = &sections->v[sections->n];

		section->at = items[sections->n].at;
		if (!pk_node_empty(&items[sections->n]))
			ok = pk_read_map(r, key->children, key->name, &items[sections->n],
					     section) &&
			     ok;
	}
	return ok;
}

PK_READER(pk_read_bilagor)
{
	struct pk_sections *sections = target;
	bool ok = pk_read_sections(r, key, node, target);

	for (size_t i = 0; ok && i < sections->n; i++) {
		const struct pk_section *s = &sections->v[i];

		if (s->fil.text.n == 0 && s->text.blocks == NULL)
			ok = pk_fail(r->job, PK_M_NEITHER, s->rubrik.at, PK_STR("text"),
					PK_STR("fil"));
	}
	return ok;
}

PK_READER(pk_read_receivers)
{
	struct pk_paragraf *paragraf = target;

	paragraf->mottagare_split = node->kind == PK_NODE_MAP;
	if (paragraf->mottagare_split)
		return pk_read_map(r, key->children, key->name, node, paragraf);
	return pk_read_lines(r, key, node, &paragraf->mottagare);
}
