/* The sitting as a whole: its days, its breaks, whether it was open, what the secretary silences. */
#include "meeting/read.h"

#include "base/text.h"
#include "meeting/spans.h"

/* One day or several, in order: the last is the day of the meeting in the sense of the law. */
PK_READER(pk_read_meeting_days)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((m->days = pk_new(r->job, struct pk_day, n)) == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		struct pk_day *day = &m->days[m->n_days];

		if (pk_node_empty(&items[i]) || !pk_read_day(r, key, &items[i], day)) {
			ok = false;
			continue;
		}
		if (m->n_days > 0 && pk_date_cmp(day->date, day[-1].date) <= 0)
			ok = pk_fail(r->job, PK_M_DAYS_ORDER, items[i].at, items[i].text);
		m->datum = *day;
		m->n_days++;
	}
	return ok;
}

/* From the start of a to the end of b: neighbours in one text. */
static void stretch(struct pk_str *a, struct pk_str b)
{
	*a = a->n == 0 ? b : (struct pk_str){ a->p, (size_t)(b.p + b.n - a->p) };
}

/* Pieces between commas: the time, the §§, and what is left is the reason. */
static bool read_break_line(struct pk_reader *r, const struct pk_node *node, struct pk_str words,
		struct pk_ajournering *ret)
{
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str piece, rest = words, time = PK_STR(""), span = PK_STR(""), *why = &ret->skal.text;

	ret->tid.at = ret->skal.at = node->at;
	while (pk_str_next(&rest, ',', &piece)) {
		piece = pk_str_trim(piece);
		if (pk_presence_looks(piece) == PK_LOOKS_OTHER) {
			if (!pk_join(r->job, why, *why, why->n > 0 ? PK_STR(", ") : PK_STR(""), piece))
				return false;
		} else if (span.n > 0 || pk_str_find(piece, PK_STR("§"), 0) < piece.n) {
			stretch(&span, piece);
		} else {
			stretch(&time, piece);
		}
	}
	if (time.n > 0 && !pk_times_normal(r->job, time, &ret->tid.text))
		return pk_fail(r->job, PK_M_TIME_FORM, pk_origin_place(r, &origin, time), time);
	return span.n == 0 ||
			pk_presence_add(r, &origin, span, PK_BARE_PARAGRAFER, &ret->paragraf);
}

static bool read_break(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		struct pk_ajournering *ret)
{
	struct pk_str words;
	bool ok;

	ret->at = node->at;
	if (node->kind == PK_NODE_MAP)
		ok = pk_read_map(r, key->children, key->name, node, ret);
	else
		ok = pk_read_one_line(r, key->name, node, &words) &&
				read_break_line(r, node, words, ret);
	if (ok && ret->tid.text.n == 0 && !ret->paragraf.given)
		return pk_fail(r->job, PK_M_BREAK_TIME, node->at);
	return ok;
}

PK_READER(pk_read_breaks)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((m->ajournering = pk_new(r->job, struct pk_ajournering, n)) == NULL)
		return false;
	for (; m->n_ajournering < n; m->n_ajournering++) {
		if (!pk_node_empty(&items[m->n_ajournering]))
			ok = read_break(r, key, &items[m->n_ajournering],
					     &m->ajournering[m->n_ajournering]) &&
			     ok;
	}
	return ok;
}

PK_READER(pk_read_open)
{
	struct pk_meeting *m = target;
	struct pk_str text;
	bool yes;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (pk_yes_no(text, &yes)) {
		m->oppet = yes ? PK_TOLD_YES : PK_TOLD_NO;
		return true;
	}
	m->oppet = PK_TOLD_YES;
	return pk_read_spans(r, key, node, &m->oppet_paragrafer);
}

PK_READER(pk_read_nr_of_meeting)
{
	struct pk_presence presence = { 0 };

	if (!pk_read_spans(r, key, node, &presence))
		return false;
	if (presence.n_spans != 1 || presence.spans[0].from != presence.spans[0].to)
		return pk_fail(r->job, PK_M_VALUE, node->at, node->text, pk_str_of(key->name),
				r->m->paragrafer[0].nr);
	*(int32_t *)target = (int32_t)presence.spans[0].from + 1;
	return true;
}

static bool is_code(struct pk_str text)
{
	for (unsigned i = PK_M_NONE + 1; i < PK_M_COUNT; i++) {
		if (pk_str_is(text, pk_message_code((enum pk_message)i)))
			return true;
	}
	return false;
}

static bool check_silenced(struct pk_reader *r, const void *item)
{
	const struct pk_silenced *silenced = item;

	return is_code(silenced->kod.text) ||
			pk_fail(r->job, PK_M_CODE_UNKNOWN, silenced->kod.at, silenced->kod.text);
}

PK_READER(pk_read_silenced)
{
	struct pk_meeting *m = target;
	bool ok = pk_read_list(r, key, node, &m->silenced, &m->n_silenced, check_silenced);

	/* Read as index + 1, so that a key that is not there means anywhere. */
	for (size_t i = 0; i < m->n_silenced; i++)
		m->silenced[i].paragraf--;
	return ok;
}
