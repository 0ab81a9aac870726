#include "cli/browser.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/program.h"

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && *value != '\0';
}

/* BROWSER is a list with colons between, as xdg-open has it; a command with arguments in it is left to
 * xdg-open. */
static bool find_browser(char *ret, size_t room)
{
	static const char *const names[] = { "xdg-open", "wslview", "x-www-browser", "sensible-browser",
		"gnome-open", "firefox", "chromium", "google-chrome" };
	const char *chosen = getenv("BROWSER");
	char name[256];

	if (chosen != NULL && *chosen != '\0' &&
			(size_t)snprintf(name, sizeof(name), "%.*s", (int)strcspn(chosen, ":"), chosen) <
			sizeof(name) && find_program(name, ret, room))
		return true;
	/* Without a screen these would start a browser of text in this very terminal. */
	if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") && !is_set("WSL_DISTRO_NAME"))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (find_program(names[i], ret, room))
			return true;
	}
	return false;
}

/* In the grandchild: nothing of the terminal is kept, so that Ctrl-C ends this program alone. */
static void become(const char *program, const char *address)
{
	const char *const argv[] = { program, address, NULL };
	int nowhere = open("/dev/null", O_RDWR);

	if (nowhere >= 0) {
		dup2(nowhere, STDIN_FILENO);
		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
	}
	signal(SIGXFSZ, SIG_DFL);
	/* It takes no constant strings, and changes none: NOLINTNEXTLINE(performance-no-int-to-ptr) */
	execv(program, (char *const *)(uintptr_t)argv);
	_exit(127);
}

bool open_browser(const char *address)
{
	char program[4096];
	pid_t child;

	if (!find_browser(program, sizeof(program)))
		return false;
	child = fork();
	if (child == 0) {
		setsid();
		if (fork() == 0)
			become(program, address);
		_exit(0);
	}
	return child > 0 && waitpid(child, NULL, 0) == child;
}
