#include "format/common/check.h"

#include "format/common/lookalike.h"
#include "format/common/role_table.h"
#include "format/common/typeset.h"
#include "pages/widths.h"

/* A header or footer and where messages say that it is. */
struct header {
	const struct pk_xml *node;
	uint32_t source;
	bool foot;
};

struct pk_checks {
	struct header *headers;
	size_t n_headers, headers_room;
	uint32_t level; /* of the latest heading in the body */
	bool other;     /* the template has chosen other delimiters */
};

/* Going through a part as it was written; counts paragraphs as the search for tags does. */
struct walk {
	struct pk_part *part;
	struct pk_xml *paragraph;
	struct pk_str heading;
	uint32_t n;
};

static bool add_source(struct walk *w, uint32_t number, struct pk_str text, uint32_t *ret)
{
	struct pk_source source = { .name = w->part->c->options->name,
		.part = w->part->name,
		.heading = w->heading,
		.text = text,
		.paragraph = number };

	return pk_source_add(w->part->job, &source, ret);
}

/* The place of the paragraph that the walk stands in. */
static bool place_here(struct walk *w, struct pk_pos *ret)
{
	struct pk_str text = PK_STR("");

	*ret = PK_NOWHERE;
	if (w->paragraph != NULL && !pk_tags_text(w->part, w->paragraph, &text))
		return false;
	ret->length = (uint32_t)text.n;
	return add_source(w, w->n > 0 ? w->n : 1, text, &ret->source);
}

/* Messages about the template as a whole. */
static bool whole(struct pk_job *job, struct pk_str template, struct pk_pos *ret)
{
	struct pk_source source = { .name = template };

	*ret = PK_NOWHERE;
	return pk_source_add(job, &source, &ret->source);
}

/* --- as it was written --- */

static bool check_heading(struct walk *w, uint32_t level)
{
	struct pk_job *job = w->part->job;
	uint32_t before = w->part->c->checks->level;
	struct pk_pos at;

	if (!w->part->flows)
		return true;
	w->part->c->checks->level = level;
	if (before == 0 || level <= before + 1)
		return true;
	if (!place_here(w, &at))
		return false;
	pk_tell(job, PK_M_CHECK_HEADING_LEVEL, at, pk_number(job, level), pk_number(job, before),
			pk_number(job, before + 1));
	return true;
}

/* A brace may be a brace where tags have other marks. What nobody can read as a name is told once a
 * paragraph. */
static bool check_lookalikes(struct walk *w)
{
	struct pk_checks *checks = w->part->c->checks;
	struct pk_job *job = w->part->job;
	struct pk_lookalike found;
	struct pk_str text, instead;
	struct pk_pos at;
	size_t from = 0;

	if (!pk_tags_text(w->part, w->paragraph, &text))
		return false;
	checks->other = checks->other || pk_str_find(text, PK_STR("{{="), 0) < text.n;
	while (!checks->other && pk_lookalike_next(text, w->part->c->options->model, &from, &found)) {
		if (!place_here(w, &at) || !pk_join(job, &instead, PK_STR("{{"), found.name,
						  PK_STR("}}")))
			return false;
		at.offset = (uint32_t)found.from;
		at.length = (uint32_t)(found.to - found.from);
		if (found.known)
			pk_tell(job, PK_M_CHECK_LOOKALIKE, at,
					pk_str_slice(text, found.from, found.to), instead);
		else
			pk_tell(job, PK_M_CHECK_BRACE, at);
		if (!found.known)
			return true;
	}
	return true;
}

static bool see_paragraph(struct walk *w, struct pk_xml *node)
{
	const struct pk_part *part = w->part;
	uint32_t level = part->plain ? 0 : part->dialect->heading(part, node);

	w->paragraph = node;
	w->n++;
	return check_lookalikes(w) &&
	       (level == 0 || (check_heading(w, level) &&
					      pk_tags_text(w->part, node, &w->heading)));
}

static bool check_picture(struct walk *w, const struct pk_xml *node)
{
	struct pk_pos at;

	if (!w->part->dialect->check->mute(node))
		return true;
	if (!place_here(w, &at))
		return false;
	pk_tell(w->part->job, PK_M_CHECK_PICTURE, at);
	return true;
}

/* The header's place is its first paragraph. */
static bool see_header(struct walk *w, struct pk_xml *node)
{
	struct pk_checks *checks = w->part->c->checks;
	struct pk_xml *first = node;
	struct pk_str text = PK_STR("");
	uint32_t source;

	while (first != NULL && !pk_place_is(w->part, first, PK_PLACE_PARAGRAPH))
		first = pk_xml_walk(node, first);
	if (first != NULL && !pk_tags_text(w->part, first, &text))
		return false;
	if (!add_source(w, w->n + 1, text, &source) ||
			!pk_grow(w->part->job, &checks->headers, checks->n_headers,
					&checks->headers_room))
		return false;
	checks->headers[checks->n_headers++] = (struct header){ node, source,
		pk_xml_is_any(node, w->part->dialect->check->footers) };
	return true;
}

static bool see_part(struct pk_part *part)
{
	struct walk w = { .part = part, .heading = PK_STR("") };
	struct pk_xml *node = part->root;

	while (node != NULL) {
		enum pk_place place = pk_place_of(part, node);

		if (place == PK_PLACE_CLOSED) {
			node = pk_xml_skip(part->root, node);
			continue;
		}
		if ((pk_xml_is_any(node, part->dialect->check->headers) ||
				    pk_xml_is_any(node, part->dialect->check->footers)) &&
				!see_header(&w, node))
			return false;
		if (place == PK_PLACE_PARAGRAPH && !see_paragraph(&w, node))
			return false;
		if (!check_picture(&w, node))
			return false;
		node = pk_xml_walk(part->root, node);
	}
	return true;
}

/* What has gone from the template before anything else was looked at. */
static bool check_review(struct pk_compiler *c)
{
	struct pk_pos at;

	if (!whole(c->job, c->options->name, &at))
		return false;
	if (c->review.changes > 0)
		pk_tell(c->job, PK_M_CHECK_CHANGES, at, pk_number(c->job, c->review.changes));
	if (c->review.remarks > 0)
		pk_tell(c->job, PK_M_CHECK_REMARKS, at, pk_number(c->job, c->review.remarks));
	return true;
}

bool pk_check_written(struct pk_compiler *c)
{
	c->checks = pk_new(c->job, struct pk_checks, 1);
	if (c->checks == NULL || !check_review(c))
		return false;
	for (size_t i = 0; i < c->n_parts; i++)
		if (c->parts[i]->story && !c->parts[i]->plain && !see_part(c->parts[i]))
			return false;
	return true;
}

/* --- with its tags --- */

static bool names_draft(const struct pk_xml *root)
{
	for (const struct pk_xml *node = root; node != NULL; node = pk_xml_walk(root, node)) {
		const struct pk_tagged *tagged = pk_tagged_of(node);

		if (tagged != NULL && (pk_str_is(tagged->tag.name, "utkast") ||
						      pk_str_is(tagged->tag.name, "utkast?")))
			return true;
	}
	return false;
}

/* True when the header is marked, or the footer of the same pages. */
static bool is_marked(struct pk_compiler *c, const struct pk_xml *header, bool *ret)
{
	const struct pk_xml *foot = NULL;

	*ret = names_draft(header);
	if (*ret)
		return true;
	if (!c->dialect->check->footer(c, header, &foot))
		return false;
	*ret = foot != NULL && names_draft(foot);
	return true;
}

/* A draft must be told from a finished protocol on every page. Where nothing names it at all,
 * pk_template_check_data() says so. */
static bool check_headers(struct pk_compiler *c)
{
	const struct pk_checks *checks = c->checks;
	bool any = false, marked;
	struct pk_pos at;

	if (!c->names_draft)
		return true;
	for (size_t i = 0; i < checks->n_headers; i++) {
		const struct header *header = &checks->headers[i];

		if (header->foot) {
			any = any || names_draft(header->node);
			continue;
		}
		if (!is_marked(c, header->node, &marked))
			return false;
		any = true;
		if (!marked)
			pk_tell(c->job, PK_M_CHECK_HEADER_DRAFT, { header->source, 0, 0 });
	}
	if (any)
		return true;
	if (!whole(c->job, c->options->name, &at))
		return false;
	pk_tell(c->job, PK_M_CHECK_DRAFT_BODY, at);
	return true;
}

/* True when a row of the table, and not of one inside it, is a header; *ret_columns is how many
 * cells the widest row has. */
static bool has_header_row(
		const struct pk_part *part, const struct pk_xml *table, uint32_t *ret_columns)
{
	const struct pk_xml *node = pk_xml_walk(table, table);
	bool found = false;

	*ret_columns = 0;
	while (node != NULL) {
		struct pk_flow_event row = { 0 };
		uint32_t cells = 0;

		if (!pk_place_is(part, node, PK_PLACE_ROW)) {
			node = pk_place_is(part, node, PK_PLACE_CELL) ? pk_xml_skip(table, node)
								      : pk_xml_walk(table, node);
			continue;
		}
		part->dialect->row(part, node, &row);
		found = found || row.a != 0;
		for (const struct pk_xml *cell = node->first; cell != NULL; cell = cell->next)
			cells += pk_place_is(part, cell, PK_PLACE_CELL);
		*ret_columns = cells > *ret_columns ? cells : *ret_columns;
		node = pk_xml_walk(table, node);
	}
	return found;
}

/* The table whose rows repeat between the tag and its partner; NULL: something else does. */
static const struct pk_xml *table_of(const struct pk_part *part, const struct pk_tagged *tagged)
{
	const struct pk_xml *node = tagged->marker->parent;

	if (!tagged->turns || !(pk_place_is(part, node, PK_PLACE_TABLE) ||
					      pk_place_is(part, node, PK_PLACE_ROWS)))
		return NULL;
	while (node != NULL && !pk_place_is(part, node, PK_PLACE_TABLE))
		node = node->parent;
	return node;
}

/* A single column needs no heading. */
static void check_rows(const struct pk_part *part)
{
	const struct pk_xml *told = NULL;

	for (size_t i = 0; i < part->n_tags; i++) {
		const struct pk_tagged *tagged = part->tags[i];
		const struct pk_xml *table = table_of(part, tagged);
		uint32_t columns;

		if (table == NULL || table == told || has_header_row(part, table, &columns) ||
				columns < 2)
			continue;
		told = table;
		pk_tell(part->job, PK_M_CHECK_HEADER_ROW, tagged->at);
	}
}

bool pk_check_tagged(struct pk_compiler *c)
{
	for (size_t i = 0; i < c->n_parts; i++)
		if (c->parts[i]->story && !c->parts[i]->plain)
			check_rows(c->parts[i]);
	return check_headers(c);
}

/* --- its looks --- */

static bool check_language(struct pk_compiler *c, const struct pk_xml *styles)
{
	struct pk_str language = c->dialect->check->language(styles);
	struct pk_pos at;

	if (pk_str_is(language, "sv") || pk_str_starts(language, PK_STR("sv-")))
		return true;
	if (!whole(c->job, c->options->name, &at))
		return false;
	if (language.n == 0)
		pk_tell(c->job, PK_M_CHECK_NO_LANGUAGE, at);
	else
		pk_tell(c->job, PK_M_CHECK_LANGUAGE, at, language);
	return true;
}

bool pk_check_styles(struct pk_compiler *c, const struct pk_xml *styles)
{
	return check_language(c, styles);
}

bool pk_template_tell_added(struct pk_job *job, const struct pk_template *t)
{
	struct pk_pos at;

	if (!whole(job, t->name, &at))
		return false;
	for (size_t i = 0; t->roles != NULL && i < t->roles->n_added; i++) {
		const struct pk_role_added *added = &t->roles->added[i];

		pk_tell(job, PK_M_CHECK_STYLE_ADDED, at, added->swedish, added->english);
	}
	return true;
}

static void put_name(struct pk_out *out, struct pk_str name)
{
	if (out->n > 0)
		pk_put_c(out, ", ");
	pk_put(out, name);
}

void pk_check_put_font(struct pk_out *out, struct pk_str family)
{
	struct pk_str rest = pk_out_str(out), name;
	bool exact;

	(void)pk_font_find(family, false, false, &exact);
	if (exact || family.n == 0)
		return;
	while (rest.n > 0 && pk_str_next(&rest, ',', &name))
		if (pk_str_eq(pk_str_trim(name), family))
			return;
	put_name(out, family);
}

static bool check_fonts(struct pk_compiler *c)
{
	const struct pk_geometry *g = c->geometry;
	const struct pk_part *styles = pk_compile_part(c, c->styles_name);
	struct pk_out out = pk_out_new(c->job->arena, c->job->limits->output_bytes);
	struct pk_str fonts;
	struct pk_pos at;

	if (styles != NULL && !c->dialect->check->fonts(c, styles->root, &out))
		return false;
	for (size_t i = 0; i < g->n_paragraphs; i++)
		pk_check_put_font(&out, g->sets[i].family);
	if (out.n == 0)
		return true;
	if (!pk_out_done(c->job, &out, &fonts) || !whole(c->job, c->options->name, &at))
		return false;
	pk_tell(c->job, PK_M_CHECK_FONT, at, fonts);
	return true;
}

/* --- what it leaves out --- */

static bool is_free(const struct pk_template *t)
{
	return !pk_template_repeats(t, PK_STR("paragrafer")) &&
	       pk_template_repeats(t, PK_STR("avsnitt"));
}

bool pk_template_check_data(struct pk_job *job, const struct pk_template *t)
{
	static const struct {
		const char *name;
		bool decisions; /* of a meeting with paragrafer only */
	} rows[] = {
		{ "paragrafer", true },
		{ "anslag", true },
		{ "underskrifter", false },
		{ "närvaro", false },
	};
	struct pk_pos at;

	if (!whole(job, t->name, &at))
		return false;
	if (is_free(t))
		pk_tell(job, PK_M_CHECK_FREE, at);
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		if (!(rows[i].decisions && is_free(t)) &&
				!pk_template_repeats(t, pk_str_of(rows[i].name)))
			pk_tell(job, PK_M_CHECK_UNUSED, at, pk_str_of(rows[i].name));
	if (!t->names_draft)
		pk_tell(job, PK_M_CHECK_UNUSED, at, PK_STR("utkast"));
	return true;
}

/* The number and the heading of a paragraf are what one looks for in a long document. */
static bool check_any_heading(struct pk_compiler *c, const struct pk_template *t)
{
	struct pk_pos at;

	if (c->checks->level > 0 || !pk_template_repeats(t, PK_STR("paragrafer")))
		return true;
	if (!whole(c->job, c->options->name, &at))
		return false;
	pk_tell(c->job, PK_M_CHECK_NO_HEADING, at);
	return true;
}

bool pk_check_compiled(struct pk_compiler *c, const struct pk_template *t)
{
	return check_any_heading(c, t) && check_fonts(c) && pk_template_tell_added(c->job, t);
}
