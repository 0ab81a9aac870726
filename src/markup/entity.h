/* Named and numbered characters of HTML. */
#ifndef PK_MARKUP_ENTITY_H
#define PK_MARKUP_ENTITY_H

#include "base/str.h"

/* The character that an entity ("&nbsp;", "&#167;", "&#xA7;") stands for; 0 for an unknown name.
 * What may not stand in a document becomes U+FFFD. */
uint32_t pk_markup_entity(struct pk_str entity);

#endif
