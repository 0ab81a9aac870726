/* The names that a template can use, as text and as JSON. */
#include "job/fields.h"

#include "base/text.h"
#include "job/result.h"

static const struct pk_field_row *find(struct pk_str path)
{
	size_t n;
	const struct pk_field_row *rows = pk_context_fields(&n);

	for (size_t i = 0; i < n; i++)
		if (pk_str_is(path, rows[i].path))
			return &rows[i];
	return NULL;
}

/* The path without its last part. */
static struct pk_str above(struct pk_str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '.')
		path.n--;
	path.n -= path.n > 0;
	return path;
}

struct pk_str pk_field_list(const struct pk_field_row *row)
{
	struct pk_str path = above(pk_str_of(row->path));

	for (; path.n > 0; path = above(path)) {
		const struct pk_field_row *parent = find(path);

		if (parent != NULL && parent->kind == PK_FIELD_LIST)
			return path;
	}
	return PK_STR("");
}

size_t pk_field_depth(const struct pk_field_row *row)
{
	size_t depth = 0;

	for (struct pk_str list = pk_field_list(row); list.n > 0; depth++) {
		const struct pk_field_row *parent = find(list);

		list = parent == NULL ? PK_STR("") : pk_field_list(parent);
	}
	return depth;
}

void pk_field_put_tag(struct pk_out *out, const struct pk_field_row *row)
{
	struct pk_str name = pk_str_of(row->path), list = pk_field_list(row);

	if (list.n > 0)
		name = pk_str_slice(name, list.n + 1, name.n);
	if (row->kind == PK_FIELD_LIST || row->kind == PK_FIELD_MAP) {
		pk_put_c(out, "{{#");
		pk_put(out, name);
		pk_put_c(out, "}} … {{/");
		pk_put(out, name);
		pk_put_c(out, "}}");
		return;
	}
	pk_put_c(out, row->kind == PK_FIELD_BLOCKS ? "{{{" : "{{");
	pk_put(out, name);
	pk_put_c(out, row->kind == PK_FIELD_BLOCKS ? "}}}" : "}}");
}

struct pk_str pk_field_word(const struct pk_field_row *row)
{
	static const struct pk_str words[] = {
		[PK_FIELD_TEXT] = PK_STR_INIT("text"),
		[PK_FIELD_LIST] = PK_STR_INIT("lista"),
		[PK_FIELD_MAP] = PK_STR_INIT("grupp"),
		[PK_FIELD_BLOCKS] = PK_STR_INIT("formaterad text"),
		[PK_FIELD_IMAGE] = PK_STR_INIT("bild"),
		[PK_FIELD_ANCHOR] = PK_STR_INIT("ankare"),
		[PK_FIELD_PAGE] = PK_STR_INIT("sida"),
		[PK_FIELD_DATE] = PK_STR_INIT("datum"),
		[PK_FIELD_PERSON] = PK_STR_INIT("person"),
	};

	return words[row->kind];
}

/* --- for people --- */

static void put_spaces(struct pk_out *out, size_t n)
{
	while (n-- > 0)
		pk_put_byte(out, ' ');
}

/* One line a name: the tag, indented by the lists that it stands in, what it is, and an example. */
static void put_line(struct pk_out *out, const struct pk_field_row *row)
{
	enum { COLUMN = 44 };
	size_t start = out->n, width;

	put_spaces(out, 2 * pk_field_depth(row));
	pk_field_put_tag(out, row);
	width = out->failed ? COLUMN : pk_text_width(pk_str_slice(pk_out_str(out), start, out->n));
	put_spaces(out, width < COLUMN ? COLUMN - width : 1);
	pk_put_c(out, row->help);
	if (*row->example != '\0') {
		pk_put_c(out, "; t.ex. ");
		pk_put_c(out, row->example);
	}
	pk_put_c(out, " (");
	pk_put_c(out, row->since);
	pk_put_c(out, ")\n");
}

static void put_text(struct pk_out *out)
{
	size_t n;
	const struct pk_field_row *rows = pk_context_fields(&n);

	for (size_t i = 0; i < n; i++)
		put_line(out, &rows[i]);
	pk_put_c(out, "\n"
		"Det som är indraget skrivs mellan listans taggar. Där finns också {{nummer}} och, som\n"
		"villkor, {{#första?}} och {{#sista?}}. Ett datum har också .iso, .lång, .veckodag och\n"
		".hel: {{datum.lång}}. Sist i raden står den version som först hade namnet.\n");
}

/* --- for programs --- */

static void put_string(struct pk_out *out, const char *name, struct pk_str value)
{
	pk_put_c(out, ", \"");
	pk_put_c(out, name);
	pk_put_c(out, "\": \"");
	for (size_t i = 0; i < value.n; i++) {
		if (value.p[i] == '"' || value.p[i] == '\\')
			pk_put_byte(out, '\\');
		pk_put_byte(out, value.p[i]);
	}
	pk_put_byte(out, '"');
}

static void put_object(struct pk_job *job, struct pk_out *out, const struct pk_field_row *row)
{
	struct pk_out tag = pk_out_new(job->arena, 1024);

	pk_field_put_tag(&tag, row);
	pk_put_c(out, "  {\"name\": \"");
	pk_put_c(out, row->path);
	pk_put_byte(out, '"');
	put_string(out, "kind", pk_field_word(row));
	put_string(out, "tag", pk_out_str(&tag));
	put_string(out, "within", pk_field_list(row));
	put_string(out, "meaning", pk_str_of(row->help));
	put_string(out, "example", pk_str_of(row->example));
	put_string(out, "since", pk_str_of(row->since));
	pk_put_byte(out, '}');
	out->failed = out->failed || tag.failed;
}

static void put_json(struct pk_job *job, struct pk_out *out)
{
	size_t n;
	const struct pk_field_row *rows = pk_context_fields(&n);

	pk_put_c(out, "[\n");
	for (size_t i = 0; i < n; i++) {
		put_object(job, out, &rows[i]);
		pk_put_c(out, i + 1 < n ? ",\n" : "\n");
	}
	pk_put_c(out, "]\n");
}

struct protokoll_result *protokoll_template_fields(bool json)
{
	struct protokoll_result *result = pk_result_new();
	struct pk_out out;

	if (result == NULL)
		return NULL;
	out = pk_out_new(result->job.arena, (size_t)1 << 20);
	if (json)
		put_json(&result->job, &out);
	else
		put_text(&out);
	pk_result_say(result, &out);
	return result;
}
