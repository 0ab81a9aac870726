/* A thread that does one task after the other, so that whoever waits for the network need not wait for
 * them. */
#ifndef PK_PREVIEW_WORKER_H
#define PK_PREVIEW_WORKER_H

#include <stdbool.h>

/* A task lies in a struct of its own kind, is owned by whoever made it, and is touched by the thread
 * alone from pk_preview_worker_put() until pk_preview_worker_done() gives it back. */
struct pk_preview_task {
	void (*run)(struct pk_preview_task *task);
	struct pk_preview_task *next;
};

struct pk_preview_worker;

/* bell: an eventfd that is rung when a task is done. NULL when there is no memory or no thread. */
struct pk_preview_worker *pk_preview_worker_new(int bell);

void pk_preview_worker_put(struct pk_preview_worker *worker, struct pk_preview_task *task);

/* The next task that is done; NULL when there is none. */
struct pk_preview_task *pk_preview_worker_done(struct pk_preview_worker *worker);

/* Lets the task that runs come to its end and ends the thread. Tasks that were waiting come back
 * through pk_preview_worker_done() without having been run. */
void pk_preview_worker_stop(struct pk_preview_worker *worker);

/* NULL is allowed; the worker has been stopped. */
void pk_preview_worker_free(struct pk_preview_worker *worker);

#endif
