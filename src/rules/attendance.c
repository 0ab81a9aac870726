/* Those who sign for a paragraf were there: the chair served, the justerare was in the room. */
#include "rules/inside.h"

/* The paragrafer of a signer that the signer has nothing to say of. */
static size_t away(const struct pk_ruling *r, const struct pk_signer *s, bool *in)
{
	uint32_t person = (uint32_t)s->person;
	size_t found = 0;

	for (size_t i = 0; i < r->meeting->n_paragrafer; i++) {
		enum pk_cover cover = s->office == PK_SIGNER_ORDFORANDE
						      ? pk_rules_serves(r, i, person)
						      : pk_rules_present(r, i, person);

		in[i] = s->in[i] && (cover == PK_COVER_NONE || pk_rules_has_jav(r, i, person));
		found += in[i];
	}
	return found;
}

void pk_rules_attendance(const struct pk_ruling *r)
{
	bool *in = pk_new(r->job, bool, r->meeting->n_paragrafer);

	if (in == NULL || !r->known || r->meeting->n_paragrafer == 0)
		return;
	for (size_t b = 0; b < r->found->n_bevis; b++) {
		const struct pk_bevis *bevis = &r->found->bevis[b];

		for (size_t i = 0; i < bevis->n_signers; i++) {
			const struct pk_signer *s = &bevis->signers[i];
			struct pk_report report = {
				.message = s->office == PK_SIGNER_ORDFORANDE ? PK_M_CHAIR_AWAY
									     : PK_M_JUSTERARE_AWAY,
				.at = s->at,
				.b = s->namn
			};

			if (s->office == PK_SIGNER_SEKRETERARE || s->person < 0)
				continue;
			if (away(r, s, in) > 0)
				pk_rules_warn_where(r, in, &report);
		}
	}
}
