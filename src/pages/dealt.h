/* How LibreOffice deals out a document to pages before it lays anything out. Where its guess parts
 * paragraphs that want to be kept together, they stay parted. */
#ifndef PK_PAGES_DEALT_H
#define PK_PAGES_DEALT_H

#include "pages/measure.h"

/* The guessed page of a block, counted from 0. */
struct pk_dealt {
	uint32_t page;
	bool breaks;              /* that page begins with a page break of the document's own */
};

/* One for each block. */
PK_MUST bool pk_flow_deal(struct pk_job *job, const struct pk_flow *flow,
		const struct pk_measured *measured, const struct pk_dealt **ret);

#endif
