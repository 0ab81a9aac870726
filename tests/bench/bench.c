#include "bench.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(clockid_t clock)
{
	struct timespec t;

	return clock_gettime(clock, &t) == 0 ? (double)t.tv_sec + (double)t.tv_nsec / 1e9 : 0;
}

struct bench_span bench_now(void)
{
	return (struct bench_span){
		.wall = seconds(CLOCK_MONOTONIC), .cpu = seconds(CLOCK_PROCESS_CPUTIME_ID)
	};
}

void bench_tell(struct bench_span since)
{
	struct bench_span now = bench_now();

	printf("cpu %.6f\n%.6f\n", now.cpu - since.cpu, now.wall - since.wall);
}

bool bench_write(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "wb");
	bool whole;

	if (file == NULL)
		return false;
	whole = fwrite(bytes, 1, n, file) == n;
	return fclose(file) == 0 && whole;
}

unsigned long bench_count(const char *word)
{
	char *end;
	unsigned long n;

	errno = 0;
	n = strtoul(word, &end, 10);
	return errno == 0 && *end == '\0' && word[0] != '-' ? n : 0;
}
