/* XML as text: escaping and printing. */
#include "xml/tree.h"

/* What a byte needs: nothing, to be left out because XML 1.0 has no way to write it, to be escaped
 * (in attribute values only), or a look at the bytes behind it: 0xEF begins U+FFFE and U+FFFF. */
enum need { PLAIN, FORBIDDEN, ESCAPED, ESCAPED_IN_VALUES, PERHAPS };

static enum need need_of(char byte)
{
	/* Most are letters. */
	if ((unsigned char)byte > '>' && (unsigned char)byte < 0xEF)
		return PLAIN;
	switch ((unsigned char)byte) {
	case '&':
	case '<':
	case '>':
	case '\r':
		return ESCAPED;
	case '"':
	case '\t':
	case '\n':
		return ESCAPED_IN_VALUES;
	case 0xEF:
		return PERHAPS;
	default:
		return (unsigned char)byte < 0x20 ? FORBIDDEN : PLAIN;
	}
}

static struct pk_str escape_of(char byte)
{
	switch (byte) {
	case '&':
		return PK_STR("&amp;");
	case '<':
		return PK_STR("&lt;");
	case '>':
		return PK_STR("&gt;");
	case '"':
		return PK_STR("&quot;");
	case '\t':
		return PK_STR("&#9;");
	case '\n':
		return PK_STR("&#10;");
	default:
		/* A raw carriage return would be read back as a line feed. */
		return PK_STR("&#13;");
	}
}

/* How many bytes at s[at] are a forbidden character; 0 when it may be written. */
static size_t forbidden_at(struct pk_str s, size_t at)
{
	if (need_of(s.p[at]) == FORBIDDEN)
		return 1;
	if (s.n - at >= 3 && (unsigned char)s.p[at] == 0xEF && (unsigned char)s.p[at + 1] == 0xBF &&
			(unsigned char)s.p[at + 2] >= 0xBE)
		return 3;
	return 0;
}

static void put_escaped(struct pk_out *out, struct pk_str s, bool in_value)
{
	size_t from = 0, at = 0;

	while (at < s.n) {
		enum need need = need_of(s.p[at]);

		if (need == PLAIN || (need == ESCAPED_IN_VALUES && !in_value)) {
			at++;
			continue;
		}
		size_t drop = forbidden_at(s, at);
		if (need == PERHAPS && drop == 0) {
			at++;
			continue;
		}
		pk_put(out, pk_str_slice(s, from, at));
		if (drop == 0)
			pk_put(out, escape_of(s.p[at]));
		at += drop == 0 ? 1 : drop;
		from = at;
	}
	pk_put(out, pk_str_slice(s, from, s.n));
}

void pk_xml_put_text(struct pk_out *out, struct pk_str text)
{
	put_escaped(out, text, false);
}

void pk_xml_put_attr(struct pk_out *out, struct pk_str text)
{
	put_escaped(out, text, true);
}

void pk_xml_put_head(struct pk_out *out)
{
	pk_put(out, PK_STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
}

void pk_xml_put_open(struct pk_out *out, const struct pk_xml *node, bool empty)
{
	pk_put_byte(out, '<');
	pk_put(out, node->name);
	for (size_t i = 0; i < node->n_attrs; i++) {
		pk_put_byte(out, ' ');
		pk_put(out, node->attrs[i].name);
		pk_put(out, PK_STR("=\""));
		pk_xml_put_attr(out, node->attrs[i].value);
		pk_put_byte(out, '"');
	}
	pk_put(out, empty ? PK_STR("/>") : PK_STR(">"));
}

void pk_xml_put_close(struct pk_out *out, const struct pk_xml *node)
{
	pk_put(out, PK_STR("</"));
	pk_put(out, node->name);
	pk_put_byte(out, '>');
}

void pk_xml_put_tree(struct pk_out *out, const struct pk_xml *root)
{
	const struct pk_xml *node = root;

	/* A loop, not a recursion: an owner may have nested deeper than the reader allows. */
	for (;;) {
		if (node->kind == PK_XML_ELEMENT)
			pk_xml_put_open(out, node, node->first == NULL);
		else if (node->kind == PK_XML_TEXT)
			pk_xml_put_text(out, node->text);
		if (node->first != NULL) {
			node = node->first;
			continue;
		}
		while (node != root && node->next == NULL) {
			node = node->parent;
			pk_xml_put_close(out, node);
		}
		if (node == root)
			return;
		node = node->next;
	}
}
