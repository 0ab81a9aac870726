#include "parts.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

xmlDoc *part_read(zip_t *zip, const char *name)
{
	zip_stat_t about;
	zip_file_t *file;
	xmlDoc *doc = NULL;
	char *text;

	if (zip_stat(zip, name, 0, &about) != 0 || (file = zip_fopen(zip, name, 0)) == NULL)
		return NULL;
	text = malloc(about.size);
	if (text != NULL && zip_fread(file, text, about.size) == (zip_int64_t)about.size)
		doc = xmlReadMemory(text, (int)about.size, name, NULL, XML_PARSE_NONET);
	free(text);
	zip_fclose(file);
	return doc;
}

bool node_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const char *node_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node == NULL ? NULL : node->properties; a != NULL; a = a->next) {
		if (strcmp((const char *)a->name, name) == 0 && a->children != NULL)
			return (const char *)a->children->content;
	}
	return NULL;
}

int node_number(const xmlNode *node, const char *name, int other)
{
	const char *value = node_attribute(node, name);

	return value == NULL ? other : atoi(value);
}

xmlNode *node_child(const xmlNode *node, const char *name)
{
	for (xmlNode *n = node == NULL ? NULL : node->children; n != NULL; n = n->next) {
		if (node_is(n, name))
			return n;
	}
	return NULL;
}

xmlNode *node_find(xmlNode *node, const char *name, const char *attribute, const char *value)
{
	for (xmlNode *n = node == NULL ? NULL : node->children; n != NULL; n = n->next) {
		const char *found = attribute == NULL ? NULL : node_attribute(n, attribute);
		xmlNode *below;

		if (node_is(n, name) && (value == NULL || (found != NULL && strcmp(found, value) == 0)))
			return n;
		below = node_find(n, name, attribute, value);
		if (below != NULL)
			return below;
	}
	return NULL;
}
