/* From a rendered document to the finished package: what both formats do. */
#ifndef PK_FORMAT_FINISH_H
#define PK_FORMAT_FINISH_H

#include "format/common/document.h"
#include "format/common/writers.h"

struct pk_package;
struct pk_xml;

/* A part that finishing makes itself, in the place of the template's or behind all others. */
struct pk_made {
	struct pk_str name;
	struct pk_str bytes; /* p == NULL: the template's part is left out */
	bool stored;
};

struct pk_finish {
	struct pk_job *job;
	const struct pk_document *doc;
	const struct pk_writers *writers;
	const struct pk_pages *pages;
	struct pk_made *made;
	size_t n_made, made_room;
};

PK_MUST bool pk_finish_add(
		struct pk_finish *f, struct pk_str name, struct pk_str bytes, bool stored);
/* The same with a tree as the bytes. */
PK_MUST bool pk_finish_add_tree(struct pk_finish *f, struct pk_str name, const struct pk_xml *root);
/* The template's part is left out. */
PK_MUST bool pk_finish_drop(struct pk_finish *f, struct pk_str name);

/* True when the package will have that part: of the template and not dropped, or made. */
bool pk_finish_has(const struct pk_finish *f, struct pk_str name);

/* Adds the pictures that the document uses, each in the folder ("Pictures/"). */
PK_MUST bool pk_finish_pictures(struct pk_finish *f, struct pk_str folder);

/* The tree of a part as rendered (or as it lies in the template); of otherwise when there is none.
 */
PK_MUST bool pk_finish_read(struct pk_finish *f, struct pk_str name, struct pk_str otherwise,
		struct pk_xml **ret);

/* The same with its page numbers filled in: made anew, it is as it would have been. */
PK_MUST bool pk_finish_read_filled(struct pk_finish *f, struct pk_str name, struct pk_xml **ret);

/* Puts all together in the template's order, but for last, whose tree is asked for when the
 * fingerprint of the others is known. */
PK_MUST bool pk_finish_package(struct pk_finish *f, struct pk_str last,
		bool (*make_last)(struct pk_finish *f, struct pk_str part,
				struct pk_str fingerprint, struct pk_str *ret),
		struct pk_package **ret);

/* What the document says of itself, from the values; empty when absent. */
struct pk_facts {
	struct pk_str title, organ, date; /* date: YYYY-MM-DD */
};
PK_MUST bool pk_finish_facts(struct pk_finish *f, struct pk_facts *ret);

/* Names of the properties that tell whose document it is. */
#define PK_PROPERTY_TEMPLATE "protokoll.mall"
#define PK_PROPERTY_PROGRAM "protokoll.program"
#define PK_PROPERTY_FINGERPRINT "protokoll.fingeravtryck"

/* Makes root have one child of that name, with that text; none when the text is empty. */
PK_MUST bool pk_finish_set(
		struct pk_job *job, struct pk_xml *root, const char *name, struct pk_str text);
/* Adds an element, with a text if that is not empty, behind parent's other children. */
PK_MUST bool pk_finish_element(struct pk_job *job, struct pk_xml *parent, const char *name,
		struct pk_str text, struct pk_xml **ret);
/* Takes out all children of that name. */
void pk_finish_remove(struct pk_xml *root, const char *name);
/* Declares a prefix on the root unless it is there. */
PK_MUST bool pk_finish_declare(
		struct pk_job *job, struct pk_xml *root, const char *attr, const char *uri);
/* All text under an element. */
PK_MUST bool pk_finish_text(struct pk_job *job, const struct pk_xml *node, struct pk_str *ret);

#endif
