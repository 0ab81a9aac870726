#include "preview/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/* A port that is free for IPv4 may be taken for IPv6: then another is tried. */
enum { TRIES = 16, BACKLOG = 64 };

static int bound(int family, const struct sockaddr *address, socklen_t size)
{
	int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	int on = 1, error;

	if (fd < 0)
		return -1;
	/* A port that was just left can be taken again; one that is listened on cannot. */
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (family == AF_INET6)
		(void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
	if (bind(fd, address, size) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

static int bound_v4(uint16_t *port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(*port) };
	socklen_t size = sizeof(address);
	int fd;

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	fd = bound(AF_INET, (const struct sockaddr *)&address, size);
	if (fd >= 0 && getsockname(fd, (struct sockaddr *)&address, &size) == 0)
		*port = ntohs(address.sin_port);
	return fd;
}

static int bound_v6(uint16_t port)
{
	const struct sockaddr_in6 address = { .sin6_family = AF_INET6, .sin6_port = htons(port),
		.sin6_addr = IN6ADDR_LOOPBACK_INIT };

	return bound(AF_INET6, (const struct sockaddr *)&address, sizeof(address));
}

static enum pk_preview_fault fault_of(int error)
{
	if (error == EADDRINUSE)
		return PK_PREVIEW_PORT_TAKEN;
	return error == EACCES ? PK_PREVIEW_PORT_DENIED : PK_PREVIEW_SYSTEM;
}

enum pk_preview_fault pk_preview_listen(uint16_t *port, int ret[2])
{
	uint16_t asked = *port;

	for (int i = 0; i < TRIES; i++) {
		*port = asked;
		ret[0] = bound_v4(port);
		if (ret[0] < 0)
			return fault_of(errno);
		ret[1] = bound_v6(*port);
		if (ret[1] >= 0 || errno != EADDRINUSE)
			return PK_PREVIEW_FINE;
		close(ret[0]);
		if (asked != 0)
			break;
	}
	return PK_PREVIEW_PORT_TAKEN;
}
