#include "pages/pdf.h"

#include "pages/pdf_token.h"

enum {
	REFERENCES = 8,         /* a reference to a reference to ... */
	TAIL = 1024,            /* where the end of the file is looked for */
	NAME_ROOM = 64,
	STEPS = 32              /* how many times the file may be looked through, all in all */
};

struct pk_pdf {
	struct pk_job *job;
	struct pk_str bytes;
	uint64_t steps;
	size_t *offsets;        /* of the objects, by number; 0: there is none */
	uint32_t *sheets;       /* which sheet an object is, from 1; 0: none */
	bool *seen;             /* nodes of trees that have been walked */
	uint32_t n;
	size_t root;            /* of the catalog's value */
	uint32_t n_sheets;
};

static struct pk_pdf_reader reader_at(struct pk_pdf *pdf, size_t at)
{
	return (struct pk_pdf_reader){ .bytes = pdf->bytes, .at = at, .steps = &pdf->steps };
}

/* Objects that wait for their turn: nodes of a tree. */
struct queue {
	uint32_t *v;
	size_t n, room, done;
};

/* "12 0 R" at a place; false when something else stands there. */
static bool reference_at(struct pk_pdf *pdf, size_t at, uint32_t *ret)
{
	struct pk_pdf_reader r = reader_at(pdf, at);
	struct pk_pdf_token number = pk_pdf_next(&r), generation = pk_pdf_next(&r),
			    end = pk_pdf_next(&r);

	*ret = number.number;
	return number.word == PK_PDF_NUMBER && generation.word == PK_PDF_NUMBER &&
			end.word == PK_PDF_OTHER && pk_str_is(end.text, "R");
}

/* Where an object's value begins: behind "12 0 obj". */
static bool object_at(struct pk_pdf *pdf, uint32_t number, size_t *ret)
{
	struct pk_pdf_reader r;
	struct pk_pdf_token first, generation, word;

	if (number >= pdf->n || pdf->offsets[number] == 0)
		return false;
	r = reader_at(pdf, pdf->offsets[number]);
	first = pk_pdf_next(&r);
	generation = pk_pdf_next(&r);
	word = pk_pdf_next(&r);
	*ret = r.at;
	return first.word == PK_PDF_NUMBER && first.number == number &&
			generation.word == PK_PDF_NUMBER && pk_str_is(word.text, "obj");
}

/* The value itself, behind any references. */
static bool resolve(struct pk_pdf *pdf, size_t at, size_t *ret)
{
	uint32_t number;

	for (int i = 0; i < REFERENCES; i++) {
		if (!reference_at(pdf, at, &number)) {
			*ret = at;
			return true;
		}
		if (!object_at(pdf, number, &at))
			return false;
	}
	return false;
}

/* The value of a key in the dictionary at a place. */
static bool value_of(struct pk_pdf *pdf, size_t dictionary, const char *key, size_t *ret)
{
	struct pk_pdf_reader r;

	if (!resolve(pdf, dictionary, &dictionary))
		return false;
	r = reader_at(pdf, dictionary);
	if (pk_pdf_next(&r).word != PK_PDF_DICT)
		return false;
	for (;;) {
		struct pk_pdf_token name = pk_pdf_next(&r);

		if (name.word != PK_PDF_NAME)
			return false;
		if (pk_str_is(name.text, key)) {
			*ret = r.at;
			return true;
		}
		if (!pk_pdf_skip(&r))
			return false;
	}
}

/* The value behind its references, when it is an array; *ret stands at its first item. */
static bool array_of(struct pk_pdf *pdf, size_t dictionary, const char *key,
		struct pk_pdf_reader *ret)
{
	size_t at;

	if (!value_of(pdf, dictionary, key, &at) || !resolve(pdf, at, &at))
		return false;
	*ret = reader_at(pdf, at);
	return pk_pdf_next(ret).word == PK_PDF_ARRAY;
}

static bool queue_put(struct pk_pdf *pdf, struct queue *queue, uint32_t number)
{
	if (number >= pdf->n || pdf->seen[number])
		return true;
	if (!pk_grow(pdf->job, &queue->v, queue->n, &queue->room))
		return false;
	pdf->seen[number] = true;
	queue->v[queue->n++] = number;
	return true;
}

/* The children of a node in the place of the node itself, so that sheets keep their order. */
static bool queue_kids(struct pk_pdf *pdf, struct queue *queue, size_t node, bool *ret_any)
{
	struct pk_pdf_reader r;
	size_t from = queue->n;

	*ret_any = array_of(pdf, node, "Kids", &r);
	while (*ret_any) {
		size_t at = r.at;
		uint32_t number;

		if (!reference_at(pdf, at, &number))
			break;
		if (!pk_pdf_skip(&r))
			break;
		if (!queue_put(pdf, queue, number))
			return false;
	}
	/* The queue is a stack: the first child must lie on top. */
	for (size_t to = queue->n; from + 1 < to; from++) {
		uint32_t swapped = queue->v[from];

		queue->v[from] = queue->v[--to];
		queue->v[to] = swapped;
	}
	return true;
}

/* Numbers the sheets in the order of the tree. False only when memory is out. */
static bool number_sheets(struct pk_pdf *pdf)
{
	struct queue queue = { 0 };
	uint32_t number;
	size_t at;

	if (!value_of(pdf, pdf->root, "Pages", &at) || !reference_at(pdf, at, &number))
		return true;
	if (!queue_put(pdf, &queue, number))
		return false;
	while (queue.n > 0) {
		bool any;

		number = queue.v[--queue.n];
		if (!object_at(pdf, number, &at))
			continue;
		if (!queue_kids(pdf, &queue, at, &any))
			return false;
		if (!any)
			pdf->sheets[number] = ++pdf->n_sheets;
	}
	return true;
}

/* One row of the table: "0000000015 00000 n". */
static bool table_row(struct pk_pdf *pdf, struct pk_pdf_reader *r, uint32_t number)
{
	struct pk_pdf_token offset = pk_pdf_next(r), generation = pk_pdf_next(r),
			    use = pk_pdf_next(r);
	uint64_t at = 0;

	if (generation.word != PK_PDF_NUMBER || use.word != PK_PDF_OTHER || offset.text.n != 10)
		return false;
	for (size_t i = 0; i < offset.text.n; i++) {
		if (offset.text.p[i] < '0' || offset.text.p[i] > '9')
			return false;
		at = at * 10 + (uint64_t)(offset.text.p[i] - '0');
	}
	if (pk_str_is(use.text, "n") && at < pdf->bytes.n)
		pdf->offsets[number] = (size_t)at;
	return pk_str_is(use.text, "n") || pk_str_is(use.text, "f");
}

/* The table of objects, from its first number on; r stands behind "xref" and moves to "trailer". */
static bool read_table(struct pk_pdf *pdf, struct pk_pdf_reader *r)
{
	for (;;) {
		struct pk_pdf_reader before = *r;
		struct pk_pdf_token first = pk_pdf_next(r), count;

		if (first.word == PK_PDF_OTHER && pk_str_is(first.text, "trailer"))
			return true;
		count = pk_pdf_next(r);
		if (first.word != PK_PDF_NUMBER || count.word != PK_PDF_NUMBER ||
				(uint64_t)first.number + count.number > pdf->n ||
				before.at == r->at)
			return false;
		for (uint32_t i = 0; i < count.number; i++) {
			if (!table_row(pdf, r, first.number + i))
				return false;
		}
	}
}

/* "startxref", a number and "%%EOF" end every PDF. */
static bool find_table(struct pk_str bytes, size_t *ret)
{
	size_t tail = bytes.n > TAIL ? bytes.n - TAIL : 0, at = bytes.n;
	const struct pk_str word = PK_STR("startxref"), end = PK_STR("%%EOF");
	struct pk_str rest;
	uint64_t steps = TAIL;
	struct pk_pdf_token offset;

	if (!pk_str_starts(bytes, PK_STR("%PDF-")))
		return false;
	for (size_t next = tail; (next = pk_str_find(bytes, word, next)) < bytes.n; next++)
		at = next;
	if (at == bytes.n)
		return false;
	rest = pk_str_slice(bytes, at + word.n, bytes.n);
	offset = pk_pdf_next(&(struct pk_pdf_reader){ .bytes = rest, .steps = &steps });
	at = pk_str_find(rest, end, 0);
	if (offset.word != PK_PDF_NUMBER || at == rest.n ||
			pk_str_trim(pk_str_slice(rest, at + end.n, rest.n)).n > 0)
		return false;
	*ret = offset.number;
	return offset.number > 0 && offset.number < bytes.n;
}

/* The objects are as many as the table may have rows of 20 bytes, whatever the trailer claims. */
static bool make_room(struct pk_pdf *pdf)
{
	pdf->n = (uint32_t)(pdf->bytes.n / 20 + 1);
	pdf->offsets = pk_new(pdf->job, size_t, pdf->n);
	pdf->sheets = pk_new(pdf->job, uint32_t, pdf->n);
	pdf->seen = pk_new(pdf->job, bool, pdf->n);
	return pdf->offsets != NULL && pdf->sheets != NULL && pdf->seen != NULL;
}

bool pk_pdf_open(struct pk_job *job, struct pk_str bytes, enum pk_pdf_kind *ret_kind,
		struct pk_pdf **ret)
{
	struct pk_pdf *pdf = pk_new(job, struct pk_pdf, 1);
	struct pk_pdf_reader r;
	struct pk_pdf_token first;
	size_t at;

	*ret_kind = PK_PDF_BROKEN;
	if (pdf == NULL)
		return false;
	if (bytes.n > UINT32_MAX || !find_table(bytes, &at))
		return true;
	*pdf = (struct pk_pdf){ .job = job, .bytes = bytes, .steps = (uint64_t)bytes.n * STEPS };
	r = reader_at(pdf, at);
	first = pk_pdf_next(&r);
	if (first.word == PK_PDF_NUMBER) {
		*ret_kind = PK_PDF_PACKED;
		return true;
	}
	if (!pk_str_is(first.text, "xref"))
		return true;
	if (!make_room(pdf))
		return false;
	if (!read_table(pdf, &r) || !value_of(pdf, r.at, "Root", &pdf->root))
		return true;
	if (!number_sheets(pdf))
		return false;
	if (pdf->n_sheets > 0) {
		*ret_kind = PK_PDF_OPEN;
		*ret = pdf;
	}
	return true;
}

uint32_t pk_pdf_sheets(const struct pk_pdf *pdf)
{
	return pdf->n_sheets;
}

/* "[12 0 R /XYZ ...]", or a dictionary that has it as /D; 0 when it leads to no sheet. */
static uint32_t sheet_of(struct pk_pdf *pdf, size_t at)
{
	struct pk_pdf_reader r;
	uint32_t number;
	size_t inner;

	if (!resolve(pdf, at, &at))
		return 0;
	if (value_of(pdf, at, "D", &inner) && !resolve(pdf, inner, &at))
		return 0;
	r = reader_at(pdf, at);
	if (pk_pdf_next(&r).word != PK_PDF_ARRAY || !reference_at(pdf, r.at, &number))
		return 0;
	return number < pdf->n ? pdf->sheets[number] : 0;
}

/* Who wants the named places. */
struct listener {
	void (*found)(void *self, struct pk_str name, uint32_t sheet);
	void *self;
};

/* Names and places by turns, up to what is no name. */
static void read_pairs(struct pk_pdf *pdf, struct pk_pdf_reader *r, const struct listener *to)
{
	for (;;) {
		struct pk_pdf_token token = pk_pdf_next(r);
		char name[NAME_ROOM];
		size_t n;
		uint32_t sheet;

		if (token.word != PK_PDF_NAME && token.word != PK_PDF_STRING &&
				token.word != PK_PDF_HEX_STRING)
			return;
		n = pk_pdf_unescape(&token, name, sizeof(name));
		sheet = sheet_of(pdf, r->at);
		if (n <= sizeof(name) && sheet > 0)
			to->found(to->self, (struct pk_str){ name, n }, sheet);
		if (!pk_pdf_skip(r))
			return;
	}
}

/* PDF 1.1: a dictionary of places. */
static void read_dictionary(struct pk_pdf *pdf, size_t at, const struct listener *to)
{
	struct pk_pdf_reader r;

	if (!resolve(pdf, at, &at))
		return;
	r = reader_at(pdf, at);
	if (pk_pdf_next(&r).word == PK_PDF_DICT)
		read_pairs(pdf, &r, to);
}

/* PDF 1.2: a tree with names in its leaves. */
static bool read_tree(struct pk_pdf *pdf, size_t root, const struct listener *to)
{
	struct queue queue = { 0 };
	struct pk_pdf_reader r;
	bool any;

	for (size_t at = root;;) {
		if (array_of(pdf, at, "Names", &r))
			read_pairs(pdf, &r, to);
		if (!queue_kids(pdf, &queue, at, &any))
			return false;
		do {
			if (queue.n == 0)
				return true;
		} while (!object_at(pdf, queue.v[--queue.n], &at));
	}
}

bool pk_pdf_places(struct pk_pdf *pdf,
		void (*found)(void *self, struct pk_str name, uint32_t sheet), void *self)
{
	const struct listener to = { found, self };
	size_t at;

	if (value_of(pdf, pdf->root, "Dests", &at))
		read_dictionary(pdf, at, &to);
	else if (value_of(pdf, pdf->root, "Names", &at) && value_of(pdf, at, "Dests", &at))
		return read_tree(pdf, at, &to);
	return true;
}

/* "[<32 digits> <32 digits>]" at a place. */
static bool identifiers_at(struct pk_str bytes, size_t at, size_t ret_at[2])
{
	uint64_t steps = TAIL;
	struct pk_pdf_reader r = { .bytes = bytes, .at = at, .steps = &steps };

	if (pk_pdf_next(&r).word != PK_PDF_ARRAY)
		return false;
	for (int i = 0; i < 2; i++) {
		struct pk_pdf_token token = pk_pdf_next(&r);

		if (token.word != PK_PDF_HEX_STRING || token.text.n != PK_PDF_IDENTIFIER)
			return false;
		ret_at[i] = (size_t)(token.text.p - bytes.p);
	}
	return true;
}

bool pk_pdf_identifiers(struct pk_str bytes, size_t ret_at[2])
{
	const struct pk_str key = PK_STR("/ID");
	size_t at;

	if (!find_table(bytes, &at))
		return false;
	while ((at = pk_str_find(bytes, key, at)) < bytes.n) {
		at += key.n;
		if (identifiers_at(bytes, at, ret_at))
			return true;
	}
	return false;
}
