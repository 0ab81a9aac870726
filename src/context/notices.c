/* The notices of justering, one block a bevis and board (KL 8 kap. 12 §). In a draft its dates are
 * preliminary or absent; "är justerat" and "har tillkännagivits" are never said there. */
#include "context/inside.h"

#define AFTER_JUSTERING PK_STR("[efter justeringen]")
#define MISSING PK_STR("[saknas]")
#define BY_HAND PK_STR("____________________")

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

/* A date of the board: a line to write on when the settings want them by hand. */
static void put_board_day(const struct pk_scene *s, struct pk_list_builder *rows,
		struct pk_str label, struct pk_date d)
{
	if (s->meeting->settings.bevis_by_hand)
		put_row(s, rows, label, BY_HAND, PK_STR(""));
	else
		put_day(s, rows, label, d);
}

static void put_meeting_days(const struct pk_scene *s, struct pk_list_builder *rows)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_out words = pk_words(s);

	for (size_t i = 0; i + 1 < m->n_days; i++) {
		pk_date_put_iso(&words, m->days[i].date);
		pk_put_c(&words, ", ");
	}
	pk_date_put_iso(&words, m->datum.date);
	put_row(s, rows, PK_STR("Sammanträdesdatum"), pk_said(s, &words), PK_STR(""));
}

/* Decisions that a party appeals by förvaltningsbesvär: their time runs for each from when she got
 * the decision (FL 44 §), so the last day above is not theirs. */
static void put_besvar(const struct pk_scene *s, struct pk_list_builder *rows,
		const struct pk_bevis *bevis)
{
	struct pk_out words = pk_words(s);

	if (bevis->besvar.n == 0)
		return;
	pk_say_ranges(s, &words, bevis->besvar);
	pk_put_c(&words, s->meeting->settings.bevis_last_day
					 ? " genom besvär; dagen ovan gäller inte"
					 : " genom förvaltningsbesvär");
	put_row(s, rows, pk_label_of(s, PK_LABEL_OVERKLAGANDE), pk_said(s, &words), PK_STR(""));
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
	put_board_day(s, rows, label, notice->nedtas);
}

static struct pk_str storage(const struct pk_notice *notice)
{
	return notice->board == NULL ? PK_STR("") : notice->board->forvaringsplats.text;
}

static void put_rows(const struct pk_scene *s, struct pk_map_builder *map,
		const struct pk_bevis *bevis, const struct pk_notice *notice)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_list_builder rows = pk_list_new(s);
	struct pk_str missing = s->found->draft ? MISSING : PK_STR("");

	put_row(s, &rows, PK_STR("Organ"), m->organ.text, PK_STR(""));
	put_meeting_days(s, &rows);
	if (m->n_paragrafer > 0)
		put_row(s, &rows, PK_STR("Paragrafer"), bevis->paragrafer, missing);
	put_day(s, &rows, PK_STR("Justerat"), notice->justerat);
	put_board_day(s, &rows, PK_STR("Anslaget uppsatt"), notice->anslag);
	if (m->settings.bevis_last_day)
		put_board_day(s, &rows, PK_STR("Sista dag att överklaga (laglighetsprövning)"),
				notice->last_appeal);
	put_besvar(s, &rows, bevis);
	put_nedtagande(s, &rows, notice);
	put_row(s, &rows, pk_label_of(s, PK_LABEL_FORVARINGSPLATS), storage(notice), missing);
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
	pk_put(&words, pk_no_stop(board));
	pk_put_c(&words, ".");
	return pk_said(s, &words);
}

/* Whoever put the notice up: as given, else the secretary. */
static struct pk_str posted_by(const struct pk_bevis *bevis, const struct pk_notice *notice)
{
	if (notice->board != NULL && notice->board->av.text.n > 0)
		return notice->board->av.text;
	for (size_t i = 0; i < bevis->n_signers; i++) {
		if (bevis->signers[i].office == PK_SIGNER_SEKRETERARE)
			return bevis->signers[i].namn;
	}
	return PK_STR("");
}

static void put_notice(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_bevis *bevis, const struct pk_notice *notice)
{
	struct pk_map_builder map = pk_map_new(s);
	bool pen = s->meeting->justering.signering == PK_SIGN_PENNA;

	pk_put_text(&map, "mening", sentence(s, notice));
	put_rows(s, &map, bevis, notice);
	/* Bare dates would look like facts in a draft, and be in the way of a pen. */
	if (!s->found->draft && !s->meeting->settings.bevis_by_hand) {
		pk_put_date(s, &map, "datum", notice->anslag);
		pk_put_date(s, &map, "sista_dag", notice->last_appeal);
		pk_put_date(s, &map, "nedtas", notice->nedtas);
	}
	pk_put_text(&map, "förvaringsplats", storage(notice));
	pk_put_yes(&map, "linje", pen && !s->found->draft);
	pk_put_text(&map, "underskrift", posted_by(bevis, notice));
	pk_put_item(list, &map);
}

void pk_context_notices(const struct pk_scene *s, struct pk_map_builder *root)
{
	enum pk_bevis_page page = s->meeting->settings.bevis_page;
	struct pk_list_builder list = pk_list_new(s);

	for (size_t b = 0; b < s->found->n_bevis; b++) {
		const struct pk_bevis *bevis = &s->found->bevis[b];

		for (size_t i = 0; i < bevis->n_notices; i++)
			put_notice(s, &list, bevis, &bevis->notices[i]);
	}
	pk_put_yes(root, "anslag_ny_sida", list.n > 0 && page == PK_BEVIS_SECOND);
	pk_put_yes(root, "anslag_sist", list.n > 0 && page == PK_BEVIS_LAST);
	pk_put_list(root, "anslag", &list);
}
