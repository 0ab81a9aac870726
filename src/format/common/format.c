/* The formats there are. */
#include "format/common/document.h"

static const struct pk_format *const formats[] = { &pk_format_odt, &pk_format_docx, &pk_format_html };

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

bool pk_template_names(const struct pk_template *t, struct pk_str name)
{
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].program != NULL && pk_program_names(t->parts[i].program, name))
			return true;
	return false;
}

bool pk_template_repeats(const struct pk_template *t, struct pk_str name)
{
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].program != NULL && pk_program_repeats(t->parts[i].program, name))
			return true;
	return false;
}
