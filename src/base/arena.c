#include "base/arena.h"

#include <stdlib.h>

enum { CHUNK = 64 * 1024, ALIGN = 16 };

/* A piece of memory from malloc. Small allocations share a chunk; one that would fill more than
 * an eighth of it gets one of its own, which resizing can give to realloc: what is left of the shared
 * one is not lost to it. */
struct chunk {
	struct chunk *next, *prev;
	size_t used, room;
};

struct pk_arena {
	struct chunk *shared;    /* newest first: allocation goes on here */
	struct chunk *single;
	size_t used, max;
};

static size_t head_size(void)
{
	return (sizeof(struct chunk) + ALIGN - 1) / ALIGN * ALIGN;
}

static char *chunk_bytes(struct chunk *c)
{
	return (char *)c + head_size();
}

static size_t aligned(size_t n)
{
	return (n + ALIGN - 1) / ALIGN * ALIGN;
}

struct pk_arena *pk_arena_new(size_t max)
{
	struct pk_arena *arena = calloc(1, sizeof(*arena));

	if (arena != NULL)
		arena->max = max;
	return arena;
}

static void free_chunks(struct chunk *c)
{
	while (c != NULL) {
		struct chunk *next = c->next;

		free(c);
		c = next;
	}
}

void pk_arena_free(struct pk_arena *arena)
{
	if (arena == NULL)
		return;
	free_chunks(arena->shared);
	free_chunks(arena->single);
	free(arena);
}

static struct chunk *chunk_new(struct chunk **list, size_t room)
{
	struct chunk *c = malloc(head_size() + room);

	if (c == NULL)
		return NULL;
	c->used = 0;
	c->room = room;
	c->prev = NULL;
	c->next = *list;
	if (*list != NULL)
		(*list)->prev = c;
	*list = c;
	return c;
}

static bool is_single(size_t n)
{
	return n > CHUNK / 8;
}

void *pk_arena_alloc(struct pk_arena *arena, size_t n)
{
	size_t size = aligned(n == 0 ? 1 : n);
	struct chunk *c = arena->shared;
	char *p;

	if (n > SIZE_MAX / 2 || size > arena->max - arena->used)
		return NULL;
	if (is_single(size))
		c = chunk_new(&arena->single, size);
	else if (c == NULL || c->room - c->used < size)
		c = chunk_new(&arena->shared, CHUNK);
	if (c == NULL)
		return NULL;
	p = chunk_bytes(c) + c->used;
	c->used += size;
	arena->used += size;
	memset(p, 0, size);
	return p;
}

/* Gives a chunk that holds one piece to realloc. */
static void *resize_single(struct pk_arena *arena, void *p, size_t old, size_t size)
{
	struct chunk *c = (struct chunk *)(void *)((char *)p - head_size());
	bool first = arena->single == c;
	struct chunk *moved = realloc(c, head_size() + size);

	if (moved == NULL)
		return NULL;
	if (first)
		arena->single = moved;
	else
		moved->prev->next = moved;
	if (moved->next != NULL)
		moved->next->prev = moved;
	arena->used += size - moved->room;
	moved->used = moved->room = size;
	memset(chunk_bytes(moved) + old, 0, size - old);
	return chunk_bytes(moved);
}

void *pk_arena_resize(struct pk_arena *arena, void *p, size_t old, size_t n)
{
	size_t had = aligned(old == 0 ? 1 : old), size = aligned(n == 0 ? 1 : n);
	struct chunk *c = arena->shared;
	void *moved;

	if (p == NULL)
		return pk_arena_alloc(arena, n);
	if (n > SIZE_MAX / 2)
		return NULL;
	if (size <= had)
		return p;
	if (size - had > arena->max - arena->used)
		return NULL;
	if (is_single(had))
		return resize_single(arena, p, old, size);
	/* What is large enough for a chunk of its own must have one: only its size tells. */
	if (!is_single(size) && c != NULL && (char *)p + had == chunk_bytes(c) + c->used &&
			c->room - c->used >= size - had) {
		memset((char *)p + had, 0, size - had);
		c->used += size - had;
		arena->used += size - had;
		return p;
	}
	moved = pk_arena_alloc(arena, n);
	if (moved != NULL && old > 0)
		memcpy(moved, p, old);
	return moved;
}

/* Puts a list of chunks behind another's. */
static void append(struct chunk **list, struct chunk *more)
{
	struct chunk *last = *list;

	if (last == NULL || more == NULL) {
		*list = last == NULL ? more : last;
		return;
	}
	while (last->next != NULL)
		last = last->next;
	last->next = more;
	more->prev = last;
}

void pk_arena_adopt(struct pk_arena *arena, struct pk_arena *from)
{
	append(&arena->shared, from->shared);
	append(&arena->single, from->single);
	arena->used += from->used;
	free(from);
}

size_t pk_arena_used(const struct pk_arena *arena)
{
	return arena->used;
}
