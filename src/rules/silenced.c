/* Warnings that the secretary has silenced, each with a reason: told as notes, so that they are
 * listed. Errors are never silenced. */
#include "rules/inside.h"

/* The messages of this room: only of them can be said that one never occurred. */
static const enum pk_message own[] = {
#define M(id, code, level, sv, en, hint_sv, hint_en) PK_M_##id,
#include "base/messages/rules.def"
#undef M
};

/* The message with that code; PK_M_NONE when there is none. */
static enum pk_message message_of(struct pk_str code)
{
	for (int i = PK_M_NONE + 1; i < PK_M_COUNT; i++) {
		if (pk_str_is(code, pk_message_code((enum pk_message)i)))
			return (enum pk_message)i;
	}
	return PK_M_NONE;
}

static bool is_own(enum pk_message message)
{
	for (size_t i = 0; i < PK_COUNT(own); i++) {
		if (own[i] == message)
			return true;
	}
	return false;
}

bool pk_rules_silencers(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;
	bool ok = true;

	for (size_t i = 0; i < m->n_silenced; i++) {
		const struct pk_line *kod = &m->silenced[i].kod;
		enum pk_message message = message_of(kod->text);

		/* That the code exists has been read already. */
		if (message != PK_M_NONE && pk_message_level(message) != PK_LEVEL_WARNING)
			ok = pk_fail(r->job, PK_M_SILENCER_LEVEL, kod->at, kod->text);
	}
	return ok;
}

void pk_rules_idle_silencers(const struct pk_ruling *r)
{
	const struct pk_meeting *m = r->meeting;

	/* What a draft is not warned about, the finished protocol may be. */
	if (r->found->draft)
		return;
	for (size_t i = 0; i < m->n_silenced; i++) {
		const struct pk_line *kod = &m->silenced[i].kod;
		enum pk_message message = message_of(kod->text);

		if (!r->silencer_used[i] && is_own(message) &&
				pk_message_level(message) == PK_LEVEL_WARNING)
			pk_tell(r->job, PK_M_SILENCER_IDLE, kod->at, kod->text);
	}
}

/* The silencer of a message at a place; NULL: it is to be told. */
static const struct pk_silenced *silencer(
		const struct pk_ruling *r, int32_t place, enum pk_message message)
{
	const struct pk_meeting *m = r->meeting;

	if (pk_message_level(message) != PK_LEVEL_WARNING)
		return NULL;
	for (size_t i = 0; i < m->n_silenced; i++) {
		const struct pk_silenced *s = &m->silenced[i];

		if (!pk_str_is(s->kod.text, pk_message_code(message)))
			continue;
		if (s->paragraf >= 0 && s->paragraf != place)
			continue;
		r->silencer_used[i] = true;
		return s;
	}
	return NULL;
}

void pk_rules_warn_report(const struct pk_ruling *r, int32_t place, const struct pk_report *report)
{
	const struct pk_silenced *s = silencer(r, place, report->message);

	if (s == NULL)
		(void)pk_report(r->job, report);
	else
		pk_tell(r->job, PK_M_SILENCED, report->at, s->kod.text, s->skal.text);
}

void pk_rules_warn_where(const struct pk_ruling *r, bool *in, const struct pk_report *report)
{
	const struct pk_silenced *last = NULL;
	struct pk_report told = *report;
	bool any = false;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		const struct pk_silenced *s =
				in[i] ? silencer(r, (int32_t)i, report->message) : NULL;

		if (s != NULL && s != last)
			pk_tell(r->job, PK_M_SILENCED, report->at, s->kod.text, s->skal.text);
		last = s != NULL ? s : last;
		in[i] = in[i] && s == NULL;
		any = any || in[i];
	}
	if (any) {
		told.a = pk_rules_where(r, in);
		(void)pk_report(r->job, &told);
	}
	memset(in, 0, r->meeting->n_paragrafer * sizeof(*in));
}
