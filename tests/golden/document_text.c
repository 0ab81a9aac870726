#include "document_text.h"

#include <stdlib.h>
#include <string.h>

#include "formats.h"

char *document_text(const char *path)
{
	zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
	struct writer w = { .last = '\n' };
	char *text = NULL;
	size_t n = 0;
	bool read = false;

	w.out = zip == NULL ? NULL : open_memstream(&text, &n);
	if (w.out != NULL) {
		read = zip_name_locate(zip, "content.xml", 0) >= 0 ? odt_text(zip, &w) :
				docx_text(zip, &w);
		fclose(w.out);
	}
	if (zip != NULL)
		zip_discard(zip);
	if (read)
		return text;
	printf("%s cannot be read\n", path);
	free(text);
	return NULL;
}
