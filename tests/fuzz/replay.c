/* Runs every file of the folders it is given through a fuzz target: replay FOLDER... Without libFuzzer
 * this is how the corpus is tested in every build. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 1 << 20 };

static bool run_file(const char *folder, const char *name)
{
	static uint8_t bytes[LARGEST];
	char path[4096];
	int length = snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = length > 0 && (size_t)length < sizeof(path) ? fopen(path, "rb") : NULL;
	uint8_t *exact;
	size_t n;

	if (file == NULL) {
		perror(path);
		return false;
	}
	n = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	/* Not a byte too much, so that a read past the end is seen. */
	exact = malloc(n > 0 ? n : 1);
	if (exact == NULL)
		return false;
	memcpy(exact, bytes, n);
	fprintf(stderr, "%s\n", path);
	(void)LLVMFuzzerTestOneInput(exact, n);
	free(exact);
	return true;
}

int main(int argc, char **argv)
{
	unsigned n = 0;

	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);
		const struct dirent *entry;

		if (folder == NULL) {
			perror(argv[i]);
			return 1;
		}
		while ((entry = readdir(folder)) != NULL) {
			if (entry->d_name[0] == '.')
				continue;
			if (!run_file(argv[i], entry->d_name))
				return 1;
			n++;
		}
		closedir(folder);
	}
	fprintf(stderr, "%u files\n", n);
	return n > 0 ? 0 : 1;
}
