/* The live page over midnight: the day is what the caller says that it is, each time. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "preview/serve.h"
#include "support/fixture.h"

#define DRAFT "samples/utkast-2024-05-21.yaml"  /* to be approved by 2024-06-04 */

enum { DEADLINE = 60, ANSWER = 1 << 20 };

/* What day it is. */
static _Atomic(const char *) day;

static void tell_day(char ret[PK_PREVIEW_DAY])
{
	strcpy(ret, atomic_load(&day));
}

/* A preview that is served by a thread of its own. */
struct shown {
	struct pk_preview_server *server;
	pthread_t thread;
	int stop[2];
};

static void *serve(void *self)
{
	struct shown *shown = self;

	return pk_preview_run(shown->server, shown->stop[0]) == PK_PREVIEW_FINE ? shown : NULL;
}

static bool begin(struct shown *shown)
{
	const struct pk_preview_request request = { .file = DRAFT, .language = PK_ENGLISH };
	enum pk_preview_fault fault = pk_preview_open(&request, tell_day, 0, &shown->server);

	/* It was built with what is not installed here. */
	if (fault == PK_PREVIEW_ABSENT)
		return false;
	assert_int_equal(fault, PK_PREVIEW_FINE);
	assert_int_equal(pipe(shown->stop), 0);
	assert_int_equal(pthread_create(&shown->thread, NULL, serve, shown), 0);
	return true;
}

static void end(struct shown *shown)
{
	void *good;

	assert_int_equal(write(shown->stop[1], "", 1), 1);
	assert_int_equal(pthread_join(shown->thread, &good), 0);
	assert_non_null(good);
	pk_preview_close(shown->server);
	close(shown->stop[0]);
	close(shown->stop[1]);
}

/* A question that has been asked: what comes back can be read. */
static int ask(const struct shown *shown, const char *page)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	const struct timeval deadline = { .tv_sec = DEADLINE };
	char path[64], question[256];
	unsigned port;
	int fd = socket(AF_INET, SOCK_STREAM, 0), n;

	assert_int_equal(sscanf(pk_preview_url(shown->server), "http://127.0.0.1:%u%63s", &port, path), 2);
	address.sin_port = htons((uint16_t)port);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof(deadline)), 0);
	assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
	n = snprintf(question, sizeof(question), "GET %s%s HTTP/1.0\r\nHost: 127.0.0.1:%u\r\n\r\n", path,
			page, port);
	assert_int_equal(write(fd, question, (size_t)n), n);
	return fd;
}

/* Reads on until some words have come, or to the end without any; to is what has come. */
static void hear(int fd, const char *words, char to[ANSWER])
{
	size_t n = 0;
	ssize_t more;

	to[0] = '\0';
	while (words == NULL || strstr(to, words) == NULL) {
		assert_true(n + 1 < ANSWER);
		more = read(fd, to + n, ANSWER - 1 - n);
		assert_true(more >= 0);
		if (more == 0)
			break;
		n += (size_t)more;
		to[n] = '\0';
	}
	assert_true(words == NULL || strstr(to, words) != NULL);
}

static void test_midnight(void **state)
{
	char *answer = malloc(ANSWER);
	struct shown shown;
	int events, report;

	(void)state;
	assert_non_null(answer);
	atomic_store(&day, "2024-06-03");
	if (!begin(&shown)) {
		free(answer);
		skip();
	}
	report = ask(&shown, "report");
	hear(report, NULL, answer);
	close(report);
	assert_non_null(strstr(answer, "\"tomorrow\""));
	assert_null(strstr(answer, "\"today\""));
	events = ask(&shown, "events?after=1");
	hear(events, "retry", answer);
	atomic_store(&day, "2024-06-04");
	hear(events, "event: state", answer);
	close(events);
	report = ask(&shown, "report");
	hear(report, NULL, answer);
	close(report);
	assert_non_null(strstr(answer, "\"today\""));
	assert_null(strstr(answer, "\"tomorrow\""));
	end(&shown);
	free(answer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_midnight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
