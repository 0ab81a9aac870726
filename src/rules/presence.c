#include "rules/inside.h"

enum pk_cover pk_rules_cover(const struct pk_presence *presence, uint32_t index)
{
	enum pk_cover cover = PK_COVER_WHOLE;

	if (!presence->given)
		return PK_COVER_WHOLE;
	if (presence->n_spans == 0)
		return PK_COVER_PART;
	/* "§ 41–43" begins from nobody, "ej § 44" from everybody. */
	for (size_t i = 0; i < presence->n_spans; i++) {
		if (!presence->spans[i].except)
			cover = PK_COVER_NONE;
	}
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		if (index < span->from || index > span->to)
			continue;
		if (span->part)
			cover = PK_COVER_PART;
		else
			cover = span->except ? PK_COVER_NONE : PK_COVER_WHOLE;
	}
	return cover;
}
