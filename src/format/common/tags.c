/* Tags in the paragraphs of a part: their text is joined over the runs, the tags are found in it,
 * and each becomes a marker in the run where it begins. */
#include "format/common/dialect.h"

/* What stands for something that is no text in the joined text of a paragraph, also where a message shows
 * it: an empty frame. */
static const struct pk_str object = { "\xE2\x96\xAF", 3 };

/* A stretch of the joined text and the node that it comes from. */
struct piece {
	struct pk_xml *node;
	size_t from, to;
};

struct finder {
	struct pk_part *part;
	struct pk_out text;
	struct piece *pieces;
	size_t n_pieces, pieces_room;
	struct pk_tagged **tags; /* of the paragraph, in order */
	size_t n_tags, tags_room;
};

static bool add_piece(struct finder *f, struct pk_xml *node, struct pk_str text)
{
	size_t from = f->text.n;
	if (text.n == 0)
		return true;
	if (!pk_grow(f->part->job, &f->pieces, f->n_pieces, &f->pieces_room))
		return false;
	pk_put(&f->text, text);
	f->pieces[f->n_pieces++] = (struct piece){ node, from, f->text.n };
	return true;
}

/* Tabs and breaks are one character of space; what ends a page is something to see. */
static struct pk_str space_of(const struct finder *f, const struct pk_xml *node)
{
	struct pk_flow_event event = { 0 };
	/* A soft hyphen takes no room: a tag that the editor has hyphenated is still one. */
	if (!f->part->dialect->leaf(node, &event))
		return PK_STR("\u00AD");
	switch ((int)event.kind) {
	case PK_FLOW_TAB:
		return PK_STR("\t");
	case PK_FLOW_BREAK:
		return PK_STR("\n");
	case PK_FLOW_TEXT:
		return PK_STR(" ");
	default:
		return object;
	}
}

/* Joins what stands directly in a paragraph; paragraphs in boxes inside it are on their own. */
static bool gather(struct finder *f, struct pk_xml *parent, bool text_here)
{
	for (struct pk_xml *node = parent->first; node != NULL; node = node->next) {
		bool good = true;
		if (node->kind == PK_XML_TEXT) {
			good = !text_here || add_piece(f, node, node->text);
		} else if (node->kind == PK_XML_ELEMENT) {
			switch ((int)pk_place_of(f->part, node)) {
			case PK_PLACE_TEXT:
				good = gather(f, node, true);
				break;
			case PK_PLACE_RUN:
				good = gather(f, node, false);
				break;
			case PK_PLACE_INLINE:
			case PK_PLACE_WRAPPER:
				good = gather(f, node, text_here);
				break;
			case PK_PLACE_SPACE:
				good = add_piece(f, node, space_of(f, node));
				break;
			case PK_PLACE_UNSEEN:
			case PK_PLACE_LITTER:
			case PK_PLACE_CLOSED:
				break;
			default:
				good = add_piece(f, node, object);
			}
		}
		if (!good)
			return false;
	}
	return true;
}

static bool join(struct finder *f, struct pk_xml *paragraph)
{
	f->text.n = 0;
	f->n_pieces = f->n_tags = 0;
	/* In ODT the characters stand in the paragraph itself. */
	return gather(f, paragraph, f->part->plain || f->part->dialect->properties == NULL);
}

bool pk_tags_text(struct pk_part *part, struct pk_xml *paragraph, struct pk_str *ret)
{
	struct finder f = { .part = part,
		.text = pk_out_new(part->job->arena, part->job->limits->zip_entry_bytes) };
	return join(&f, paragraph) && pk_copy(part->job, pk_out_str(&f.text), ret);
}

/* Lexes the joined text. A tag that is wrong is recorded; those before it stand. */
static bool lex(struct finder *f, struct pk_xml *paragraph)
{
	struct pk_part *part = f->part;
	struct pk_job *job = part->job;
	struct pk_source source = { .name = part->c->options->name,
		.part = part->name,
		.heading = part->heading,
		.paragraph = part->n_paragraphs };
	uint32_t number;
	if (part->c->n_chain > 0)
		source.name = part->c->chain[part->c->n_chain - 1];
	if (!pk_copy(job, pk_out_str(&f->text), &source.text) ||
			!pk_source_add(job, &source, &number))
		return false;
	struct pk_lexer lexer = pk_lexer_new(source.text, number);
	lexer.lenient = true;
	if (part->open.p != NULL) {
		lexer.open = part->open;
		lexer.close = part->close;
	}
	for (;;) {
		struct pk_tag tag;
		if (!pk_lexer_next(job, &lexer, &tag)) {
			part->c->failed = true;
			break;
		}
		if (tag.kind == PK_TAG_NONE)
			break;
		if (++part->n_found > job->limits->ops)
			return pk_fail(job, PK_M_TEMPLATE_OPS,
					{ number, (uint32_t)tag.from,
							(uint32_t)(tag.to - tag.from) },
					pk_number(job, job->limits->ops));
		struct pk_tagged *tagged = pk_new(job, struct pk_tagged, 1);
		if (tagged == NULL || !pk_grow(job, &f->tags, f->n_tags, &f->tags_room))
			return false;
		*tagged = (struct pk_tagged){ .tag = tag,
			.number = part->n_found,
			.paragraph = paragraph,
			.at = { number, (uint32_t)tag.from, (uint32_t)(tag.to - tag.from) } };
		f->tags[f->n_tags++] = tagged;
	}
	part->open = lexer.open;
	part->close = lexer.close;
	return true;
}

/* Takes the tag's characters away from the pieces after the one in which it begins. */
static void trim_rest(struct finder *f, size_t first, const struct pk_tag *tag)
{
	for (size_t i = first + 1; i < f->n_pieces && f->pieces[i].from < tag->to; i++) {
		struct piece *piece = &f->pieces[i];
		if (piece->node->kind != PK_XML_TEXT)
			pk_xml_remove(piece->node);
		else
			piece->node->text = pk_str_slice(piece->node->text, tag->to - piece->from,
					piece->node->text.n);
	}
}

/* Puts the marker where the tag's first character stands, and cuts the run around it. *at is the
 * piece where the search begins, and then the one that was found: tags come from last to first. */
static bool place(struct finder *f, struct pk_tagged *tagged, size_t *at)
{
	struct pk_part *part = f->part;
	while (*at > 0 && f->pieces[*at].from > tagged->tag.from)
		--*at;
	struct piece *piece = &f->pieces[*at];
	struct pk_xml *node = piece->node, *marker, *rest;
	size_t from = tagged->tag.from - piece->from;
	trim_rest(f, *at, &tagged->tag);
	if (!pk_xml_new(part->job, PK_XML_MARKER, PK_STR(""), &marker))
		return false;
	struct pk_str after = pk_str_slice(node->text, tagged->tag.to - piece->from, node->text.n);
	node->text = pk_str_slice(node->text, 0, from);
	marker->data = tagged;
	tagged->marker = marker;
	pk_xml_insert(node->parent, marker, node->next);
	if (after.n > 0) {
		if (!pk_xml_new(part->job, PK_XML_TEXT, after, &rest))
			return false;
		pk_xml_insert(marker->parent, rest, marker->next);
	}
	if (node->text.n == 0)
		pk_xml_remove(node);
	for (;;) {
		enum pk_place above = pk_place_of(part, marker->parent);
		if (above == PK_PLACE_RUN || (above == PK_PLACE_INLINE && tagged->run == NULL))
			tagged->run = marker->parent;
		if (above != PK_PLACE_RUN && above != PK_PLACE_TEXT)
			return true;
		if (!pk_tree_cut(part, marker))
			return false;
	}
}

/* Drops the runs that the tags have emptied. */
static void sweep(struct finder *f, struct pk_xml *parent)
{
	struct pk_xml *next;
	for (struct pk_xml *node = parent->first; node != NULL; node = next) {
		next = node->next;
		enum pk_place what = pk_place_of(f->part, node);
		if (node->kind == PK_XML_TEXT && node->text.n == 0)
			pk_xml_remove(node);
		if (what != PK_PLACE_RUN && what != PK_PLACE_INLINE && what != PK_PLACE_TEXT)
			continue;
		sweep(f, node);
		if (pk_tree_bare(f->part, node))
			pk_xml_remove(node);
	}
}

/* Takes a prompt away from around a tag, and leaves what it held. */
static void unwrap(struct finder *f, struct pk_tagged *tagged)
{
	struct pk_xml *node = tagged->marker->parent;
	while (node != NULL) {
		struct pk_xml *above = node->parent, *child;
		if (pk_place_of(f->part, node) == PK_PLACE_WRAPPER && above != NULL) {
			while ((child = node->first) != NULL) {
				pk_xml_remove(child);
				if (pk_place_of(f->part, child) != PK_PLACE_UNSEEN)
					pk_xml_insert(above, child, node);
			}
			pk_xml_remove(node);
		}
		node = above;
	}
}

/* {{>x}}: the paragraph gives way to the blocks of another template. */
static bool put_partials(struct finder *f, struct pk_xml **ret_next, bool *ret_put)
{
	struct pk_part *part = f->part;
	*ret_put = false;
	for (size_t i = 0; i < f->n_tags; i++) {
		const struct pk_tagged *tagged = f->tags[i];
		if (tagged->tag.kind != PK_TAG_PARTIAL)
			continue;
		struct pk_str before = pk_str_slice(pk_out_str(&f->text), 0, tagged->tag.from);
		struct pk_str after = pk_str_slice(pk_out_str(&f->text), tagged->tag.to, f->text.n);
		if (pk_str_trim(before).n == 0 && pk_str_trim(after).n == 0 && !part->plain) {
			*ret_put = true;
			return pk_partial_put(part, tagged, ret_next);
		}
		part->c->failed = !pk_fail(
				part->job, PK_M_PARTIAL_ALONE, tagged->at, tagged->tag.name);
	}
	return true;
}

/* What messages about the paragraphs below show. */
static bool note_heading(struct finder *f, const struct pk_xml *paragraph)
{
	struct pk_part *part = f->part;
	return part->plain || part->dialect->heading(part, paragraph) == 0 ||
	       pk_copy(part->job, pk_out_str(&f->text), &part->heading);
}

/* One paragraph. *ret_next is where the search goes on when the paragraph has gone. */
static bool paragraph(struct finder *f, struct pk_xml *node, struct pk_xml **ret_next)
{
	struct pk_part *part = f->part;
	bool put;
	*ret_next = NULL;
	part->n_paragraphs++;
	if (!join(f, node))
		return false;
	struct pk_str text = pk_out_str(&f->text);
	struct pk_str open = part->open.p == NULL ? PK_STR("{{") : part->open;
	if (pk_str_find(text, open, 0) >= text.n)
		return note_heading(f, node);
	if (!lex(f, node) || !note_heading(f, node))
		return false;
	if (!put_partials(f, ret_next, &put))
		return false;
	if (put)
		return true;
	/* From the last to the first: what has been cut lies behind what is still to be found. */
	size_t at = f->n_pieces - 1;
	for (size_t i = f->n_tags; i-- > 0;)
		if (!place(f, f->tags[i], &at))
			return false;
	for (size_t i = 0; i < f->n_tags; i++)
		unwrap(f, f->tags[i]);
	if (f->n_tags > 0)
		sweep(f, node);
	return true;
}

/* The markers as they stand now: boxes inside paragraphs have theirs in between. */
bool pk_tags_list(struct pk_part *part)
{
	part->n_tags = 0;
	for (struct pk_xml *node = part->root; node != NULL; node = pk_xml_walk(part->root, node)) {
		if (node->kind != PK_XML_MARKER)
			continue;
		if (!pk_grow(part->job, &part->tags, part->n_tags, &part->tags_room))
			return false;
		part->tags[part->n_tags++] = node->data;
	}
	return true;
}

bool pk_tags_find(struct pk_part *part)
{
	struct finder f = { .part = part,
		.text = pk_out_new(part->job->arena, part->job->limits->zip_entry_bytes) };
	for (struct pk_xml *node = part->root, *next = NULL; node != NULL; node = next) {
		enum pk_place what = pk_place_of(part, node);
		if (what == PK_PLACE_CLOSED) {
			next = pk_xml_skip(part->root, node);
			continue;
		}
		struct pk_xml *instead = NULL;
		if (pk_tagged_of(node) != NULL && pk_tagged_of(node)->tag.kind == PK_TAG_PARTIAL)
			pk_partial_end(part);
		if (what == PK_PLACE_PARAGRAPH && !paragraph(&f, node, &instead))
			return false;
		next = instead != NULL ? instead : pk_xml_walk(part->root, node);
	}
	return pk_tags_list(part);
}

void pk_tags_clean(struct pk_part *part)
{
	struct pk_xml *next;
	if ((part->places & UINT32_C(1) << PK_PLACE_LITTER) == 0 &&
			!pk_xml_had_any(&part->about, part->dialect->litter))
		return;
	for (struct pk_xml *node = part->root; node != NULL; node = next) {
		next = pk_xml_walk(part->root, node);
		for (const char *const *attr = part->dialect->litter;
				node->n_attrs > 0 && *attr != NULL; attr++)
			pk_xml_unset(node, *attr);
		if (pk_place_of(part, node) == PK_PLACE_LITTER) {
			next = pk_xml_skip(part->root, node);
			pk_xml_remove(node);
		}
	}
}

/* Says that no tag can stand here; the text is its own source. */
static bool out_of_place(struct pk_part *part, struct pk_str text, size_t at)
{
	uint32_t number;
	struct pk_source source = { .name = part->c->options->name,
		.part = part->name,
		.text = text,
		.paragraph = part->n_paragraphs };
	part->c->failed = true;
	if (!pk_source_add(part->job, &source, &number))
		return false;
	return pk_fail(part->job, PK_M_TAG_PLACE, { number, (uint32_t)at, 2 });
}

void pk_tags_check_places(struct pk_part *part)
{
	/* Where the template has chosen other delimiters, two braces are only braces. */
	if (part->open.p != NULL && !pk_str_is(part->open, "{{"))
		return;
	struct pk_str open = PK_STR("{{");
	for (struct pk_xml *node = part->root; node != NULL;) {
		size_t at = node->kind == PK_XML_TEXT ? pk_str_find(node->text, open, 0) : 0;
		if (node->kind == PK_XML_TEXT && at < node->text.n)
			(void)out_of_place(part, node->text, at);
		for (size_t i = 0; i < node->n_attrs; i++) {
			at = pk_str_find(node->attrs[i].value, open, 0);
			if (at < node->attrs[i].value.n)
				(void)out_of_place(part, node->attrs[i].value, at);
		}
		node = pk_place_of(part, node) == PK_PLACE_CLOSED ? pk_xml_skip(part->root, node)
								  : pk_xml_walk(part->root, node);
	}
}
