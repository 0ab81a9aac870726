#include "base/arena.h"

#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WATCHED
#endif
#ifdef WATCHED
#include <sanitizer/asan_interface.h>
#endif

enum { CHUNK = 64 * 1024, ALIGN = 8 };

/* A piece of memory from malloc. Small allocations share a chunk; one that would fill more than
 * an eighth of it gets one of its own, which resizing can give to realloc: what is left of the shared
 * one is not lost to it. */
struct chunk {
	struct chunk *next, *prev;
	size_t room;
};

/* A piece of a shared chunk that nobody has any more: it grew and was moved, or was too short for what
 * was asked for. */
struct spare {
	struct spare *next;
	size_t n;
};

/* Shorter ones are not worth the search. */
enum { SPARE = 1024 };

struct pk_arena {
	struct chunk *shared, *single;    /* newest first */
	char *at, *end;                   /* where small allocations go on */
	struct spare *spare;
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

#ifdef WATCHED
/* Not used again: whoever still has a pointer there is found by AddressSanitizer. */
static void give_back(struct pk_arena *arena, void *p, size_t n)
{
	(void)arena;
	ASAN_POISON_MEMORY_REGION(p, n);
}
#else
static void give_back(struct pk_arena *arena, void *p, size_t n)
{
	struct spare *spare = p;

	if (n < SPARE)
		return;
	*spare = (struct spare){ arena->spare, n };
	arena->spare = spare;
}
#endif

/* Goes on in a spare piece if one is long enough, else in a new chunk. Memory that has been touched is
 * cheaper than fresh pages. */
static bool open_room(struct pk_arena *arena, size_t size)
{
	struct spare **link = &arena->spare, *spare;
	struct chunk *c;

	if (arena->at != NULL)
		give_back(arena, arena->at, (size_t)(arena->end - arena->at));
	while ((spare = *link) != NULL && spare->n < size)
		link = &spare->next;
	if (spare != NULL) {
		*link = spare->next;
		arena->at = (char *)spare;
		arena->end = arena->at + spare->n;
		return true;
	}
	c = chunk_new(&arena->shared, CHUNK);
	arena->at = c == NULL ? NULL : chunk_bytes(c);
	arena->end = c == NULL ? NULL : arena->at + CHUNK;
	return c != NULL;
}

void *pk_arena_take(struct pk_arena *arena, size_t n)
{
	size_t size = aligned(n == 0 ? 1 : n);
	char *p;

	if (n > SIZE_MAX / 2 || size > arena->max - arena->used)
		return NULL;
	if (is_single(size)) {
		struct chunk *c = chunk_new(&arena->single, size);

		arena->used += c == NULL ? 0 : size;
		return c == NULL ? NULL : chunk_bytes(c);
	}
	if ((size_t)(arena->end - arena->at) < size && !open_room(arena, size))
		return NULL;
	p = arena->at;
	arena->at += size;
	arena->used += size;
	return p;
}

void *pk_arena_alloc(struct pk_arena *arena, size_t n)
{
	void *p = pk_arena_take(arena, n);

	return p == NULL ? NULL : memset(p, 0, n);
}

/* The chunk that holds one piece alone. */
static struct chunk *chunk_of(void *p)
{
	return (struct chunk *)(void *)((char *)p - head_size());
}

void pk_arena_give(struct pk_arena *arena, void *p, size_t n)
{
	size_t size = aligned(n == 0 ? 1 : n);
	struct chunk *c;

	if (p == NULL)
		return;
	if (!is_single(size)) {
		give_back(arena, p, size);
		return;
	}
	c = chunk_of(p);
	*(c->prev == NULL ? &arena->single : &c->prev->next) = c->next;
	if (c->next != NULL)
		c->next->prev = c->prev;
	free(c);
}

static void *stretch_single(struct pk_arena *arena, void *p, size_t size)
{
	struct chunk *c = chunk_of(p);
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
	moved->room = size;
	return chunk_bytes(moved);
}

void *pk_arena_stretch(struct pk_arena *arena, void *p, size_t old, size_t n)
{
	size_t had = aligned(old == 0 ? 1 : old), size = aligned(n == 0 ? 1 : n);
	void *moved;

	if (p == NULL)
		return pk_arena_take(arena, n);
	if (n > SIZE_MAX / 2)
		return NULL;
	if (size <= had)
		return p;
	if (size - had > arena->max - arena->used)
		return NULL;
	if (is_single(had))
		return stretch_single(arena, p, size);
	/* What is large enough for a chunk of its own must have one: only its size tells. */
	if (!is_single(size) && (char *)p + had == arena->at &&
			(size_t)(arena->end - arena->at) >= size - had) {
		arena->at += size - had;
		arena->used += size - had;
		return p;
	}
	moved = pk_arena_take(arena, n);
	if (moved == NULL)
		return NULL;
	memcpy(moved, p, old);
	give_back(arena, p, had);
	return moved;
}

void *pk_arena_resize(struct pk_arena *arena, void *p, size_t old, size_t n)
{
	char *resized = pk_arena_stretch(arena, p, old, n);

	if (resized != NULL && n > old)
		memset(resized + old, 0, n - old);
	return resized;
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
