/* Renaming while a document is read. All declarations move to the root, so every prefix must mean
 * one namespace in the whole document; a file may do otherwise. */
#include "xml/known.h"
#include "xml/namespaces.h"

struct space {
	const char *key; /* the parser's own pointer to the URI */
	struct pk_str uri;
	struct pk_str prefix; /* to be written; empty as long as nothing needs one */
	bool known;
	bool bare;     /* elements are written without prefix, whatever the file did */
	bool declared; /* the root must declare the prefix */
};

/* A declaration in force. */
struct binding {
	const char *prefix;
	size_t space;
};

/* A name met before, so that it is made only once. */
struct name {
	struct pk_xml_written written;
	struct pk_xml_name used;
};

struct pk_xml_names {
	struct pk_job *job;
	struct pk_xml_about *about;
	struct space *spaces;
	size_t n_spaces, spaces_room;
	struct binding *bindings;
	size_t n_bindings, bindings_room;
	size_t *marks; /* per open element: n_bindings before it */
	size_t n_marks, marks_room;
	struct name *names; /* open addressing; a free place has no local name */
	size_t n_names, names_room;
	bool renamed; /* some prefix of the file is written otherwise */
};

/* Attributes whose value is a list of prefixes or of prefixed names... */
static const char *const lists[] = {
	"mc:Ignorable",
	"mc:MustUnderstand",
	"mc:ProcessContent",
	"mc:PreserveElements",
	"mc:PreserveAttributes",
	"Requires",
};
/* ...and whose value begins with a prefix and a colon. */
static const char *const begins[] = {
	"xsi:type",
	"chart:class",
	"form:control-implementation",
	"script:language",
	"script:event-name",
	"table:condition",
	"table:formula",
	"text:condition",
	"text:formula",
};

bool pk_xml_names_new(struct pk_job *job, struct pk_xml_about *about, struct pk_xml_names **ret)
{
	struct pk_xml_names *names = pk_new(job, struct pk_xml_names, 1);

	if (names == NULL)
		return false;
	names->job = job;
	names->about = about;
	names->names_room = 32; /* for the many small parts; it grows */
	names->names = pk_new(job, struct name, names->names_room);
	*ret = names;
	return names->names != NULL;
}

bool pk_xml_names_enter(struct pk_xml_names *names)
{
	if (!pk_grow(names->job, &names->marks, names->n_marks, &names->marks_room))
		return false;
	names->marks[names->n_marks++] = names->n_bindings;
	return true;
}

void pk_xml_names_leave(struct pk_xml_names *names)
{
	names->n_bindings = names->marks[--names->n_marks];
}

static bool is_prefix_used(const struct pk_xml_names *names, struct pk_str prefix)
{
	for (size_t i = 0; i < names->n_spaces; i++)
		if (pk_str_eq(names->spaces[i].prefix, prefix))
			return true;
	return false;
}

/* The file's own prefix, or with a number behind it when it would mean two things. */
static bool free_prefix(struct pk_xml_names *names, struct pk_str wanted, struct pk_str *ret)
{
	struct pk_str prefix;

	if (!pk_copy(names->job, wanted, &prefix))
		return false;
	for (uint64_t turn = 2; pk_xml_known_is_taken(prefix) || is_prefix_used(names, prefix);
			turn++)
		if (!pk_join(names->job, &prefix, wanted, pk_number(names->job, turn)))
			return false;
	*ret = prefix;
	return true;
}

/* The parser hands out addresses with each ampersand still written as a reference. */
static bool read_address(struct pk_job *job, const char *uri, struct pk_str *ret)
{
	struct pk_str rest = pk_str_of(uri), mark = PK_STR("&#38;"), joined = PK_STR("");

	for (size_t at; (at = pk_str_find(rest, mark, 0)) < rest.n;) {
		if (!pk_join(job, &joined, joined, pk_str_slice(rest, 0, at + 1)))
			return false;
		rest = pk_str_slice(rest, at + mark.n, rest.n);
	}
	return pk_join(job, ret, joined, rest);
}

/* The number of a namespace, known from now on. */
static bool space_of(struct pk_xml_names *names, const char *uri, size_t *ret)
{
	for (*ret = 0; *ret < names->n_spaces; (*ret)++)
		if (names->spaces[*ret].key == uri)
			return true;
	if (!pk_grow(names->job, &names->spaces, names->n_spaces, &names->spaces_room))
		return false;

	struct space *space = &names->spaces[names->n_spaces];
	*space = (struct space){ .key = uri };
	if (!read_address(names->job, uri, &space->uri))
		return false;
	struct pk_str known = pk_xml_known_prefix(space->uri);
	space->known = known.p != NULL;
	space->bare = space->known && known.n == 0;
	space->declared = known.n > 0;
	space->prefix = known;
	names->n_spaces++;
	return true;
}

/* Gives a namespace a prefix because the file has one for it. */
static bool need_prefix(struct pk_xml_names *names, struct space *space, struct pk_str wanted)
{
	if (space->prefix.n == 0 && !free_prefix(names, wanted, &space->prefix))
		return false;
	space->declared = true;
	return true;
}

bool pk_xml_names_declare(struct pk_xml_names *names, const char *prefix, const char *uri)
{
	size_t number;

	/* xmlns="" takes no name: elements without namespace say themselves what they need. */
	if (uri == NULL || uri[0] == '\0')
		return true;
	if (!space_of(names, uri, &number) ||
			!pk_grow(names->job, &names->bindings, names->n_bindings,
					&names->bindings_room))
		return false;
	names->bindings[names->n_bindings++] = (struct binding){ prefix, number };

	struct space *space = &names->spaces[number];
	if (prefix != NULL && !space->bare && !need_prefix(names, space, pk_str_of(prefix)))
		return false;
	if (!pk_str_eq(space->prefix, pk_str_of(prefix)))
		names->renamed = true;
	return true;
}

static size_t hash_of(const struct pk_xml_written *name)
{
	uint64_t hash = (uint64_t)(uintptr_t)name->local;

	hash = (hash ^ (uint64_t)(uintptr_t)name->uri) * 0x9E3779B97F4A7C15u;
	hash = (hash ^ (uint64_t)(uintptr_t)name->prefix ^ name->attr) * 0x9E3779B97F4A7C15u;
	return (size_t)(hash >> 32);
}

/* The place of a name in the table, free or not. */
static struct name *place_of(const struct pk_xml_names *names, const struct pk_xml_written *name)
{
	size_t mask = names->names_room - 1, at = hash_of(name) & mask;

	for (;; at = (at + 1) & mask) {
		struct name *place = &names->names[at];
		const struct pk_xml_written *there = &place->written;

		if (there->local == NULL ||
				(there->local == name->local && there->prefix == name->prefix &&
						there->uri == name->uri && there->attr == name->attr))
			return place;
	}
}

static void give_names(struct pk_xml_names *names)
{
	pk_arena_give(names->job->arena, names->names, names->names_room * sizeof(*names->names));
}

static bool make_room(struct pk_xml_names *names)
{
	struct pk_xml_names old = *names;

	if (names->n_names * 2 < names->names_room)
		return true;
	names->names = pk_new(names->job, struct name, old.names_room * 2);
	if (names->names == NULL)
		return false;
	names->names_room = old.names_room * 2;
	for (size_t i = 0; i < old.names_room; i++) {
		const struct name *name = &old.names[i];

		if (name->written.local != NULL)
			*place_of(names, &name->written) = *name;
	}
	give_names(&old);
	return true;
}

/* With a prefix of ours, or bare with the default namespace that this takes. */
static bool make_name(struct pk_xml_names *names, const struct pk_xml_written *name,
		struct pk_xml_name *ret)
{
	struct pk_str local = pk_str_of(name->local), prefix = { NULL, 0 };
	size_t number;

	if (name->prefix != NULL && strcmp(name->prefix, "xml") == 0) {
		prefix = PK_STR("xml");
	} else if (name->uri != NULL) {
		if (!space_of(names, name->uri, &number))
			return false;
		struct space *space = &names->spaces[number];
		/* An unknown namespace that the file has both ways keeps both. */
		bool bare = !name->attr && (space->known ? space->bare : name->prefix == NULL);
		if (!bare && !need_prefix(names, space, pk_str_of(name->prefix)))
			return false;
		prefix = bare ? prefix : space->prefix;
		ret->needs_default = bare ? space->uri : ret->needs_default;
	} else if (!name->attr) {
		ret->needs_default = PK_STR("");
	}
	if (prefix.n == 0)
		return pk_copy(names->job, local, &ret->text);
	return pk_join(names->job, &ret->text, prefix, PK_STR(":"), local);
}

static bool add_name(struct pk_xml_names *names, const struct pk_xml_written *written,
		const struct pk_xml_name **ret)
{
	struct pk_xml_about *about = names->about;
	struct name name = { .written = *written }, *place;

	if (!make_room(names) || !make_name(names, written, &name.used))
		return false;
	if (about != NULL && about->place != NULL && !written->attr)
		name.used.place = about->place(about->owner, name.used.text);
	place = place_of(names, written);
	*place = name;
	names->n_names++;
	*ret = &place->used;
	return true;
}

bool pk_xml_names_of(struct pk_xml_names *names, const struct pk_xml_written *written,
		const struct pk_xml_name **ret)
{
	const struct name *name = place_of(names, written);

	if (name->written.local == NULL)
		return add_name(names, written, ret);
	*ret = &name->used;
	return true;
}

static bool is_one_of(struct pk_str name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (pk_str_is(name, list[i]))
			return true;
	return false;
}

/* What the file's prefix is written as here; the prefix itself when nothing declares it. */
static struct pk_str prefix_for(const struct pk_xml_names *names, struct pk_str prefix)
{
	for (size_t i = names->n_bindings; i-- > 0;)
		if (names->bindings[i].prefix != NULL &&
				pk_str_is(prefix, names->bindings[i].prefix)) {
			const struct space *space = &names->spaces[names->bindings[i].space];

			return space->prefix.n > 0 ? space->prefix : prefix;
		}
	return prefix;
}

/* One word: its prefix, and from the colon on as it was. */
static void put_renamed(struct pk_out *out, const struct pk_xml_names *names, struct pk_str word)
{
	size_t colon = pk_str_find(word, PK_STR(":"), 0);

	pk_put(out, prefix_for(names, pk_str_slice(word, 0, colon)));
	pk_put(out, pk_str_slice(word, colon, word.n));
}

bool pk_xml_names_value(struct pk_xml_names *names, struct pk_str attr, struct pk_str value,
		struct pk_str *ret)
{
	struct pk_str rest = value, word;

	*ret = value;
	if (!names->renamed)
		return true;
	bool list = is_one_of(attr, lists, PK_COUNT(lists));
	if (!list && !is_one_of(attr, begins, PK_COUNT(begins)))
		return true;
	/* A formula may begin with anything; only a word before a colon is a prefix. */
	if (!list && pk_str_find(value, PK_STR(":"), 0) == value.n)
		return true;

	struct pk_out out = pk_out_new(names->job->arena, names->job->limits->output_bytes);
	if (!list) {
		put_renamed(&out, names, value);
		return pk_out_done(names->job, &out, ret);
	}
	for (bool first = true; pk_str_next(&rest, ' ', &word); first = false) {
		if (!first)
			pk_put_byte(&out, ' ');
		put_renamed(&out, names, word);
	}
	return pk_out_done(names->job, &out, ret);
}

/* The owner's list: a name that the file has under two prefixes may stand there twice. */
static bool tell_names(const struct pk_xml_names *names)
{
	struct pk_xml_about *about = names->about;
	struct pk_str *list;

	if (about == NULL)
		return true;
	list = pk_new(names->job, struct pk_str, names->n_names);
	if (list == NULL)
		return false;
	about->names = list;
	about->n_names = 0;
	for (size_t i = 0; i < names->names_room; i++)
		if (names->names[i].written.local != NULL)
			list[about->n_names++] = names->names[i].used.text;
	return true;
}

bool pk_xml_names_finish(struct pk_xml_names *names, struct pk_xml *root)
{
	struct pk_xml_attr *attrs =
			pk_new(names->job, struct pk_xml_attr, names->n_spaces + root->n_attrs);
	size_t n = 0, from = root->n_attrs > 0 && pk_str_is(root->attrs[0].name, "xmlns");

	if (attrs == NULL || !tell_names(names))
		return false;
	if (from > 0)
		attrs[n++] = root->attrs[0];
	for (size_t i = 0; i < names->n_spaces; i++) {
		const struct space *space = &names->spaces[i];

		if (!space->declared)
			continue;
		if (!pk_join(names->job, &attrs[n].name, PK_STR("xmlns:"), space->prefix))
			return false;
		attrs[n++].value = space->uri;
	}
	if (root->n_attrs > from)
		memcpy(attrs + n, root->attrs + from, (root->n_attrs - from) * sizeof(*attrs));
	root->attrs = attrs;
	root->n_attrs += n - from;
	return true;
}

void pk_xml_names_drop(struct pk_xml_names *names)
{
	struct pk_arena *arena = names->job->arena;

	give_names(names);
	pk_arena_give(arena, names->spaces, names->spaces_room * sizeof(*names->spaces));
	pk_arena_give(arena, names->bindings, names->bindings_room * sizeof(*names->bindings));
	pk_arena_give(arena, names->marks, names->marks_room * sizeof(*names->marks));
}
