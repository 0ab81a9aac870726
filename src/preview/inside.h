/* What the files of the preview room share. */
#ifndef PK_PREVIEW_INSIDE_H
#define PK_PREVIEW_INSIDE_H

#include "job/produce.h"
#include "preview/state.h"

struct pk_preview_state {
	struct pk_job job;
	struct pk_sought sought;
	struct pk_str file, asked_template;
	enum pk_edition edition;
	enum pk_language language;
	struct pk_loaded loaded;
	struct pk_content content;
	struct pk_template_name template_name;
	bool read;                      /* loaded, content and template_name are there */
	struct pk_value view;           /* what is shown beside the document */
	struct pk_str document, report, page;
};

/* The tree of all that is shown beside the document. */
PK_MUST bool pk_preview_view(struct pk_preview_state *state);

#endif
