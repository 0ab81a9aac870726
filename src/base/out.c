#include "base/out.h"

struct pk_out pk_out_new(struct pk_arena *arena, size_t max)
{
	return (struct pk_out){ .arena = arena, .max = max };
}

static bool make_room(struct pk_out *out, size_t n)
{
	size_t room = out->room == 0 ? 256 : out->room;
	char *p;

	if (n > out->max || out->n > out->max - n)
		return false;
	while (room < out->n + n)
		room *= 2;
	room = room > out->max ? out->max : room;
	p = pk_arena_stretch(out->arena, out->p, out->room, room);
	if (p == NULL)
		return false;
	out->p = p;
	out->room = room;
	return true;
}

void pk_put(struct pk_out *out, struct pk_str bytes)
{
	if (out->failed || bytes.n == 0)
		return;
	if (out->room - out->n < bytes.n && !make_room(out, bytes.n)) {
		out->failed = true;
		return;
	}
	memcpy(out->p + out->n, bytes.p, bytes.n);
	out->n += bytes.n;
}

void pk_put_c(struct pk_out *out, const char *text)
{
	pk_put(out, pk_str_of(text));
}

void pk_put_uint(struct pk_out *out, uint64_t number)
{
	char digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	pk_put(out, (struct pk_str){ digits + at, sizeof(digits) - at });
}
