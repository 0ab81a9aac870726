#include "xml/index.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
	const struct pk_xml_indexed *x = a, *y = b;
	int order = pk_str_cmp(x->value, y->value);

	return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

bool pk_xml_index(struct pk_job *job, const struct pk_xml *container, const char *element,
		const char *attr, struct pk_xml_index *ret)
{
	struct pk_xml_index index = { NULL, 0, 0 };

	for (const struct pk_xml *n = container == NULL ? NULL : container->first; n != NULL;
			n = n->next) {
		struct pk_str value = { NULL, 0 };

		if (pk_xml_is(n, element))
			value = pk_xml_get(n, attr);
		if (value.p == NULL)
			continue;
		if (!pk_grow(job, &index.v, index.n, &index.room))
			return false;
		index.v[index.n] = (struct pk_xml_indexed){ value, n, index.n };
		index.n++;
	}
	if (index.n > 1)
		qsort(index.v, index.n, sizeof(*index.v), compare);
	*ret = index;
	return true;
}

size_t pk_xml_index_find(const struct pk_xml_index *index, struct pk_str value)
{
	size_t from = 0, to = index->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (pk_str_cmp(index->v[middle].value, value) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < index->n && pk_str_eq(index->v[from].value, value) ? from : index->n;
}
