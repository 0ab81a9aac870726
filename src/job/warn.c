#include "job/warn.h"

static const struct pk_silenced *silencer(const struct pk_meeting *meeting, int32_t paragraf,
		enum pk_message message)
{
	for (size_t i = 0; i < meeting->n_silenced; i++) {
		const struct pk_silenced *s = &meeting->silenced[i];

		if (pk_str_is(s->kod.text, pk_message_code(message)) &&
				(s->paragraf < 0 || s->paragraf == paragraf))
			return s;
	}
	return NULL;
}

void pk_warn(struct pk_job *job, const struct pk_meeting *meeting, int32_t paragraf,
		const struct pk_report *report)
{
	const struct pk_silenced *s = silencer(meeting, paragraf, report->message);

	if (s == NULL)
		(void)pk_report(job, report);
	else
		pk_tell(job, PK_M_SILENCED, report->at, s->kod.text, s->skal.text);
}
