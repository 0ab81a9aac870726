/* Other programs on this machine. */
#ifndef PK_CLI_PROGRAM_H
#define PK_CLI_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

/* The first folder of PATH that has the program, with its name behind; a name with a slash is a path.
 * False when there is none, or the path is longer than room. */
bool find_program(const char *name, char *ret, size_t room);

/* LibreOffice's soffice: what PROTOKOLL_SOFFICE says, whether that can be run or not, else the first that
 * is found. */
bool find_office(char *ret, size_t room);

#endif
