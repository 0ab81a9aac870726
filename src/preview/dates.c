/* All dates of a protocol, each with its reason and the law behind it. */
#include "calendar/statutory.h"
#include "preview/inside.h"

#define LAW_APPROVE "KL 5 kap. 69 §, 6 kap. 35 §; lag (1930:173) 2 §"
#define LAW_POST "KL 8 kap. 12 §; lag (1930:173) 2 §"
#define LAW_APPEAL "KL 13 kap. 5 §; lag (1930:173) 1–2 §§"
#define LAW_BOARD "KL 8 kap. 12 §"

/* One date. */
struct dated {
	enum pk_preview_word label, reason;
	struct pk_date date;            /* none: it is not known yet */
	const char *ground;             /* NULL: none */
	struct pk_date counted;         /* where a term's counting ended, before it was moved on; or none */
	struct pk_str more;             /* after the reason */
	bool preliminary, late;
	bool met;                       /* what it limits has happened: how far away it is says nothing */
};

static struct pk_out words_of(const struct pk_preview_state *state)
{
	return pk_out_new(state->job.arena, 1 << 16);
}

static struct pk_str said(struct pk_preview_state *state, struct pk_out *out)
{
	struct pk_str words;

	return pk_out_done(&state->job, out, &words) ? words : PK_STR("");
}

static void put_day(const struct pk_preview_state *state, struct pk_out *out, struct pk_date d)
{
	if (state->language == PK_SWEDISH)
		pk_date_put_full(out, d);
	else
		pk_date_put_english(out, d);
}

/* "14 dagar efter sammanträdet; flyttas från 2024-06-06 (nationaldagen)." */
static void put_reason(struct pk_preview_state *state, struct pk_map_builder *row,
		const struct dated *d)
{
	struct pk_out out = words_of(state);
	struct pk_date day = d->counted;

	pk_put_c(&out, pk_preview_say(state, d->reason));
	for (; pk_date_given(day) && pk_date_cmp(day, d->date) < 0; day = pk_date_add(day, 1)) {
		pk_put_c(&out, pk_date_cmp(day, d->counted) == 0
						? pk_preview_say(state, PK_PREVIEW_D_FLYTTAS)
						: ",");
		pk_put_byte(&out, ' ');
		pk_date_put_iso(&out, day);
		pk_put_c(&out, " (");
		pk_put(&out, pk_holiday_words(pk_holiday_of(day), state->language));
		pk_put_byte(&out, ')');
	}
	if (!out.failed && out.n > 0 && out.p[out.n - 1] != '.')
		pk_put_byte(&out, '.');
	if (d->more.n > 0) {
		pk_put_byte(&out, ' ');
		pk_put(&out, d->more);
	}
	pk_map_put_text(row, PK_STR("reason"), said(state, &out));
}

/* How far away it is: "i dag", "om 5 dagar". What has been is told only where it should not be. */
static void put_when(struct pk_preview_state *state, struct pk_map_builder *row,
		const struct dated *d)
{
	struct pk_out out = words_of(state);
	int32_t days;

	if (!pk_date_given(state->today) || d->met)
		return;
	days = pk_date_number(d->date) - pk_date_number(state->today);
	if (days < 0) {
		pk_map_put_text(row, PK_STR("past"), PK_STR("ja"));
		pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_D_PASSERAT));
	} else if (days < 2) {
		pk_put_c(&out, pk_preview_say(state, days == 0 ? PK_PREVIEW_D_I_DAG
							       : PK_PREVIEW_D_I_MORGON));
	} else {
		pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_D_OM));
		pk_put_byte(&out, ' ');
		pk_put_uint(&out, (uint64_t)days);
		pk_put_byte(&out, ' ');
		pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_D_DAGAR));
	}
	pk_map_put_text(row, PK_STR("when"), said(state, &out));
}

static void put_date(struct pk_preview_state *state, struct pk_preview_groups *groups,
		const struct dated *d)
{
	struct pk_map_builder row = { .job = &state->job };
	struct pk_out iso = words_of(state), words = words_of(state);

	pk_preview_put_word(state, &row, "label", d->label);
	pk_map_put_text(&row, PK_STR("ground"), pk_str_of(d->ground));
	if (d->late)
		pk_preview_put_word(state, &row, "late", PK_PREVIEW_D_SENT);
	put_reason(state, &row, d);
	if (pk_date_given(d->date)) {
		pk_date_put_iso(&iso, d->date);
		put_day(state, &words, d->date);
		pk_map_put_text(&row, PK_STR("date"), said(state, &iso));
		pk_map_put_text(&row, PK_STR("words"), said(state, &words));
		if (d->preliminary)
			pk_preview_put_word(state, &row, "preliminary", PK_PREVIEW_D_PRELIMINART);
		put_when(state, &row, d);
	} else {
		pk_preview_put_word(state, &row, "unknown", PK_PREVIEW_D_OKAND);
	}
	pk_preview_row(groups, &row);
}

static bool after(struct pk_date a, struct pk_date b)
{
	return pk_date_given(a) && pk_date_given(b) && pk_date_cmp(a, b) > 0;
}

/* When the paragrafer of a bevis were handled. */
static struct pk_date day_of(const struct pk_meeting *m, const struct pk_bevis *b)
{
	for (size_t i = 0; b->omedelbar && i < m->n_paragrafer; i++) {
		if (b->in[i] && pk_date_given(m->paragrafer[i].dag.date))
			return m->paragrafer[i].dag.date;
	}
	return m->datum.date;
}

/* The meeting, the day of the justering and the last day for it. */
static void put_justering(struct pk_preview_state *state, struct pk_preview_groups *groups,
		const struct pk_bevis *b)
{
	const struct pk_meeting *m = state->loaded.meeting;
	bool draft = state->loaded.findings->draft && !b->omedelbar;
	struct pk_date day = day_of(m, b);
	struct pk_term term = pk_justering_term(day);
	struct pk_date today = draft && !pk_date_given(b->justerat) ? state->today : b->justerat;

	put_date(state, groups, &(struct dated){ .date = day, .reason = PK_PREVIEW_D_MOTE_SKAL,
			.label = b->omedelbar ? PK_PREVIEW_D_PARAGRAFENS : PK_PREVIEW_D_MOTE });
	if (m->anslag_none && !pk_date_given(b->justerat))
		return;
	if (pk_date_given(b->justerat))
		put_date(state, groups, &(struct dated){ .date = b->justerat,
				.label = draft ? PK_PREVIEW_D_PLANERAD : PK_PREVIEW_D_JUSTERAT,
				.reason = draft ? PK_PREVIEW_D_PLANERAD_SKAL
						: PK_PREVIEW_D_JUSTERAT_SKAL,
				.late = after(b->justerat, term.last) && !m->anslag_none });
	if (!m->anslag_none)
		put_date(state, groups, &(struct dated){ .label = PK_PREVIEW_D_SENAST,
				.reason = PK_PREVIEW_D_SENAST_SKAL, .ground = LAW_APPROVE,
				.date = term.last, .counted = term.counted,
				.met = !draft && pk_date_given(b->justerat),
				.late = !pk_date_given(b->justerat) && after(today, term.last) });
}

/* §§ that are appealed by besvär have another time. */
static struct pk_str besvar_of(struct pk_preview_state *state, const struct pk_bevis *b)
{
	struct pk_out out = words_of(state);

	if (b->besvar.n == 0)
		return PK_STR("");
	pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_D_BESVAR));
	pk_put_c(&out, ": § ");
	pk_put(&out, b->besvar);
	pk_put_byte(&out, '.');
	return said(state, &out);
}

/* When the notice comes down, by hand or by the policy of the settings. */
static void put_removal(struct pk_preview_state *state, struct pk_preview_groups *groups,
		const struct pk_notice *notice, bool preliminary)
{
	enum pk_nedtagande_policy policy = state->loaded.meeting->settings.nedtagande;
	struct dated d = { .label = PK_PREVIEW_D_TAS_NED, .reason = PK_PREVIEW_D_TAS_NED_SKAL,
		.ground = LAW_BOARD, .date = notice->nedtas, .preliminary = preliminary };
	bool by_days = policy == PK_NEDTAGANDE_DAGAR;

	if (notice->board != NULL && pk_date_given(notice->board->nedtas.date))
		by_days = false;
	if (notice->nedtas_given) {
		d.label = PK_PREVIEW_D_TAS_NED_GIVET;
		d.reason = by_days ? PK_PREVIEW_D_TAS_NED_DAGAR : PK_PREVIEW_D_TAS_NED_HAND;
	} else if (policy == PK_NEDTAGANDE_INGEN) {
		return;
	} else if (policy == PK_NEDTAGANDE_TILL_OCH_MED) {
		d.label = PK_PREVIEW_D_UPPE;
		d.reason = PK_PREVIEW_D_UPPE_SKAL;
	} else if (policy == PK_NEDTAGANDE_NASTA_VARDAG) {
		d.reason = PK_PREVIEW_D_TAS_NED_VARDAG;
	}
	put_date(state, groups, &d);
}

/* The notice of a board and what is counted from it. */
static void put_notice(struct pk_preview_state *state, struct pk_preview_groups *groups,
		const struct pk_bevis *b, const struct pk_notice *notice)
{
	bool preliminary = state->loaded.findings->draft && !b->omedelbar;
	struct pk_term post = { { 0 }, { 0 } }, appeal = { { 0 }, { 0 } };

	if (pk_date_given(b->justerat))
		post = pk_anslag_term(b->justerat);
	if (pk_date_given(notice->last_appeal)) {
		struct pk_date latest = notice->anslag;

		for (size_t i = 0; i < b->n_notices; i++)
			latest = after(b->notices[i].anslag, latest) ? b->notices[i].anslag : latest;
		appeal = pk_appeal_term(latest);
	}
	put_date(state, groups, &(struct dated){ .label = PK_PREVIEW_D_ANSLA, .ground = LAW_POST,
			.reason = PK_PREVIEW_D_ANSLA_SKAL, .date = post.last,
			.counted = post.counted, .preliminary = preliminary,
			.met = !preliminary && !notice->assumed });
	put_date(state, groups, &(struct dated){ .label = PK_PREVIEW_D_ANSLAG, .date = notice->anslag,
			.ground = LAW_BOARD, .reason = notice->assumed ? PK_PREVIEW_D_ANSLAG_ANTAS
								       : PK_PREVIEW_D_ANSLAG_SKAL,
			.preliminary = preliminary, .late = after(notice->anslag, post.last) });
	put_date(state, groups, &(struct dated){ .label = PK_PREVIEW_D_OVERKLAGA,
			.reason = PK_PREVIEW_D_OVERKLAGA_SKAL, .ground = LAW_APPEAL,
			.date = notice->last_appeal, .counted = appeal.counted,
			.more = besvar_of(state, b), .preliminary = preliminary });
	put_removal(state, groups, notice, preliminary);
}

/* "Omedelbart justerad, § 45", or the board's name when there are several. */
static struct pk_str heading_of(struct pk_preview_state *state, const struct pk_bevis *b)
{
	struct pk_out out = words_of(state);

	if (!b->omedelbar)
		return PK_STR("");
	pk_put_c(&out, pk_preview_say(state, PK_PREVIEW_OMEDELBART));
	pk_put_c(&out, ", § ");
	pk_put(&out, b->paragrafer);
	return said(state, &out);
}

bool pk_preview_dates(struct pk_preview_state *state, struct pk_value *ret)
{
	struct pk_preview_groups groups = pk_preview_groups_new(&state->job);
	const struct pk_findings *found = state->loaded.findings;

	for (size_t i = 0; state->read && i < found->n_bevis; i++) {
		const struct pk_bevis *b = &found->bevis[i];

		if (!pk_date_given(day_of(state->loaded.meeting, b)) ||
				(i == 0 && b->n_in == 0 && found->n_bevis > 1))
			continue;
		pk_preview_group(&groups, heading_of(state, b));
		put_justering(state, &groups, b);
		for (size_t k = 0; k < b->n_notices; k++) {
			struct pk_str board = b->notices[k].board == NULL ? PK_STR("") :
					b->notices[k].board->tavla.text;

			if (b->n_notices > 1)
				pk_preview_group(&groups, board);
			put_notice(state, &groups, b, &b->notices[k]);
		}
	}
	return pk_preview_groups_done(&groups, ret);
}
