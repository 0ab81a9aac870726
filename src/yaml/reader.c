/* libyaml's events to a tree of nodes, strictly. The only file that names libyaml. */
#include <yaml.h>

#include "base/text.h"
#include "yaml/inside.h"

/* Places are counted in characters by libyaml; every so many of them the byte is kept. */
enum { MARK_STEP = 64 };

/* How many syntax errors are looked for, reading all again for each, and in texts of what size. */
enum { SYNTAX_ERRORS = 10, MENDED_BYTES = 1 << 20 };

struct reader {
	struct pk_job *job;
	struct pk_yaml_text text;
	yaml_parser_t parser;
	bool alive;      /* the parser must be deleted */
	uint32_t *marks; /* byte of character i * MARK_STEP */
	size_t n_marks;
	struct pk_node *stack; /* finished nodes whose collection is still open */
	size_t n, room;
	size_t nodes;
	size_t last_scalar;
	bool alias; /* an alias has been met at alias_at and not been told yet */
	size_t alias_at;
	bool bad;    /* an error was recorded, but reading goes on */
	bool broken; /* a syntax error was recorded: patch tells how to go on */
	struct pk_yaml_patch patch;
};

static bool read_event(struct reader *r, const yaml_event_t *event, uint32_t depth);

static bool index_marks(struct reader *r)
{
	struct pk_str s = r->text.text;
	size_t characters = 0, i = 0;

	r->marks = pk_new(r->job, uint32_t, s.n / MARK_STEP + 1);
	if (r->marks == NULL)
		return false;
	for (r->n_marks = 0; i < s.n; i++) {
		if (((unsigned char)s.p[i] & 0xC0) != 0x80 && characters++ % MARK_STEP == 0)
			r->marks[r->n_marks++] = (uint32_t)i;
	}
	return true;
}

/* The byte where libyaml's mark stands. */
static size_t byte_of(const struct reader *r, const yaml_mark_t *mark)
{
	struct pk_str s = r->text.text;
	size_t step = mark->index / MARK_STEP, left = mark->index % MARK_STEP, at;

	if (r->n_marks == 0)
		return 0;
	if (step >= r->n_marks)
		return s.n;
	for (at = r->marks[step]; left > 0 && at < s.n; left--) {
		do
			at++;
		while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	}
	return at;
}

static bool start_parser(struct reader *r)
{
	if (!index_marks(r))
		return false;
	if (yaml_parser_initialize(&r->parser) == 0)
		return pk_fail(r->job, PK_M_MEMORY, PK_NOWHERE);
	r->alive = true;
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
			&r->parser, (const unsigned char *)r->text.text.p, r->text.text.n);
	return true;
}

static void stop_parser(struct reader *r)
{
	if (r->alive)
		yaml_parser_delete(&r->parser);
	r->alive = false;
}

/* Records a finding and goes on. The same text may be read again after a syntax error: what has
 * been told is not told twice. */
static void tell_once(struct reader *r, const struct pk_report *report)
{
	for (uint32_t i = 0; i < pk_diag_count(r->job->diags); i++) {
		const struct pk_report *told = pk_diag_get(r->job->diags, i);

		if (told->message == report->message && told->at.source == report->at.source &&
				told->at.offset == report->at.offset)
			return;
	}
	(void)pk_report(r->job, report);
}

static void tell(struct reader *r, const struct pk_report *report)
{
	r->bad = true;
	tell_once(r, report);
}

static void tell_quoted(struct reader *r, enum pk_message message, size_t at)
{
	tell(r, &(struct pk_report){ .message = message,
				.at = pk_yaml_pos(&r->text, at, at + 1),
				.a = pk_yaml_quoted_line(r->job, r->text.text, at) });
}

/* Tells of the last alias, unless what followed on its line made a text of it. */
static void tell_alias(struct reader *r)
{
	if (r->alias)
		tell_quoted(r, PK_M_YAML_REFERENCE, r->alias_at);
	r->alias = false;
}

static bool same_line(struct pk_str text, size_t a, size_t b)
{
	return pk_yaml_line_at(text, a).from == pk_yaml_line_at(text, b).from;
}

/* True when the line at a place is not what the file holds: a finding there has been told. */
static bool told_line(const struct reader *r, size_t at)
{
	struct pk_yaml_line line = pk_yaml_line_at(r->text.text, at);
	struct pk_str written = pk_source_get(r->job->sources, r->text.source)->text;

	return !pk_str_eq(pk_str_slice(r->text.text, line.from, line.to),
			pk_str_slice(written, r->text.base + line.from, r->text.base + line.to));
}

/* Says what stopped the parser, if it can be trusted: on a line with a finding, and behind a tab in
 * the indentation, it cannot. */
static bool syntax_error(struct reader *r)
{
	struct pk_yaml_problem problem = { .context = r->parser.context,
		.words = r->parser.problem,
		.at = byte_of(r, &r->parser.problem_mark),
		.context_at = byte_of(r, &r->parser.context_mark),
		.last_scalar = r->last_scalar };

	if (r->parser.error == YAML_MEMORY_ERROR)
		return pk_fail(r->job, PK_M_MEMORY, PK_NOWHERE);
	if (r->alias && same_line(r->text.text, r->alias_at, problem.at))
		r->alias = false;
	tell_alias(r);
	if (problem.at < r->text.trusted && !told_line(r, problem.at)) {
		pk_yaml_explain(r->job, &r->text, &problem, &r->patch);
		r->broken = true;
	}
	return false;
}

/* The next event; on success the caller deletes it. Behind a tab in the indentation nothing is
 * read: the tab has been told, and what follows would be guesses. */
static bool next(struct reader *r, yaml_event_t *event)
{
	if (yaml_parser_parse(&r->parser, event) == 0)
		return syntax_error(r);
	tell_alias(r);
	if (byte_of(r, &event->start_mark) < r->text.trusted)
		return true;
	yaml_event_delete(event);
	return false;
}

static struct pk_pos place(const struct reader *r, const yaml_event_t *event)
{
	size_t from = byte_of(r, &event->start_mark), to = byte_of(r, &event->end_mark);

	if (event->type != YAML_SCALAR_EVENT)
		to = from < r->text.text.n ? from + 1 : from;
	while (to > from && memchr(" \t\r\n", r->text.text.p[to - 1], 4) != NULL)
		to--;
	return pk_yaml_pos(&r->text, from, to);
}

static bool push(struct reader *r, const struct pk_node *node)
{
	if (!pk_grow(r->job, &r->stack, r->n, &r->room))
		return false;
	r->stack[r->n++] = *node;
	return true;
}

/* Anchors and tags are told; reading goes on. */
static void refuse_properties(struct reader *r, const yaml_event_t *event, bool anchor, bool tag)
{
	if (anchor || tag)
		tell_quoted(r, anchor ? PK_M_YAML_REFERENCE : PK_M_YAML_TAG,
				byte_of(r, &event->start_mark));
}

/* Escapes can smuggle in what the file's bytes may not hold. */
static void check_characters(struct reader *r, const struct pk_node *scalar)
{
	enum pk_message message = PK_M_NONE;
	uint32_t c = 0;

	for (size_t at = 0; at < scalar->text.n && message == PK_M_NONE;) {
		c = pk_text_next(scalar->text, &at);
		message = pk_yaml_forbidden(c);
	}
	if (message != PK_M_NONE)
		tell(r, &(struct pk_report){ .message = message,
					.at = scalar->at,
					.a = pk_yaml_character_name(r->job, c) });
}

/* "Budget #3" ends before its number, which whoever wrote it does not know. A comment that is meant
 * as one has a space behind its sign. */
static void check_comment(struct reader *r, const yaml_event_t *event)
{
	struct pk_str text = r->text.text;
	size_t from = byte_of(r, &event->end_mark);
	struct pk_yaml_line line = pk_yaml_line_at(text, from);

	while (from < line.to && text.p[from] == ' ')
		from++;
	if (from + 1 < line.to && text.p[from] == '#' && memchr(" \t#", text.p[from + 1], 3) == NULL)
		tell_once(r, &(struct pk_report){ .message = PK_M_YAML_COMMENT,
					.at = pk_yaml_pos(&r->text, from, line.to),
					.a = pk_yaml_quoted_line(r->job, text, from) });
}

static bool read_scalar(struct reader *r, const yaml_event_t *event)
{
	yaml_scalar_style_t style = event->data.scalar.style;
	struct pk_str value = { (const char *)event->data.scalar.value, event->data.scalar.length };
	struct pk_node node = { .kind = PK_NODE_SCALAR,
		.at = place(r, event),
		.plain = style == YAML_PLAIN_SCALAR_STYLE,
		.block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE };

	refuse_properties(r, event, event->data.scalar.anchor != NULL,
			event->data.scalar.tag != NULL);
	r->last_scalar = byte_of(r, &event->start_mark);
	if (!pk_copy(r->job, value, &node.text) || !pk_text_nfc(r->job, node.text, &node.text))
		return false;
	if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		check_characters(r, &node);
	if (!node.block)
		check_comment(r, event);
	return push(r, &node);
}

/* An alias stands as an empty text until it is told. */
static bool read_alias(struct reader *r, const yaml_event_t *event)
{
	struct pk_node node = { .kind = PK_NODE_SCALAR, .at = place(r, event), .plain = true };

	r->alias = true;
	r->alias_at = byte_of(r, &event->start_mark);
	return push(r, &node);
}

/* Reads nodes onto the stack until the event that ends their collection. */
static bool read_until(struct reader *r, yaml_event_type_t end, uint32_t depth)
{
	for (;;) {
		yaml_event_t event;
		bool ended, ok;

		if (!next(r, &event))
			return false;
		ended = event.type == end;
		ok = ended || read_event(r, &event, depth);
		yaml_event_delete(&event);
		if (ended || !ok)
			return ok;
	}
}

static bool read_list(struct reader *r, const yaml_event_t *event, uint32_t depth)
{
	struct pk_node node = { .kind = PK_NODE_LIST, .at = place(r, event) }, *items;
	size_t start = r->n;

	refuse_properties(r, event, event->data.sequence_start.anchor != NULL,
			event->data.sequence_start.tag != NULL);
	if (!read_until(r, YAML_SEQUENCE_END_EVENT, depth + 1))
		return false;
	node.n = r->n - start;
	items = pk_new(r->job, struct pk_node, node.n);
	if (items == NULL)
		return false;
	if (node.n > 0)
		memcpy(items, r->stack + start, node.n * sizeof(*items));
	node.items = items;
	r->n = start;
	return push(r, &node);
}

/* The same for all spellings that pk_text_same_key() takes for one key: vowels and letters outside
 * ASCII do not count. */
static uint32_t key_hash(struct pk_str key)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < key.n; i++) {
		unsigned char c = (unsigned char)key.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + ('a' - 'A'));
		if (c < 0x80 && strchr("aeou", c) == NULL)
			hash = (hash ^ c) * 16777619u;
	}
	return hash;
}

static void tell_duplicate(struct reader *r, const struct pk_node *key, const struct pk_node *first)
{
	bool same = pk_str_eq(key->text, first->text);

	tell(r, &(struct pk_report){ .message = same ? PK_M_YAML_DUPLICATE : PK_M_YAML_TWIN,
				.at = key->at,
				.a = key->text,
				.b = first->text,
				.other = first->at });
}

/* Finds keys that stand twice, also in another spelling. */
static bool check_duplicates(struct reader *r, const struct pk_node *map)
{
	size_t size = 8;
	uint32_t *table;

	while (size < map->n * 2)
		size *= 2;
	table = pk_new(r->job, uint32_t, size);
	if (table == NULL)
		return false;
	for (size_t i = 0; i < map->n; i++) {
		const struct pk_node *key = &map->pairs[i].key;
		size_t slot = key_hash(key->text) & (size - 1);

		while (table[slot] != 0 &&
				!pk_text_same_key(map->pairs[table[slot] - 1].key.text, key->text))
			slot = (slot + 1) & (size - 1);
		if (table[slot] != 0)
			tell_duplicate(r, key, &map->pairs[table[slot] - 1].key);
		else
			table[slot] = (uint32_t)i + 1;
	}
	return true;
}

static void check_key(struct reader *r, const struct pk_node *key)
{
	if (key->kind != PK_NODE_SCALAR || key->text.n == 0)
		tell(r, &(struct pk_report){ .message = PK_M_YAML_KEY, .at = key->at });
	else if (key->plain && pk_str_is(key->text, "<<"))
		tell(r, &(struct pk_report){ .message = PK_M_YAML_MERGE, .at = key->at });
}

/* Takes what stands on the stack from start on as keys and values by turns. */
static bool pack_pairs(struct reader *r, size_t start, struct pk_node *map)
{
	struct pk_pair *pairs;

	map->n = (r->n - start) / 2;
	pairs = pk_new(r->job, struct pk_pair, map->n);
	if (pairs == NULL)
		return false;
	for (size_t i = 0; i < map->n; i++) {
		pairs[i] = (struct pk_pair){ r->stack[start + 2 * i], r->stack[start + 2 * i + 1] };
		check_key(r, &pairs[i].key);
	}
	map->pairs = pairs;
	r->n = start;
	return check_duplicates(r, map);
}

static bool read_map(struct reader *r, const yaml_event_t *event, uint32_t depth)
{
	struct pk_node node = { .kind = PK_NODE_MAP, .at = place(r, event) };
	size_t start = r->n;

	refuse_properties(r, event, event->data.mapping_start.anchor != NULL,
			event->data.mapping_start.tag != NULL);
	if (!read_until(r, YAML_MAPPING_END_EVENT, depth + 1))
		return false;
	if ((r->n - start) / 2 > r->job->limits->yaml_keys)
		return pk_fail(r->job, PK_M_YAML_KEYS, node.at,
				pk_number(r->job, r->job->limits->yaml_keys));
	return pack_pairs(r, start, &node) && push(r, &node);
}

/* Reads the node that begins with event onto the stack. */
static bool read_event(struct reader *r, const yaml_event_t *event, uint32_t depth)
{
	const struct pk_limits *limits = r->job->limits;

	if (depth > limits->yaml_depth)
		return pk_fail(r->job, PK_M_YAML_DEPTH, place(r, event),
				pk_number(r->job, limits->yaml_depth));
	if (++r->nodes > limits->yaml_nodes)
		return pk_fail(r->job, PK_M_YAML_NODES, place(r, event),
				pk_number(r->job, limits->yaml_nodes));
	if (event->type == YAML_ALIAS_EVENT)
		return read_alias(r, event);
	if (event->type == YAML_SCALAR_EVENT)
		return read_scalar(r, event);
	if (event->type == YAML_SEQUENCE_START_EVENT)
		return read_list(r, event, depth);
	return read_map(r, event, depth);
}

/* True when the next event is of that type; another is left in *ret_type, and its place. */
static bool expect(struct reader *r, yaml_event_type_t type, yaml_event_type_t *ret_type,
		struct pk_pos *ret_at)
{
	yaml_event_t event;

	*ret_type = YAML_NO_EVENT;
	if (!next(r, &event))
		return false;
	*ret_type = event.type;
	*ret_at = place(r, &event);
	yaml_event_delete(&event);
	return *ret_type == type;
}

static bool empty(struct reader *r)
{
	return pk_fail(r->job, PK_M_YAML_EMPTY, pk_yaml_pos(&r->text, 0, 0));
}

static bool read_root(struct reader *r)
{
	yaml_event_t event;
	bool ok;

	if (!next(r, &event))
		return false;
	ok = read_event(r, &event, 1);
	yaml_event_delete(&event);
	if (ok && r->stack[0].kind == PK_NODE_SCALAR && r->stack[0].plain &&
			r->stack[0].text.n == 0)
		return empty(r);
	return ok;
}

/* The one document that a file may hold. */
static bool read_stream(struct reader *r)
{
	yaml_event_type_t type;
	struct pk_pos at = PK_NOWHERE;

	if (!expect(r, YAML_STREAM_START_EVENT, &type, &at))
		return false;
	if (!expect(r, YAML_DOCUMENT_START_EVENT, &type, &at))
		return type == YAML_STREAM_END_EVENT ? empty(r) : false;
	if (!read_root(r) || !expect(r, YAML_DOCUMENT_END_EVENT, &type, &at))
		return false;
	if (!expect(r, YAML_STREAM_END_EVENT, &type, &at))
		return type == YAML_DOCUMENT_START_EVENT ? pk_fail(r->job, PK_M_YAML_DOCUMENTS, at)
							 : false;
	return true;
}

/* Puts filler where the parser stumbled. */
static bool mend(struct reader *r)
{
	struct pk_str copy;
	char *bytes = pk_alloc(r->job, 1, r->text.text.n);

	if (bytes == NULL)
		return false;
	copy = (struct pk_str){ bytes, r->text.text.n };
	memcpy(bytes, r->text.text.p, copy.n);
	memset(bytes + r->patch.from, r->patch.filler, r->patch.to - r->patch.from);
	r->text.text = copy;
	return true;
}

/* After a syntax error the rest of the file is unread. Where the place can be mended, all is read
 * again to find the next, so that all are told at once. */
static void find_more(struct reader *r)
{
	size_t behind = 0;

	if (r->text.text.n > MENDED_BYTES)
		return;
	for (int i = 1; i < SYNTAX_ERRORS && r->broken; i++) {
		if (r->patch.to <= r->patch.from || r->patch.to <= behind || !mend(r))
			return;
		behind = r->patch.to;
		r->broken = r->alias = false;
		r->n = r->nodes = 0;
		stop_parser(r);
		if (!start_parser(r) || read_stream(r))
			return;
	}
}

bool pk_yaml_read(struct pk_job *job, uint32_t source, const struct pk_node **ret)
{
	struct reader r = { .job = job };
	struct pk_node *root;
	bool ok;

	pk_yaml_scan(job, source, &r.text);
	if (!r.text.readable)
		return false;
	if (r.text.text.n == 0)
		return empty(&r);
	ok = start_parser(&r) && read_stream(&r);
	find_more(&r);
	stop_parser(&r);
	if (!ok || r.bad || !r.text.clean)
		return false;
	root = pk_new(job, struct pk_node, 1);
	if (root == NULL)
		return false;
	*root = r.stack[0];
	*ret = root;
	return true;
}
