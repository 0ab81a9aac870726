/* The table of names as it is. */
#include "context/fields.h"

static const struct pk_field_row rows[] = {
#define N(path, kind, help, example, since) { path, PK_FIELD_##kind, help, example, since },
#include "context/names.def"
#undef N
};

const struct pk_field_row *pk_context_fields(size_t *ret_n)
{
	*ret_n = PK_COUNT(rows);
	return rows;
}
