/* What must be another one in every turn: ids, names, list numbers. */
#include "base/text.h"
#include "format/common/document.h"
#include "format/common/role_table.h"

/* Word's longest name of a bookmark, in characters. */
enum { NAME_MAX_LENGTH = 40 };

struct fresh {
	enum pk_fresh kind;
	uint32_t turn;
	struct pk_str was, now; /* now.p == NULL: a free place */
};

struct pk_fresh_table {
	struct fresh *v; /* open addressing */
	size_t n, room;  /* room: a power of two */
	uint32_t names;  /* names given so far */
};

static size_t hash_of(enum pk_fresh kind, struct pk_str was, uint32_t turn)
{
	uint64_t hash = 14695981039346656037u ^ (uint64_t)kind;

	for (size_t i = 0; i < was.n; i++)
		hash = (hash ^ (unsigned char)was.p[i]) * 1099511628211u;
	hash = (hash ^ turn) * 1099511628211u;
	return (size_t)(hash ^ hash >> 29);
}

static struct fresh *place_of(const struct pk_fresh_table *table, enum pk_fresh kind,
		struct pk_str was, uint32_t turn)
{
	size_t mask = table->room - 1, at = hash_of(kind, was, turn) & mask;

	for (;; at = (at + 1) & mask) {
		struct fresh *f = &table->v[at];

		if (f->now.p == NULL ||
				(f->kind == kind && f->turn == turn && pk_str_eq(f->was, was)))
			return f;
	}
}

static bool make_room(struct pk_job *job, struct pk_fresh_table *table)
{
	struct pk_fresh_table old = *table;

	if (old.room > 0 && old.n * 2 < old.room)
		return true;
	table->room = old.room == 0 ? 64 : old.room * 2;
	table->v = pk_new(job, struct fresh, table->room);
	if (table->v == NULL) {
		*table = old;
		return false;
	}
	for (size_t i = 0; i < old.room; i++)
		if (old.v[i].now.p != NULL)
			*place_of(table, old.v[i].kind, old.v[i].was, old.v[i].turn) = old.v[i];
	return true;
}

/* The old name, cut to leave room, with a number behind it: "_Ref12" gives "_Ref12_p3". */
static bool new_name(struct pk_job *job, struct pk_fresh_table *table, struct pk_str was,
		struct pk_str *ret)
{
	struct pk_str number = pk_number(job, ++table->names);
	size_t at = 0, length = 0;

	while (at < was.n && length + number.n + 2 < NAME_MAX_LENGTH) {
		(void)pk_text_next(was, &at);
		length++;
	}
	return pk_join(job, ret, pk_str_slice(was, 0, at), PK_STR("_p"), number);
}

static bool new_number(struct pk_job *job, uint32_t *last, struct pk_str *ret)
{
	*ret = pk_number(job, ++*last);
	return ret->n > 0;
}

/* A list of the template that starts again: its abstract list and first numbers stay. */
static bool new_num(
		struct pk_job *job, struct pk_document *doc, struct pk_str was, struct pk_str *ret)
{
	const struct pk_role_num *like = pk_roles_num(doc->template->roles, was);
	uint32_t num;

	*ret = was;
	if (like == NULL)
		return true;
	if (!pk_document_num(job, doc, like->abstract, like->starts, &num))
		return false;
	*ret = pk_number(job, num);
	return ret->n > 0;
}

static bool make(struct pk_job *job, struct pk_document *doc, enum pk_fresh kind, struct pk_str was,
		struct pk_str *ret)
{
	switch (kind) {
	case PK_FRESH_BOOKMARK_ID:
		return new_number(job, &doc->ids.bookmark, ret);
	case PK_FRESH_DRAWING_ID:
		return new_number(job, &doc->ids.drawing, ret);
	case PK_FRESH_FOOTNOTE_ID:
	case PK_FRESH_ENDNOTE_ID:
		return new_number(job, &doc->ids.note, ret);
	case PK_FRESH_NUM_ID:
		return new_num(job, doc, was, ret);
	case PK_FRESH_BOOKMARK_NAME:
	case PK_FRESH_XML_ID:
	case PK_FRESH_OBJECT_NAME:
		break;
	}
	return new_name(job, doc->fresh, was, ret);
}

bool pk_document_fresh(struct pk_job *job, struct pk_document *doc, enum pk_fresh kind,
		struct pk_str was, uint32_t turn, struct pk_str *ret)
{
	struct fresh *place;

	if (doc->fresh == NULL)
		doc->fresh = pk_new(job, struct pk_fresh_table, 1);
	if (doc->fresh == NULL || !make_room(job, doc->fresh))
		return false;
	place = place_of(doc->fresh, kind, was, turn);
	if (place->now.p == NULL) {
		struct pk_str now;

		if (!make(job, doc, kind, was, &now))
			return false;
		*place = (struct fresh){ kind, turn, was, now };
		doc->fresh->n++;
	}
	*ret = place->now;
	return true;
}

bool pk_document_num(struct pk_job *job, struct pk_document *doc, uint32_t abstract,
		const uint32_t *starts, uint32_t *ret)
{
	if (!pk_grow(job, &doc->nums, doc->n_nums, &doc->nums_room))
		return false;
	*ret = ++doc->ids.num;
	doc->nums[doc->n_nums++] = (struct pk_document_num){ *ret, abstract, starts };
	return true;
}
