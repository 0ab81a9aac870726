/* What happened at a paragraf: jäv, yrkanden, reservations, lists of what was reported. */
#include "meeting/read.h"

PK_READER(pk_read_paragraf_day)
{
	struct pk_day *day = target;
	const struct pk_meeting *m = r->m;

	if (!pk_read_day(r, key, node, day))
		return false;
	for (size_t i = 0; i < m->n_days; i++) {
		if (pk_date_cmp(m->days[i].date, day->date) == 0)
			return true;
	}
	return m->n_days == 0 || pk_fail(r->job, PK_M_DAY_OTHER, node->at, node->text);
}

/* "31", "§ 31/2024": another body may number otherwise, but not without digits. */
PK_READER(pk_read_foreign_nr)
{
	struct pk_str text;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	while (pk_str_starts(text, PK_STR("§")))
		text = pk_str_trim(pk_str_slice(text, strlen("§"), text.n));
	if (text.n == 0 || text.p[0] < '0' || text.p[0] > '9' ||
			pk_str_find(text, PK_STR("("), 0) < text.n)
		return pk_fail(r->job, PK_M_VALUE, node->at, node->text, pk_str_of(key->name),
				PK_STR("31"));
	*(struct pk_str *)target = text;
	return true;
}

PK_READER(pk_read_tidigare)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->tidigare, &p->n_tidigare, NULL);
}

PK_READER(pk_read_jav)
{
	struct pk_paragraf *p = target;

	bool ok = pk_read_list(r, key, node, &p->jav, &p->n_jav, NULL);

	for (size_t i = 0; i < p->n_jav; i++) {
		if (p->jav[i].ersattare.namn.n == 0)
			p->jav[i].ersattare.person = -1;
	}
	return ok;
}

PK_READER(pk_read_rattelser)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->rattelser, &p->n_rattelser, NULL);
}

PK_READER(pk_read_forslag)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->forslag, &p->n_forslag, NULL);
}

static bool check_yrkande(struct pk_reader *r, const void *item)
{
	const struct pk_yrkande *y = item;

	return y->typ != PK_YRKANDE_TEXT || y->text.blocks != NULL ||
			pk_fail(r->job, PK_M_NEITHER, y->at, PK_STR("typ"), PK_STR("text"));
}

PK_READER(pk_read_yrkanden)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->yrkanden, &p->n_yrkanden, check_yrkande);
}

PK_READER(pk_read_reservationer)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->reservationer, &p->n_reservationer, NULL);
}

static bool check_anteckning(struct pk_reader *r, const void *item)
{
	const struct pk_anteckning *a = item;

	return a->text.blocks != NULL || a->bilaga > 0 ||
			pk_fail(r->job, PK_M_NEITHER, a->at, PK_STR("text"), PK_STR("bilaga"));
}

PK_READER(pk_read_yttranden)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->sarskilda_yttranden, &p->n_sarskilda_yttranden,
			check_anteckning);
}

PK_READER(pk_read_anteckningar)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->anteckningar, &p->n_anteckningar, check_anteckning);
}

PK_READER(pk_read_bilaga_number)
{
	uint32_t *number = target;

	if (!pk_read_number(r, key, node, 1, number))
		return false;
	return *number <= r->m->bilagor.n ||
			pk_fail(r->job, PK_M_BILAGA_UNKNOWN, node->at, pk_str_trim(node->text),
					pk_number(r->job, r->m->bilagor.n));
}

PK_READER(pk_read_delegationsbeslut)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->delegationsbeslut, &p->n_delegationsbeslut, NULL);
}

PK_READER(pk_read_anmalningar)
{
	struct pk_paragraf *p = target;

	return pk_read_list(r, key, node, &p->anmalningar, &p->n_anmalningar, NULL);
}

PK_READER(pk_read_omedelbar)
{
	struct pk_omedelbar *omedelbar = target;

	omedelbar->at = node->at;
	if (node->kind != PK_NODE_SCALAR) {
		omedelbar->given = true;
		return pk_read_map(r, key->children, key->name, node, omedelbar);
	}
	return pk_read_bool(r, key, node, &omedelbar->given);
}

PK_READER(pk_read_sekretess)
{
	struct pk_sekretess *sekretess = target;

	sekretess->given = true;
	sekretess->at = node->at;
	r->sekretess = true;
	return pk_read_map(r, key->children, key->name, node, sekretess);
}

PK_READER(pk_read_secret_extent)
{
	unsigned word;

	if (!pk_read_word(r, key, node, &word))
		return false;
	*(bool *)target = word == 1;
	return true;
}
