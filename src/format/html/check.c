/* Advice about a page: its language and title, headings, tables, pictures. */
#include "format/html/check.h"

/* A table that is open. */
struct table {
	struct pk_pos at;
	uint32_t turns;         /* repetitions that were open where it began */
	uint32_t cells, widest; /* of the row that is read; of the widest */
	bool head, repeats;
};

struct pk_html_check {
	struct pk_job *job;
	uint32_t level;      /* of the latest heading */
	struct table *tables;
	size_t n, room;
	struct pk_str text;  /* where the title began */
	size_t title;        /* behind its tag; 0: it is not open */
	bool told_page, failed;
};

static struct pk_pos place(const struct pk_scan *scan, size_t end)
{
	return (struct pk_pos){ scan->source, (uint32_t)scan->from, (uint32_t)(end - scan->from) };
}

/* The value of an attribute in a tag, without its quotes; p == NULL: it has none. */
static struct pk_str attribute(struct pk_str tag, const char *name)
{
	static const char ends[] = " \t\r\n>";
	size_t n = strlen(name), from;
	char quote;

	for (size_t i = 1; i + n <= tag.n; i++) {
		if (strchr(" \t\r\n", tag.p[i - 1]) == NULL ||
				!pk_scan_same(pk_str_slice(tag, i, i + n), pk_str_of(name)))
			continue;
		from = i + n;
		if (from >= tag.n || tag.p[from] != '=') {
			if (from < tag.n && strchr(" \t\r\n/>", tag.p[from]) == NULL)
				continue;
			return PK_STR("");
		}
		quote = ++from < tag.n ? tag.p[from] : ' ';
		if (quote == '"' || quote == '\'') {
			size_t end = ++from;

			while (end < tag.n && tag.p[end] != quote)
				end++;
			return pk_str_slice(tag, from, end);
		}
		n = from;
		while (n < tag.n && strchr(ends, tag.p[n]) == NULL)
			n++;
		return pk_str_slice(tag, from, n);
	}
	return (struct pk_str){ NULL, 0 };
}

static bool is(const struct pk_scan *scan, const char *name)
{
	return pk_scan_same(scan->element, pk_str_of(name));
}

/* A page without a language gets Swedish. */
static void see_language(struct pk_html_check *check, struct pk_str tag, struct pk_pos at)
{
	struct pk_str language = attribute(tag, "lang");

	if (language.n == 0 || pk_str_is(language, "sv") ||
			pk_str_starts(language, PK_STR("sv-")) ||
			pk_str_starts(language, PK_STR("{{")))
		return;
	pk_tell(check->job, PK_M_CHECK_LANGUAGE, at, language);
}

/* A page without a title gets the document's; one that is empty says nothing. */
static void see_title(struct pk_html_check *check, const struct pk_scan *scan, size_t end)
{
	if (!scan->closing) {
		check->title = end;
		check->text = scan->text;
	} else if (check->title > 0) {
		struct pk_str words = pk_str_slice(check->text, check->title, scan->from);

		if (check->text.p == scan->text.p && pk_str_trim(words).n == 0)
			pk_tell(check->job, PK_M_CHECK_TITLE, place(scan, end));
		check->title = 0;
	}
}

static void see_heading(struct pk_html_check *check, uint32_t level, struct pk_pos at)
{
	uint32_t before = check->level;

	check->level = level;
	if (before == 0 || level <= before + 1)
		return;
	pk_tell(check->job, PK_M_CHECK_HEADING_LEVEL, at, pk_number(check->job, level),
			pk_number(check->job, before), pk_number(check->job, before + 1));
}

static void open_table(struct pk_html_check *check, const struct pk_scan *scan, struct pk_pos at)
{
	if (!pk_grow(check->job, &check->tables, check->n, &check->room)) {
		check->failed = true;
		return;
	}
	check->tables[check->n++] = (struct table){ .at = at, .turns = scan->turns };
}

/* A single column needs no heading. */
static void close_table(struct pk_html_check *check)
{
	const struct table *table = check->n == 0 ? NULL : &check->tables[--check->n];

	if (table != NULL && table->repeats && !table->head && table->widest > 1)
		pk_tell(check->job, PK_M_CHECK_HEADER_ROW, table->at);
}

static void see_in_table(struct pk_html_check *check, const struct pk_scan *scan)
{
	struct table *table = &check->tables[check->n - 1];

	if (scan->closing)
		return;
	if (is(scan, "tr")) {
		table->cells = 0;
		table->repeats = table->repeats || scan->turns > table->turns;
	} else if (is(scan, "th")) {
		table->head = true;
	} else if (is(scan, "td") && ++table->cells > table->widest) {
		table->widest = table->cells;
	}
}

/* What a browser fetches by itself; a link to follow is none. */
static struct pk_str fetched(const struct pk_scan *scan, struct pk_str tag)
{
	static const char *const sources[] = { "img", "script", "iframe", "source", "embed", "audio", "video",
		"track", "input" };

	if (is(scan, "link") && !pk_scan_same(attribute(tag, "rel"), PK_STR("canonical")))
		return attribute(tag, "href");
	if (is(scan, "object"))
		return attribute(tag, "data");
	for (size_t i = 0; i < PK_COUNT(sources); i++) {
		if (is(scan, sources[i]))
			return attribute(tag, "src");
	}
	return PK_STR("");
}

static void see_fetched(struct pk_html_check *check, const struct pk_scan *scan, struct pk_str tag,
		struct pk_pos at)
{
	struct pk_str address = pk_str_trim(fetched(scan, tag));
	size_t scheme = pk_str_find(address, PK_STR("//"), 0);

	/* "https://..." and "//..."; what comes from the meeting stands in the page. */
	if (address.n > 2 && (scheme == 0 || (scheme < address.n && address.p[scheme - 1] == ':')))
		pk_tell(check->job, PK_M_CHECK_FETCHES, at, address);
}

static void see(void *self, const struct pk_scan *scan, size_t end)
{
	struct pk_html_check *check = self;
	struct pk_str tag = pk_str_slice(scan->text, scan->from, end), name = scan->element;
	struct pk_pos at = place(scan, end);

	if (check->n > 0)
		see_in_table(check, scan);
	if (!scan->closing)
		see_fetched(check, scan, tag, at);
	if (is(scan, "title"))
		see_title(check, scan, end);
	else if (is(scan, "table") && scan->closing)
		close_table(check);
	else if (scan->closing)
		return;
	else if (is(scan, "table"))
		open_table(check, scan, at);
	else if (is(scan, "html"))
		see_language(check, tag, at);
	else if (is(scan, "img") && attribute(tag, "alt").p == NULL)
		pk_tell(check->job, PK_M_CHECK_PICTURE, at);
	else if (name.n == 2 && (name.p[0] | 0x20) == 'h' && name.p[1] >= '1' && name.p[1] <= '6')
		see_heading(check, (uint32_t)(name.p[1] - '0'), at);
}

bool pk_html_check_begin(struct pk_scan *scan, struct pk_html_check **ret)
{
	*ret = pk_new(scan->job, struct pk_html_check, 1);
	if (*ret == NULL)
		return false;
	(*ret)->job = scan->job;
	scan->seen = see;
	scan->self = *ret;
	return true;
}

void pk_html_check_page(struct pk_html_check *check, struct pk_pos at)
{
	if (!check->told_page)
		pk_tell(check->job, PK_M_CHECK_NO_PAGES, at);
	check->told_page = true;
}

bool pk_html_check_done(struct pk_html_check *check, const struct pk_template *t)
{
	struct pk_source source = { .name = t->name };
	struct pk_pos at = PK_NOWHERE;

	if (check->level == 0 && pk_template_repeats(t, PK_STR("paragrafer"))) {
		if (!pk_source_add(check->job, &source, &at.source))
			return false;
		pk_tell(check->job, PK_M_CHECK_NO_HEADING, at);
	}
	return !check->failed;
}
