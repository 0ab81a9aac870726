/* Every name there is, from the table, as a tree for checking templates. */
#include "context/context.h"

#include "context/inside.h"
#include "markup/blocks.h"

enum name_kind {
	NAME_TEXT,
	NAME_LIST,
	NAME_MAP,
	NAME_BLOCKS,
	NAME_IMAGE,
	NAME_ANCHOR,
	NAME_PAGE,
	NAME_DATE,
	NAME_PERSON
};

static const struct name {
	const char *path;
	enum name_kind kind;
	const char *example;
} names[] = {
#define N(path, kind, help, example, since) { path, NAME_##kind, example },
#include "context/names.def"
#undef N
};

/* The last part of a path that lies below parent; empty for any other path. */
static struct pk_str own_name(const char *path, struct pk_str parent)
{
	struct pk_str name = pk_str_of(path);

	if (parent.n == 0)
		return name;
	if (!pk_str_starts(name, parent) || name.p[parent.n] != '.')
		return PK_STR("");
	return pk_str_slice(name, parent.n + 1, name.n);
}

/* A kind that stands for a map of texts: the fields that it has, the empty name among them. */
static bool put_fields(struct pk_job *job, const char *const *fields, size_t n, struct pk_str text,
		struct pk_value *ret)
{
	struct pk_map_builder map = { .job = job };

	for (size_t i = 0; i < n; i++)
		pk_map_put_text(&map, pk_str_of(fields[i]), text);
	return pk_map_done(&map, ret);
}

static bool children(struct pk_job *job, struct pk_str parent, size_t *at, struct pk_value *ret);

static bool one_item(struct pk_job *job, struct pk_str parent, size_t *at, struct pk_value *ret)
{
	struct pk_list_builder list = { .job = job };
	struct pk_value item;

	if (!children(job, parent, at, &item))
		return false;
	pk_list_put(&list, item);
	return pk_list_done(&list, ret);
}

/* The value of the name at *at, which moves behind it and what stands below it. */
static bool value_of(struct pk_job *job, size_t *at, struct pk_value *ret)
{
	static const char *const date[] = { "", "iso", "lång", "veckodag", "hel" };
	static const char *const person[] = { "", "namn", "parti", "titel", "roll", "paragrafer" };
	static const struct pk_blocks no_blocks = { 0 };
	static const struct pk_image no_image = { 0 };
	const struct name *name = &names[(*at)++];
	struct pk_str text = pk_str_of(name->example);

	*ret = (struct pk_value){ .kind = PK_TEXT, .as.text = text };
	switch (name->kind) {
	case NAME_LIST:
		return one_item(job, pk_str_of(name->path), at, ret);
	case NAME_MAP:
		return children(job, pk_str_of(name->path), at, ret);
	case NAME_DATE:
		return put_fields(job, date, PK_COUNT(date), text, ret);
	case NAME_PERSON:
		return put_fields(job, person, PK_COUNT(person), text, ret);
	case NAME_BLOCKS:
		*ret = (struct pk_value){ .kind = PK_BLOCKS, .as.blocks = &no_blocks };
		return true;
	case NAME_IMAGE:
		*ret = (struct pk_value){ .kind = PK_IMAGE, .as.image = &no_image };
		return true;
	case NAME_ANCHOR:
		*ret = (struct pk_value){ .kind = PK_ANCHOR };
		return true;
	case NAME_PAGE:
		*ret = (struct pk_value){ .kind = PK_PAGE };
		return true;
	case NAME_TEXT:
		break;
	}
	return true;
}

/* What stands below a path follows on it in the table. */
static bool children(struct pk_job *job, struct pk_str parent, size_t *at, struct pk_value *ret)
{
	struct pk_map_builder map = { .job = job };
	struct pk_value value;

	while (*at < PK_COUNT(names)) {
		struct pk_str own = own_name(names[*at].path, parent);

		if (own.n == 0)
			break;
		if (!value_of(job, at, &value))
			return false;
		pk_map_put(&map, own, value);
	}
	return pk_map_done(&map, ret);
}

static const struct pk_renamed renamed[] = {
#define R(was, now, since) { was, now, since },
#include "context/renamed.def"
#undef R
	{ NULL, NULL, NULL },
};

const struct pk_renamed *pk_context_renamed(void)
{
	return renamed;
}

bool pk_context_model(struct pk_job *job, struct pk_value *ret)
{
	size_t at = 0;

	return children(job, PK_STR(""), &at, ret);
}
