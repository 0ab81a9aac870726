/* What each format adds to document_text. */
#ifndef PK_TESTS_FORMATS_H
#define PK_TESTS_FORMATS_H

#include <stdbool.h>
#include <zip.h>

#include "writer.h"

/* False when the archive has not the parts of such a document. */
bool odt_text(zip_t *zip, struct writer *w);
bool docx_text(zip_t *zip, struct writer *w);

#endif
