/* Braces and brackets around names that are no tags: one brace is missing, a space stands between
 * two, the keyboard made wide ones, or another program's templates were the model. They would stand
 * in the protocol as they are. */
#include "format/common/lookalike.h"

#include "base/text.h"
#include "value/value.h"

/* How deep a name is looked for in the model. */
enum { DEEPEST = 8 };

enum kind { OTHER, SPACE, OPENS_BRACE, CLOSES_BRACE, OPENS, CLOSES };

static enum kind kind_of(uint32_t c)
{
	static const struct {
		uint32_t c;
		enum kind kind;
	} kinds[] = { { ' ', SPACE }, { 0xA0, SPACE }, { '{', OPENS_BRACE }, { '}', CLOSES_BRACE },
		{ 0xFF5B, OPENS_BRACE }, { 0xFF5D, CLOSES_BRACE }, { '[', OPENS }, { ']', CLOSES },
		{ '<', OPENS }, { '>', CLOSES }, { 0xAB, OPENS }, { 0xBB, CLOSES } };
	for (size_t i = 0; i < PK_COUNT(kinds); i++)
		if (kinds[i].c == c)
			return kinds[i].kind;
	return OTHER;
}

static bool is_one_of(enum kind kind, enum kind a, enum kind b)
{
	return kind == a || kind == b || kind == SPACE;
}

/* Moves *at past characters of those kinds. */
static void pass(struct pk_str text, enum kind a, enum kind b, size_t *at)
{
	for (size_t next = *at; next < text.n; *at = next)
		if (!is_one_of(kind_of(pk_text_next(text, &next)), a, b))
			break;
}

/* Moves *at to the next bracket, space or end of line. */
static void pass_word(struct pk_str text, size_t *at)
{
	for (size_t next = *at; next < text.n; *at = next) {
		uint32_t c = pk_text_next(text, &next);
		if (kind_of(c) != OTHER || c == '\n' || c == '\t')
			break;
	}
}

/* True when a map somewhere in the value has that name. */
static bool has_name(const struct pk_value *value, struct pk_str name, unsigned depth)
{
	if (value->kind == PK_LIST)
		return value->as.list.n > 0 && has_name(&value->as.list.v[0], name, depth);
	if (value->kind != PK_MAP || depth == 0)
		return false;
	if (pk_value_get(value, name) != NULL)
		return true;
	for (size_t i = 0; i < value->as.map.n; i++)
		if (has_name(&value->as.map.v[i].value, name, depth - 1))
			return true;
	return false;
}

/* A name as a tag has it, with a sigil before and a question mark behind; its first part counts. */
static bool is_known(const struct pk_value *model, struct pk_str name)
{
	struct pk_str first;
	if (name.n > 0 && memchr("#^/", name.p[0], 3) != NULL)
		name = pk_str_slice(name, 1, name.n);
	if (pk_str_ends(name, PK_STR("?")))
		name.n--;
	return model != NULL && name.n > 0 && pk_str_next(&name, '.', &first) && first.n > 0 &&
	       has_name(model, first, DEEPEST);
}

/* Past a tag; into one that is never closed, which others tell. */
static size_t behind_tag(struct pk_str text, size_t at)
{
	size_t close = pk_str_find(text, PK_STR("}}"), at + 2);
	size_t open = pk_str_find(text, PK_STR("{{"), at + 2);
	if (open < close)
		return open;
	at = close < text.n ? close + 2 : text.n;
	while (at < text.n && text.p[at] == '}')
		at++;
	return at;
}

/* What begins with a bracket at from. False when it is an ordinary one. */
static bool read_one(struct pk_str text, const struct pk_value *model, size_t from, enum kind kind,
		struct pk_lookalike *ret)
{
	bool brace = kind == OPENS_BRACE || kind == CLOSES_BRACE;
	size_t at = from, word, end;
	pass(text, brace ? OPENS_BRACE : OPENS, SPACE, &at);
	word = at;
	pass_word(text, &at);
	end = at;
	pass(text, brace ? CLOSES_BRACE : CLOSES, SPACE, &at);
	*ret = (struct pk_lookalike){ .from = from, .to = at };
	while (ret->to > end && text.p[ret->to - 1] == ' ')
		ret->to--;
	if (ret->to == end)
		ret->to = from + 1;
	else
		ret->name = pk_str_slice(text, word, end);
	ret->known = is_known(model, ret->name);
	return brace || ret->known;
}

bool pk_lookalike_next(
		struct pk_str text, const struct pk_value *model, size_t *at, struct pk_lookalike *ret)
{
	while (*at < text.n) {
		size_t from = *at;
		enum kind kind = kind_of(pk_text_next(text, at));
		if (pk_str_starts(pk_str_slice(text, from, text.n), PK_STR("{{"))) {
			*at = behind_tag(text, from);
		} else if (kind != OTHER && kind != SPACE && kind != CLOSES &&
				read_one(text, model, from, kind, ret)) {
			*at = ret->to > *at ? ret->to : *at;
			ret->to = *at;
			return true;
		}
	}
	return false;
}
