/* How the protocol was signed, and the notice of it. */
#include "meeting/read.h"

#include "base/text.h"
#include "meeting/spans.h"

/* "2024-05-31 kl. 15.00": the day, and the time when there is one. */
PK_READER(pk_read_planned)
{
	struct pk_justering *justering = target;
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text, day, clock;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	day = pk_str_slice(text, 0, pk_str_find(text, PK_STR(" "), 0));
	clock = pk_str_trim(pk_str_slice(text, day.n, text.n));
	justering->planerad.at = node->at;
	if (!pk_date_read(r, day, pk_origin_place(r, &origin, day), &justering->planerad.date))
		return false;
	if (clock.n == 0)
		return true;
	if (!pk_times_normal(r->job, clock, &justering->planerad_tid))
		return pk_fail(r->job, PK_M_TIME_FORM, pk_origin_place(r, &origin, clock), clock);
	return pk_join(r->job, &justering->planerad_tid, PK_STR("kl.\u00A0"),
			justering->planerad_tid);
}

PK_READER(pk_read_justering_signing)
{
	struct pk_justering *justering = target;

	justering->signering_given = true;
	return pk_read_signing(r, key, node, &justering->signering);
}

PK_READER(pk_read_signatures)
{
	struct pk_justering *justering = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((justering->signaturer = pk_new(r->job, struct pk_signature, n)) == NULL)
		return false;
	for (; justering->n_signaturer < n; justering->n_signaturer++) {
		const struct pk_node *item = &items[justering->n_signaturer];

		if (!pk_node_empty(item))
			ok = pk_read_map(r, key->children, key->name, item,
					     &justering->signaturer[justering->n_signaturer]) &&
			     ok;
	}
	return ok;
}

/* Without a day of its own, the protocol is justerat on the day of the last signature. */
static void date_from_signatures(struct pk_justering *justering)
{
	if (pk_date_given(justering->datum.date))
		return;
	for (size_t i = 0; i < justering->n_signaturer; i++) {
		const struct pk_day *day = &justering->signaturer[i].datum;

		if (pk_date_cmp(day->date, justering->datum.date) > 0)
			justering->datum = *day;
	}
}

PK_READER(pk_read_justering)
{
	struct pk_meeting *m = target;
	bool ok;

	m->justering_given = true;
	m->justering.at = node->at;
	ok = pk_read_map(r, key->children, key->name, node, &m->justering);
	date_from_signatures(&m->justering);
	return ok;
}

PK_READER(pk_read_anslag)
{
	struct pk_meeting *m = target;
	const struct pk_node *items;
	size_t n;
	bool ok, yes = true;

	if (node->kind == PK_NODE_SCALAR && pk_yes_no(node->text, &yes) && !yes) {
		m->anslag_none = true;
		return true;
	}
	ok = pk_read_items(r, key, node, &items, &n);
	if ((m->anslag = pk_new(r->job, struct pk_anslag, n)) == NULL)
		return false;
	for (; m->n_anslag < n; m->n_anslag++) {
		m->anslag[m->n_anslag].at = items[m->n_anslag].at;
		if (!pk_node_empty(&items[m->n_anslag]))
			ok = pk_read_map(r, key->children, key->name, &items[m->n_anslag],
					     &m->anslag[m->n_anslag]) &&
			     ok;
	}
	return ok;
}
