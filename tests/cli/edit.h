/* A document as somebody who opened it would leave it. */
#ifndef PK_TESTS_EDIT_H
#define PK_TESTS_EDIT_H

#include <stdbool.h>

/* Puts other words in the place of the first that are found in a part of a zip archive, or (part
 * index.html) in a file that is a single part itself. */
bool edit_document(const char *path, const char *part, const char *from, const char *to);

#endif
