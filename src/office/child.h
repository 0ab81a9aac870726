/* A program that is run, waited for, and ended with all that it has started. */
#ifndef PK_OFFICE_CHILD_H
#define PK_OFFICE_CHILD_H

#include <stdbool.h>
#include <stdint.h>

enum pk_child_end {
	PK_CHILD_ENDED,         /* by itself: with an exit code, or by a signal */
	PK_CHILD_NOT_STARTED,
	PK_CHILD_LATE,          /* the time was over */
	PK_CHILD_STOPPED        /* somebody wanted it to stop */
};

struct pk_child {
	const char *const *arguments;   /* the path of the program first; ended by NULL */
	const char *const *variables;   /* its environment, ended by NULL */
	uint32_t seconds;
	bool (*stopped)(void *self);    /* may be NULL */
	void *self;
};

/* Runs it with nothing to read and nowhere to write, in a process group of its own. When it has ended,
 * or must, the whole group is killed, and the child waited for. *ret_signal is what ended it, or 0. */
enum pk_child_end pk_child_run(const struct pk_child *child, int *ret_signal);

#endif
