/* Walking and editing the tree. */
#include "xml/tree.h"

/* Names of one namespace begin alike: their last letters tell them apart. */
static inline bool same_name(struct pk_str a, struct pk_str b)
{
	return a.n == b.n && a.n > 0 && a.p[a.n - 1] == b.p[a.n - 1] && memcmp(a.p, b.p, a.n) == 0;
}

struct pk_xml_attr *pk_xml_attr(const struct pk_xml *node, struct pk_str name)
{
	for (size_t i = 0; i < node->n_attrs; i++)
		if (same_name(node->attrs[i].name, name))
			return &node->attrs[i];
	return NULL;
}

bool pk_xml_set(struct pk_job *job, struct pk_xml *node, struct pk_str name, struct pk_str value)
{
	struct pk_xml_attr *attr = pk_xml_attr(node, name);

	if (attr == NULL) {
		/* The array was made for exactly as many as the file had. */
		struct pk_xml_attr *more = pk_new(job, struct pk_xml_attr, node->n_attrs + 1);

		if (more == NULL)
			return false;
		if (node->n_attrs > 0)
			memcpy(more, node->attrs, node->n_attrs * sizeof(*more));
		node->attrs = more;
		attr = &more[node->n_attrs++];
		attr->name = name;
	}
	/* An empty value is present, so it must not look absent to pk_xml_get(). */
	attr->value = value.p == NULL ? PK_STR("") : value;
	return true;
}

void pk_xml_unset(struct pk_xml *node, const char *name)
{
	struct pk_xml_attr *attr = pk_xml_attr(node, pk_str_of(name));

	if (attr == NULL)
		return;
	size_t after = (size_t)(node->attrs + node->n_attrs - attr) - 1;
	memmove(attr, attr + 1, after * sizeof(*attr));
	node->n_attrs--;
}

/* Nearly all differ within a few bytes: before it would be worth to know how long the second is. */
static bool is_named(struct pk_str name, const char *other)
{
	size_t i = 0;

	while (i < name.n && name.p[i] == other[i])
		i++;
	return i == name.n && other[i] == '\0';
}

bool pk_xml_is_any(const struct pk_xml *node, const char *const *names)
{
	if (node == NULL || node->kind != PK_XML_ELEMENT)
		return false;
	while (*names != NULL && !is_named(node->name, *names))
		names++;
	return *names != NULL;
}

bool pk_xml_had_any(const struct pk_xml_about *about, const char *const *names)
{
	for (; *names != NULL; names++) {
		struct pk_str name = pk_str_of(*names);

		for (size_t i = 0; i < about->n_names; i++)
			if (same_name(about->names[i], name))
				return true;
	}
	return false;
}

struct pk_xml *pk_xml_find_child(const struct pk_xml *node, struct pk_str name)
{
	struct pk_xml *child = node->first;

	while (child != NULL && !(child->kind == PK_XML_ELEMENT && same_name(child->name, name)))
		child = child->next;
	return child;
}

struct pk_xml *pk_xml_skip(const struct pk_xml *root, const struct pk_xml *node)
{
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

bool pk_xml_new(struct pk_job *job, enum pk_xml_kind kind, struct pk_str name_or_text,
		struct pk_xml **ret)
{
	struct pk_xml *node = pk_new(job, struct pk_xml, 1);

	if (node == NULL)
		return false;
	node->kind = kind;
	if (kind != PK_XML_MARKER)
		node->name = name_or_text;
	*ret = node;
	return true;
}

bool pk_xml_add(struct pk_job *job, struct pk_xml *parent, const char *name, const char *attr,
		struct pk_str value, struct pk_xml **ret)
{
	if (!pk_xml_new(job, PK_XML_ELEMENT, pk_str_of(name), ret) ||
			(attr != NULL && !pk_xml_set(job, *ret, pk_str_of(attr), value)))
		return false;
	if (parent != NULL)
		pk_xml_insert(parent, *ret, NULL);
	return true;
}

void pk_xml_insert(struct pk_xml *parent, struct pk_xml *node, struct pk_xml *before)
{
	node->parent = parent;
	node->next = before;
	node->prev = before == NULL ? parent->last : before->prev;
	*(node->prev == NULL ? &parent->first : &node->prev->next) = node;
	*(before == NULL ? &parent->last : &before->prev) = node;
}

void pk_xml_remove(struct pk_xml *node)
{
	struct pk_xml *parent = node->parent;

	if (parent == NULL)
		return;
	*(node->prev == NULL ? &parent->first : &node->prev->next) = node->next;
	*(node->next == NULL ? &parent->last : &node->next->prev) = node->prev;
	node->parent = node->prev = node->next = NULL;
}
