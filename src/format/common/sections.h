/* What the files about sections share. For this room only. */
#ifndef PK_FORMAT_SECTIONS_H
#define PK_FORMAT_SECTIONS_H

#include "format/common/dialect.h"

/* True for a node that the reader of the document sees; text is nothing outside of paragraphs. */
bool pk_section_seen(const struct pk_part *part, const struct pk_xml *node, bool in_paragraph);
/* Takes page breaks out of paragraphs that are to give way to their tags. */
PK_MUST bool pk_sections_breaks(struct pk_part *part);
/* True when the paragraph is all there is in a cell, a header or a note: those keep one. */
bool pk_section_needs(const struct pk_part *part, const struct pk_xml *paragraph);
/* True for a paragraph (or an item or list that is nothing else) in which all that is to be seen stands
 * in sections: where they give nothing, it goes. */
bool pk_section_may_vanish(const struct pk_part *part, const struct pk_xml *element);
/* A list, item, table or paragraph that is nothing but a section is there only if the section is:
 * nothing empty is left behind. */
PK_MUST bool pk_section_float(struct pk_part *part, struct pk_tagged *open);

#endif
