/* The program embed, for its own files only: it runs while building. */
#ifndef PK_EMBED_EMBED_H
#define PK_EMBED_EMBED_H

#include <stddef.h>

/* Ends the build with a message. */
__attribute__((noreturn, format(printf, 1, 2))) void die(const char *format, ...);

/* "folder/name", to be freed. */
char *joined(const char *folder, const char *name);

/* The bytes of a file, to be freed. */
struct bytes {
	char *p;
	size_t n, room;
};

/* Where {{>name}} of a template is looked for: name.ending in the template's own folder delar, then
 * in the one that all templates of the format share. */
struct partials {
	char *own, *shared;
	const char *ending;
};

/* The file with its partials in it. A partial stands alone in its line, with nothing but elements
 * around it, and the whole line gives way: so parts are whole lines, and what comes of them is the
 * file that one would have written without partials. */
struct bytes read_part(const struct partials *where, const char *path);

#endif
