/* Looking in the table of built-in templates. */
#include "builtin/table.h"

size_t pk_builtin_count(void)
{
	return pk_builtin_table_count;
}

const struct pk_builtin *pk_builtin_get(size_t i)
{
	return &pk_builtin_table[i];
}

const struct pk_builtin *pk_builtin_find(struct pk_str design, struct pk_str format)
{
	for (size_t i = 0; i < pk_builtin_table_count; i++)
		if (pk_str_is(design, pk_builtin_table[i].design) &&
				pk_str_is(format, pk_builtin_table[i].format))
			return &pk_builtin_table[i];
	return NULL;
}
