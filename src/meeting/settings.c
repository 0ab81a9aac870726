/* What does not change from meeting to meeting. The settings file is read into the same model
 * before the meeting, which then writes over it, key by key. */
#include "meeting/read.h"

#include "base/text.h"

void pk_settings_default(struct pk_settings *settings)
{
	static const struct pk_str words[] = {
#define L(id, key, words_) [PK_LABEL_##id] = { words_, sizeof(words_) - 1 },
#include "meeting/labels.def"
#undef L
	};

	*settings = (struct pk_settings){
		.nedtagande = PK_NEDTAGANDE_DAGEN_EFTER,
		.plural_sign = PK_STR("§"),
		.new_page = true,
		.signature_boxes = true,
		.certification = true,
		.bevis_page = PK_BEVIS_FIRST,
		.bevis_last_day = true,
		.agenda_dnr = true,
		.agenda_page = PK_AGENDA_SPAN,
		.signing = PK_SIGN_PENNA,
		.vote_layout = PK_LAYOUT_LOPTEXT,
		.beslutsform = PK_FORM_PUNKTER,
	};
	memcpy(settings->labels, words, sizeof(words));
	for (size_t i = 0; i < PK_PART_COUNT; i++)
		settings->order[i] = (enum pk_part_kind)i;
}

/* The register: a later one replaces it whole. The only body in it is the meeting's. */
static bool read_register(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		struct pk_line *organ)
{
	const struct pk_node *items;
	size_t n;
	bool ok = pk_read_items(r, key, node, &items, &n);

	if ((r->organs = pk_new(r->job, struct pk_organ, n)) == NULL)
		return false;
	for (r->n_organs = 0; r->n_organs < n; r->n_organs++) {
		if (!pk_node_empty(&items[r->n_organs]))
			ok = pk_read_map(r, key->children, key->name, &items[r->n_organs],
					     &r->organs[r->n_organs]) &&
			     ok;
	}
	if (n == 1)
		*organ = r->organs[0].namn;
	return ok;
}

PK_READER(pk_read_organ)
{
	struct pk_meeting *m = target;

	m->organ = (struct pk_line){ .at = node->at };
	if (node->kind != PK_NODE_SCALAR)
		return read_register(r, key, node, &m->organ);
	if (!pk_read_line(r, key, node, &m->organ))
		return false;
	for (size_t i = 0; i < r->n_organs; i++) {
		if (r->organs[i].kort.n > 0 && pk_text_same_key(r->organs[i].kort, m->organ.text))
			m->organ.text = r->organs[i].namn.text;
	}
	return true;
}

enum {
	PARTS = 64,
	LAST_PAGE = 9999        /* more than a year of pages; Word goes no further than 32767 */
};

static const struct pk_key *part_named(struct pk_str name, struct pk_str *ret_nearest)
{
	const struct pk_key *key = pk_key_find(&pk_keys_paragraf, name);
	struct pk_str names[PARTS];
	size_t n = 0;
	int nearest;

	if (key != NULL && key->part != PK_KEY_NO_PART)
		return key;
	for (size_t i = 0; i < pk_keys_paragraf.n && n < PK_COUNT(names); i++) {
		if (pk_keys_paragraf.v[i].part != PK_KEY_NO_PART)
			names[n++] = pk_str_of(pk_keys_paragraf.v[i].name);
	}
	nearest = pk_text_nearest(name, names, n);
	*ret_nearest = nearest < 0 ? PK_STR("beslut, motivering, ärendebeskrivning")
				   : names[nearest];
	return NULL;
}

/* Parts that the list forgets stand before the part that follows them by default. */
static void complete_order(enum pk_part_kind *order, size_t n)
{
	for (size_t part = PK_PART_COUNT; part-- > 0;) {
		size_t at = 0, i;

		while (at < n && order[at] != part)
			at++;
		if (at < n)
			continue;
		for (at = 0; at < n && order[at] != part + 1; at++)
			;
		for (i = n++; i > at; i--)
			order[i] = order[i - 1];
		order[at] = (enum pk_part_kind)part;
	}
}

PK_READER(pk_read_order)
{
	struct pk_settings *settings = target;
	enum pk_part_kind order[PK_PART_COUNT];
	bool seen[PK_PART_COUNT] = { false }, ok;
	const struct pk_node *items;
	size_t n_items, n = 0;

	ok = pk_read_items(r, key, node, &items, &n_items);
	for (size_t i = 0; i < n_items; i++) {
		const struct pk_key *part;
		struct pk_str text, nearest;

		if (pk_node_empty(&items[i]) || !pk_read_one_line(r, key->name, &items[i], &text)) {
			ok = false;
			continue;
		}
		part = part_named(text, &nearest);
		if (part == NULL)
			ok = pk_fail(r->job, PK_M_WORD, items[i].at, text, nearest);
		else if (seen[part->part - PK_KEY_PART])
			ok = pk_fail(r->job, PK_M_TWICE, items[i].at, text);
		else {
			seen[part->part - PK_KEY_PART] = true;
			order[n++] = (enum pk_part_kind)(part->part - PK_KEY_PART);
		}
	}
	complete_order(order, n);
	memcpy(settings->order, order, sizeof(order));
	return ok;
}

PK_READER(pk_read_numbering)
{
	struct pk_settings *settings = target;
	unsigned word;

	if (!pk_read_word(r, key, node, &word))
		return false;
	settings->numbered_by_meeting = word == 1;
	return true;
}

PK_READER(pk_read_nedtagande)
{
	struct pk_settings *settings = target;
	unsigned word;

	if (node->kind == PK_NODE_MAP)
		return pk_read_map(r, key->children, key->name, node, settings);
	if (!pk_read_word(r, key, node, &word))
		return false;
	settings->nedtagande = (enum pk_nedtagande_policy)word;
	return true;
}

PK_READER(pk_read_days)
{
	struct pk_settings *settings = target;
	struct pk_str text;
	uint32_t days;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (!pk_str_uint(text, &days) || days == 0 || days > 366)
		return pk_fail(r->job, PK_M_VALUE, node->at, text, pk_str_of(key->name),
				pk_str_of(key->example));
	settings->nedtagande = PK_NEDTAGANDE_DAGAR;
	settings->nedtagande_days = (int)days;
	return true;
}

PK_READER(pk_read_page_start)
{
	struct pk_settings *settings = target;
	struct pk_str text;
	uint32_t number;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (!pk_str_uint(text, &number) || number == 0 || number > LAST_PAGE)
		return pk_fail(r->job, PK_M_VALUE, node->at, text, pk_str_of(key->name),
				PK_STR("17"));
	settings->page_start = number;
	return true;
}

/* Six digits, small letters, without the sign. */
PK_READER(pk_read_colour)
{
	struct pk_line *line = target;
	struct pk_str text, digits;
	struct pk_out out = pk_out_new(r->job->arena, 16);

	if (pk_node_empty(node)) /* a # without quotation marks begins a comment */
		return pk_fail(r->job, PK_M_KEY_MISSING, node->at, pk_str_of(key->name),
				pk_str_of(key->example));
	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	digits = pk_str_slice(text, pk_str_starts(text, PK_STR("#")) ? 1 : 0, text.n);
	for (size_t i = 0; i < digits.n && digits.n == 6; i++) {
		char c = digits.p[i];

		c = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
			pk_put_byte(&out, c);
	}
	if (out.n != 6 && !out.failed)
		return pk_fail(r->job, PK_M_VALUE, node->at, text, pk_str_of(key->name),
				pk_str_of(key->example));
	line->at = node->at;
	return pk_out_done(r->job, &out, &line->text);
}

PK_READER(pk_read_plural_sign)
{
	static const char *const signs[] = { "§", "§§" };
	unsigned word;

	if (!pk_read_word(r, key, node, &word))
		return false;
	*(struct pk_str *)target = pk_str_of(signs[word]);
	return true;
}
