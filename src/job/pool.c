#include "job/pool.h"

#include <pthread.h>

enum {
	MOST_WORKERS = 256,
	AHEAD = 4, /* results that may wait for their turn, for each worker */
	MOST_WAITING = MOST_WORKERS * AHEAD,
};

/* What the threads share. Pieces [0, begun) have been taken, [0, handed) handed on. */
struct shared {
	const struct pk_pool *pool;
	pthread_mutex_t lock;
	pthread_cond_t finished;        /* a piece has been done */
	pthread_cond_t room;            /* a result was handed on, or all is over */
	size_t begun, handed, ahead;
	bool stopped;
	bool ready[MOST_WAITING];       /* piece i at i % ahead: done, not yet handed on */
};

/* The next piece, when there is one and results do not pile up. */
static bool take(struct shared *s, size_t *ret)
{
	while (!s->stopped && s->begun < s->pool->n && s->begun - s->handed >= s->ahead)
		pthread_cond_wait(&s->room, &s->lock);
	if (s->stopped || s->begun >= s->pool->n)
		return false;
	*ret = s->begun++;
	return true;
}

static void *worker(void *self)
{
	struct shared *s = self;
	size_t i;

	pthread_mutex_lock(&s->lock);
	while (take(s, &i)) {
		pthread_mutex_unlock(&s->lock);
		s->pool->work(s->pool->self, i);
		pthread_mutex_lock(&s->lock);
		s->ready[i % s->ahead] = true;
		pthread_cond_signal(&s->finished);
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

/* Hands results on in their order until nothing more is coming. */
static void hand_on(struct shared *s)
{
	pthread_mutex_lock(&s->lock);
	while (s->handed < (s->stopped ? s->begun : s->pool->n)) {
		size_t i = s->handed;
		bool more;

		while (!s->ready[i % s->ahead])
			pthread_cond_wait(&s->finished, &s->lock);
		s->ready[i % s->ahead] = false;
		pthread_mutex_unlock(&s->lock);
		more = s->pool->done(s->pool->self, i);
		pthread_mutex_lock(&s->lock);
		s->handed++;
		s->stopped |= !more;
		pthread_cond_broadcast(&s->room);
	}
	pthread_mutex_unlock(&s->lock);
}

static size_t run_alone(const struct pk_pool *pool)
{
	size_t i = 0;
	bool more = true;

	for (; i < pool->n && more; i++) {
		pool->work(pool->self, i);
		more = pool->done(pool->self, i);
	}
	return i;
}

static size_t run_together(struct shared *s, unsigned workers)
{
	pthread_t threads[MOST_WORKERS];
	unsigned started = 0;

	while (started < workers && pthread_create(&threads[started], NULL, worker, s) == 0)
		started++;
	if (started == 0)
		return run_alone(s->pool);
	hand_on(s);
	for (unsigned i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	return s->handed;
}

size_t pk_pool_run(const struct pk_pool *pool)
{
	unsigned workers = pool->workers > MOST_WORKERS ? MOST_WORKERS : pool->workers;
	struct shared s = { .pool = pool };
	size_t handed;

	if (workers > pool->n)
		workers = (unsigned)pool->n;
	if (workers <= 1)
		return run_alone(pool);
	s.ahead = (size_t)workers * AHEAD;
	if (pthread_mutex_init(&s.lock, NULL) != 0)
		return run_alone(pool);
	pthread_cond_init(&s.finished, NULL);
	pthread_cond_init(&s.room, NULL);
	handed = run_together(&s, workers);
	pthread_cond_destroy(&s.room);
	pthread_cond_destroy(&s.finished);
	pthread_mutex_destroy(&s.lock);
	return handed;
}
