/* A part's tree as a program: literals, and operations where the markers stand. */
#include "format/common/sections.h"

#include "base/text.h"

struct emitter {
	struct pk_part *part;
	struct pk_builder *builder;
	struct pk_out *out;              /* the builder's, for literals */
	size_t first_event;              /* the first event that no mark has told yet */
	const struct pk_tagged *section; /* the innermost that is open */
	uint32_t heading;                /* outline level of the nearest heading above */
	uint32_t boxes;
	const struct pk_xml *paragraph; /* the one that is open in the body's flow */
	const struct pk_xml *run;
	uint16_t characters;
	bool maybe, given; /* in an element that may vanish; and what is here has said that it is */
	bool failed;
};

static void add_event(struct emitter *e, struct pk_event event)
{
	struct pk_part *part = e->part;
	if (e->failed || !pk_grow(part->job, &part->events, part->n_events, &part->events_room)) {
		e->failed = true;
		return;
	}
	part->events[part->n_events++] = event;
}

/* Tells the writer of the events so far, at this place in the bytes. */
static void mark(struct emitter *e)
{
	size_t n = e->part->n_events - e->first_event;
	if (n > 0)
		pk_build_mark(e->builder, (uint32_t)e->first_event, (uint32_t)n);
	e->first_event = e->part->n_events;
}

static void structure(struct emitter *e, struct pk_event event)
{
	add_event(e, event);
	mark(e);
}

static void flow_mark(struct emitter *e, struct pk_flow_event flow)
{
	structure(e, (struct pk_event){ .kind = PK_EVENT_FLOW, .flow = flow });
}

/* What is only laid out waits for the next mark. */
static void flow_only(struct emitter *e, struct pk_flow_event flow)
{
	if (e->paragraph == NULL)
		return;
	flow.style = e->characters;
	add_event(e, (struct pk_event){ .kind = PK_EVENT_FLOW, .flow = flow });
}

/* What stands here keeps the element around it from vanishing. */
static void give(struct emitter *e)
{
	if (e->maybe && !e->given)
		structure(e, (struct pk_event){ .kind = PK_EVENT_GIVEN });
	e->given = true;
}

/* --- attributes --- */

static void colour(struct emitter *e, struct pk_str value, size_t at)
{
	struct pk_str name = PK_STR("utseende.accentf\xC3\xA4rg");
	struct pk_str asked = PK_STR("utseende.accentf\xC3\xA4rg?");
	size_t n = e->part->c->accent.n;
	bool good = true;
	pk_xml_put_attr(e->out, pk_str_slice(value, 0, at));
	good = pk_build_open(e->builder, asked, false, PK_NOWHERE) && good;
	good = pk_build_value(e->builder, name, false, PK_NOWHERE) && good;
	good = pk_build_close(e->builder, asked, PK_NOWHERE) && good;
	good = pk_build_open(e->builder, name, true, PK_NOWHERE) && good;
	pk_build_literal(e->builder, pk_str_slice(value, at, at + n));
	good = pk_build_close(e->builder, name, PK_NOWHERE) && good;
	e->failed = e->failed || !good;
	pk_xml_put_attr(e->out, pk_str_slice(value, at + n, value.n));
}

static void fresh(struct emitter *e, enum pk_fresh kind, uint16_t owner, struct pk_str was)
{
	/* The writer makes the new one of these bytes: they are escaped already. */
	struct pk_out out = pk_out_new(e->part->job->arena, was.n * 8 + 8);
	struct pk_str escaped = { NULL, 0 };
	pk_xml_put_attr(&out, was);
	if (!pk_out_done(e->part->job, &out, &escaped))
		e->failed = true;
	pk_build_fresh(e->builder, kind, owner, escaped);
}

/* The name in a link's address: #name, maybe followed by | and what it is. */
static struct pk_str linked(struct pk_str value)
{
	if (!pk_str_starts(value, PK_STR("#")))
		return (struct pk_str){ NULL, 0 };
	return pk_str_slice(value, 1, pk_str_find(value, PK_STR("|"), 0));
}

static bool id_value(struct emitter *e, const struct pk_xml *node, const struct pk_xml_attr *attr)
{
	const struct pk_id_rule *rule = pk_ids_rule(e->part->dialect, node, attr->name);
	struct pk_str id = attr->value;
	uint16_t owner;
	if (rule == NULL || e->section == NULL)
		return false;
	if (rule->part == PK_ID_LINKS)
		id = linked(id);
	if (rule->kind == PK_FRESH_NUM_ID)
		owner = pk_str_is(id, "0") ? 0 : pk_ids_list_owner(e->part, id, e->section);
	else
		owner = pk_ids_owner(e->part, rule->kind, id, e->section);
	if (owner == 0 || id.n == 0)
		return false;
	size_t before = (size_t)(id.p - attr->value.p);
	pk_xml_put_attr(e->out, pk_str_slice(attr->value, 0, before));
	fresh(e, rule->kind, owner, id);
	pk_xml_put_attr(e->out, pk_str_slice(attr->value, before + id.n, attr->value.n));
	return true;
}

/* True for an item that begins its list's numbers again, and is repeated within the list. */
static bool restarts(
		const struct emitter *e, const struct pk_xml *node, const struct pk_xml_attr *attr)
{
	const struct pk_tagged *turn = pk_ids_turning(e->section);
	return e->part->dialect->restart != NULL &&
	       pk_str_is(attr->name, e->part->dialect->restart) &&
	       pk_place_is(e->part, node, PK_PLACE_ITEM) && turn != NULL &&
	       turn->marker->parent == node->parent;
}

static void attribute(struct emitter *e, const struct pk_xml *node, const struct pk_xml_attr *attr)
{
	/* Only the first of the repeated items begins again: the others are counted on from it. */
	struct pk_str first = PK_STR("f\xC3\xB6rsta?");
	bool restart = restarts(e, node, attr), good = true;
	size_t at = pk_accent_find(e->part->c, attr->value);
	if (restart)
		good = pk_build_open(e->builder, first, false, PK_NOWHERE);
	pk_put_byte(e->out, ' ');
	pk_put(e->out, attr->name);
	pk_put(e->out, PK_STR("=\""));
	if (at < attr->value.n)
		colour(e, attr->value, at);
	else if (!id_value(e, node, attr))
		pk_xml_put_attr(e->out, attr->value);
	pk_put_byte(e->out, '"');
	if (restart)
		good = pk_build_close(e->builder, first, PK_NOWHERE) && good;
	e->failed = e->failed || !good;
}

static void open_tag(struct emitter *e, const struct pk_xml *node, bool empty)
{
	const char *space = "xml:space";
	pk_put_byte(e->out, '<');
	pk_put(e->out, node->name);
	for (size_t i = 0; i < node->n_attrs; i++)
		attribute(e, node, &node->attrs[i]);
	/* What is left of a text around a tag may begin or end with a space. */
	if (pk_place_is(e->part, node, PK_PLACE_TEXT) && pk_xml_get(node, space).p == NULL)
		pk_put(e->out, PK_STR(" xml:space=\"preserve\""));
	pk_put(e->out, empty ? PK_STR("/>") : PK_STR(">"));
}

/* --- text --- */

/* A field's instruction in words: names of bookmarks in it may be fresh. */
static void instruction(struct emitter *e, struct pk_str text)
{
	for (size_t at = 0; at < text.n;) {
		size_t end = at;
		while (end < text.n && memchr(" \t\"", text.p[end], 3) == NULL)
			end++;
		struct pk_str word = pk_str_slice(text, at, end);
		uint16_t owner = pk_ids_owner(e->part, PK_FRESH_BOOKMARK_NAME, word, e->section);
		if (word.n > 0 && owner > 0)
			fresh(e, PK_FRESH_BOOKMARK_NAME, owner, word);
		else
			pk_xml_put_text(e->out, word);
		pk_xml_put_text(e->out, pk_str_slice(text, end, end + 1));
		at = end + 1;
	}
}

static void text(struct emitter *e, const struct pk_xml *node)
{
	const struct pk_dialect *dialect = e->part->dialect;
	if (dialect->instruction != NULL && pk_xml_is(node->parent, dialect->instruction)) {
		instruction(e, node->text);
		return;
	}
	if (pk_section_seen(e->part, node, true))
		give(e);
	pk_xml_put_text(e->out, node->text);
	if (dialect->properties == NULL || pk_place_is(e->part, node->parent, PK_PLACE_TEXT))
		flow_only(e, (struct pk_flow_event){ .kind = PK_FLOW_TEXT, .text = node->text });
}

/* --- tags --- */

static bool has_above(const struct pk_part *part, const struct pk_xml *node, enum pk_place place)
{
	for (; node != NULL && !pk_place_is(part, node, PK_PLACE_BOX); node = node->parent)
		if (pk_place_is(part, node, place))
			return true;
	return false;
}

/* The layout of the paragraph that gave way to its tag, as it would be set there: lists and tables
 * around it bear on it. */
static uint16_t model_layout(struct pk_part *part, const struct pk_tagged *tagged)
{
	struct pk_xml *paragraph = tagged->paragraph;
	if (paragraph->parent == NULL) {
		paragraph->parent = tagged->marker->parent;
		paragraph->prev = tagged->marker->prev;
	}
	return part->dialect->geometry->paragraph(part->job, part->c->geometry, paragraph);
}

static void model(struct emitter *e, const struct pk_tagged *tagged)
{
	struct pk_part *part = e->part;
	struct pk_event event = { .kind = PK_EVENT_MODEL, .b = e->heading };
	struct pk_str list = { NULL, 0 };
	bool cell = has_above(part, tagged->marker, PK_PLACE_CELL);
	bool item = has_above(part, tagged->marker, PK_PLACE_ITEM);
	event.c = item ? (cell ? 3 : 2) : cell;
	if (!part->dialect->model(part, tagged, &event, &list))
		e->failed = true;
	if (part->c->geometry != NULL)
		event.a = model_layout(part, tagged);
	uint16_t owner = pk_ids_list_owner(part, list, e->section);
	if (owner == 0 && event.tail.n > 0) {
		if (!pk_join(part->job, &event.bytes, event.bytes, list, event.tail))
			e->failed = true;
		event.tail = (struct pk_str){ NULL, 0 };
	}
	event.accented = pk_accent_written(event.bytes, part->c->accent) ||
			pk_accent_written(event.tail, part->c->accent);
	structure(e, event);
	if (owner > 0)
		fresh(e, PK_FRESH_NUM_ID, owner, list);
}

static void value(struct emitter *e, const struct pk_tagged *tagged)
{
	struct pk_part *part = e->part;
	bool raw = tagged->tag.kind == PK_TAG_RAW;
	give(e);
	if (tagged->alone) {
		model(e, tagged);
	} else if (!part->plain) {
		struct pk_event event = { .kind = PK_EVENT_RUN };
		if (!part->dialect->run(part, tagged, &event))
			e->failed = true;
		if (part->c->geometry != NULL && part->flows)
			event.a = part->dialect->geometry->run(part->job, part->c->geometry,
					tagged->paragraph, tagged->run);
		event.accented = pk_accent_written(event.bytes, part->c->accent);
		structure(e, event);
	}
	if (!pk_build_value(e->builder, tagged->tag.name, raw, tagged->at))
		e->failed = true;
}

static void marker(struct emitter *e, const struct pk_tagged *tagged)
{
	struct pk_str name = tagged->tag.name;
	bool good = true;
	if (pk_tagged_is_section(tagged))
		e->given = false;
	switch ((int)tagged->tag.kind) {
	case PK_TAG_VALUE:
	case PK_TAG_RAW:
		value(e, tagged);
		break;
	case PK_TAG_OPEN:
	case PK_TAG_UNLESS:
		mark(e);
		good = pk_build_open(
				e->builder, name, tagged->tag.kind == PK_TAG_UNLESS, tagged->at);
		e->section = tagged;
		break;
	case PK_TAG_CLOSE:
		mark(e);
		good = pk_build_close(e->builder, name, tagged->at);
		e->section = tagged->partner->outer;
		break;
	default:
		break;
	}
	e->failed = e->failed || !good;
}

/* --- elements --- */

static void begin_paragraph(struct emitter *e, const struct pk_xml *node)
{
	struct pk_part *part = e->part;
	struct pk_flow_event flow = { .kind = PK_FLOW_PARAGRAPH };
	uint32_t level = part->dialect->heading(part, node);
	e->heading = level > 0 ? level : e->heading;
	if (part->flows && part->c->names_pages && e->boxes <= 1 && e->paragraph == NULL) {
		flow.style = part->dialect->geometry->paragraph(part->job, part->c->geometry, node);
		e->paragraph = node;
	}
	flow_mark(e, flow);
}

static void begin(struct emitter *e, const struct pk_xml *node, enum pk_place what)
{
	struct pk_part *part = e->part;
	struct pk_flow_event flow = { 0 };
	switch ((int)what) {
	case PK_PLACE_PARAGRAPH:
		begin_paragraph(e, node);
		break;
	case PK_PLACE_TABLE:
		flow.kind = PK_FLOW_TABLE;
		if (part->flows && part->c->names_pages)
			flow.a = part->dialect->geometry->table(part->job, part->c->geometry, node);
		flow_mark(e, flow);
		break;
	case PK_PLACE_ROW:
		flow.kind = PK_FLOW_ROW;
		part->dialect->row(part, node, &flow);
		flow_mark(e, flow);
		break;
	case PK_PLACE_CELL:
		flow = (struct pk_flow_event){ .kind = PK_FLOW_CELL,
			.a = part->dialect->columns(node) };
		flow_mark(e, flow);
		break;
	default:
		break;
	}
}

static void end(struct emitter *e, const struct pk_xml *node, enum pk_place what)
{
	switch ((int)what) {
	case PK_PLACE_PARAGRAPH:
		flow_mark(e, (struct pk_flow_event){ .kind = PK_FLOW_END });
		e->paragraph = e->paragraph == node ? NULL : e->paragraph;
		break;
	case PK_PLACE_ROW:
		flow_mark(e, (struct pk_flow_event){ .kind = PK_FLOW_ROW_END });
		break;
	case PK_PLACE_CELL:
		flow_mark(e, (struct pk_flow_event){ .kind = PK_FLOW_CELL_END });
		break;
	default:
		break;
	}
}

/* The characters of what is in a run, for the layout. */
static void enter_run(struct emitter *e, const struct pk_xml *node, enum pk_place what)
{
	struct pk_part *part = e->part;
	if (e->paragraph == NULL)
		return;
	if (what == PK_PLACE_RUN || what == PK_PLACE_INLINE)
		e->run = node;
	else if (what == PK_PLACE_PARAGRAPH)
		e->run = NULL;
	else
		return;
	e->characters = part->dialect->geometry->run(
			part->job, part->c->geometry, e->paragraph, e->run);
}

static void node_of(struct emitter *e, const struct pk_xml *node);

/* The children; a box ends before what stands behind its paragraphs. */
static void children(struct emitter *e, const struct pk_xml *node, enum pk_place what)
{
	bool box = what == PK_PLACE_BOX;
	e->boxes += box;
	if (box)
		structure(e, (struct pk_event){ .kind = PK_EVENT_BOX });
	for (const struct pk_xml *child = node->first; child != NULL; child = child->next) {
		if (box && pk_place_is(e->part, child, PK_PLACE_TAIL)) {
			structure(e, (struct pk_event){ .kind = PK_EVENT_BOX_END });
			e->boxes--;
			box = false;
		}
		node_of(e, child);
	}
	if (!box)
		return;
	structure(e, (struct pk_event){ .kind = PK_EVENT_BOX_END });
	e->boxes--;
}

static void whole_element(struct emitter *e, const struct pk_xml *node)
{
	enum pk_place what = e->part->plain ? PK_PLACE_OTHER : pk_place_of(e->part, node);
	const struct pk_xml *paragraph = e->paragraph, *run = e->run;
	uint16_t characters = e->characters;
	/* Text boxes, and shapes with paragraphs of their own. */
	bool beside = (what == PK_PLACE_BOX && e->boxes > 0) ||
		      (what == PK_PLACE_PARAGRAPH && e->paragraph != NULL);
	/* A cell or a box must have an end that a paragraph can be put before. */
	bool empty = node->first == NULL && what != PK_PLACE_CELL && what != PK_PLACE_BOX &&
		     what != PK_PLACE_PARAGRAPH;
	struct pk_flow_event leaf = { 0 };
	const struct pk_part *back = node->data;
	if (back != NULL)
		structure(e, (struct pk_event){ .kind = PK_EVENT_NOTE, .bytes = back->name });
	begin(e, node, what);
	open_tag(e, node, empty);
	enter_run(e, node, what);
	if (beside)
		e->paragraph = NULL;
	if (e->paragraph != NULL && e->part->dialect->leaf(node, &leaf))
		flow_only(e, leaf);
	children(e, node, what);
	if (beside)
		e->paragraph = paragraph;
	end(e, node, what);
	if (!empty)
		pk_xml_put_close(e->out, node);
	if (back != NULL)
		structure(e, (struct pk_event){ .kind = PK_EVENT_NOTE_END });
	/* Behind the table: the writer takes one without rows back, whole. */
	if (what == PK_PLACE_TABLE)
		flow_mark(e, (struct pk_flow_event){ .kind = PK_FLOW_TABLE_END });
	e->run = run;
	e->characters = characters;
}

static void element(struct emitter *e, const struct pk_xml *node)
{
	bool inside = e->maybe;
	bool maybe = !inside && e->part->n_tags > 0 && !e->part->plain &&
		     pk_section_may_vanish(e->part, node);
	/* Properties are nothing to see, whatever is in them. */
	if (pk_place_is(e->part, node, PK_PLACE_UNSEEN))
		e->maybe = false;
	if (maybe) {
		structure(e, (struct pk_event){ .kind = PK_EVENT_MAYBE });
		e->maybe = true;
		e->given = false;
	} else if (e->maybe && pk_section_seen(e->part, node, true)) {
		give(e);
	}
	whole_element(e, node);
	if (maybe)
		structure(e, (struct pk_event){ .kind = PK_EVENT_MAYBE_END });
	e->maybe = inside;
}

static void node_of(struct emitter *e, const struct pk_xml *node)
{
	if (node->kind == PK_XML_TEXT)
		text(e, node);
	else if (node->kind == PK_XML_MARKER)
		marker(e, node->data);
	else
		element(e, node);
}

bool pk_emit_part(struct pk_part *part)
{
	struct pk_build_options options = { .model = part->c->options->model,
		.renamed = part->c->options->renamed, .told = true };
	struct emitter e = { .part = part };
	if (!pk_builder_new(part->job, &options, &e.builder))
		return false;
	e.out = pk_build_bytes(e.builder);
	pk_xml_put_head(e.out);
	node_of(&e, part->root);
	mark(&e);
	return pk_build_done(e.builder, &part->program) && !e.failed;
}
