/* A correction changes words that were signed: it comes after the justering, and a draft has none.
 */
#include "rules/inside.h"

static const struct pk_bevis *bevis_of(const struct pk_ruling *r, size_t i)
{
	size_t b = 0;

	while (b + 1 < r->found->n_bevis && !r->found->bevis[b].in[i])
		b++;
	return &r->found->bevis[b];
}

static bool check(const struct pk_ruling *r, size_t i, const struct pk_rattelse *c)
{
	const struct pk_bevis *b = bevis_of(r, i);

	if (!b->omedelbar && r->found->draft) {
		pk_rules_warn(r, (int32_t)i, PK_M_CORRECTED_DRAFT, c->at, pk_rules_sign(r, i));
		return true;
	}
	if (!pk_rules_before(c->datum.date, b->justerat))
		return true;
	return pk_fail(r->job, PK_M_CORRECTED_BEFORE, c->datum.at, pk_rules_sign(r, i),
			pk_rules_iso(r->job, c->datum.date), pk_rules_iso(r->job, b->justerat));
}

bool pk_rules_corrections(const struct pk_ruling *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		const struct pk_paragraf *p = &r->meeting->paragrafer[i];

		for (size_t k = 0; k < p->n_rattelser; k++)
			ok = check(r, i, &p->rattelser[k]) && ok;
	}
	return ok;
}
