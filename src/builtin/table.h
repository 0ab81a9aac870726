/* What the build makes from the folders. */
#ifndef PK_BUILTIN_TABLE_H
#define PK_BUILTIN_TABLE_H

#include "builtin/builtin.h"

extern const struct pk_builtin pk_builtin_table[];
extern const size_t pk_builtin_table_count;

#endif
