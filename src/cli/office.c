#include "cli/office.h"

#include <stdlib.h>
#include <string.h>

#include "cli/program.h"

/* "NAME=value" of a variable that is set. */
static char *copy_variable(const char *name)
{
	const char *value = getenv(name);
	size_t room = value == NULL ? 0 : strlen(name) + strlen(value) + 2;
	char *copy = value == NULL ? NULL : malloc(room);

	if (copy != NULL)
		(void)snprintf(copy, room, "%s=%s", name, value);
	return copy;
}

static void copy_variables(struct office *office)
{
	static const char *const names[] = { "PATH", "HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS",
		"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
		"LD_LIBRARY_PATH" };
	size_t n = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char *variable = copy_variable(names[i]);

		if (variable != NULL)
			office->variables[n++] = variable;
	}
	office->variables[n] = NULL;
}

void office_find(struct office *office, struct protokoll_options *options)
{
	copy_variables(office);
	if (find_office(office->program, sizeof(office->program)))
		options->office = office->program;
	options->office_variables = (const char *const *)office->variables;
	options->scratch = getenv("TMPDIR");
	if (options->scratch != NULL && *options->scratch == '\0')
		options->scratch = NULL;
}

void office_free(struct office *office)
{
	for (size_t i = 0; i < OFFICE_VARIABLES && office->variables[i] != NULL; i++)
		free(office->variables[i]);
}
