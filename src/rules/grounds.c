/* Why each rule is there: law and reasons, for those who ask. */
#include "rules/findings.h"

static const struct {
	enum pk_message message;
	const char *ground, *text[2];
} grounds[] = {
#define G(id, ground, sv, en) { PK_M_##id, ground, { sv, en } },
#include "rules/grounds.def"
#undef G
};

/* The row of a code; as many as there are rows when no rule has it. */
static size_t row_of(struct pk_str code)
{
	size_t i = 0;

	while (i < PK_COUNT(grounds) &&
			!pk_str_is(code, pk_message_code(grounds[i].message)))
		i++;
	return i;
}

const char *pk_rule_ground(struct pk_str code)
{
	size_t i = row_of(code);

	return i < PK_COUNT(grounds) ? grounds[i].ground : NULL;
}

const char *pk_rule_explain(struct pk_str code, enum pk_language language)
{
	size_t i = row_of(code);

	return i < PK_COUNT(grounds) ? grounds[i].text[language] : NULL;
}
