/* Notes of a DOCX lie in parts of their own, with a reference in the text. One that is referred to in a
 * section must be there once for each turn of it, with the values of that turn: it is compiled where its
 * reference stands, and what is written of it goes back to its part (common/notes.c). */
#include "format/docx/dialect.h"

/* The two kinds of notes. */
static const struct kind {
	const char *reference, *root, *note;
} kinds[] = {
	{ "w:footnoteReference", "w:footnotes", "w:footnote" },
	{ "w:endnoteReference", "w:endnotes", "w:endnote" },
};

static const struct kind *kind_of(const struct pk_xml *node)
{
	for (size_t i = 0; i < PK_COUNT(kinds); i++)
		if (pk_xml_is(node, kinds[i].reference))
			return &kinds[i];
	return NULL;
}

static struct pk_part *part_of(const struct pk_compiler *c, const struct kind *kind)
{
	for (size_t i = 0; i < c->n_parts; i++)
		if (pk_xml_is(c->parts[i]->root, kind->root))
			return c->parts[i];
	return NULL;
}

/* The note itself; separators have numbers too, and a type. */
static struct pk_xml *find(const struct pk_xml *root, const struct kind *kind, struct pk_str id)
{
	for (struct pk_xml *note = root->first; note != NULL; note = note->next)
		if (pk_xml_is(note, kind->note) && pk_str_eq(pk_xml_get(note, "w:id"), id) &&
				pk_xml_get(note, "w:type").n == 0)
			return note;
	return NULL;
}

/* What is being brought together. */
struct gathering {
	struct pk_part *body;
	struct pk_xml **taken; /* notes that have been moved */
	size_t n, room;
};

static bool is_taken(const struct gathering *g, const struct kind *kind, struct pk_str id)
{
	for (size_t i = 0; i < g->n; i++)
		if (pk_xml_is(g->taken[i], kind->note) &&
				pk_str_eq(pk_xml_get(g->taken[i], "w:id"), id))
			return true;
	return false;
}

static bool take(struct gathering *g, struct pk_part *notes, struct pk_xml *note,
		struct pk_xml *reference)
{
	struct pk_xml *text;

	/* What is left of the part is written with an end tag, for the notes to come before. */
	if (!pk_xml_new(notes->job, PK_XML_TEXT, PK_STR(""), &text) ||
			!pk_grow(notes->job, &g->taken, g->n, &g->room))
		return false;
	pk_xml_insert(notes->root, text, NULL);
	pk_xml_remove(note);
	pk_xml_insert(reference->parent, note, reference->next);
	note->data = notes;
	notes->wanted = true;
	g->taken[g->n++] = note;
	g->body->failed = g->body->failed || notes->failed;
	return true;
}

static size_t depth_behind(const struct pk_xml *node, size_t depth)
{
	const struct pk_tagged *tagged = pk_tagged_of(node);

	if (tagged == NULL)
		return depth;
	if (pk_tagged_opens(tagged))
		return depth + 1;
	return depth - (tagged->tag.kind == PK_TAG_CLOSE && depth > 0);
}

/* A reference with depth sections open around it. *ret_next is where the search goes on. */
static bool look_at(struct gathering *g, struct pk_xml *reference, const struct kind *kind,
		size_t depth, struct pk_xml **ret_next)
{
	struct pk_part *notes = part_of(g->body->c, kind);
	struct pk_str id = pk_xml_get(reference, "w:id");
	struct pk_xml *note;

	if (notes == NULL)
		return true;
	if (is_taken(g, kind, id))
		return pk_compile_refuse(g->body, reference, PK_M_NOTE_SHARED, PK_STR(""));
	note = depth == 0 ? NULL : find(notes->root, kind, id);
	if (note == NULL)
		return true;
	*ret_next = pk_xml_skip(g->body->root, reference);
	return take(g, notes, note, reference);
}

bool pk_docx_notes(struct pk_compiler *c)
{
	struct gathering g = { .body = c->parts[0] };
	struct pk_xml *root = g.body->root, *next;
	size_t depth = 0;

	if (part_of(c, &kinds[0]) == NULL && part_of(c, &kinds[1]) == NULL)
		return true;
	for (struct pk_xml *node = root; node != NULL; node = next) {
		const struct kind *kind = kind_of(node);

		depth = depth_behind(node, depth);
		next = pk_xml_walk(root, node);
		if (kind != NULL && !look_at(&g, node, kind, depth, &next))
			return false;
	}
	for (size_t i = 0; i < c->n_parts && g.n > 0; i++)
		if (c->parts[i]->story && !pk_tags_list(c->parts[i]))
			return false;
	return true;
}
