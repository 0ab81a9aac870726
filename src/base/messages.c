/* The message table. */
#include "base/diag.h"

struct message {
	const char *code;
	enum pk_level level;
	const char *text[2], *hint[2];
};

static const struct message messages[PK_M_COUNT] = {
	[PK_M_NONE] = { "P000", PK_LEVEL_NOTE, { "", "" }, { NULL, NULL } },
#define M(id, code, level, sv, en, hint_sv, hint_en) \
	[PK_M_##id] = { code, PK_LEVEL_##level, { sv, en }, { hint_sv, hint_en } },
#include "base/messages/all.def"
#undef M
};

const char *pk_message_code(enum pk_message message)
{
	return messages[message].code;
}

enum pk_level pk_message_level(enum pk_message message)
{
	return messages[message].level;
}

const char *pk_message_text(enum pk_message message, enum pk_language language)
{
	return messages[message].text[language];
}

const char *pk_message_hint(enum pk_message message, enum pk_language language)
{
	return messages[message].hint[language];
}
