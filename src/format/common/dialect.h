/* What compiling a template needs to know of a format: names of elements, and the few things that
 * ODT and DOCX do differently. And a part on its way from tree to program. For this room only. */
#ifndef PK_FORMAT_DIALECT_H
#define PK_FORMAT_DIALECT_H

#include "format/common/review.h"
#include "format/common/template.h"
#include "template/program.h"
#include "template/token.h"
#include "xml/tree.h"

/* What an element is to the compiler. */
enum pk_place {
	PK_PLACE_OTHER, /* in a paragraph: something to see; elsewhere: it must be held whole */
	PK_PLACE_PARAGRAPH,
	PK_PLACE_INLINE,  /* text runs through it; may be cut in two */
	PK_PLACE_RUN,     /* the same, but no tag may stand in it (DOCX) */
	PK_PLACE_TEXT,    /* what holds the characters of a run (DOCX) */
	PK_PLACE_SPACE,   /* a tab, a break, spaces */
	PK_PLACE_UNSEEN,  /* neither text nor anything else to see: bookmarks, properties */
	PK_PLACE_LITTER,  /* the editor's own notes: dropped */
	PK_PLACE_CLOSED,  /* deleted text and the like: never looked into */
	PK_PLACE_WRAPPER, /* a prompt around text: taken away when a tag stands in it */
	PK_PLACE_BOX,     /* must hold a paragraph at its end: body, header, note, text box */
	PK_PLACE_TAIL,    /* what stands last in a box, behind the paragraphs (DOCX w:sectPr) */
	PK_PLACE_TABLE,
	PK_PLACE_ROWS,
	PK_PLACE_ROW,
	PK_PLACE_CELL,
	PK_PLACE_LIST,
	PK_PLACE_ITEM,
	PK_PLACE_GROUP /* a named stretch of blocks that must be held whole */
};

struct pk_dialect_element {
	struct pk_str name;
	enum pk_place place;
};

/* An attribute with something that must be unique, or refers to it. element.n == 0: any. */
struct pk_id_rule {
	struct pk_str element, attr;
	enum pk_fresh kind;
	enum pk_id_part { PK_ID_DEFINES, PK_ID_ENDS, PK_ID_REFERS, PK_ID_LINKS } part;
};

struct pk_part;
struct pk_tagged;
struct pk_check_reader;
struct pk_compiler;

struct pk_dialect {
	const struct pk_dialect_element *elements;
	size_t n_elements;
	const struct pk_id_rule *ids;
	size_t n_ids;
	const char *const *litter; /* attributes that are dropped; ends with NULL */
	const char *properties;    /* the child that a run's pieces share, or NULL */
	const char *instruction;   /* element with a field's instruction in words, or NULL */
	const char *restart;       /* attribute of an item that counts from anew, or NULL */
	const struct pk_geometry_reader *geometry;
	const struct pk_check_reader *check;
	bool sinks; /* a list begins again wherever its element does */
	bool signs; /* a colour has a number sign before its digits */
	/* Accepts tracked changes and drops remarks, in every part that has any of these elements. */
	const char *const *reviewed;
	PK_MUST bool (*accept)(struct pk_job *job, struct pk_xml *root, struct pk_review *found);
	/* The outline level of a paragraph that is a heading, or 0. */
	uint32_t (*heading)(const struct pk_part *part, const struct pk_xml *paragraph);
	/* What something without text of its own is in the layout. False: nothing. A page break is
	 * something to see, other breaks and tabs are space. */
	bool (*leaf)(const struct pk_xml *node, struct pk_flow_event *ret);
	/* True when a paragraph must stay even if nothing is in it (it ends a page's settings). */
	bool (*keeps)(const struct pk_xml *paragraph);
	/* Fills a and b of ROW and a of CELL. */
	void (*row)(const struct pk_part *part, const struct pk_xml *row,
			struct pk_flow_event *ret);
	uint32_t (*columns)(const struct pk_xml *cell);
	/* True when a cell reaches over the edge of the rows between two siblings (both inside). */
	bool (*cuts_merged)(const struct pk_xml *first, const struct pk_xml *last);
	/* Fills the bytes of the RUN and MODEL events. */
	PK_MUST bool (*run)(
			struct pk_part *part, const struct pk_tagged *tag, struct pk_event *ret);
	PK_MUST bool (*model)(struct pk_part *part, const struct pk_tagged *tag,
			struct pk_event *ret, struct pk_str *ret_list);
	/* The element with the blocks of another template, made fit to stand in this part. */
	PK_MUST bool (*partial)(struct pk_part *part, const struct pk_package *from,
			struct pk_str name, struct pk_pos at, struct pk_xml **ret);
	/* What begins a page in a paragraph: a node in it, or the paragraph itself when its
	 * properties do so; NULL: nothing. */
	struct pk_xml *(*page_break)(const struct pk_part *part, struct pk_xml *paragraph);
	/* Lets a paragraph begin a page, as from did. */
	PK_MUST bool (*begin_page)(struct pk_part *part, struct pk_xml *paragraph,
			const struct pk_xml *from);
	/* Brings what the body refers to from other parts into its tree, once all tags are found; may be
	 * NULL. An element with data is written there and goes back to that part. */
	PK_MUST bool (*gather)(struct pk_compiler *c);
	/* Makes the tree fit to repeat, once sections are lifted and styles are read; may be NULL.
	 */
	PK_MUST bool (*settle)(struct pk_part *part);
	/* +1 where a field begins, -1 where it ends, else 0. */
	int (*field)(const struct pk_xml *node);
	/* The number of the list that a paragraph is an item of; empty: none. NULL: lists need
	 * none. */
	struct pk_str (*list)(const struct pk_xml *paragraph);
};

/* A tag, in the tree a MARKER whose data points here. */
struct pk_tagged {
	struct pk_tag tag;
	uint32_t number;           /* from 1, no two in a part the same */
	struct pk_pos at;
	struct pk_xml *marker;
	struct pk_xml *paragraph;  /* where it was written */
	struct pk_xml *run;        /* what gives it its looks: w:r, text:span, or NULL */
	bool alone;                /* {{{x}}} in place of its paragraph */
	struct pk_tagged *partner; /* of a section: the other end */
	struct pk_tagged *outer;   /* the opening tag of the section that it stands in */
	bool turns;                /* an opening tag that repeats */
	uint16_t depth;            /* how many turning sections are open inside it */
};

/* Something that must be unique, and where it is defined. */
struct pk_id {
	enum pk_fresh kind;
	struct pk_str value;
	struct pk_xml *node;
	const struct pk_tagged *section; /* the innermost; NULL: none */
	const struct pk_tagged *turning; /* the innermost that turns; NULL: none */
};

/* A part of the template with a tree. */
struct pk_part {
	struct pk_compiler *c;
	struct pk_job *job;
	const struct pk_dialect *dialect;
	struct pk_str name;
	struct pk_xml *root;
	struct pk_xml_about about; /* the file, before anything in it was changed */
	uint32_t places;         /* a bit for each place that the file has elements of */
	bool plain;              /* properties: no paragraphs, text in elements */
	bool story;              /* text of the document: looked through for tags */
	bool flows;              /* the body */
	bool changed;            /* the tree is no longer what the file says */
	bool wanted;             /* becomes a program also without tags */
	bool failed;             /* an error is recorded */
	struct pk_tagged **tags; /* in document order */
	size_t n_tags, tags_room;
	size_t n_found;    /* tags so far, also of templates taken in */
	struct pk_id *ids; /* sorted by kind and value */
	size_t n_ids, ids_room;
	struct pk_str heading; /* the text of the nearest heading so far */
	uint32_t n_paragraphs;
	const struct pk_tagged *list_section; /* the question that pk_ids_list_owner() asked last */
	struct pk_str list_asked;
	bool list_more;
	struct pk_str open, close; /* delimiters in force; p == NULL: the usual ones */
	const struct pk_program *program;
	struct pk_event *events;
	size_t n_events, events_room;
};

/* A paragraph style of DOCX. */
struct pk_style {
	struct pk_str id, base;
	uint32_t level; /* outline level, from 1; 0: says nothing; 10: no heading */
	uint32_t heading; /* the same, of itself or what it is based on; 0: no heading */
	const struct pk_xml *node;
};

/* A part that the finished template has changed, added or (bytes.p == NULL) lost. */
struct pk_edit {
	struct pk_str name, bytes;
};

/* The tree of a part that finishing changes in every document: it takes a copy instead of reading the part
 * again each time. */
struct pk_kept {
	struct pk_str name;
	const struct pk_xml *root;
};

/* A template on its way. */
struct pk_compiler {
	struct pk_job *job;
	struct pk_arena *trees; /* those that nobody needs when all is compiled */
	const struct pk_dialect *dialect;
	const struct pk_compile_options *options;
	const struct pk_package *in;
	size_t errors;          /* told before */
	struct pk_part **parts; /* those with a tree */
	size_t n_parts, parts_room;
	struct pk_style *styles; /* of DOCX, sorted by id */
	size_t n_styles, styles_room;
	struct pk_edit *edits;
	size_t n_edits, edits_room;
	struct pk_kept *kept;
	size_t n_kept, kept_room;
	struct pk_roles *roles;
	struct pk_geometry *geometry;
	struct pk_template_ids ids;
	struct pk_str styles_name; /* the part with the styles */
	struct pk_str accent;      /* the colour's six digits; empty: none */
	bool names_pages, names_draft, has_blocks;
	struct pk_pos pages_at; /* the first tag for a page */
	bool names_anchors;     /* in the body, where pages can be counted */
	bool failed;            /* an error is recorded; others are still looked for */
	struct pk_review review;  /* what was accepted and dropped */
	struct pk_checks *checks; /* what has been seen for them; NULL: none are wanted */
	struct pk_str *chain;   /* partials being put in, outermost first */
	size_t n_chain, chain_room;
};

/* What elements are, for the reader of a part's file (struct pk_xml_about; the owner is the part): it is asked of
 * each many times. */
uint8_t pk_place_named(void *owner, struct pk_str name);
/* What is noted in the node; 0 means that nobody has looked. */
enum { PK_PLACE_LOOKED_UP = 1 };
/* The place of an element of which nothing is noted. */
enum pk_place pk_place_look_up(const struct pk_part *part, const struct pk_xml *node);
static inline enum pk_place pk_place_of(const struct pk_part *part, const struct pk_xml *node)
{
	if (node == NULL || node->kind != PK_XML_ELEMENT)
		return PK_PLACE_OTHER;
	if (node->place == 0 || part->plain)
		return pk_place_look_up(part, node);
	return (enum pk_place)(node->place - PK_PLACE_LOOKED_UP);
}
static inline bool pk_place_is(
		const struct pk_part *part, const struct pk_xml *node, enum pk_place place)
{
	return node != NULL && node->kind == PK_XML_ELEMENT && pk_place_of(part, node) == place;
}
static inline struct pk_tagged *pk_tagged_of(const struct pk_xml *node)
{
	return node->kind == PK_XML_MARKER ? node->data : NULL;
}

static inline bool pk_tagged_opens(const struct pk_tagged *tagged)
{
	return tagged->tag.kind == PK_TAG_OPEN || tagged->tag.kind == PK_TAG_UNLESS;
}
static inline bool pk_tagged_is_section(const struct pk_tagged *tagged)
{
	return pk_tagged_opens(tagged) || tagged->tag.kind == PK_TAG_CLOSE;
}
/* Nothing is ever written where it stands. */
static inline bool pk_tagged_is_silent(const struct pk_tagged *tagged)
{
	return tagged->tag.kind == PK_TAG_COMMENT || tagged->tag.kind == PK_TAG_DELIMITERS;
}

/* True when the element holds nothing but its shared properties. */
bool pk_tree_bare(const struct pk_part *part, const struct pk_xml *node);
/* Cuts the marker's parent in two, so that the marker stands between the halves; a half that holds
 * nothing is dropped. */
PK_MUST bool pk_tree_cut(struct pk_part *part, struct pk_xml *marker);
PK_MUST bool pk_tree_copy(struct pk_job *job, const struct pk_xml *node, struct pk_xml **ret);
/* Moves a marker to stand before, behind another node. */
void pk_tree_move_before(struct pk_xml *marker, struct pk_xml *before);
void pk_tree_move_after(struct pk_xml *marker, struct pk_xml *after);

/* Finds the tags of a part and puts markers in their place. False only when they are too many or
 * memory is out; what is wrong with a tag is recorded in part->c->failed. */
PK_MUST bool pk_tags_find(struct pk_part *part);
/* Lists the tags anew, in document order. */
PK_MUST bool pk_tags_list(struct pk_part *part);
/* The text of a paragraph as messages show it. */
PK_MUST bool pk_tags_text(struct pk_part *part, struct pk_xml *paragraph, struct pk_str *ret);
/* Drops what the editor notes for itself. */
void pk_tags_clean(struct pk_part *part);
/* Tags where none can be: attributes, fields. */
void pk_tags_check_places(struct pk_part *part);
/* Replaces a paragraph with {{>x}} by the blocks of that template, and a marker behind them.
 * *ret_next is the first of these. */
PK_MUST bool pk_partial_put(
		struct pk_part *part, const struct pk_tagged *tagged, struct pk_xml **ret_next);
/* The search has come to that marker. */
void pk_partial_end(struct pk_part *part);
/* Refuses a partial template for what is in it; what is the thing, in the user's words. */
bool pk_partial_refuse(
		struct pk_part *part, struct pk_str name, struct pk_pos at, const char *what);

/* Checks the names against the model, and which sections turn. */
PK_MUST bool pk_sections_check(struct pk_part *part);
/* Elements of that kind that hold nothing but tags of sections that reach out of them give way to
 * the tags; a paragraph with nothing but {{{x}}} becomes its model. */
void pk_sections_take(struct pk_part *part, enum pk_place place);
/* Moves each pair of section tags to where what it holds is whole. */
PK_MUST bool pk_sections_lift(struct pk_part *part);

/* Finds what must be unique, and brings both ends of a bookmark into one section. */
PK_MUST bool pk_ids_find(struct pk_part *part);
/* The rule for an attribute, or NULL. */
const struct pk_id_rule *pk_ids_rule(
		const struct pk_dialect *dialect, const struct pk_xml *node, struct pk_str attr);
/* The owner of an id or a reference in a section (NULL: none); 0: the bytes stay. */
uint16_t pk_ids_owner(const struct pk_part *part, enum pk_fresh kind, struct pk_str value,
		const struct pk_tagged *section);
/* The section that stands open behind a node, if section stood open before it. */
struct pk_tagged *pk_ids_section(struct pk_tagged *section, const struct pk_xml *node);
/* The innermost of a section and those around it that turns; NULL: none. */
const struct pk_tagged *pk_ids_turning(const struct pk_tagged *section);
/* The owner of an item's list: the innermost repetition that holds more than items of it. */
uint16_t pk_ids_list_owner(
		struct pk_part *part, struct pk_str list, const struct pk_tagged *section);

/* The name of the character style whose colour is the kommun's. */
bool pk_accent_is_name(struct pk_str name);
/* Remembers that style's colour, if it is one and the model knows the kommun's. */
void pk_accent_set(struct pk_compiler *c, struct pk_str colour);
/* Where the colour stands in an attribute's value: value.n when it does not. In DOCX it may be the
 * whole value; with its sign it may be a part: "0.5pt solid #1b5e8a". */
size_t pk_accent_find(const struct pk_compiler *c, struct pk_str value);
/* Makes programs of all parts that have the colour, with or without tags; where Word has it from
 * the theme too, the theme gives way. */
void pk_accent_prepare(struct pk_compiler *c);

/* Writes the tree as a program. */
PK_MUST bool pk_emit_part(struct pk_part *part);

/* Runs a format's steps with a compiler, and gives back what only they needed. */
PK_MUST bool pk_compile_run(struct pk_compiler *c, const struct pk_template **ret,
		bool (*steps)(struct pk_compiler *c, const struct pk_template **ret));
/* Reads a part of a template; what is wrong is told with the template's name and the part's. */
PK_MUST bool pk_compile_tree(struct pk_job *job, const struct pk_package *in,
		struct pk_str template, struct pk_str name, struct pk_xml **ret);
/* Reads a part of the package into a tree, which goes with the compiler if it is not to be kept. */
PK_MUST bool pk_compile_read(
		struct pk_compiler *c, struct pk_str name, bool kept, struct pk_part **ret);
/* Refuses the template when the part's root is another element. */
PK_MUST bool pk_compile_expect(const struct pk_part *part, const char *root);
/* Reads a part of properties, if there is a tag in it. */
PK_MUST bool pk_compile_properties(struct pk_compiler *c, struct pk_str name);
/* The part with a tree of that name, or NULL. */
struct pk_part *pk_compile_part(const struct pk_compiler *c, struct pk_str name);
PK_MUST bool pk_compile_edit(struct pk_compiler *c, struct pk_str name, struct pk_str bytes);
/* Finds the tags of all story parts, lifts sections. False when the template has an error. */
PK_MUST bool pk_compile_tags(struct pk_compiler *c);
/* Keeps the tree of a part, as it is when all is compiled. */
PK_MUST bool pk_compile_keep(struct pk_compiler *c, struct pk_str name, const struct pk_xml *root);
/* False when something was told since compiling began: what reads the layout answers with some style when
 * memory is short, and tells of it. */
PK_MUST bool pk_compile_sound(const struct pk_compiler *c);
/* Programs, then the package. */
PK_MUST bool pk_compile_done(struct pk_compiler *c, const struct pk_format *format,
		const struct pk_template **ret);
/* Refuses the template for something in a part, at the paragraph where it stands; sets c->failed, so
 * that others are still looked for. False only when memory is out. */
PK_MUST bool pk_compile_refuse(struct pk_part *part, const struct pk_xml *node,
		enum pk_message message, struct pk_str what);
/* A whole tree as a part's bytes. */
PK_MUST bool pk_compile_print(struct pk_job *job, const struct pk_xml *root, struct pk_str *ret);

#endif
