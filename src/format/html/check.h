/* What the author of a page should look at again (format/common/check.h); heard from the scan. */
#ifndef PK_FORMAT_HTML_CHECK_H
#define PK_FORMAT_HTML_CHECK_H

#include "format/html/scan.h"

struct pk_html_check;

/* Hears of every tag that the scan reads from now on. */
PK_MUST bool pk_html_check_begin(struct pk_scan *scan, struct pk_html_check **ret);
/* A value that is not written in a page of the web: a page number. */
void pk_html_check_page(struct pk_html_check *check, struct pk_pos at);
/* When the page is compiled. False only when memory is out. */
PK_MUST bool pk_html_check_done(struct pk_html_check *check, const struct pk_template *t);

#endif
