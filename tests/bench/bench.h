/* What the measured programs have in common: the clock, the file, and how they tell. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

/* A stretch of work: the clock on the wall, and what the process itself used. */
struct bench_span {
	double wall, cpu;
};
struct bench_span bench_now(void);

/* What has passed since then: a line for the processor and, last, the seconds alone. */
void bench_tell(struct bench_span since);

/* Writes a file as the peers do: over what lies there, without waiting for the disk. */
bool bench_write(const char *path, const char *bytes, size_t n);

/* A number from 1 up; 0 when the word is none. */
unsigned long bench_count(const char *word);

#endif
