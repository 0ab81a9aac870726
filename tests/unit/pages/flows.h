/* Flows for tests: the page holds ten lines of ten points, and a line twenty letters of the monospaced
 * face. */
#ifndef TESTS_PAGES_FLOWS_H
#define TESTS_PAGES_FLOWS_H

#include "pages/flow.h"

enum { LINE_TWIPS = 227 };

/* Styles by index. */
enum { PLAIN, HEADING, WHOLE, NEW_PAGE, SPACED, ENDS, BEGINS, TINY, STYLES };

/* As flow_new() makes them: a test may change them afterwards. */
extern struct pk_flow_paragraph flow_styles[STYLES];
extern struct pk_flow_char flow_mono;
extern const struct pk_flow_table flow_one_column;

struct pk_flow *flow_new(struct pk_job *job);
void flow_put(struct pk_job *job, struct pk_flow *flow, uint8_t kind, uint16_t style, uint32_t a,
		const char *text);
/* A paragraph of that many lines; anchors around it when number is not negative. */
void flow_paragraph(struct pk_job *job, struct pk_flow *flow, uint16_t style, int lines, int number);
void flow_row(struct pk_job *job, struct pk_flow *flow, bool head, int number);
/* The estimate as "first-last first-last of pages". */
void flow_assert(struct pk_job *job, struct pk_flow *flow, size_t n, const char *expected);

#endif
