/* How wide the columns of a table of formatted text become. */
#ifndef PK_FORMAT_COLUMNS_H
#define PK_FORMAT_COLUMNS_H

#include "markup/blocks.h"

/* Shares width (twips) out over table->columns columns by what stands in them: first the longest
 * word of each, then what their longest lines want. The sum is exactly width. */
void pk_columns_share(const struct pk_block *table, int32_t width, int32_t *ret);

#endif
