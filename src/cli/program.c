#include "cli/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool find_program(const char *name, char *ret, size_t room)
{
	const char *path = getenv("PATH");

	if (strchr(name, '/') != NULL)
		return (size_t)snprintf(ret, room, "%s", name) < room && access(ret, X_OK) == 0;
	while (path != NULL && *path != '\0') {
		size_t n = strcspn(path, ":");

		if ((size_t)snprintf(ret, room, "%.*s/%s", (int)n, path, name) < room &&
				access(ret, X_OK) == 0)
			return true;
		path += n + (path[n] == ':' ? 1 : 0);
	}
	return false;
}

bool find_office(char *ret, size_t room)
{
	static const char *const names[] = { "soffice", "libreoffice", "soffice.bin" };
	const char *given = getenv("PROTOKOLL_SOFFICE");

	if (given != NULL && *given != '\0')
		return (size_t)snprintf(ret, room, "%s", given) < room;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (find_program(names[i], ret, room))
			return true;
	}
	return false;
}
