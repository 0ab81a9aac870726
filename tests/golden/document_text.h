/* The visible text of an ODT or DOCX, in one notation for both formats, read with libzip and libxml2
 * alone: nothing of the program that made the document.
 *
 *     [sidhuvud], [text], [sidfot]     where it stands
 *     = Title, # Heading, ## Heading   paragraphs; a quotation begins with "> "
 *     - item, 1. item                  list items, two spaces further in at each level, with the
 *                                      number that a reader shows
 *     |= head | head, | cell | cell    rows of tables; "|=" is a header row
 *     [bild: text], [ ]                a picture with its alternative text; an empty box
 *
 * Tabs are tabs, a line break goes on four spaces further in, fields show the text stored in them. */
#ifndef PK_TESTS_DOCUMENT_TEXT_H
#define PK_TESTS_DOCUMENT_TEXT_H

/* NUL terminated; the caller frees it. NULL, with a message on stdout, when it cannot be read. */
char *document_text(const char *path);

#endif
