/* What an SVG must not have: whatever could run when somebody opens the document, or make a program
 * fetch something. SVG is a language for web pages; a protocol only needs its lines. */
#include "picture/svg.h"

enum { SHOWN = 40 };

bool svg_is_word(struct pk_str name, const char *word)
{
	size_t n = strlen(word);

	if (name.n != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = name.p[i];

		if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != word[i])
			return false;
	}
	return true;
}

/* Where a word stands in a text from there on, whatever its case; text.n when it does not. */
static size_t find_word(struct pk_str text, const char *word, size_t from)
{
	size_t n = strlen(word);

	for (size_t i = from; text.n >= n && i <= text.n - n; i++)
		if (svg_is_word(pk_str_slice(text, i, i + n), word))
			return i;
	return text.n;
}

bool svg_next_url(struct pk_str text, size_t *at, struct pk_str *ret)
{
	size_t from = find_word(text, "url(", *at), to;

	if (from == text.n)
		return false;
	*at = from + 4;
	to = pk_str_find(text, PK_STR(")"), *at);
	*ret = pk_str_trim(pk_str_slice(text, *at, to));
	if (ret->n > 0 && (ret->p[0] == '"' || ret->p[0] == '\''))
		*ret = pk_str_trim(pk_str_slice(*ret, 1, ret->n - 1));
	return true;
}

/* Another place of the same file, or a picture in the address itself. */
static bool stays_inside(struct pk_str address)
{
	static const char *const pictures[] = { "data:image/png;base64,", "data:image/jpeg;base64,",
		"data:image/jpg;base64," };

	address = pk_str_trim(address);
	if (address.n == 0 || address.p[0] == '#')
		return true;
	for (size_t i = 0; i < PK_COUNT(pictures); i++)
		if (svg_is_word(pk_str_slice(address, 0, strlen(pictures[i])), pictures[i]))
			return true;
	return false;
}

/* As it stands in the file, but never longer than a line, and no signs that a terminal obeys. */
static bool tell(const struct svg *svg, const struct pk_xml *node, struct pk_str before,
		struct pk_str what, struct pk_str after)
{
	struct pk_out out = pk_out_new(svg->job->arena, 1024);
	struct pk_str words;

	pk_put(&out, before);
	for (size_t i = 0; i < what.n && i < SHOWN; i++)
		pk_put_byte(&out, what.p[i] < ' ' || what.p[i] > '~' ? '?' : what.p[i]);
	pk_put_c(&out, what.n > SHOWN ? "..." : "");
	pk_put(&out, after);
	return pk_out_done(svg->job, &out, &words) &&
	       pk_fail(svg->job, PK_M_SVG_HARM, svg->at, svg->name, words,
			       pk_number(svg->job, node->line));
}

static bool is_listed(struct pk_str name, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (svg_is_word(name, words[i]))
			return true;
	return false;
}

/* Looked for by their names in all namespaces. */
static bool is_bad_element(struct pk_str local)
{
	static const char *const bad[] = { "script", "handler", "listener", "foreignobject",
		"iframe", "object", "embed", "audio", "video", "canvas", "link", "form", "input" };

	return is_listed(local, bad, PK_COUNT(bad));
}

static bool is_address(struct pk_str local)
{
	return svg_is_word(local, "href") || svg_is_word(local, "src");
}

static bool is_event(struct pk_str local)
{
	return local.n > 2 && svg_is_word(pk_str_slice(local, 0, 2), "on");
}

/* A style sheet, or an attribute that may be one. Escapes could hide a word from us. */
static bool check_css(const struct svg *svg, const struct pk_xml *node, struct pk_str css)
{
	static const char *const fetching[] = { "@import", "image-set(", "src(" };
	struct pk_str address;

	for (size_t at = 0; svg_next_url(css, &at, &address);)
		if (!stays_inside(address))
			return tell(svg, node, PK_STR("url("), address, PK_STR(")"));
	for (size_t i = 0; i < PK_COUNT(fetching); i++)
		if (find_word(css, fetching[i], 0) < css.n)
			return tell(svg, node, PK_STR(""), pk_str_of(fetching[i]), PK_STR(""));
	return true;
}

static bool check_attr(
		const struct svg *svg, const struct pk_xml *node, const struct pk_xml_attr *attr)
{
	struct pk_str local = svg_local(attr->name), value = attr->value, quoted;
	bool escapes = pk_str_find(value, PK_STR("\\"), 0) < value.n;
	bool calls = pk_str_find(value, PK_STR("("), 0) < value.n;

	if (pk_str_is(attr->name, "xmlns") || pk_str_starts(attr->name, PK_STR("xmlns:")))
		return true;
	if (svg_is_word(attr->name, "xml:base") || (is_event(local) && local.n == attr->name.n))
		return tell(svg, node, PK_STR(""), attr->name, PK_STR("="));
	if (svg_is_word(local, "attributename") &&
			(is_address(svg_local(value)) || is_event(svg_local(value))))
		return tell(svg, node, PK_STR("attributeName=\""), value, PK_STR("\""));
	if (is_address(local) && !stays_inside(value))
		return pk_join(svg->job, &quoted, local, PK_STR("=\"")) &&
		       tell(svg, node, quoted, value, PK_STR("\""));
	if (escapes && (calls || svg_is_word(local, "style")))
		return tell(svg, node, PK_STR(""), value, PK_STR(""));
	return check_css(svg, node, value);
}

static bool check_style(const struct svg *svg, const struct pk_xml *node)
{
	struct pk_out css = pk_out_new(svg->aside->arena, svg->aside->limits->svg_bytes);
	struct pk_str text;

	for (const struct pk_xml *n = node->first; n != NULL; n = pk_xml_walk(node, n))
		if (n->kind == PK_XML_TEXT)
			pk_put(&css, n->text);
	if (css.failed)
		return pk_fail(svg->job, PK_M_SVG_LARGE, svg->at, svg->name);
	text = pk_out_str(&css);
	if (pk_str_find(text, PK_STR("\\"), 0) < text.n)
		return tell(svg, node, PK_STR("<style> "), PK_STR("\\"), PK_STR(""));
	return check_css(svg, node, text);
}

bool svg_is_harmless(const struct svg *svg)
{
	for (const struct pk_xml *node = svg->root; node != NULL;
			node = pk_xml_walk(svg->root, node)) {
		if (node->kind != PK_XML_ELEMENT)
			continue;
		if (is_bad_element(svg_local(node->name)))
			return tell(svg, node, PK_STR("<"), svg_local(node->name), PK_STR(">"));
		for (size_t i = 0; i < node->n_attrs; i++)
			if (!check_attr(svg, node, &node->attrs[i]))
				return false;
		if (svg_is_word(svg_local(node->name), "style") && !check_style(svg, node))
			return false;
	}
	return true;
}
