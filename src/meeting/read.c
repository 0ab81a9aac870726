/* Small values: lines, texts, dates, words. */
#include "meeting/read.h"

#include <assert.h>

#include "base/text.h"
#include "meeting/spans.h"

struct pk_origin pk_origin_of(const struct pk_node *node)
{
	return (struct pk_origin){ node, node->at };
}

struct pk_pos pk_origin_place(const struct pk_reader *r, const struct pk_origin *origin,
		struct pk_str piece)
{
	if (origin->node == NULL || piece.p == NULL || piece.n == 0)
		return origin->at;
	return pk_node_place(r->job, origin->node, (size_t)(piece.p - origin->node->text.p), piece.n);
}

bool pk_read_items(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		const struct pk_node **ret, size_t *ret_n)
{
	bool ok = true;

	*ret = node->kind == PK_NODE_LIST ? node->items : node;
	*ret_n = node->kind == PK_NODE_LIST ? node->n : 1;
	for (size_t i = 0; i < *ret_n; i++) {
		if (pk_node_empty(&(*ret)[i]))
			ok = pk_fail(r->job, PK_M_ITEM_EMPTY, (*ret)[i].at, pk_str_of(key->name));
	}
	return ok;
}

bool pk_read_maps(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		void **array, size_t size, size_t *n,
		bool (*check)(struct pk_reader *r, const void *item))
{
	const struct pk_node *items;
	size_t n_items;
	bool ok = pk_read_items(r, key, node, &items, &n_items);
	char *item = pk_alloc(r->job, size, n_items);

	*array = item;
	if (item == NULL)
		return false;
	for (*n = 0; *n < n_items; item += size) {
		const struct pk_node *from = &items[(*n)++];

		*(struct pk_pos *)(void *)item = from->at;
		if (pk_node_empty(from))
			continue;
		ok = pk_read_map(r, key->children, key->name, from, item) &&
				(check == NULL || check(r, item)) && ok;
	}
	return ok;
}

bool pk_read_number(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		uint32_t least, uint32_t *ret)
{
	struct pk_str text;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (pk_str_uint(text, ret) && *ret >= least)
		return true;
	return pk_fail(r->job, PK_M_NUMBER_FORM, node->at, text, pk_str_of(key->name));
}

bool pk_read_one_line(struct pk_reader *r, const char *name, const struct pk_node *node,
		struct pk_str *ret)
{
	struct pk_str text = pk_str_trim(node->text);

	if (node->kind != PK_NODE_SCALAR || pk_str_find(text, PK_STR("\n"), 0) < text.n)
		return pk_fail(r->job, PK_M_WANT_LINE, node->at, pk_str_of(name));
	*ret = text;
	return true;
}

PK_READER(pk_read_str)
{
	return pk_read_one_line(r, key->name, node, target);
}

PK_READER(pk_read_line)
{
	struct pk_line *line = target;

	line->at = node->at;
	return pk_read_one_line(r, key->name, node, &line->text) &&
			pk_secret_line(r, node, &line->text);
}

PK_READER(pk_read_lines)
{
	struct pk_lines *lines = target;
	const struct pk_node *items;
	size_t n;
	bool ok;

	ok = pk_read_items(r, key, node, &items, &n);
	if ((lines->v = pk_new(r->job, struct pk_line, n)) == NULL)
		return false;
	for (lines->n = 0; lines->n < n; lines->n++)
		ok = pk_read_line(r, key, &items[lines->n], &lines->v[lines->n]) && ok;
	return ok;
}

static struct pk_pos place_in_node(const struct pk_job *job, const void *node, size_t offset,
		size_t length)
{
	return pk_node_place(job, node, offset, length);
}

PK_READER(pk_read_prose)
{
	struct pk_prose *prose = target;
	struct pk_markup_origin origin = { node, place_in_node };
	struct pk_str text;

	prose->at = node->at;
	if (node->kind != PK_NODE_SCALAR)
		return pk_fail(r->job, PK_M_WANT_TEXT, node->at, pk_str_of(key->name));
	if (pk_str_trim(node->text).n == 0)
		return true;
	return pk_secret_before_markup(r, node->text, &text) &&
			pk_markup_parse(r->job, text, &origin, &prose->blocks) &&
			pk_secret_blocks(r, node, prose->blocks);
}

PK_READER(pk_read_proses)
{
	struct pk_proses *points = target;
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((points->v = pk_new(r->job, struct pk_prose, n)) == NULL)
		return false;
	for (points->n = 0; points->n < n; points->n++)
		ok = pk_read_prose(r, key, &items[points->n], &points->v[points->n]) && ok;
	return ok;
}

static int last_day_of(int year, int month)
{
	int day = 31;

	while (day > 28 && !pk_date_valid(year, month, day))
		day--;
	return day;
}

/* Digits in the form 0000-00-00; the day need not exist. */
static bool date_digits(struct pk_str text, uint32_t *year, uint32_t *month, uint32_t *day)
{
	return text.n == 10 && text.p[4] == '-' && text.p[7] == '-' &&
			pk_str_uint(pk_str_slice(text, 0, 4), year) &&
			pk_str_uint(pk_str_slice(text, 5, 7), month) &&
			pk_str_uint(pk_str_slice(text, 8, 10), day);
}

bool pk_date_read(struct pk_reader *r, struct pk_str text, struct pk_pos at, struct pk_date *ret)
{
	uint32_t year, month, day;

	if (pk_date_parse(text, ret))
		return true;
	if (!date_digits(text, &year, &month, &day) || !pk_date_valid((int)year, (int)month, 1))
		return pk_fail(r->job, PK_M_DATE_FORM, at, text);
	return pk_fail(r->job, PK_M_DATE_DAY, at, text, pk_str_slice(text, 0, 7),
			pk_number(r->job, (uint64_t)last_day_of((int)year, (int)month)));
}

PK_READER(pk_read_day)
{
	struct pk_day *day = target;
	struct pk_str text;

	day->at = node->at;
	return pk_read_one_line(r, key->name, node, &text) &&
			pk_date_read(r, text, node->at, &day->date);
}

PK_READER(pk_read_date)
{
	struct pk_day day;

	if (!pk_read_day(r, key, node, &day))
		return false;
	*(struct pk_date *)target = day.date;
	return true;
}

PK_READER(pk_read_clock)
{
	struct pk_line *line = target;
	struct pk_str text;

	line->at = node->at;
	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	return pk_times_normal(r->job, text, &line->text) ||
			pk_fail(r->job, PK_M_TIME_FORM, node->at, text);
}

bool pk_yes_no(struct pk_str text, bool *ret)
{
	*ret = pk_text_same_key(text, PK_STR("ja")) || pk_text_same_key(text, PK_STR("true"));
	return *ret || pk_text_same_key(text, PK_STR("nej")) ||
			pk_text_same_key(text, PK_STR("false"));
}

PK_READER(pk_read_bool)
{
	struct pk_str text;
	bool yes;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (!pk_yes_no(text, &yes))
		return pk_fail(r->job, PK_M_YES_NO, node->at, text, pk_str_of(key->name));
	*(bool *)target = yes;
	return true;
}

PK_READER(pk_read_forced)
{
	bool yes;

	if (!pk_read_bool(r, key, node, &yes))
		return false;
	*(enum pk_forced *)target = yes ? PK_FORCED_YES : PK_FORCED_NO;
	return true;
}

static struct pk_str with_commas(struct pk_reader *r, struct pk_str words)
{
	struct pk_out out = pk_out_new(r->job->arena, 256);
	struct pk_str word;

	while (pk_str_next(&words, ' ', &word)) {
		if (out.n > 0)
			pk_put_c(&out, ", ");
		pk_put(&out, word);
	}
	return out.failed ? PK_STR("") : pk_out_str(&out);
}

bool pk_read_word(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		unsigned *ret)
{
	struct pk_str text, rest = pk_str_of(key->words), word;
	unsigned i = 0;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	for (; pk_str_next(&rest, ' ', &word); i++) {
		if (pk_text_same_key(text, word)) {
			*ret = i;
			return true;
		}
	}
	return pk_fail(r->job, PK_M_WORD, node->at, text, with_commas(r, pk_str_of(key->words)));
}

PK_READER(pk_read_told)
{
	bool yes;

	if (!pk_read_bool(r, key, node, &yes))
		return false;
	*(enum pk_told *)target = yes ? PK_TOLD_YES : PK_TOLD_NO;
	return true;
}

/* Enumerations without negative values are stored as unsigned by every compiler we build with. */
static_assert(sizeof(enum pk_appeal) == sizeof(unsigned), "enumerations are unsigned");

PK_READER(pk_read_choice)
{
	return pk_read_word(r, key, node, target);
}

PK_READER(pk_read_choice_past_default)
{
	unsigned word;

	if (!pk_read_word(r, key, node, &word))
		return false;
	*(unsigned *)target = word + 1;
	return true;
}

PK_READER(pk_read_signing)
{
	unsigned word;

	if (!pk_read_word(r, key, node, &word))
		return false;
	*(enum pk_signing *)target = (enum pk_signing)word;
	return true;
}
