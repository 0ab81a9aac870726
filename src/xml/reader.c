/* From bytes to the tree, through libxml2's SAX interface: no document of its own is built, no
 * entity is ever declared, nothing outside the bytes is opened. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#include "xml/namespaces.h"

struct reader {
	struct pk_job *job;
	struct pk_job tree;      /* the same, with the memory that elements, texts and attributes lie in */
	struct pk_str part;
	xmlParserCtxtPtr ctxt;
	struct pk_xml_names *names;
	struct pk_xml *root, *current;
	struct pk_out text;      /* characters since the last tag */
	struct pk_str *defaults; /* per open element: the default namespace as we write it */
	size_t depth, defaults_room;
	bool failed;
	bool malformed, no_memory; /* what libxml2 has said; more than once perhaps */
	uint64_t line, column;   /* where it is malformed, and why */
	struct pk_str why;
};

static struct reader *reader_of(void *ctxt)
{
	return ((xmlParserCtxtPtr)ctxt)->_private;
}

static const char *chars(const xmlChar *text)
{
	return (const char *)text;
}

/* The failure is reported already: nothing more is to be heard from the parser. */
static void stop(struct reader *reader)
{
	reader->failed = true;
	xmlStopParser(reader->ctxt);
}

/* Puts what has been read as text before the next tag into the tree. */
static bool flush_text(struct reader *reader)
{
	struct pk_str text;
	struct pk_xml *node;

	if (reader->text.n == 0 && !reader->text.failed)
		return true;
	if (!pk_out_done(reader->job, &reader->text, &text) || !pk_copy(reader->job, text, &text) ||
			!pk_xml_new(&reader->tree, PK_XML_TEXT, text, &node))
		return false;
	reader->text.n = 0;
	pk_xml_insert(reader->current, node, NULL);
	return true;
}

/* libxml2 hands out attribute values with each ampersand still written as a reference. */
static bool read_value(
		struct reader *reader, const xmlChar *from, const xmlChar *to, struct pk_str *ret)
{
	static const char ampersand[] = "&#38;";
	struct pk_str raw = { chars(from), (size_t)(to - from) };
	struct pk_str mark = PK_STR("&#38;");

	if (raw.n == 0) {
		*ret = PK_STR("");
		return true;
	}
	if (pk_str_find(raw, mark, 0) == raw.n)
		return pk_copy(reader->job, raw, ret);

	char *p = pk_new(reader->job, char, raw.n);
	size_t n = 0;
	if (p == NULL)
		return false;
	for (size_t i = 0; i < raw.n; i++) {
		p[n++] = raw.p[i];
		if (raw.n - i >= mark.n && memcmp(raw.p + i, ampersand, mark.n) == 0)
			i += mark.n - 1;
	}
	*ret = (struct pk_str){ p, n };
	return true;
}

/* attributes: five pointers each: name, prefix, URI, where the value begins, where it ends. */
static bool read_attrs(
		struct reader *reader, struct pk_xml *node, int n, const xmlChar *const *attributes)
{
	for (int i = 0; i < n; i++, attributes += 5) {
		struct pk_xml_attr *attr = &node->attrs[node->n_attrs++];

		struct pk_xml_written written = { chars(attributes[0]), chars(attributes[1]),
			chars(attributes[2]), true };
		const struct pk_xml_name *name;

		if (!pk_xml_names_of(reader->names, &written, &name))
			return false;
		attr->name = name->text;
		if (!read_value(reader, attributes[3], attributes[4], &attr->value) ||
				!pk_xml_names_value(reader->names, attr->name, attr->value,
						&attr->value))
			return false;
	}
	return true;
}

static bool declare_all(struct reader *reader, int n, const xmlChar *const *namespaces)
{
	if (!pk_xml_names_enter(reader->names))
		return false;
	for (int i = 0; i < n; i++, namespaces += 2)
		if (!pk_xml_names_declare(reader->names, chars(namespaces[0]), chars(namespaces[1])))
			return false;
	return true;
}

/* Remembers the default namespace inside the new element, and declares it there if it is another
 * than outside. */
static bool open_default(struct reader *reader, struct pk_xml *node, struct pk_str wanted)
{
	struct pk_str outside = PK_STR("");

	if (!pk_grow(reader->job, &reader->defaults, reader->depth, &reader->defaults_room))
		return false;
	if (reader->depth > 0)
		outside = reader->defaults[reader->depth - 1];
	if (wanted.p == NULL || pk_str_eq(wanted, outside)) {
		reader->defaults[reader->depth++] = outside;
		return true;
	}
	reader->defaults[reader->depth++] = wanted;
	node->attrs[node->n_attrs++] = (struct pk_xml_attr){ PK_STR("xmlns"), wanted };
	return true;
}

/* Most elements have none. */
static bool make_attrs(struct reader *reader, struct pk_xml *node, size_t n)
{
	if (n > 0)
		node->attrs = pk_new(&reader->tree, struct pk_xml_attr, n);
	return n == 0 || node->attrs != NULL;
}

struct tag {
	struct pk_xml_written name;
	int n_namespaces, n_attrs;
	const xmlChar *const *namespaces, *const *attrs;
};

static bool open_element(struct reader *reader, const struct tag *tag)
{
	const struct pk_xml_name *name;
	struct pk_str needs_default;
	struct pk_xml *node;

	if (reader->depth >= reader->job->limits->xml_depth)
		return pk_fail(reader->job, PK_M_XML_TOO_DEEP, PK_NOWHERE, reader->part,
				pk_number(reader->job, reader->job->limits->xml_depth));
	if (!flush_text(reader) || !declare_all(reader, tag->n_namespaces, tag->namespaces) ||
			!pk_xml_names_of(reader->names, &tag->name, &name) ||
			!pk_xml_new(&reader->tree, PK_XML_ELEMENT, name->text, &node))
		return false;
	node->line = (uint32_t)xmlSAX2GetLineNumber(reader->ctxt);
	node->place = name->place;
	needs_default = name->needs_default;
	if (reader->current == NULL)
		reader->root = node;
	else
		pk_xml_insert(reader->current, node, NULL);
	reader->current = node;
	return make_attrs(reader, node, (size_t)tag->n_attrs + (needs_default.p != NULL)) &&
	       open_default(reader, node, needs_default) &&
	       read_attrs(reader, node, tag->n_attrs, tag->attrs);
}

static void on_open(void *ctxt, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
		int n_namespaces, const xmlChar **namespaces, int n_attrs, int n_defaulted,
		const xmlChar **attrs)
{
	struct reader *reader = reader_of(ctxt);
	struct tag tag = { { chars(local), chars(prefix), chars(uri), false }, n_namespaces, n_attrs,
		(const xmlChar *const *)namespaces, (const xmlChar *const *)attrs };

	(void)n_defaulted; /* only a DOCTYPE has defaults */
	if (!reader->failed && !open_element(reader, &tag))
		stop(reader);
}

static void on_close(void *ctxt, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *reader = reader_of(ctxt);

	(void)local, (void)prefix, (void)uri;
	if (reader->failed)
		return;
	if (!flush_text(reader)) {
		stop(reader);
		return;
	}
	reader->current = reader->current->parent;
	reader->depth--;
	pk_xml_names_leave(reader->names);
}

static void on_text(void *ctxt, const xmlChar *text, int n)
{
	struct reader *reader = reader_of(ctxt);

	if (!reader->failed && reader->current != NULL)
		pk_put(&reader->text, (struct pk_str){ chars(text), (size_t)n });
}

static void on_doctype(
		void *ctxt, const xmlChar *name, const xmlChar *public, const xmlChar *system)
{
	struct reader *reader = reader_of(ctxt);

	(void)name, (void)public, (void)system;
	if (reader->failed)
		return;
	(void)pk_fail(reader->job, PK_M_XML_DOCTYPE, PK_NOWHERE, reader->part);
	stop(reader);
}

/* libxml2 2.12 made the argument const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *parser_error;
#else
typedef xmlErrorPtr parser_error;
#endif

static void on_error(void *ctxt, parser_error error)
{
	struct reader *reader = reader_of(ctxt);
	struct pk_str words = pk_str_trim(pk_str_of(error->message));

	if (reader->failed || error->level < XML_ERR_ERROR)
		return;
	if (error->code == XML_ERR_NO_MEMORY)
		reader->no_memory = true;
	else
		reader->malformed = pk_copy(reader->job, words, &reader->why);
	reader->line = error->line > 0 ? (uint64_t)error->line : 0;
	reader->column = error->int2 > 0 ? (uint64_t)error->int2 : 0;
	stop(reader);
}

/* What libxml2 says outside of a parser, of bytes in another encoding that it cannot make out, would be
 * printed by it. The parser stops there too, so nothing is lost. Only when memory runs out may it go on
 * and find fault with the document. */
static void on_stray_error(void *ctxt, parser_error error)
{
	struct reader *reader = ctxt;

	reader->no_memory |= error->code == XML_ERR_NO_MEMORY;
}

/* Handlers for what a part may hold; comments and processing instructions are heard by nobody. */
static void listen(xmlSAXHandlerPtr sax)
{
	sax->startElementNs = on_open;
	sax->endElementNs = on_close;
	sax->characters = sax->ignorableWhitespace = sax->cdataBlock = on_text;
	sax->internalSubset = on_doctype;
	sax->serror = on_error;
}

static xmlParserCtxtPtr parser_new(struct reader *reader)
{
	xmlParserCtxtPtr ctxt = xmlNewParserCtxt();

	if (ctxt == NULL)
		return NULL;
	memset(ctxt->sax, 0, sizeof(*ctxt->sax));
	ctxt->sax->initialized = XML_SAX2_MAGIC;
	ctxt->_private = reader;
	return ctxt;
}

/* Builds nothing, as no handler does: the result of libxml2 is always NULL. */
static void run(xmlParserCtxtPtr ctxt, struct pk_str bytes)
{
	xmlFreeDoc(xmlCtxtReadMemory(ctxt, bytes.p, (int)bytes.n, NULL, NULL,
			XML_PARSE_NONET | XML_PARSE_BIG_LINES));
}

/* Without memory libxml2 may find a fault that is not there: what it finds twice is there. */
static bool still_malformed(struct reader *reader, struct pk_str bytes)
{
	xmlParserCtxtPtr ctxt = parser_new(reader);
	bool bad = ctxt != NULL;

	if (ctxt == NULL)
		return false;
	run(ctxt, bytes);
	bad = ctxt->errNo != XML_ERR_OK && ctxt->errNo != XML_ERR_NO_MEMORY;
	xmlFreeParserCtxt(ctxt);
	return bad;
}

/* Every fault goes through on_error(); only for want of memory does a parser fail without a word. */
static bool conclude(struct reader *reader, struct pk_str bytes)
{
	bool whole = reader->ctxt->wellFormed && reader->root != NULL && reader->current == NULL;

	if (reader->failed && !reader->malformed && !reader->no_memory)
		return false;
	if (!reader->failed && whole)
		return true;
	if (reader->no_memory || !reader->malformed || !still_malformed(reader, bytes))
		return pk_fail(reader->job, PK_M_MEMORY, PK_NOWHERE);
	return pk_fail(reader->job, PK_M_XML_MALFORMED, PK_NOWHERE, reader->part,
			pk_number(reader->job, reader->line),
			pk_number(reader->job, reader->column), reader->why);
}

static bool parse(struct reader *reader, struct pk_str bytes)
{
	reader->ctxt = parser_new(reader);
	if (reader->ctxt == NULL)
		return pk_fail(reader->job, PK_M_MEMORY, PK_NOWHERE);
	listen(reader->ctxt->sax);
	run(reader->ctxt, bytes);
	bool done = conclude(reader, bytes);
	xmlFreeParserCtxt(reader->ctxt);
	return done && pk_xml_names_finish(reader->names, reader->root);
}

bool pk_xml_read_about(struct pk_job *job, struct pk_str bytes, struct pk_str part,
		struct pk_xml_about *about, struct pk_xml **ret)
{
	struct reader reader = { .job = job, .tree = *job, .part = part };
	size_t max = job->limits->zip_entry_bytes;

	if (bytes.n > max || bytes.n > INT32_MAX)
		return pk_fail(job, PK_M_FILE_TOO_LARGE, PK_NOWHERE, part, pk_number(job, max));
	if (!pk_xml_names_new(job, about, &reader.names))
		return false;
	if (about != NULL && about->tree != NULL)
		reader.tree.arena = about->tree;
	reader.text = pk_out_new(job->arena, max);
	if (bytes.n == 0)
		bytes = PK_STR("");
	/* One for each thread, and another program may have its own. */
	void *their_context = xmlStructuredErrorContext;
	xmlStructuredErrorFunc theirs = xmlStructuredError;
	xmlSetStructuredErrorFunc(&reader, on_stray_error);
	bool done = parse(&reader, bytes);
	xmlSetStructuredErrorFunc(their_context, theirs);
	pk_xml_names_drop(reader.names);
	pk_arena_give(job->arena, reader.defaults, reader.defaults_room * sizeof(*reader.defaults));
	pk_out_drop(&reader.text);
	if (done)
		*ret = reader.root;
	return done;
}
