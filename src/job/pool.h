/* Many pieces of work on several threads, handed on in the order that they were given in. */
#ifndef PK_JOB_POOL_H
#define PK_JOB_POOL_H

#include "base/str.h"

struct pk_pool {
	size_t n;                 /* pieces */
	unsigned workers;         /* threads; 0 and 1: the calling thread does everything */
	void *self;
	/* Does piece i, on any thread. What it makes is its own to keep for done(). */
	void (*work)(void *self, size_t i);
	/* Takes what piece i made, on the calling thread: piece 0 first, then 1, and so on. False: no
	 * more pieces are begun; those that were are finished, and handed on too. */
	bool (*done)(void *self, size_t i);
};

/* Returns when every piece that was begun has been handed on; how many. No worker is ever so far ahead
 * of done() that more than a few results a worker wait: memory does not grow with n. Threads that the
 * system does not give are done without. */
size_t pk_pool_run(const struct pk_pool *pool);

#endif
