/* What is reported to the body, as tables. */
#include "context/inside.h"

#include "markup/blocks.h"

void pk_tell_delegation(
		const struct pk_scene *s, struct pk_text_builder *text, const struct pk_paragraf *p)
{
	static const char *const head[] = { "Nr", "Datum", "Dnr", "Beslut", "Delegat" };
	struct pk_cells cells;

	if (!pk_cells_new(s, PK_COUNT(head), p->n_delegationsbeslut + 1, head, &cells)) {
		text->failed = true;
		return;
	}
	for (size_t i = 0; i < p->n_delegationsbeslut; i++) {
		const struct pk_delegation *d = &p->delegationsbeslut[i];
		struct pk_str *row = &cells.v[(i + 1) * cells.columns];

		row[0] = d->nr.text;
		row[1] = pk_iso(s, d->datum.date);
		row[2] = d->dnr.text;
		row[3] = d->beslut.text;
		row[4] = d->delegat.text;
	}
	pk_text_table(text, &cells);
}

void pk_tell_anmalningar(
		const struct pk_scene *s, struct pk_text_builder *text, const struct pk_paragraf *p)
{
	static const char *const head[] = { "Datum", "Dnr", "Ärende", "Från" };
	struct pk_cells cells;

	if (!pk_cells_new(s, PK_COUNT(head), p->n_anmalningar + 1, head, &cells)) {
		text->failed = true;
		return;
	}
	for (size_t i = 0; i < p->n_anmalningar; i++) {
		const struct pk_anmalan *a = &p->anmalningar[i];
		struct pk_str *row = &cells.v[(i + 1) * cells.columns];

		row[0] = pk_iso(s, a->datum.date);
		row[1] = a->dnr.text;
		row[2] = a->arende.text;
		row[3] = a->fran.text;
	}
	pk_text_table(text, &cells);
}
