/* Who was there: the groups of page one, each person a line. */
#include "context/inside.h"

#include "meeting/meeting.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* Where a line is printed; the own groups follow. */
enum place {
	PLACE_BESLUTANDE,
	PLACE_TJANSTGORANDE,
	PLACE_EJ_TJANSTGORANDE,
	PLACE_FRANVARANDE,
	PLACE_OVRIGA,
	PLACE_EGEN
};

static enum place place_of(const struct pk_person *p)
{
	switch (p->group) {
	case PK_GROUP_BESLUTANDE:
		return p->serves_for ? PLACE_TJANSTGORANDE : PLACE_BESLUTANDE;
	case PK_GROUP_ERSATTARE:
		return p->serves_for ? PLACE_TJANSTGORANDE : PLACE_EJ_TJANSTGORANDE;
	case PK_GROUP_FRANVARANDE:
		return PLACE_FRANVARANDE;
	case PK_GROUP_EGEN:
		return PLACE_EGEN;
	case PK_GROUP_OVRIGA:
	case PK_GROUP_NONE:
		break;
	}
	return PLACE_OVRIGA;
}

/* The name by which somebody stands for a seat: "för Nils Berg (M)". */
static void say_substitution(
		const struct pk_scene *s, struct pk_out *words, const struct pk_person *p)
{
	const struct pk_who *whom = &p->for_whom;
	const struct pk_meeting *m = s->meeting;

	if (!p->serves_for || whom->namn.n == 0)
		return;
	pk_put_c(words, " för ");
	if (whom->person >= 0 && (size_t)whom->person < m->n_persons)
		pk_person_put_name(words, &m->persons[whom->person]);
	else
		pk_say_name(words, whom->namn, whom->parti);
}

static void say_part(struct pk_out *words, struct pk_str part)
{
	if (part.n == 0)
		return;
	pk_put_c(words, ", ");
	pk_put(words, part);
}

/* The group's own label already says that a substitute is one. */
static struct pk_str printed_role(const struct pk_person *p)
{
	bool told = p->role == PK_ROLE_ERSATTARE && place_of(p) != PLACE_BESLUTANDE;

	return told ? PK_STR("") : p->roll;
}

/* "§ 41–42", with the reason: "ej § 44 (jäv)". */
static void say_presence(struct pk_out *words, const struct pk_person *p)
{
	if (p->presence.given) {
		pk_put_c(words, ", ");
		pk_say_bound(words, p->presence.text);
	}
	if (p->orsak.n == 0)
		return;
	pk_put_c(words, p->presence.given ? " (" : ", ");
	pk_put(words, p->orsak);
	pk_put_c(words, p->presence.given ? ")" : "");
}

/* The chair is told at the name when the line does not say so itself: the whole meeting, or the
 * paragrafer ("ordförande § 44"). */
static void say_chair(const struct pk_scene *s, struct pk_out *words, const struct pk_person *p)
{
	if (p->role == PK_ROLE_ORDFORANDE || p->role == PK_ROLE_MOTESORDFORANDE ||
			p->group == PK_GROUP_FRANVARANDE)
		return;
	for (size_t i = 0; i < s->found->n_signers; i++) {
		const struct pk_signer *signer = &s->found->signers[i];
		bool whole = pk_str_eq(signer->paragrafer, s->found->paragrafer);

		if (signer->office != PK_SIGNER_ORDFORANDE || !pk_str_eq(signer->namn, p->namn) ||
				!pk_str_eq(signer->parti, p->parti))
			continue;
		if (whole && pk_str_starts(p->titel, PK_STR("ordförande")))
			return;
		pk_put_c(words, ", ordförande");
		if (!whole) {
			pk_put_c(words, " ");
			pk_put(words, signer->several ? s->meeting->settings.plural_sign
						      : PK_STR("§"));
			pk_put_c(words, NO_BREAK_SPACE);
			pk_put(words, signer->paragrafer);
		}
	}
}

/* office is an extra word after the title, the secretary's; a title that ends with it says it. */
static void put_person(const struct pk_scene *s, struct pk_list_builder *list,
		const struct pk_person *p, struct pk_str titel, struct pk_str office)
{
	struct pk_map_builder map = pk_map_new(s);
	struct pk_out words = pk_words(s), presence = pk_words(s);
	struct pk_str roll = printed_role(p);

	if (office.n > 0)
		roll = office;
	pk_person_put_name(&words, p);
	say_substitution(s, &words, p);
	say_part(&words, office.n > 0 ? PK_STR("") : roll);
	say_part(&words, titel);
	say_part(&words, pk_str_ends(titel, office) ? PK_STR("") : office);
	say_part(&words, p->remote ? PK_STR("på distans") : PK_STR(""));
	say_presence(&words, p);
	if (place_of(p) <= PLACE_TJANSTGORANDE)
		say_chair(s, &words, p);
	pk_say_bound(&presence, p->presence.text);
	pk_put_text(&map, "text", pk_said(s, &words));
	pk_put_text(&map, "namn", p->namn);
	pk_put_text(&map, "parti", p->parti);
	pk_put_text(&map, "roll", roll.n > 0 ? roll : titel);
	pk_put_text(&map, "närvaro", pk_said(s, &presence));
	pk_put_item(list, &map);
}

static void put_group(const struct pk_scene *s, struct pk_list_builder *groups,
		struct pk_str rubrik, struct pk_list_builder *persons)
{
	struct pk_map_builder map = pk_map_new(s);

	if (persons->n == 0 && !persons->failed)
		return;
	pk_put_text(&map, "rubrik", rubrik);
	pk_put_list(&map, "personer", persons);
	pk_put_item(groups, &map);
}

/* The secretary's line among övriga, when there is one: it tells the title. */
static const struct pk_person *line_of_secretary(
		const struct pk_scene *s, const struct pk_person *secretary)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == PLACE_OVRIGA && pk_str_eq(p->namn, secretary->namn) &&
				(p->parti.n == 0 || secretary->parti.n == 0 ||
						pk_str_eq(p->parti, secretary->parti)))
			return p;
	}
	return NULL;
}

/* A line among övriga that is printed last, as the secretary's. */
static bool is_secretary(const struct pk_scene *s, const struct pk_person *p)
{
	const struct pk_meeting *m = s->meeting;

	if (m->n_secretaries == 0)
		return p->role == PK_ROLE_SEKRETERARE;
	for (size_t i = 0; i < m->n_secretaries; i++) {
		if (line_of_secretary(s, &m->secretaries[i]) == p)
			return true;
	}
	return false;
}

static void put_secretaries(const struct pk_scene *s, struct pk_list_builder *list)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t i = 0; i < m->n_secretaries; i++) {
		const struct pk_person *own = &m->secretaries[i];
		const struct pk_person *line = line_of_secretary(s, own);
		struct pk_person both = *own;

		if (line != NULL && !own->presence.given)
			both.presence = line->presence;
		both.remote = own->remote || (line != NULL && line->remote);
		both.group = PK_GROUP_OVRIGA;
		put_person(s, list, &both,
				own->titel.n > 0 || line == NULL ? own->titel : line->titel,
				PK_STR("sekreterare"));
	}
	for (size_t i = 0; i < m->n_persons && m->n_secretaries == 0; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == PLACE_OVRIGA && is_secretary(s, p))
			put_person(s, list, p, p->titel, PK_STR("sekreterare"));
	}
}

static void put_place(const struct pk_scene *s, struct pk_list_builder *groups, enum place place,
		struct pk_str rubrik)
{
	const struct pk_meeting *m = s->meeting;
	struct pk_list_builder persons = pk_list_new(s);

	for (size_t i = 0; i < m->n_persons; i++) {
		const struct pk_person *p = &m->persons[i];

		if (place_of(p) == place && !(place == PLACE_OVRIGA && is_secretary(s, p)))
			put_person(s, &persons, p, p->titel, PK_STR(""));
	}
	if (place == PLACE_OVRIGA)
		put_secretaries(s, &persons);
	put_group(s, groups, rubrik, &persons);
}

static void put_own_groups(const struct pk_scene *s, struct pk_list_builder *groups)
{
	const struct pk_meeting *m = s->meeting;

	for (size_t g = 0; g < m->n_groups; g++) {
		struct pk_list_builder persons = pk_list_new(s);

		for (size_t i = 0; i < m->n_persons; i++) {
			const struct pk_person *p = &m->persons[i];

			if (p->group == PK_GROUP_EGEN && p->own_group == g)
				put_person(s, &persons, p, p->titel, PK_STR(""));
		}
		put_group(s, groups, m->groups[g].rubrik.text, &persons);
	}
}

/* All who hold an office, as one text: "Karin Holm (S) och Per Lindgren (C)". */
static struct pk_str holders(const struct pk_scene *s, enum pk_office office)
{
	struct pk_out words = pk_words(s);
	size_t n = 0, said = 0;

	for (size_t i = 0; i < s->found->n_signers; i++)
		n += s->found->signers[i].office == office;
	for (size_t i = 0; i < s->found->n_signers; i++) {
		const struct pk_signer *signer = &s->found->signers[i];

		if (signer->office != office)
			continue;
		if (said > 0)
			pk_put_c(&words, said + 1 == n ? " och " : ", ");
		pk_say_name(&words, signer->namn, signer->parti);
		said++;
	}
	return pk_said(s, &words);
}

void pk_context_people(const struct pk_scene *s, struct pk_map_builder *root)
{
	static const struct {
		enum place place;
		enum pk_label label;
	} places[] = {
		{ PLACE_BESLUTANDE, PK_LABEL_BESLUTANDE },
		{ PLACE_TJANSTGORANDE, PK_LABEL_TJANSTGORANDE },
		{ PLACE_EJ_TJANSTGORANDE, PK_LABEL_EJ_TJANSTGORANDE },
		{ PLACE_FRANVARANDE, PK_LABEL_FRANVARANDE },
		{ PLACE_OVRIGA, PK_LABEL_OVRIGA },
	};
	struct pk_list_builder groups = pk_list_new(s);

	for (size_t i = 0; i < PK_COUNT(places); i++)
		put_place(s, &groups, places[i].place,
				s->meeting->settings.labels[places[i].label]);
	put_own_groups(s, &groups);
	pk_put_list(root, "närvaro", &groups);
	pk_put_text(root, "ordförande", holders(s, PK_SIGNER_ORDFORANDE));
	pk_put_text(root, "sekreterare", holders(s, PK_SIGNER_SEKRETERARE));
}
