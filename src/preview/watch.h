/* Which files have changed: told by the system where it tells, seen by looking where it is silent. */
#ifndef PK_PREVIEW_WATCH_H
#define PK_PREVIEW_WATCH_H

#include <stdbool.h>
#include <stddef.h>

struct pk_watch;

/* NULL when memory is out. Without inotify it lives by looking. */
struct pk_watch *pk_watch_new(void);

/* NULL is allowed. */
void pk_watch_free(struct pk_watch *watch);

/* Readable when something has happened in a folder; -1 without inotify. */
int pk_watch_fd(const struct pk_watch *watch);

/* Watches these files and no others, also those that do not exist. The strings are copied. True when
 * a file was not watched before: it may have changed since somebody read it. */
bool pk_watch_set(struct pk_watch *watch, const char *const *files, size_t n);

/* Takes what the system has told; true when it is about a watched file. */
bool pk_watch_told(struct pk_watch *watch);

/* Looks at every file; true when one is not as it was at the last mark, or the last look that saw
 * a change. Folders that have come since are watched from now on. */
bool pk_watch_look(struct pk_watch *watch);

/* Remembers how the files are: to be called before they are read. */
void pk_watch_mark(struct pk_watch *watch);

#endif
