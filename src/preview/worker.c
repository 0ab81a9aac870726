#include "preview/worker.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>

struct queue {
	struct pk_preview_task *first, **last;
};

struct pk_preview_worker {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t called;
	struct queue waiting, done;
	int bell;
	bool stopped;
};

static void add(struct queue *queue, struct pk_preview_task *task)
{
	task->next = NULL;
	*queue->last = task;
	queue->last = &task->next;
}

static struct pk_preview_task *take(struct queue *queue)
{
	struct pk_preview_task *task = queue->first;

	if (task == NULL)
		return NULL;
	queue->first = task->next;
	if (queue->first == NULL)
		queue->last = &queue->first;
	return task;
}

static void *work(void *argument)
{
	struct pk_preview_worker *worker = argument;
	struct pk_preview_task *task;

	pthread_mutex_lock(&worker->lock);
	while (!worker->stopped) {
		task = take(&worker->waiting);
		if (task == NULL) {
			pthread_cond_wait(&worker->called, &worker->lock);
			continue;
		}
		pthread_mutex_unlock(&worker->lock);
		task->run(task);
		pthread_mutex_lock(&worker->lock);
		add(&worker->done, task);
		(void)eventfd_write(worker->bell, 1);
	}
	pthread_mutex_unlock(&worker->lock);
	return NULL;
}

struct pk_preview_worker *pk_preview_worker_new(int bell)
{
	struct pk_preview_worker *worker = calloc(1, sizeof(*worker));

	if (worker == NULL)
		return NULL;
	worker->bell = bell;
	worker->waiting.last = &worker->waiting.first;
	worker->done.last = &worker->done.first;
	pthread_mutex_init(&worker->lock, NULL);
	pthread_cond_init(&worker->called, NULL);
	if (pthread_create(&worker->thread, NULL, work, worker) == 0)
		return worker;
	pk_preview_worker_free(worker);
	return NULL;
}

void pk_preview_worker_put(struct pk_preview_worker *worker, struct pk_preview_task *task)
{
	pthread_mutex_lock(&worker->lock);
	add(&worker->waiting, task);
	pthread_cond_signal(&worker->called);
	pthread_mutex_unlock(&worker->lock);
}

struct pk_preview_task *pk_preview_worker_done(struct pk_preview_worker *worker)
{
	struct pk_preview_task *task;

	pthread_mutex_lock(&worker->lock);
	task = take(&worker->done);
	pthread_mutex_unlock(&worker->lock);
	return task;
}

void pk_preview_worker_stop(struct pk_preview_worker *worker)
{
	struct pk_preview_task *task;

	pthread_mutex_lock(&worker->lock);
	worker->stopped = true;
	pthread_cond_signal(&worker->called);
	pthread_mutex_unlock(&worker->lock);
	pthread_join(worker->thread, NULL);
	while ((task = take(&worker->waiting)) != NULL)
		add(&worker->done, task);
}

void pk_preview_worker_free(struct pk_preview_worker *worker)
{
	if (worker == NULL)
		return;
	pthread_cond_destroy(&worker->called);
	pthread_mutex_destroy(&worker->lock);
	free(worker);
}
