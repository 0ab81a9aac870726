/* The tree's top: the meeting, its state, labels, look and properties. */
#include "context/context.h"

#include "context/inside.h"
#include "markup/blocks.h"

static bool contains(struct pk_str text, struct pk_str part)
{
	return pk_str_find(text, part, 0) < text.n;
}

/* "Sammanträdesprotokoll nr 5". A bare number gets its "nr". */
static struct pk_str title(const struct pk_scene *s)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_str number = m->nummer.text;
	struct pk_out words = pk_words(s);
	uint32_t value;
	bool bare = pk_str_uint(number, &value);

	pk_put(&words, m->titel.text.n > 0 ? m->titel.text : PK_STR("Sammanträdesprotokoll"));
	if (number.n > 0 && (bare || !contains(m->titel.text, number))) {
		pk_put_c(&words, bare ? " nr " : " ");
		pk_put(&words, number);
	}
	return pk_said(s, &words);
}

static bool one_after_another(const struct pk_meeting *m)
{
	for (size_t i = 0; i + 1 < m->n_days; i++)
		if (pk_date_cmp(pk_date_add(m->days[i].date, 1), m->days[i + 1].date) != 0)
			return false;
	return m->n_days > 1;
}

/* "2024-05-21"; of several days "2024-05-21–22", "2024-05-31–2024-06-01" or, with others between
 * them, "2024-05-21, 2024-05-28". */
static struct pk_str days(const struct pk_scene *s)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_out words = pk_words(s), day = pk_words(s);
	bool range = one_after_another(m);
	struct pk_str last;

	pk_date_put_iso(&day, m->datum.date);
	last = pk_said(s, &day);
	if (range && m->days[0].date.month == m->datum.date.month)
		last = pk_str_slice(last, strlen("2024-05-"), last.n);
	for (size_t i = 0; i + 1 < m->n_days && !(range && i > 0); i++) {
		pk_date_put_iso(&words, m->days[i].date);
		pk_put_c(&words, range ? "–" : ", ");
	}
	pk_put(&words, last);
	return pk_said(s, &words);
}

/* The title of the file: what tells it from its neighbours in a list. */
static struct pk_str file_title(const struct pk_scene *s, struct pk_str heading)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_out words = pk_words(s);
	struct pk_str date = days(s);

	pk_put(&words, heading);
	if (m->organ.text.n > 0 && !contains(heading, m->organ.text)) {
		pk_put_c(&words, ", ");
		pk_put(&words, m->organ.text);
	}
	if (!contains(heading, date)) {
		pk_put_c(&words, " ");
		pk_put(&words, date);
	}
	return pk_said(s, &words);
}

/* "måndagen den 20 maj 2024 och tisdagen den 21 maj 2024 kl. 13.00–16.10". */
static struct pk_str day_and_time(const struct pk_scene *s)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_out words = pk_words(s);

	for (size_t i = 0; i + 1 < m->n_days; i++) {
		pk_date_put_full(&words, m->days[i].date);
		pk_put_c(&words, i + 2 == m->n_days ? " och " : ", ");
	}
	pk_date_put_full(&words, m->datum.date);
	if (s->meeting->tid.text.n > 0) {
		pk_put_c(&words, " ");
		pk_say_bound(&words, PK_STR("kl. "));
		pk_put(&words, s->meeting->tid.text);
	}
	return pk_said(s, &words);
}

static void put_meeting(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_str heading = title(s);
	struct pk_map_builder properties = pk_map_new(s);
	struct pk_out day = pk_words(s);

	pk_put_text(root, "kommun", m->kommun.text);
	pk_put_text(root, "organ", m->organ.text);
	pk_put_text(root, "titel", heading);
	pk_put_text(root, "nummer", m->nummer.text);
	pk_put_date(s, root, "datum", m->datum.date);
	pk_put_text(root, "dagar", days(s));
	pk_put_text(root, "tid", m->tid.text);
	pk_put_text(root, "plats", m->plats.text);
	pk_put_text(root, "dag_och_tid", day_and_time(s));
	pk_date_put_iso(&day, m->datum.date);
	pk_put_text(&properties, "titel", file_title(s, heading));
	pk_put_text(&properties, "datum", pk_said(s, &day));
	pk_put_map(root, "egenskaper", &properties);
}

/* "[datum saknas, senast 2024-06-04]" while not even a day is planned. */
static struct pk_str missing_day(const struct pk_scene *s)
{
	const struct pk_justering *j = &s->meeting->justering;
	struct pk_out words = pk_words(s);

	if (pk_date_given(j->datum.date) || pk_date_given(j->planerad.date))
		return PK_STR("");
	pk_put_c(&words, "[datum saknas, senast ");
	pk_date_put_iso(&words, s->found->latest_justering);
	pk_put_c(&words, "]");
	return pk_said(s, &words);
}

static void put_missing(struct pk_map_builder *map, const char *name, bool missing)
{
	if (missing)
		pk_put_text(map, name, PK_STR("[saknas]"));
}

/* Draft or finished, and in a draft a field for each fact that is missing. A meeting without a
 * notice needs no justering. */
static void put_state(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_map_builder missing = pk_map_new(s);

	if (!s->found->draft) {
		pk_put_yes(root, "justerat", true);
		return;
	}
	pk_put_text(root, "utkast", PK_STR("UTKAST – ej justerat"));
	put_missing(&missing, "plats", m->plats.text.n == 0);
	put_missing(&missing, "tid", m->tid.text.n == 0);
	if (!m->anslag_none) {
		put_missing(&missing, "beslutande", s->found->n_beslutande == 0);
		put_missing(&missing, "justerare", m->justering.justerare.n == 0);
		put_missing(&missing, "justeringens_plats", m->justering.plats.text.n == 0);
		pk_put_text(&missing, "justeringens_datum", missing_day(s));
	}
	pk_put_map(root, "saknas", &missing);
}

static void put_labels(const struct pk_scene *s, struct pk_map_builder *root)
{
	struct pk_map_builder map = pk_map_new(s);

	pk_put_text(&map, "plats_och_tid", pk_label_of(s, PK_LABEL_PLATS_OCH_TID));
	pk_put_text(&map, "beslutande", pk_label_of(s, PK_LABEL_BESLUTANDE));
	pk_put_text(&map, "ajournering", pk_label_of(s, PK_LABEL_AJOURNERING));
	pk_put_text(&map, "rättelser", pk_label_of(s, PK_LABEL_RATTELSER));
	pk_put_text(&map, "underskrift", PK_STR("Underskrift"));
	pk_put_text(&map, "bilagor", pk_label_of(s, PK_LABEL_BILAGOR));
	pk_put_text(&map, "bilaga", PK_STR("Bilaga"));
	pk_put_text(&map, "signatur", PK_STR("Justerandes signatur"));
	pk_put_text(&map, "justerare", pk_label_of(s, PK_LABEL_JUSTERARE));
	pk_put_text(&map, "justering", pk_label_of(s, PK_LABEL_JUSTERING));
	pk_put_text(&map, "underskrifter", pk_label_of(s, PK_LABEL_UNDERSKRIFTER));
	pk_put_text(&map, "anslag", pk_label_of(s, PK_LABEL_ANSLAG));
	pk_put_text(&map, "föredragningslista", pk_label_of(s, PK_LABEL_FOREDRAGNINGSLISTA));
	pk_put_text(&map, "paragraf", PK_STR("§"));
	pk_put_text(&map, "ärende", PK_STR("Ärende"));
	pk_put_text(&map, "dnr", pk_label_of(s, PK_LABEL_DNR));
	pk_put_text(&map, "sida", PK_STR("Sida"));
	pk_put_map(root, "etikett", &map);
}

static void put_agenda(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_settings *settings = &s->meeting->settings;
	struct pk_map_builder map = pk_map_new(s);

	pk_put_yes(&map, "dnr", settings->agenda_dnr);
	pk_put_yes(&map, "sida", settings->agenda_page != PK_AGENDA_NONE);
	pk_put_map(root, "föredragningslista", &map);
}

static void put_look(const struct pk_scene *s, struct pk_map_builder *root)
{
	const struct pk_settings *settings = &s->meeting->settings;
	struct pk_map_builder map = pk_map_new(s);
	struct pk_value logo = { .kind = PK_IMAGE, .as.image = settings->logo_image };

	pk_put_text(&map, "accentfärg", s->found->accent);
	if (pk_value_true(&logo))
		pk_map_put(&map, PK_STR("logotyp"), logo);
	pk_put_map(root, "utseende", &map);
}

bool pk_context_make(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_findings *findings, enum pk_edition edition, struct pk_value *ret)
{
	struct pk_scene s = {
		.job = job, .meeting = meeting, .found = findings, .edition = edition
	};
	struct pk_map_builder root = pk_map_new(&s);
	uint32_t errors = pk_diag_errors(job->diags);

	if (!pk_context_cut(&s))
		return false;
	put_meeting(&s, &root);
	put_state(&s, &root);
	put_labels(&s, &root);
	pk_context_front(&s, &root);
	pk_context_people(&s, &root);
	pk_context_justering(&s, &root);
	pk_context_notices(&s, &root);
	pk_context_paragraphs(&s, &root);
	pk_context_appendices(&s, &root);
	put_agenda(&s, &root);
	put_look(&s, &root);
	/* A text that found no memory left a report, but no mark in the map. */
	return pk_diag_errors(job->diags) == errors && pk_map_done(&root, ret) &&
	       pk_context_hide(job, ret);
}
