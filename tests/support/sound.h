/* Whether a package of ODT or DOCX is one that word processors open: what can be seen without them.
 * Needs no cmocka, so that fuzzers may ask too. */
#ifndef PK_TESTS_SOUND_H
#define PK_TESTS_SOUND_H

#include "package/package.h"

/* Kinds of faults, as bits: a document may have those that its template has. */
enum sound_fault {
	SOUND_XML = 1,     /* a part is not well-formed */
	SOUND_BOX = 2,     /* a cell, header, note or text box does not end with a paragraph */
	SOUND_TOUCH = 4,   /* two tables with nothing between */
	SOUND_EMPTY = 8,   /* a table without rows, a row without cells, a list without items */
	SOUND_TWICE = 16,  /* an id or a name that is there already */
	SOUND_PAIR = 32,   /* a bookmark or field that begins and never ends, or the other way */
	SOUND_LINK = 64,   /* a relationship, list or part that is not there, or not listed */
	SOUND_CHARACTER = 128 /* text right in a place that can hold none */
};

/* The faults of a package; a line about each is written to out. */
unsigned sound_faults(const struct pk_package *package, struct pk_out *out);

#endif
