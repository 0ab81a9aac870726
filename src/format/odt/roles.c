/* Finding and adding styles for formatted text in OpenDocument. */
#include "format/common/finish.h"
#include "format/common/role_find.h"
#include "format/odt/inside.h"
#include "xml/tree.h"

#define OASIS ODT_OASIS
#define SPACES                                                                                     \
	"xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\" "                 \
	"xmlns:text=\"" OASIS "text:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\""

/* Built-in names are English in every language version; the file writes "List 1" as List_20_1. The
 * first name is the one to add, with these properties. */
static const struct pk_role_row table[] = {
	{ PK_ROLE_BULLET, "paragraph", { "List Bullet", "List 1" }, NULL,
			"<style:paragraph-properties fo:margin-top=\"0pt\" "
			"fo:margin-bottom=\"3pt\"/>",
			"Lista 1", "List 1" },
	{ PK_ROLE_NUMBER, "paragraph", { "List Number", "Numbering 1" }, NULL,
			"<style:paragraph-properties fo:margin-top=\"0pt\" "
			"fo:margin-bottom=\"3pt\"/>",
			"Numrering 1", "Numbering 1" },
	{ PK_ROLE_QUOTE, "paragraph", { "Quotations", "Quote" }, NULL,
			"<style:paragraph-properties fo:margin-left=\"1cm\" "
			"fo:margin-right=\"1cm\"/>"
			"<style:text-properties fo:font-style=\"italic\"/>",
			"Citat", "Quotations" },
	{ PK_ROLE_CODE_BLOCK, "paragraph", { "Preformatted Text", "HTML Preformatted" }, NULL,
			"<style:text-properties fo:font-family=\"'Liberation Mono'\" "
			"fo:font-size=\"10pt\"/>",
			"Förformaterad text", "Preformatted Text" },
	{ PK_ROLE_CELL, "paragraph", { "Table Contents", "Tabelltext" }, NULL,
			"<style:paragraph-properties fo:margin-top=\"2pt\" "
			"fo:margin-bottom=\"2pt\"/>",
			"Tabellinnehåll", "Table Contents" },
	{ PK_ROLE_HEAD, "paragraph", { "Table Heading", "Tabellrubrik" }, NULL,
			"<style:paragraph-properties fo:margin-top=\"2pt\" "
			"fo:margin-bottom=\"2pt\" "
			"fo:keep-with-next=\"always\"/><style:text-properties "
			"fo:font-weight=\"bold\"/>",
			"Tabellrubrik", "Table Heading" },
	{ PK_ROLE_STRONG, "text", { "Strong Emphasis", "Strong" }, NULL,
			"<style:text-properties fo:font-weight=\"bold\"/>",
			"Stark betoning", "Strong Emphasis" },
	{ PK_ROLE_EMPHASIS, "text", { "Emphasis" }, NULL,
			"<style:text-properties fo:font-style=\"italic\"/>",
			"Betoning", "Emphasis" },
	{ PK_ROLE_CODE, "text", { "Source Text", "HTML Code" }, NULL,
			"<style:text-properties fo:font-family=\"'Liberation Mono'\"/>",
			"Källtext", "Source Text" },
	{ PK_ROLE_STRIKE, "text", { "Genomstruken", "Strikethrough" }, NULL,
			"<style:text-properties style:text-line-through-style=\"solid\" "
			"style:text-line-through-type=\"single\"/>",
			"Genomstruken", "Strikethrough" },
	{ PK_ROLE_LINK, "text", { "Internet link", "Hyperlink" }, NULL,
			"<style:text-properties fo:color=\"#0b4a8f\" "
			"style:text-underline-style=\"solid\" "
			"style:text-underline-width=\"auto\" "
			"style:text-underline-color=\"font-color\"/>",
			"Internetlänk", "Internet Link" },
};

/* Lists by name, where the paragraph style does not name its own. */
static const char *const bullet_lists[] = { "Protokoll punkter", "List 1" };
static const char *const number_lists[] = { "Protokoll nummer", "Numbering 123", "Numbering 1" };

static const char *const heading_sizes[PK_HEADINGS_ADDED] = { "16pt", "13pt", "12pt", "11pt" };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The character that a name has at *at, "_20_" being a space. */
static char next_of(struct pk_str name, size_t *at)
{
	bool space = name.p[*at] == '_' && pk_str_is(pk_str_slice(name, *at, *at + 4), "_20_");
	char c = space ? ' ' : name.p[*at];

	*at += space ? 4 : 1;
	return lower(c);
}

static bool same_name(struct pk_str written, struct pk_str name)
{
	size_t a = 0, b = 0;

	while (a < written.n && b < name.n)
		if (next_of(written, &a) != next_of(name, &b))
			return false;
	return a == written.n && b == name.n;
}

/* Stands for the family of a style of lists, which has none. */
#define LISTS "lists"

/* A style that the template has. */
struct known {
	const struct pk_xml *node;
	struct pk_str family, name, shown;
};

struct adding {
	struct pk_job *job;
	struct pk_xml *styles; /* office:styles */
	struct known *known;
	size_t n_known, known_room;
	struct pk_roles *roles;
	struct pk_out out;
};

/* They are looked through for each name that a role may have. */
static bool list_known(struct adding *a)
{
	for (const struct pk_xml *s = a->styles->first; s != NULL; s = s->next) {
		bool list = pk_xml_is(s, "text:list-style");

		if (!list && !pk_xml_is(s, "style:style"))
			continue;
		if (!pk_grow(a->job, &a->known, a->n_known, &a->known_room))
			return false;
		a->known[a->n_known++] = (struct known){ s,
			list ? PK_STR(LISTS) : pk_xml_get(s, "style:family"),
			pk_xml_get(s, "style:name"), pk_xml_get(s, "style:display-name") };
	}
	return true;
}

/* The first of that name in a family. */
static const struct pk_xml *find(const struct adding *a, const char *family, struct pk_str name)
{
	for (size_t i = 0; i < a->n_known && name.n > 0; i++) {
		const struct known *k = &a->known[i];

		if (!pk_str_is(k->family, family))
			continue;
		if (same_name(k->name, name) || same_name(k->shown, name))
			return k->node;
	}
	return NULL;
}

/* "List Bullet" as an NCName: "List_20_Bullet". */
static bool coded(struct pk_job *job, struct pk_str name, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == ' ')
			pk_put_c(&out, "_20_");
		else
			pk_put_byte(&out, name.p[i]);
	return pk_out_done(job, &out, ret);
}

static void put_names(struct pk_out *out, struct pk_str style, struct pk_str name)
{
	pk_put_c(out, " style:name=\"");
	pk_xml_put_attr(out, style);
	if (!pk_str_eq(style, name)) {
		pk_put_c(out, "\" style:display-name=\"");
		pk_xml_put_attr(out, name);
	}
	pk_put_byte(out, '"');
}

/* level: outline level of a heading, or 0. */
static bool add_style(struct adding *a, const char *family, struct pk_str name, const char *body,
		uint32_t level, struct pk_str *ret)
{
	const struct pk_xml *parent = find(a, family, PK_STR("Standard"));
	const struct pk_xml *heading = find(a, family, PK_STR("Heading"));

	if (!coded(a->job, name, ret))
		return false;
	if (level > 0 && heading != NULL)
		parent = heading;
	pk_put_c(&a->out, "<style:style");
	put_names(&a->out, *ret, name);
	pk_put_c(&a->out, " style:family=\"");
	pk_put_c(&a->out, family);
	pk_put_byte(&a->out, '"');
	if (parent != NULL) {
		pk_put_c(&a->out, " style:parent-style-name=\"");
		pk_xml_put_attr(&a->out, pk_xml_get(parent, "style:name"));
		pk_put_byte(&a->out, '"');
	}
	if (level > 0) {
		pk_put_c(&a->out, " style:default-outline-level=\"");
		pk_put_uint(&a->out, level);
		pk_put_byte(&a->out, '"');
	}
	pk_put_byte(&a->out, '>');
	pk_put_c(&a->out, body);
	pk_put_c(&a->out, "</style:style>");
	return true;
}

static struct pk_str find_name(const void *self, const char *type, struct pk_str name)
{
	const struct adding *a = self;
	const struct pk_xml *style = find(a, type, name);

	return style == NULL ? (struct pk_str){ NULL, 0 } : pk_xml_get(style, "style:name");
}

static bool add_row(void *self, const struct pk_role_row *row, struct pk_str *ret)
{
	return add_style(self, row->type, pk_str_of(row->names[0]), row->body, 0, ret);
}

static bool add_heading(void *self, uint32_t level, struct pk_str name, struct pk_str *ret)
{
	struct adding *a = self;
	struct pk_str body;

	return pk_join(a->job, &body,
			       PK_STR("<style:paragraph-properties fo:margin-top=\"12pt\" "
				      "fo:margin-bottom=\"4pt\" "
				      "fo:keep-with-next=\"always\"/><style:text-properties "
				      "fo:font-weight=\"bold\" fo:font-size=\""),
			       pk_str_of(heading_sizes[level - 1]), PK_STR("\"/>")) &&
	       add_style(a, "paragraph", name, body.p, level, ret);
}

static void put_level(struct pk_out *out, uint32_t level, bool numbered)
{
	static const char *const formats[] = { "1", "a", "i" };

	pk_put_c(out, numbered ? "<text:list-level-style-number text:level=\""
			       : "<text:list-level-style-bullet text:level=\"");
	pk_put_uint(out, level);
	pk_put_c(out, numbered ? "\" style:num-format=\"" : "\" text:bullet-char=\"");
	pk_put_c(out, numbered ? formats[(level - 1) % 3] : level % 2 == 1 ? "•" : "–");
	pk_put_c(out, numbered ? "\" style:num-suffix=\".\">" : "\">");
	pk_put_c(out, "<style:list-level-properties "
		      "text:list-level-position-and-space-mode=\"label-alignment\">"
		      "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
		      "fo:text-indent=\"-21.25pt\" fo:margin-left=\"");
	pk_put_uint(out, (uint64_t)2125 * level / 100);
	pk_put_byte(out, '.');
	pk_put_uint(out, (uint64_t)2125 * level / 10 % 10);
	pk_put_uint(out, (uint64_t)2125 * level % 10);
	pk_put_c(out, "pt\"/></style:list-level-properties>");
	pk_put_c(out, numbered ? "</text:list-level-style-number>"
			       : "</text:list-level-style-bullet>");
}

static bool add_list(struct adding *a, struct pk_str name, bool numbered, struct pk_str *ret)
{
	if (!coded(a->job, name, ret))
		return false;
	pk_put_c(&a->out, "<text:list-style");
	put_names(&a->out, *ret, name);
	pk_put_byte(&a->out, '>');
	for (uint32_t level = 1; level <= PK_LIST_LEVELS + 1; level++)
		put_level(&a->out, level, numbered);
	pk_put_c(&a->out, "</text:list-style>");
	return true;
}

static bool find_list(struct adding *a, struct pk_str paragraph, const char *const *names, size_t n,
		bool numbered, bool add, struct pk_str *ret)
{
	const struct pk_xml *style = find(a, "paragraph", paragraph);
	const struct pk_xml *list = NULL;

	if (style != NULL && paragraph.n > 0)
		list = find(a, LISTS,
				pk_xml_get(style, "style:list-style-name"));
	for (size_t i = 0; list == NULL && i < n; i++)
		list = find(a, LISTS, pk_str_of(names[i]));
	if (list != NULL)
		*ret = pk_xml_get(list, "style:name");
	else if (add)
		return add_list(a, pk_str_of(names[0]), numbered, ret) &&
		       pk_roles_add(a->job, a->roles,
				       numbered ? "Numrering 123 för listor" : "Lista 1 för listor",
				       numbered ? "Numbering 123 for lists" : "List 1 for lists", 0);
	return true;
}

/* The part may know none of the names that its new styles have. */
static bool declare(struct pk_job *job, struct pk_xml *part)
{
	return pk_finish_declare(job, part, "xmlns:style", OASIS "style:1.0") &&
	       pk_finish_declare(job, part, "xmlns:text", OASIS "text:1.0") &&
	       pk_finish_declare(job, part, "xmlns:fo", OASIS "xsl-fo-compatible:1.0");
}

bool pk_odt_roles(struct pk_job *job, struct pk_xml *styles, bool with_blocks,
		unsigned *ret_changed, struct pk_roles **ret)
{
	struct adding a = { .job = job,
		.styles = pk_xml_child(styles, "office:styles"),
		.out = pk_out_new(job->arena, job->limits->output_bytes) };
	struct pk_roles *roles = pk_new(job, struct pk_roles, 1);
	const struct pk_role_styles finding = { .job = job,
		.roles = roles,
		.rows = table,
		.n_rows = PK_COUNT(table),
		.heading = "Heading ",
		.items = { { "List Bullet ", "List " }, { "List Number ", "Numbering " } },
		.self = &a,
		.find = find_name,
		.add = add_row,
		.add_heading = add_heading };

	*ret_changed = 0;
	if (roles == NULL)
		return false;
	*ret = a.roles = roles;
	if (a.styles == NULL)
		return true;
	if (!list_known(&a) || !pk_roles_find(&finding, with_blocks) ||
			!find_list(&a, roles->id[PK_ROLE_BULLET], bullet_lists,
					PK_COUNT(bullet_lists), false, with_blocks,
					&roles->id[PK_ROLE_BULLETS]) ||
			!find_list(&a, roles->id[PK_ROLE_NUMBER], number_lists,
					PK_COUNT(number_lists), true, with_blocks,
					&roles->id[PK_ROLE_NUMBERS]))
		return false;
	if (a.out.n == 0)
		return true;
	*ret_changed = 1;
	return pk_roles_move_in(job, &a.out, PK_STR("<office:styles " SPACES ">"),
			       PK_STR("</office:styles>"), a.styles, NULL) &&
	       declare(job, styles);
}

static bool item_element(struct pk_job *job, const struct pk_roles *roles, bool numbered,
		uint32_t level, struct pk_xml **ret)
{
	struct pk_str style = roles->id[numbered ? PK_ROLE_NUMBERS : PK_ROLE_BULLETS];
	struct pk_xml *list, *item = NULL;

	for (uint32_t i = 0; i <= level; i++) {
		if (!pk_xml_add(job, item, "text:list", "text:style-name", style, &list) ||
				!pk_xml_add(job, list, "text:list-item", NULL, PK_STR(""), &item))
			return false;
	}
	return pk_xml_add(job, item, "text:p", "text:style-name", roles->item[numbered][level], ret);
}

static bool table_element(struct pk_job *job, const struct pk_roles *roles, struct pk_xml **ret)
{
	(void)roles;
	return pk_xml_read(job,
			PK_STR("<table:table xmlns:table=\"" OASIS "table:1.0\" "
			       "table:style-name=\"" PK_ODT_TABLE
			       "\"><table:table-header-rows><table:table-row><table:table-cell "
			       "table:style-name=\"" PK_ODT_TABLE
			       ".rubrik\"/></table:table-row></table:table-header-rows>"
			       "<table:table-row><table:table-cell "
			       "table:style-name=\"" PK_ODT_TABLE
			       ".cell\"/><table:table-cell table:style-name=\"" PK_ODT_TABLE
			       ".cell_20_sist\"/></table:table-row></table:table>"),
			PK_STR("styles.xml"), ret);
}

bool pk_odt_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g)
{
	const struct pk_roles_reader reader = { &pk_odt_geometry, item_element, table_element };
	const struct pk_flow_table *t = &roles->table;

	if (!pk_roles_layout(job, roles, g, &reader))
		return false;
	/* A template without such a table: what rendering writes then. */
	if (t->cell_left + t->cell_right + t->cell_top + t->cell_bottom + t->border == 0)
		roles->table = (struct pk_flow_table){
			.cell_left = 108, .cell_right = 108, .border = 10, .border_first = 10,
			.collapses = true
		};
	return true;
}
