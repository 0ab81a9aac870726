/* A page with something put into it: marks where messages belong, messages and panel at its top. */
#include "preview/assets.h"
#include "preview/inside.h"

/* A page that is being copied, with what is put in. */
struct marking {
	struct pk_preview_state *state;
	struct pk_str page;
	struct pk_out out;
	size_t done;                    /* bytes of the page that have been copied */
};

static void copy_to(struct marking *m, size_t to)
{
	if (to <= m->done)
		return;
	pk_put(&m->out, pk_str_slice(m->page, m->done, to));
	m->done = to;
}

/* The messages of a list with that anchor; at the top only what is wrong: what is missing there shows. */
static void pick(struct pk_list_builder *marks, const struct pk_value *list, struct pk_str anchor)
{
	for (size_t i = 0; list != NULL && list->kind == PK_LIST && i < list->as.list.n; i++) {
		const struct pk_value *at = pk_value_get(&list->as.list.v[i], PK_STR("anchor"));

		if (at != NULL && at->kind == PK_TEXT && pk_str_eq(at->as.text, anchor))
			pk_list_put(marks, list->as.list.v[i]);
	}
}

bool pk_preview_marks_of(struct pk_preview_state *state, struct pk_str anchor, struct pk_str *ret)
{
	struct pk_list_builder marks = { .job = &state->job };
	struct pk_map_builder map = { .job = &state->job };
	const struct pk_value *words = pk_value_get(&state->view, PK_STR("ord"));
	struct pk_value list, root;

	*ret = PK_STR("");
	pick(&marks, pk_value_get(&state->view, PK_STR("messages")), anchor);
	if (!pk_str_is(anchor, "pv-top"))
		pick(&marks, pk_value_get(&state->view, PK_STR("remains")), anchor);
	if (marks.n == 0)
		return true;
	if (!pk_list_done(&marks, &list))
		return false;
	pk_map_put(&map, PK_STR("marks"), list);
	pk_map_put(&map, PK_STR("ord"), *words);
	return pk_map_done(&map, &root) &&
	       pk_preview_fill(state, pk_preview_asset_marks(), false, &root, ret);
}

static bool comes(const struct marking *m, size_t at, const char *word)
{
	return pk_str_starts(pk_str_slice(m->page, at, m->page.n), pk_str_of(word));
}

/* Behind the > of the tag that begins at from. */
static size_t behind_tag(const struct marking *m, size_t from)
{
	size_t end = pk_str_find(m->page, PK_STR(">"), from);

	return end < m->page.n ? end + 1 : m->page.n;
}

/* The tag is <name ...>. */
static bool is_tag(const struct marking *m, size_t at, const char *name)
{
	size_t end = at + 1 + strlen(name);

	return comes(m, at, "<") && comes(m, at + 1, name) && end < m->page.n &&
	       strchr(" \t\r\n>", m->page.p[end]) != NULL;
}

static bool is_heading(const struct marking *m, size_t at)
{
	return at + 3 < m->page.n && comes(m, at, "<h") && m->page.p[at + 2] >= '1' &&
	       m->page.p[at + 2] <= '6';
}

/* Where marks may stand for the element whose tag begins there: before a heading or paragraph, also one
 * that is open around it, or first within what holds paragraphs. False: nowhere. */
static bool find_room(const struct marking *m, size_t tag, size_t *ret)
{
	static const char *const holders[] = { "section", "article", "div", "main", "td", "li", "dd" };
	size_t at = tag;

	for (size_t i = 0; i < PK_COUNT(holders); i++) {
		if (is_tag(m, tag, holders[i])) {
			*ret = behind_tag(m, tag);
			return true;
		}
	}
	for (; at > m->done; at--) {
		if (is_heading(m, at) || is_tag(m, at, "p")) {
			*ret = at;
			return true;
		}
		if (at < tag && (comes(m, at, "</h") || comes(m, at, "</p") || comes(m, at, "<t")))
			return false;
	}
	return false;
}

/* The tag that the attribute at belongs to; page.n: it stands in no tag. */
static size_t tag_around(const struct marking *m, size_t at)
{
	while (at > m->done && m->page.p[at] != '<' && m->page.p[at] != '>')
		at--;
	return m->page.p[at] == '<' ? at : m->page.n;
}

/* Where the attribute id with that anchor stands, from what has been copied on. */
static bool find_anchor(struct marking *m, struct pk_str anchor, size_t *ret_tag)
{
	static const char *const quotes[] = { "\"", "'" };

	for (size_t i = 0; i < PK_COUNT(quotes); i++) {
		struct pk_str attribute, quote = pk_str_of(quotes[i]);
		size_t at = m->done;

		if (!pk_join(&m->state->job, &attribute, PK_STR(" id="), quote, anchor, quote))
			return false;
		while ((at = pk_str_find(m->page, attribute, at)) < m->page.n) {
			*ret_tag = tag_around(m, at);
			if (*ret_tag < m->page.n)
				return true;
			at += attribute.n;
		}
	}
	return false;
}

static bool mark_paragraf(struct marking *m, size_t i)
{
	struct pk_str anchor, marks;
	size_t tag, at;

	if (!pk_join(&m->state->job, &anchor, PK_STR("P"), pk_number(&m->state->job, i + 1)) ||
			!pk_preview_marks_of(m->state, anchor, &marks))
		return false;
	if (marks.n == 0 || !find_anchor(m, anchor, &tag) || !find_room(m, tag, &at))
		return true;
	copy_to(m, at);
	pk_put(&m->out, marks);
	return true;
}

static size_t find_tag(const struct marking *m, const char *name)
{
	for (size_t at = m->done; (at = pk_str_find(m->page, PK_STR("<"), at)) < m->page.n; at++) {
		if (is_tag(m, at, name))
			return at;
	}
	return m->page.n;
}

/* The styles go last into the head. */
static void put_styles(struct marking *m, const struct pk_str *styles, size_t n)
{
	size_t head = pk_str_find(m->page, PK_STR("</head>"), m->done);

	if (head == m->page.n)
		return;
	copy_to(m, head);
	pk_put_c(&m->out, "<style>\n");
	for (size_t i = 0; i < n; i++)
		pk_put(&m->out, styles[i]);
	pk_put_c(&m->out, "</style>\n");
}

/* At the beginning of the body, or of its main part, if there is one. */
static void put_first(struct marking *m, const char *element, struct pk_str html)
{
	size_t at = find_tag(m, element);

	if (at == m->page.n)
		return;
	copy_to(m, behind_tag(m, at));
	pk_put_byte(&m->out, '\n');
	pk_put(&m->out, html);
}

static bool put_top(struct marking *m)
{
	struct pk_str marks, top;

	if (!pk_preview_marks_of(m->state, PK_STR("pv-top"), &marks) ||
			!pk_join(&m->state->job, &top, PK_STR("<div id=\"pv-top\"></div>\n"), marks))
		return false;
	put_first(m, find_tag(m, "main") < m->page.n ? "main" : "body", top);
	return true;
}

/* first stands at the beginning of the body; empty: nothing does. */
static bool mark(struct pk_preview_state *state, const struct pk_str *styles, size_t n,
		struct pk_str first, struct pk_str *ret)
{
	struct marking m = { .state = state, .page = state->plain,
		.out = pk_out_new(state->job.arena, state->job.limits->output_bytes) };

	put_styles(&m, styles, n);
	if (first.n > 0)
		put_first(&m, "body", first);
	if (!put_top(&m))
		return false;
	for (size_t i = 0; i < state->places.n; i++) {
		if (!mark_paragraf(&m, i))
			return false;
	}
	copy_to(&m, m.page.n);
	return pk_out_done(&state->job, &m.out, ret);
}

bool pk_preview_mark(struct pk_preview_state *state, struct pk_str *ret)
{
	const struct pk_str styles[] = { pk_preview_asset_marks_css() };

	return mark(state, styles, PK_COUNT(styles), PK_STR(""), ret);
}

bool pk_preview_once(struct pk_preview_state *state, struct pk_str *ret)
{
	const struct pk_str styles[] = { pk_preview_asset_once_css(), pk_preview_asset_css(),
		pk_preview_asset_marks_css() };
	struct pk_str first;

	if (!pk_preview_fill(state, pk_preview_asset_once(), false, &state->view, &first))
		return false;
	if (state->plain.n == 0 &&
			!pk_preview_fill(state, pk_preview_asset_none(), false, &state->view,
					&state->plain))
		return false;
	return mark(state, styles, PK_COUNT(styles), first, ret);
}
