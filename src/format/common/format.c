/* The formats there are. */
#include "format/common/document.h"

static const struct pk_format *const formats[] = { &pk_format_odt, &pk_format_docx };

const struct pk_format *pk_format_find(struct pk_str name)
{
	for (size_t i = 0; i < PK_COUNT(formats); i++)
		if (pk_str_is(name, formats[i]->name))
			return formats[i];
	return NULL;
}

bool pk_template_names_draft(const struct pk_template *t)
{
	return t->names_draft;
}
