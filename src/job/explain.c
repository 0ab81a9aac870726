/* What a message means, from the tables. */
#include "base/text.h"
#include "job/result.h"
#include "rules/findings.h"

static unsigned number_of(struct pk_str code)
{
	uint32_t number;
	bool letter = code.n > 0 && (code.p[0] == 'P' || code.p[0] == 'p');

	return pk_str_uint(pk_str_slice(code, letter, code.n), &number) ? number : 0;
}

/* The message whose number is nearest; a word that is no number is near the first. */
static enum pk_message nearest(unsigned number)
{
	enum pk_message best = PK_M_NONE;
	unsigned least = 0;

	for (int i = PK_M_NONE + 1; i < PK_M_COUNT; i++) {
		unsigned other = number_of(pk_str_of(pk_message_code((enum pk_message)i)));
		unsigned distance = other > number ? other - number : number - other;

		if (best == PK_M_NONE || distance < least) {
			best = (enum pk_message)i;
			least = distance;
		}
	}
	return best;
}

static const char *or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

bool protokoll_explain(const char *code, struct protokoll_explanation *ret)
{
	struct pk_str asked = pk_str_of(code);
	enum pk_message message = nearest(number_of(asked));
	const char *known = pk_message_code(message);
	static const enum pk_language languages[] = {
		[PROTOKOLL_SWEDISH] = PK_SWEDISH, [PROTOKOLL_ENGLISH] = PK_ENGLISH,
	};

	*ret = (struct protokoll_explanation){ .code = known };
	ret->ground = or_empty(pk_rule_ground(pk_str_of(known)));
	ret->level = pk_result_level(pk_message_level(message));
	for (size_t i = 0; i < PK_COUNT(languages); i++) {
		ret->text[i] = or_empty(pk_message_text(message, languages[i]));
		ret->hint[i] = or_empty(pk_message_hint(message, languages[i]));
		ret->why[i] = or_empty(pk_rule_explain(pk_str_of(known), languages[i]));
	}
	return pk_text_same_key(asked, pk_str_of(known));
}
