/* Justering: who was chosen, where and when, and who signs. */
#include "context/inside.h"

static void put_justerare(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_justering *j = &s->meeting->justering;
	struct pk_out words = pk_words(s);

	pk_say_whos(s, &words, &j->justerare);
	if (j->ersattare.n > 0) {
		pk_put_c(&words, j->justerare.n > 0 ? ", ersättare " : "ersättare ");
		pk_say_whos(s, &words, &j->ersattare);
	}
	pk_put_text(root, "justerare", pk_said(s, &words));
}

/* The day of the last signature; in a draft the day that is planned, and marked so. A draft that
 * was forced although it has been signed shows that day as planned too. */
static struct pk_str day_in_words(const struct pk_scene *s)
{
	const struct pk_justering *j = &s->meeting->justering;
	bool given = pk_date_given(j->datum.date);
	struct pk_out words = pk_words(s);

	if (!given && (!s->found->draft || !pk_date_given(j->planerad.date)))
		return PK_STR("");
	pk_date_put_iso(&words, given ? j->datum.date : j->planerad.date);
	if (!given && j->planerad_tid.n > 0) {
		pk_put_c(&words, " ");
		pk_say_bound(&words, j->planerad_tid);
	}
	if (s->found->draft)
		pk_put_c(&words, " (planerat)");
	return pk_said(s, &words);
}

/* ", Stadshuset" when a paragraf of the bevis tells where. */
static void put_place(const struct pk_scene *s, struct pk_out *words, const struct pk_bevis *bevis)
{
	for (size_t i = 0; bevis->in != NULL && i < s->meeting->n_paragrafer; i++) {
		struct pk_str plats = s->meeting->paragrafer[i].omedelbar.plats.text;

		if (!bevis->in[i] || plats.n == 0)
			continue;
		pk_put_c(words, ", ");
		pk_put(words, plats);
		return;
	}
}

/* "§ 45 justerades omedelbart 2024-05-21. § 46 ...": what was not left for that day. */
static struct pk_str immediately(const struct pk_scene *s)
{
	struct pk_out words = pk_words(s);

	for (size_t i = 0; i < s->found->n_bevis; i++) {
		const struct pk_bevis *bevis = &s->found->bevis[i];

		if (!bevis->omedelbar || bevis->paragrafer.n == 0)
			continue;
		pk_put_c(&words, words.n > 0 ? ". " : "");
		pk_say_ranges(s, &words, bevis->paragrafer);
		pk_put_c(&words, s->found->draft ? " justeras omedelbart "
						 : " justerades omedelbart ");
		pk_date_put_iso(&words, bevis->justerat);
		put_place(s, &words, bevis);
	}
	return pk_said(s, &words);
}

static void put_justering(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_justering *j = &s->meeting->justering;
	struct pk_map_builder map = pk_map_new(s);

	pk_put_text(&map, "plats", j->plats.text);
	pk_put_text(&map, "tid", day_in_words(s));
	pk_put_text(&map, "omedelbart", immediately(s));
	if (!s->found->draft)
		pk_put_date(s, &map, "datum", j->datum.date);
	pk_put_date(s, &map, "planerad", j->planerad.date);
	if (!s->meeting->anslag_none)
		pk_put_date(s, &map, "senast", s->found->latest_justering);
	pk_put_map(root, "justering", &map);
}

static struct pk_str office_word(const struct pk_scene *s, const struct pk_signer *signer)
{
	switch (signer->office) {
	case PK_SIGNER_SEKRETERARE:
		return PK_STR("Sekreterare");
	case PK_SIGNER_ORDFORANDE:
		return PK_STR("Ordförande");
	case PK_SIGNER_JUSTERARE:
		break;
	}
	return pk_label_of(s, PK_LABEL_JUSTERINGSPERSON);
}

static struct pk_str signed_digitally(const struct pk_scene *s, const struct pk_signer *signer)
{
	struct pk_out words = pk_words(s);

	pk_put_c(&words, "Digitalt signerat");
	if (pk_date_given(signer->signed_on)) {
		pk_put_c(&words, " ");
		pk_date_put_iso(&words, signer->signed_on);
	}
	return pk_said(s, &words);
}

/* "Omedelbar justering 2024-05-21, § 45". */
static struct pk_str heading_of(const struct pk_scene *s, const struct pk_bevis *bevis)
{
	struct pk_out words = pk_words(s);

	if (!bevis->omedelbar)
		return PK_STR("");
	pk_put_c(&words, "Omedelbar justering");
	if (pk_date_given(bevis->justerat)) {
		pk_put_c(&words, " ");
		pk_date_put_iso(&words, bevis->justerat);
	}
	if (bevis->paragrafer.n > 0) {
		pk_put_c(&words, ", ");
		pk_say_ranges(s, &words, bevis->paragrafer);
	}
	return pk_said(s, &words);
}

static void put_signature(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_signer *signer, struct pk_str heading)
{
	enum pk_signing how = s->meeting->justering.signering;
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out name = pk_words(s), range = pk_words(s);

	pk_say_name(&name, signer->namn, signer->parti);
	if (signer->paragrafer.n > 0) {
		pk_put_c(&range, signer->several ? "Paragrafer " : "Paragraf ");
		pk_put(&range, signer->paragrafer);
	}
	pk_put_text(&map, "rubrik", heading);
	pk_put_text(&map, "roll", office_word(s, signer));
	pk_put_text(&map, "namn", pk_said(s, &name));
	pk_put_text(&map, "paragrafer", pk_said(s, &range));
	pk_put_yes(&map, "linje", how == PK_SIGN_PENNA && !s->found->draft);
	/* Where signatures are listed, nobody else is said to have signed. */
	if (how == PK_SIGN_DIGITAL && !s->found->draft &&
			(pk_date_given(signer->signed_on) ||
					s->meeting->justering.n_signaturer == 0))
		pk_put_text(&map, "digitalt", signed_digitally(s, signer));
	pk_put_item(list, &map);
}

static void put_signatures(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t b = 0; b < s->found->n_bevis; b++) {
		const struct pk_bevis *bevis = &s->found->bevis[b];

		for (size_t i = 0; i < bevis->n_signers; i++)
			put_signature(s, &list, &bevis->signers[i],
					i == 0 ? heading_of(s, bevis) : PK_STR(""));
	}
	pk_put_list(root, "underskrifter", &list);
}

/* Signs in an earlier bevis, or earlier in this one. */
static bool signed_before(const struct pk_findings *f, size_t bevis, size_t i)
{
	const struct pk_signer *this = &f->bevis[bevis].signers[i];

	for (size_t b = 0; b <= bevis; b++) {
		for (size_t j = 0; j < (b == bevis ? i : f->bevis[b].n_signers); j++) {
			const struct pk_signer *other = &f->bevis[b].signers[j];

			if (pk_str_eq(other->namn, this->namn) &&
					pk_str_eq(other->parti, this->parti))
				return true;
		}
	}
	return false;
}

/* One box on each page for each one who signs with a pen; the same person gets one box only. A
 * draft has none: it is not to be signed. */
static void put_boxes(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_findings *f = s->found;
	struct pk_list_builder list = pk_list_new(s);

	if (!s->meeting->settings.signature_boxes || f->draft ||
			s->meeting->justering.signering != PK_SIGN_PENNA)
		return;
	for (size_t b = 0; b < f->n_bevis; b++) {
		for (size_t i = 0; i < f->bevis[b].n_signers; i++) {
			struct pk_map_builder map = pk_map_new(s);

			if (signed_before(f, b, i))
				continue;
			pk_put_text(&map, "roll", office_word(s, &f->bevis[b].signers[i]));
			pk_put_item(&list, &map);
		}
	}
	pk_put_list(root, "signaturrutor", &list);
}

void pk_context_justering(const struct pk_scene *s, struct pk_map_builder *root)
{
	put_justerare(s, root);
	put_justering(s, root);
	put_signatures(s, root);
	if (s->found->draft)
		pk_put_text(root, "underskrifter_not",
				PK_STR("Undertecknas när protokollet är klart för justering."));
	put_boxes(s, root);
	if (s->meeting->settings.certification && !s->found->draft)
		pk_put_text(root, "utdragsbestyrkande", PK_STR("Utdragsbestyrkande"));
}
