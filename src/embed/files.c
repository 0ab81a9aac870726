/* Turns files into C: files HEADER OUTPUT.c FUNCTION FILE [FUNCTION FILE]...
 *
 * OUTPUT.c has a function for each file that returns its bytes as a struct pk_str; HEADER declares
 * them. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *opened(const char *path, const char *mode)
{
	FILE *file = fopen(path, mode);

	if (file == NULL) {
		fprintf(stderr, "files: %s: %s\n", path, strerror(errno));
		exit(1);
	}
	return file;
}

static void put_file(FILE *out, const char *function, const char *path)
{
	FILE *in = opened(path, "rb");
	size_t n = 0;
	int byte;

	fprintf(out, "\nstruct pk_str %s(void)\n{\n\tstatic const unsigned char bytes[] = {", function);
	for (; (byte = getc(in)) != EOF; n++)
		fprintf(out, "%s%d,", n % 24 == 0 ? "\n" : "", byte);
	fprintf(out, "%s};\n\n\treturn (struct pk_str){ (const char *)bytes, %zu };\n}\n",
			n == 0 ? "0" : "\n", n);
	if (ferror(in)) {
		fprintf(stderr, "files: %s cannot be read\n", path);
		exit(1);
	}
	fclose(in);
}

int main(int argc, char **argv)
{
	FILE *out;

	if (argc < 5 || argc % 2 == 0) {
		fprintf(stderr, "usage: files HEADER OUTPUT.c FUNCTION FILE...\n");
		return 1;
	}
	out = opened(argv[2], "w");
	fprintf(out, "/* Made by files from the files beside it. */\n#include \"%s\"\n", argv[1]);
	for (int i = 3; i < argc; i += 2)
		put_file(out, argv[i], argv[i + 1]);
	if (ferror(out) | fclose(out)) {
		fprintf(stderr, "files: %s cannot be written\n", argv[2]);
		return 1;
	}
	return 0;
}
