/* Finding and adding styles and lists for formatted text in WordprocessingML. */
#include "format/common/role_find.h"
#include "xml/tree.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* w:name is English for built-in styles in every language version of Word; ids are not. The first
 * name is the one to add, with what stands behind w:basedOn. */
static const struct pk_role_row table[] = {
	{ PK_ROLE_BULLET, "paragraph", { "List Bullet" }, "ListBullet",
			"<w:uiPriority w:val=\"99\"/><w:pPr><w:contextualSpacing/></w:pPr>",
			"Punktlista" },
	{ PK_ROLE_NUMBER, "paragraph", { "List Number" }, "ListNumber",
			"<w:uiPriority w:val=\"99\"/><w:pPr><w:contextualSpacing/></w:pPr>",
			"Numrerad lista" },
	{ PK_ROLE_QUOTE, "paragraph", { "Quote", "Quotations" }, "Quote",
			"<w:uiPriority w:val=\"29\"/><w:qFormat/><w:pPr><w:ind w:left=\"567\" "
			"w:right=\"567\"/>"
			"</w:pPr><w:rPr><w:i/><w:iCs/></w:rPr>",
			"Citat" },
	{ PK_ROLE_CODE_BLOCK, "paragraph", { "HTML Preformatted", "Preformatted Text" },
			"HTMLPreformatted",
			"<w:uiPriority w:val=\"99\"/><w:rPr><w:rFonts w:ascii=\"Courier New\" "
			"w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"20\"/><w:szCs "
			"w:val=\"20\"/>"
			"</w:rPr>",
			"HTML - förformaterad" },
	{ PK_ROLE_CELL, "paragraph", { "Tabelltext", "Table Contents" }, "Tabelltext",
			"<w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>" },
	{ PK_ROLE_HEAD, "paragraph", { "Tabellrubrik", "Table Heading" }, "Tabellrubrik",
			"<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>"
			"<w:rPr><w:b/><w:bCs/></w:rPr>" },
	{ PK_ROLE_STRONG, "character", { "Strong", "Strong Emphasis" }, "Strong",
			"<w:uiPriority w:val=\"22\"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr>",
			"Stark" },
	{ PK_ROLE_EMPHASIS, "character", { "Emphasis" }, "Emphasis",
			"<w:uiPriority w:val=\"20\"/><w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr>",
			"Betoning" },
	{ PK_ROLE_CODE, "character", { "HTML Code", "Source Text" }, "HTMLCode",
			"<w:uiPriority w:val=\"99\"/><w:rPr><w:rFonts w:ascii=\"Courier New\" "
			"w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/></w:rPr>",
			"HTML - kod" },
	{ PK_ROLE_STRIKE, "character", { "Genomstruken", "Strikethrough" }, "Genomstruken",
			"<w:rPr><w:strike/></w:rPr>" },
	{ PK_ROLE_LINK, "character", { "Hyperlink", "Internet link" }, "Hyperlink",
			"<w:uiPriority w:val=\"99\"/><w:rPr><w:color w:val=\"0B4A8F\"/><w:u "
			"w:val=\"single\"/>"
			"</w:rPr>",
			"Hyperlänk" },
	{ PK_ROLE_TABLE, "table", { "Protokolltabell", "Table Grid" }, "Protokolltabell",
			"<w:tblPr><w:tblBorders>"
			"<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
			"<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
			"<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
			"<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
			"<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
			"<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
			"w:color=\"808080\"/></w:tblBorders>"
			"<w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" "
			"w:type=\"dxa\"/>"
			"</w:tblCellMar></w:tblPr>" },
};

static const char *const heading_sizes[PK_HEADINGS_ADDED] = { "32", "26", "24", "22" };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_name(struct pk_str a, struct pk_str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

static struct pk_str val(const struct pk_xml *node, const char *child)
{
	const struct pk_xml *found = node == NULL ? NULL : pk_xml_child(node, child);

	return found == NULL ? PK_STR("") : pk_xml_get(found, "w:val");
}

/* A style that the template has. */
struct known {
	const struct pk_xml *node;
	struct pk_str type, name, id;
};

struct adding {
	struct pk_job *job;
	struct pk_xml *styles;
	struct known *known;
	size_t n_known, known_room;
	struct pk_out out;
	bool any;
};

/* They are looked through for each name that a role may have. */
static bool list_known(struct adding *a)
{
	for (const struct pk_xml *s = a->styles->first; s != NULL; s = s->next) {
		if (!pk_xml_is(s, "w:style"))
			continue;
		if (!pk_grow(a->job, &a->known, a->n_known, &a->known_room))
			return false;
		a->known[a->n_known++] = (struct known){ s, pk_xml_get(s, "w:type"),
			val(s, "w:name"), pk_xml_get(s, "w:styleId") };
	}
	return true;
}

/* The id of the first style of that type and name; p == NULL: there is none. */
static struct pk_str find_style(const struct adding *a, const char *type, struct pk_str name)
{
	for (size_t i = 0; i < a->n_known; i++) {
		const struct known *k = &a->known[i];

		if (pk_str_is(k->type, type) && same_name(k->name, name))
			return k->id;
	}
	return (struct pk_str){ NULL, 0 };
}

/* The style of all that has none. LibreOffice does not say which one it is, but keeps Word's name. */
static struct pk_str default_style(const struct adding *a, const char *type)
{
	for (size_t i = 0; i < a->n_known; i++) {
		const struct known *k = &a->known[i];
		struct pk_str is = pk_xml_get(k->node, "w:default");

		if (pk_str_is(k->type, type) && (pk_str_is(is, "1") || pk_str_is(is, "true") ||
							pk_str_is(is, "on")))
			return k->id;
	}
	return strcmp(type, "paragraph") == 0 ? find_style(a, type, PK_STR("Normal")) : PK_STR("");
}

static bool id_taken(const struct adding *a, struct pk_str id)
{
	for (size_t i = 0; i < a->n_known; i++)
		if (pk_str_eq(a->known[i].id, id))
			return true;
	return false;
}

/* An id like the wanted one that no style has. */
static bool free_id(const struct adding *a, struct pk_str wanted, struct pk_str *ret)
{
	*ret = wanted;
	for (uint64_t n = 1; id_taken(a, *ret); n++)
		if (!pk_join(a->job, ret, wanted, PK_STR("Protokoll"), pk_number(a->job, n)))
			return false;
	return true;
}

static bool add_style(struct adding *a, const char *type, struct pk_str wanted, struct pk_str name,
		const char *body, struct pk_str *ret_id)
{
	struct pk_str parent = default_style(a, type);
	bool paragraph = strcmp(type, "paragraph") == 0;

	if (!free_id(a, wanted, ret_id))
		return false;
	a->any = true;
	pk_put_c(&a->out, "<w:style w:type=\"");
	pk_put_c(&a->out, type);
	pk_put_c(&a->out, "\" w:styleId=\"");
	pk_xml_put_attr(&a->out, *ret_id);
	pk_put_c(&a->out, "\"><w:name w:val=\"");
	pk_xml_put_attr(&a->out, name);
	pk_put_c(&a->out, "\"/>");
	if (parent.n > 0) {
		pk_put_c(&a->out, "<w:basedOn w:val=\"");
		pk_xml_put_attr(&a->out, parent);
		pk_put_c(&a->out, "\"/>");
	}
	if (paragraph && pk_str_starts(name, PK_STR("heading ")) && parent.n > 0) {
		pk_put_c(&a->out, "<w:next w:val=\"");
		pk_xml_put_attr(&a->out, parent);
		pk_put_c(&a->out, "\"/>");
	}
	pk_put_c(&a->out, body);
	pk_put_c(&a->out, "</w:style>");
	return true;
}

static struct pk_str find_id(const void *self, const char *type, struct pk_str name)
{
	return find_style(self, type, name);
}

static bool add_row(void *self, const struct pk_role_row *row, struct pk_str *ret)
{
	return add_style(self, row->type, pk_str_of(row->id), pk_str_of(row->names[0]), row->body,
			ret);
}

static bool add_heading(void *self, uint32_t level, struct pk_str name, struct pk_str *ret)
{
	struct adding *a = self;
	struct pk_str id, body, number = pk_number(a->job, level), size;

	size = pk_str_of(heading_sizes[level - 1]);
	return pk_join(a->job, &id, PK_STR("Heading"), number) &&
	       pk_join(a->job, &body,
			       PK_STR("<w:uiPriority w:val=\"9\"/><w:qFormat/><w:pPr>"
				      "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" "
				      "w:after=\"80\"/>"
				      "<w:outlineLvl w:val=\""),
			       pk_number(a->job, level - 1),
			       PK_STR("\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\""), size,
			       PK_STR("\"/><w:szCs w:val=\""), size, PK_STR("\"/></w:rPr>")) &&
	       add_style(a, "paragraph", id, name, body.p, ret);
}

/* What was written is read and moved under to, before the child before. */
static bool move_in(
		struct pk_job *job, struct pk_out *out, struct pk_xml *to, struct pk_xml *before)
{
	return pk_roles_move_in(job, out, PK_STR("<w:x xmlns:w=\"" W "\">"), PK_STR("</w:x>"), to,
			before);
}

static uint32_t number_of(const struct pk_xml *node, const char *attr)
{
	uint32_t number;

	return pk_str_uint(pk_xml_get(node, attr), &number) ? number : 0;
}

static const struct pk_xml *find_abstract(const struct pk_xml *numbering, uint32_t id)
{
	for (const struct pk_xml *n = numbering->first; n != NULL; n = n->next)
		if (pk_xml_is(n, "w:abstractNum") && number_of(n, "w:abstractNumId") == id)
			return n;
	return NULL;
}

static void read_starts(const struct pk_xml *abstract, uint32_t *starts)
{
	for (size_t i = 0; i < PK_LIST_LEVELS; i++)
		starts[i] = 1;
	for (const struct pk_xml *l = abstract == NULL ? NULL : abstract->first; l; l = l->next) {
		const struct pk_xml *start =
				pk_xml_is(l, "w:lvl") ? pk_xml_child(l, "w:start") : NULL;
		uint32_t level = number_of(l, "w:ilvl");

		if (start != NULL && level < PK_LIST_LEVELS)
			starts[level] = number_of(start, "w:val");
	}
}

static bool read_nums(struct pk_job *job, const struct pk_xml *numbering, struct pk_roles *roles)
{
	for (const struct pk_xml *n = numbering->first; n != NULL; n = n->next) {
		struct pk_role_num *num;
		const struct pk_xml *abstract;

		if (!pk_xml_is(n, "w:num") || pk_xml_child(n, "w:abstractNumId") == NULL)
			continue;
		if (!pk_grow(job, &roles->nums, roles->n_nums, &roles->nums_room))
			return false;
		num = &roles->nums[roles->n_nums++];
		num->num = pk_xml_get(n, "w:numId");
		num->abstract = number_of(pk_xml_child(n, "w:abstractNumId"), "w:val");
		abstract = find_abstract(numbering, num->abstract);
		read_starts(abstract, num->starts);
		if (number_of(n, "w:numId") > roles->last_num)
			roles->last_num = number_of(n, "w:numId");
	}
	return true;
}

/* The list of a style, when it has levels enough for nested lists; NULL: none. */
static const struct pk_role_num *list_of(const struct pk_xml *styles, struct pk_str style,
		const struct pk_xml *numbering, const struct pk_roles *roles)
{
	const struct pk_role_num *num = NULL;
	const struct pk_xml *abstract;
	uint32_t levels = 0;

	for (const struct pk_xml *s = styles->first; s != NULL && num == NULL; s = s->next) {
		const struct pk_xml *p;

		if (!pk_xml_is(s, "w:style") || !pk_str_eq(pk_xml_get(s, "w:styleId"), style))
			continue;
		p = pk_xml_child(s, "w:pPr");
		p = p == NULL ? NULL : pk_xml_child(p, "w:numPr");
		num = pk_roles_num(roles, val(p, "w:numId"));
	}
	abstract = num == NULL ? NULL : find_abstract(numbering, num->abstract);
	for (const struct pk_xml *l = abstract == NULL ? NULL : abstract->first; l; l = l->next)
		levels += pk_xml_is(l, "w:lvl");
	return levels >= 3 ? num : NULL;
}

static void put_level(struct pk_out *out, uint32_t level, bool numbered)
{
	static const char *const formats[] = { "decimal", "lowerLetter", "lowerRoman" };

	pk_put_c(out, "<w:lvl w:ilvl=\"");
	pk_put_uint(out, level);
	pk_put_c(out, "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"");
	pk_put_c(out, numbered ? formats[level % 3] : "bullet");
	pk_put_c(out, "\"/><w:lvlText w:val=\"");
	if (numbered) {
		pk_put_byte(out, '%');
		pk_put_uint(out, level + 1);
		pk_put_byte(out, '.');
	} else {
		pk_put_c(out, level % 2 == 0 ? "•" : "–");
	}
	pk_put_c(out, "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"");
	pk_put_uint(out, (uint64_t)425 * (level + 1));
	pk_put_c(out, "\" w:hanging=\"425\"/></w:pPr></w:lvl>");
}

static void put_abstract(struct pk_out *out, uint32_t id, bool numbered)
{
	pk_put_c(out, "<w:abstractNum w:abstractNumId=\"");
	pk_put_uint(out, id);
	pk_put_c(out, "\"><w:multiLevelType w:val=\"multilevel\"/>");
	for (uint32_t level = 0; level < PK_LIST_LEVELS; level++)
		put_level(out, level, numbered);
	pk_put_c(out, "</w:abstractNum>");
}

static uint32_t last_abstract(const struct pk_xml *numbering)
{
	uint32_t last = 0;

	for (const struct pk_xml *n = numbering->first; n != NULL; n = n->next)
		if (pk_xml_is(n, "w:abstractNum") && number_of(n, "w:abstractNumId") > last)
			last = number_of(n, "w:abstractNumId");
	return last;
}

static struct pk_xml *first_of(struct pk_xml *numbering, const char *one, const char *other)
{
	for (struct pk_xml *n = numbering->first; n != NULL; n = n->next)
		if (pk_xml_is(n, one) || (other != NULL && pk_xml_is(n, other)))
			return n;
	return NULL;
}

/* A w:num on a new abstract list, with the number next. */
static uint32_t put_list(struct pk_out *abstracts, struct pk_out *nums, uint32_t next,
		bool numbered, struct pk_roles *roles)
{
	put_abstract(abstracts, next, numbered);
	pk_put_c(nums, "<w:num w:numId=\"");
	pk_put_uint(nums, ++roles->last_num);
	pk_put_c(nums, "\"><w:abstractNumId w:val=\"");
	pk_put_uint(nums, next);
	pk_put_c(nums, "\"/></w:num>");
	return roles->last_num;
}

/* Lists of our own where the template's styles have none: abstract ones before the first w:num, a
 * w:num of each behind the last. */
static bool add_lists(struct pk_job *job, struct pk_xml *numbering, bool bullets, bool numbers,
		struct pk_roles *roles)
{
	struct pk_out abstracts = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_out nums = pk_out_new(job->arena, job->limits->output_bytes);
	uint32_t next = last_abstract(numbering) + 1;

	if (bullets)
		roles->bullet_num = put_list(&abstracts, &nums, next++, false, roles);
	if (numbers) {
		roles->number_abstract = next;
		roles->number_num = put_list(&abstracts, &nums, next, true, roles);
	}
	return move_in(job, &abstracts, numbering,
			       first_of(numbering, "w:num", "w:numIdMacAtCleanup")) &&
	       move_in(job, &nums, numbering, first_of(numbering, "w:numIdMacAtCleanup", NULL));
}

static bool find_lists(struct pk_job *job, const struct pk_xml *styles, struct pk_xml **numbering,
		bool add, unsigned *changed, struct pk_roles *roles)
{
	const struct pk_role_num *bullets, *numbers;

	if (*numbering == NULL && !add)
		return true;
	if (*numbering == NULL && !pk_xml_read(job, PK_STR("<w:numbering xmlns:w=\"" W "\"/>"),
						  PK_STR("word/numbering.xml"), numbering))
		return false;
	if (!read_nums(job, *numbering, roles))
		return false;
	bullets = list_of(styles, roles->id[PK_ROLE_BULLET], *numbering, roles);
	numbers = list_of(styles, roles->id[PK_ROLE_NUMBER], *numbering, roles);
	if (bullets != NULL && !pk_str_uint(bullets->num, &roles->bullet_num))
		bullets = NULL;
	if (numbers != NULL && !pk_str_uint(numbers->num, &roles->number_num))
		numbers = NULL;
	if (numbers != NULL)
		roles->number_abstract = numbers->abstract;
	if (!add || (bullets != NULL && numbers != NULL))
		return true;
	*changed |= 2;
	return add_lists(job, *numbering, bullets == NULL, numbers == NULL, roles);
}

bool pk_docx_roles(struct pk_job *job, struct pk_xml *styles, struct pk_xml **numbering,
		bool with_blocks, unsigned *ret_changed, struct pk_roles **ret)
{
	struct adding a = { .job = job,
		.styles = styles,
		.out = pk_out_new(job->arena, job->limits->output_bytes) };
	struct pk_roles *roles = pk_new(job, struct pk_roles, 1);
	const struct pk_role_styles finding = { .job = job,
		.roles = roles,
		.rows = table,
		.n_rows = PK_COUNT(table),
		.heading = "heading ",
		.items = { { "List Bullet " }, { "List Number " } },
		.self = &a,
		.find = find_id,
		.add = add_row,
		.add_heading = add_heading };

	*ret_changed = 0;
	if (roles == NULL || !list_known(&a) || !pk_roles_find(&finding, with_blocks))
		return false;
	if (!find_lists(job, styles, numbering, with_blocks, ret_changed, roles))
		return false;
	if (a.any)
		*ret_changed |= 1;
	*ret = roles;
	return !a.any || move_in(job, &a.out, styles, NULL);
}

static bool item_element(struct pk_job *job, const struct pk_roles *roles, bool numbered,
		uint32_t level, struct pk_xml **ret)
{
	uint32_t num = numbered ? roles->number_num : roles->bullet_num;
	struct pk_xml *pr, *num_pr, *node;

	return pk_xml_add(job, NULL, "w:p", NULL, PK_STR(""), ret) &&
	       pk_xml_add(job, *ret, "w:pPr", NULL, PK_STR(""), &pr) &&
	       pk_xml_add(job, pr, "w:pStyle", "w:val", roles->item[numbered][level], &node) &&
	       pk_xml_add(job, pr, "w:numPr", NULL, PK_STR(""), &num_pr) &&
	       pk_xml_add(job, num_pr, "w:ilvl", "w:val", pk_number(job, level), &node) &&
	       pk_xml_add(job, num_pr, "w:numId", "w:val", pk_number(job, num), &node);
}

static bool table_element(struct pk_job *job, const struct pk_roles *roles, struct pk_xml **ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str bytes;

	pk_put_c(&out, "<w:tbl xmlns:w=\"" W "\"><w:tblPr><w:tblStyle w:val=\"");
	pk_xml_put_attr(&out, roles->id[PK_ROLE_TABLE]);
	pk_put_c(&out, "\"/></w:tblPr><w:tblGrid/></w:tbl>");
	return pk_out_done(job, &out, &bytes) && pk_xml_read(job, bytes, PK_STR("styles"), ret);
}

bool pk_docx_roles_layout(struct pk_job *job, struct pk_roles *roles, struct pk_geometry *g)
{
	const struct pk_roles_reader reader = { &pk_docx_geometry, item_element, table_element };

	return pk_roles_layout(job, roles, g, &reader);
}
