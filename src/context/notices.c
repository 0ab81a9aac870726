/* The notice of justering, one block a board (KL 8 kap. 12 §). In a draft its dates are preliminary
 * or absent; "är justerat" and "har tillkännagivits" are never said there. */
#include "context/inside.h"

#define AFTER_JUSTERING PK_STR("[efter justeringen]")
#define MISSING PK_STR("[saknas]")

/* One row: label and fact, or label and what is missing instead. */
static void put_row(const struct pk_scene *s, struct pk_list_builder *rows, struct pk_str label,
		struct pk_str text, struct pk_str missing)
{
	struct pk_map_builder map = pk_map_new(s);

	if (text.n == 0 && missing.n == 0)
		return;
	pk_put_text(&map, "rubrik", label);
	pk_put_text(&map, "text", text);
	if (text.n == 0)
		pk_put_text(&map, "saknas", missing);
	pk_put_item(rows, &map);
}

/* A date that follows from the justering: "(preliminärt)" in a draft. */
static void put_day(const struct pk_scene *s, struct pk_list_builder *rows, struct pk_str label,
		struct pk_date d)
{
	struct pk_out words = pk_words(s);

	if (!pk_date_given(d)) {
		put_row(s, rows, label, PK_STR(""), s->found->draft ? AFTER_JUSTERING : PK_STR(""));
		return;
	}
	pk_date_put_iso(&words, d);
	if (s->found->draft)
		pk_put_c(&words, " (preliminärt)");
	put_row(s, rows, label, pk_said(s, &words), PK_STR(""));
}

static void put_meeting_day(const struct pk_scene *s, struct pk_list_builder *rows)
{
	struct pk_out words = pk_words(s);

	pk_date_put_iso(&words, s->meeting->datum.date);
	put_row(s, rows, PK_STR("Sammanträdesdatum"), pk_said(s, &words), PK_STR(""));
}

/* When the notice comes down. Only a day set by hand or by a fixed number of days is "tas ned": a
 * computed one is the earliest lawful. */
static void put_nedtagande(const struct pk_scene *s, struct pk_list_builder *rows,
		const struct pk_notice *notice)
{
	enum pk_nedtagande_policy policy = s->meeting->settings.nedtagande;
	struct pk_str label = PK_STR("Anslaget får tas ned tidigast");

	if (notice->nedtas_given)
		label = PK_STR("Anslaget tas ned");
	else if (policy == PK_NEDTAGANDE_INGEN)
		return;
	else if (policy == PK_NEDTAGANDE_TILL_OCH_MED)
		label = PK_STR("Anslaget är uppsatt t.o.m.");
	put_day(s, rows, label, notice->nedtas);
}

static struct pk_str storage(const struct pk_notice *notice)
{
	return notice->board == NULL ? PK_STR("") : notice->board->forvaringsplats.text;
}

static void put_rows(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_notice *notice)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_list_builder rows = pk_list_new(s);
	struct pk_str missing = s->found->draft ? MISSING : PK_STR("");

	put_row(s, &rows, PK_STR("Organ"), m->organ.text, PK_STR(""));
	put_meeting_day(s, &rows);
	if (m->n_paragrafer > 0)
		put_row(s, &rows, PK_STR("Paragrafer"), s->found->paragrafer, missing);
	put_day(s, &rows, PK_STR("Justerat"), notice->justerat);
	put_day(s, &rows, PK_STR("Anslaget uppsatt"), notice->anslag);
	put_day(s, &rows, PK_STR("Sista dag att överklaga (laglighetsprövning)"),
			notice->last_appeal);
	put_nedtagande(s, &rows, notice);
	put_row(s, &rows, m->settings.labels[PK_LABEL_FORVARINGSPLATS], storage(notice), missing);
	pk_put_list(map, "rader", &rows);
}

static struct pk_str sentence(const struct pk_scene *s, const struct pk_notice *notice)
{
	struct pk_out words = pk_words(s);
	struct pk_str board = PK_STR("kommunens digitala anslagstavla");

	if (s->found->draft)
		return PK_STR("Protokollet är inte justerat. Datumen nedan är preliminära.");
	if (notice->board != NULL && notice->board->tavla.text.n > 0)
		board = notice->board->tavla.text;
	pk_put_c(&words, "Protokollet är justerat. Justeringen har tillkännagivits på ");
	pk_put(&words, board);
	pk_put_c(&words, ".");
	return pk_said(s, &words);
}

/* Whoever put the notice up: as given, else the secretary. */
static struct pk_str posted_by(const struct pk_scene *s, const struct pk_notice *notice)
{
	if (notice->board != NULL && notice->board->av.text.n > 0)
		return notice->board->av.text;
	for (size_t i = 0; i < s->found->n_signers; i++) {
		if (s->found->signers[i].office == PK_SIGNER_SEKRETERARE)
			return s->found->signers[i].namn;
	}
	return PK_STR("");
}

static void put_notice(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_notice *notice)
{
	struct pk_map_builder map = pk_map_new(s);
	bool pen = s->meeting->justering.signering == PK_SIGN_PENNA;

	pk_put_text(&map, "mening", sentence(s, notice));
	put_rows(s, &map, notice);
	/* Bare dates would look like facts in a draft. */
	if (!s->found->draft) {
		pk_put_date(s, &map, "datum", notice->anslag);
		pk_put_date(s, &map, "sista_dag", notice->last_appeal);
		pk_put_date(s, &map, "nedtas", notice->nedtas);
	}
	pk_put_text(&map, "förvaringsplats", storage(notice));
	pk_put_yes(&map, "linje", pen && !s->found->draft);
	pk_put_text(&map, "underskrift", posted_by(s, notice));
	pk_put_item(list, &map);
}

void pk_context_notices(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_list_builder list = pk_list_new(s);

	for (size_t i = 0; i < s->found->n_notices; i++)
		put_notice(s, &list, &s->found->notices[i]);
	pk_put_list(root, "anslag", &list);
}
