/* What every page has, whatever the template says: type, language, properties. */
#include "format/html/inside.h"

#include "format/common/finish.h"
#include "xml/tree.h"

struct head {
	struct pk_job *job;
	struct pk_str page;
	uint32_t source;
	struct pk_html_edit *edits;
	size_t n, room;
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool comes(struct pk_str s, size_t at, const char *word)
{
	size_t n = strlen(word);

	if (at + n > s.n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(s.p[at + i]) != word[i])
			return false;
	return true;
}

/* Where a start tag ("<head") begins, at or after from; page.n when there is none. */
static size_t find_tag(struct pk_str page, const char *tag, size_t from)
{
	size_t n = strlen(tag);

	for (size_t i = from; i < page.n; i++) {
		if (comes(page, i, "<!--"))
			i = pk_str_find(page, PK_STR("-->"), i);
		else if (comes(page, i, tag) && i + n < page.n &&
				strchr(" \t\r\n/>", page.p[i + n]) != NULL)
			return i;
	}
	return page.n;
}

/* Behind the > of the tag that begins there. */
static size_t tag_end(struct pk_str page, size_t at)
{
	size_t end = pk_str_find(page, PK_STR(">"), at);

	return end < page.n ? end + 1 : page.n;
}

static bool tag_has(struct pk_str page, size_t at, const char *piece)
{
	for (size_t end = tag_end(page, at); at < end; at++)
		if (comes(page, at, piece))
			return true;
	return false;
}

static bool edit(struct head *h, size_t at, size_t skip, struct pk_str text)
{
	if (!pk_grow(h->job, &h->edits, h->n, &h->room))
		return false;
	h->edits[h->n++] = (struct pk_html_edit){ .at = at, .skip = skip, .text = text };
	return true;
}

static void put_meta(struct pk_out *out, const char *name, struct pk_str content)
{
	pk_put_c(out, "\n<meta name=\"");
	pk_put_c(out, name);
	pk_put_c(out, "\" content=\"");
	pk_html_put_plain(out, content);
	pk_put_c(out, "\">");
}

/* The fingerprint is filled in when the page is finished. */
static bool add_properties(struct head *h, size_t at, const struct pk_compile_options *options)
{
	struct pk_out out = pk_out_new(h->job->arena, h->job->limits->output_bytes);
	struct pk_str text;

	if (pk_str_find(h->page, PK_STR("charset="), at) >= h->page.n)
		pk_put_c(&out, "\n<meta charset=\"utf-8\">");
	put_meta(&out, "generator", options->generator);
	put_meta(&out, PK_PROPERTY_TEMPLATE, options->name);
	put_meta(&out, PK_PROPERTY_PROGRAM, options->generator);
	put_meta(&out, PK_PROPERTY_FINGERPRINT, PK_STR("1-0000000000000000"));
	if (!tag_has(h->page, find_tag(h->page, "<meta", at), "viewport") &&
			pk_str_find(h->page, PK_STR("viewport"), at) >= h->page.n)
		put_meta(&out, "viewport", PK_STR("width=device-width, initial-scale=1"));
	if (!pk_out_done(h->job, &out, &text) || !edit(h, at, 0, text))
		return false;
	if (find_tag(h->page, "<title", at) < h->page.n)
		return true;
	h->edits[h->n - 1].title = true;
	return pk_join(h->job, &h->edits[h->n - 1].text, text, PK_STR("\n<title>")) &&
			pk_copy(h->job, PK_STR("</title>"), &h->edits[h->n - 1].after);
}

/* A page that was a document once has properties of its own. */
static bool drop_properties(struct head *h, size_t at)
{
	static const char *const names[] = { "name=\"generator\"",
		"name=\"" PK_PROPERTY_TEMPLATE "\"", "name=\"" PK_PROPERTY_PROGRAM "\"",
		"name=\"" PK_PROPERTY_FINGERPRINT "\"" };

	for (;;) {
		size_t end;

		at = find_tag(h->page, "<meta", at);
		if (at >= h->page.n)
			return true;
		end = tag_end(h->page, at);
		for (size_t i = 0; i < PK_COUNT(names); i++) {
			if (!tag_has(h->page, at, names[i]) || tag_has(h->page, at, "{{"))
				continue;
			if (end < h->page.n && h->page.p[end] == '\n')
				end++;
			if (!edit(h, at, end - at, PK_STR("")))
				return false;
			break;
		}
		at = end;
	}
}

bool pk_html_head(struct pk_job *job, struct pk_str page, uint32_t source,
		const struct pk_compile_options *options, struct pk_html_edit **ret, size_t *ret_n)
{
	struct head h = { .job = job, .page = page, .source = source };
	size_t html = find_tag(page, "<html", 0), head = find_tag(page, "<head", html);
	size_t mark = pk_str_starts(page, PK_STR("\xEF\xBB\xBF")) ? 3 : 0, start = mark;
	const struct pk_str missing = html >= page.n ? PK_STR("<html>") : PK_STR("<head>");

	if (html >= page.n || head >= page.n)
		return pk_fail(job, PK_M_HTML_HEAD, (struct pk_pos){ source, 0, 1 },
				options->name, missing);
	while (start < page.n && strchr(" \t\r\n", page.p[start]) != NULL)
		start++;
	if ((mark > 0 && !edit(&h, 0, mark, PK_STR(""))) ||
			(!comes(page, start, "<!doctype") &&
					!edit(&h, mark, 0, PK_STR("<!DOCTYPE html>\n"))) ||
			(!tag_has(page, html, " lang=") &&
					!edit(&h, html + 5, 0, PK_STR(" lang=\"sv-SE\""))) ||
			!add_properties(&h, tag_end(page, head), options) ||
			!drop_properties(&h, tag_end(page, head)))
		return false;
	*ret = h.edits;
	*ret_n = h.n;
	return true;
}
