/* How votes are shown. Four layouts: the sums, names in running text, a row a voter, a matrix in an
 * appendix. Each comes twice: as values, which a template lays out as it likes, and as formatted text
 * for templates that print any part of a paragraf alike. */
#include "context/votes.h"

#include "markup/blocks.h"

/* "Ja (3): Karin Holm (S), Ingrid Wallin (S) och Ali Demir (V)." */
static void tell_side(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote,
		enum pk_side side)
{
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_str names = pk_vote_names(s, i, vote, side);
	struct pk_out words = pk_words(s);

	if (c->count[side] == 0)
		return;
	pk_put(&words, pk_side_name(side));
	pk_put_c(&words, " (");
	pk_put_uint(&words, c->count[side]);
	pk_put_c(&words, names.n > 0 ? "): " : ")");
	pk_put(&words, names);
	pk_put_c(&words, ".");
	pk_text_words(text, pk_said(s, &words));
}

/* A table of the voters: name, party and more columns, which fill() writes in a voter's row; extra
 * rows below them. */
static bool voters_table(const struct pk_scene *s, const struct pk_ballots *voters, size_t columns,
		size_t extra, const char *const *head,
		void (*fill)(struct pk_str *cells, enum pk_side side), struct pk_cells *ret)
{
	if (!pk_cells_new(s, columns, voters->n + 1 + extra, head, ret))
		return false;
	for (size_t k = 0; k < voters->n; k++) {
		struct pk_str *cells = &ret->v[(k + 1) * columns];

		cells[0] = voters->v[k].person->namn;
		cells[1] = voters->v[k].person->parti;
		fill(&cells[2], voters->v[k].side);
	}
	return true;
}

static void fill_word(struct pk_str *cells, enum pk_side side)
{
	cells[0] = pk_side_name(side);
}

static void tell_rows(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote)
{
	static const char *const head[] = { "Ledamot", "Parti", "Röst" };
	struct pk_ballots voters;
	struct pk_cells cells;

	if (pk_vote_ballots(s, i, vote, &voters) &&
			voters_table(s, &voters, PK_COUNT(head), 0, head, fill_word, &cells))
		pk_text_table(text, &cells);
	else
		text->failed = true;
}

void pk_tell_vote(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote)
{
	enum pk_vote_layout layout = pk_vote_layout(s, i, vote);

	pk_text_words(text, pk_vote_meaning(s, i, vote));
	for (int side = 0; layout == PK_LAYOUT_LOPTEXT && side < PK_SIDES; side++)
		tell_side(s, text, i, vote, (enum pk_side)side);
	if (layout == PK_LAYOUT_RADER)
		tell_rows(s, text, i, vote);
	pk_text_words(text, pk_vote_result(s, i, vote));
	if (layout == PK_LAYOUT_MATRIS)
		pk_text_words(text, pk_vote_reference(s, i, vote));
}

static void fill_cross(struct pk_str *cells, enum pk_side side)
{
	cells[side] = PK_STR("X");
}

/* Whether a side has a sum: nobody is said to abstain or to be absent when nobody did. */
static bool summed(const struct pk_counted *c, enum pk_side side)
{
	return side == PK_SIDE_JA || side == PK_SIDE_NEJ || c->count[side] > 0;
}

void pk_tell_matrix(const struct pk_scene *s, struct pk_text_builder *text, size_t i, size_t vote)
{
	static const char *const head[] = { "Ledamot", "Parti", "Ja", "Nej", "Avstår",
		"Frånvarande" };
	static const enum pk_align align[] = { PK_ALIGN_NONE, PK_ALIGN_NONE, PK_ALIGN_CENTER,
		PK_ALIGN_CENTER, PK_ALIGN_CENTER, PK_ALIGN_CENTER };
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_ballots voters;
	struct pk_cells cells;
	struct pk_str *sums;

	pk_text_words(text, pk_vote_meaning(s, i, vote));
	if (!pk_vote_ballots(s, i, vote, &voters) ||
			!voters_table(s, &voters, PK_COUNT(head), 1, head, fill_cross, &cells)) {
		text->failed = true;
		return;
	}
	cells.align = align;
	cells.sums = true;
	sums = &cells.v[(cells.rows - 1) * cells.columns];
	sums[0] = PK_STR("Summa");
	for (int side = 0; side < PK_SIDES; side++) {
		if (summed(c, (enum pk_side)side))
			sums[2 + side] = pk_number(s->job, c->count[side]);
	}
	pk_text_table(text, &cells);
}

static void put_running(
		const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote)
{
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_list_builder list = pk_list_new(s);

	for (int side = 0; side < PK_SIDES; side++) {
		struct pk_map_builder item = pk_map_new(s);

		if (c->count[side] == 0)
			continue;
		pk_put_text(&item, "röst", pk_side_name((enum pk_side)side));
		pk_put_text(&item, "antal", pk_number(s->job, c->count[side]));
		pk_put_text(&item, "namn", pk_vote_names(s, i, vote, (enum pk_side)side));
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "löptext", &list);
}

/* The voters as röster; each with what put() says of the side. */
static void put_voters(const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote,
		void (*put)(struct pk_map_builder *item, enum pk_side side))
{
	struct pk_list_builder list = pk_list_new(s);
	struct pk_ballots voters;

	if (!pk_vote_ballots(s, i, vote, &voters)) {
		map->failed = true;
		return;
	}
	for (size_t k = 0; k < voters.n; k++) {
		struct pk_map_builder item = pk_map_new(s);

		pk_put_text(&item, "namn", voters.v[k].person->namn);
		pk_put_text(&item, "parti", voters.v[k].person->parti);
		put(&item, voters.v[k].side);
		pk_put_item(&list, &item);
	}
	pk_put_list(map, "röster", &list);
}

static void put_word(struct pk_map_builder *item, enum pk_side side)
{
	pk_put_text(item, "röst", pk_side_name(side));
}

void pk_put_vote(const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote)
{
	enum pk_vote_layout layout = pk_vote_layout(s, i, vote);

	pk_put_text(map, "innebörd", pk_vote_meaning(s, i, vote));
	if (layout == PK_LAYOUT_LOPTEXT)
		put_running(s, map, i, vote);
	if (layout == PK_LAYOUT_RADER)
		put_voters(s, map, i, vote, put_word);
	pk_put_text(map, "resultat", pk_vote_result(s, i, vote));
	if (layout == PK_LAYOUT_MATRIS)
		pk_put_text(map, "hänvisning", pk_vote_reference(s, i, vote));
}

static const char *const columns[PK_SIDES] = { "ja", "nej", "avstår", "frånvarande" };

static void put_cross(struct pk_map_builder *item, enum pk_side side)
{
	pk_put_text(item, columns[side], PK_STR("X"));
}

void pk_put_matrix(const struct pk_scene *s, struct pk_map_builder *map, size_t i, size_t vote)
{
	const struct pk_counted *c = pk_vote_count(s, i, vote);
	struct pk_map_builder sums = pk_map_new(s);

	pk_put_text(map, "innebörd", pk_vote_meaning(s, i, vote));
	put_voters(s, map, i, vote, put_cross);
	for (int side = 0; side < PK_SIDES; side++) {
		if (summed(c, (enum pk_side)side))
			pk_put_text(&sums, columns[side], pk_number(s->job, c->count[side]));
	}
	pk_put_map(map, "summa", &sums);
}
