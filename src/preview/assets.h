/* The files of the page, inside the program. */
#ifndef PK_PREVIEW_ASSETS_H
#define PK_PREVIEW_ASSETS_H

#include "base/str.h"

/* The look of messages and panel, wherever they stand; of the page around a live document; of the page
 * that is a document with messages and panel in it; of the marks in a document. */
struct pk_str pk_preview_asset_css(void);
struct pk_str pk_preview_asset_js(void);
struct pk_str pk_preview_asset_marks_css(void);
struct pk_str pk_preview_asset_once_css(void);

/* Text templates for the view: the live page, a page without a document, what stands first in a page
 * without a server, a mark, what stands before and after the document in a pager, and the pieces that they are
 * made of. */
struct pk_str pk_preview_asset_page(void);
struct pk_str pk_preview_asset_none(void);
struct pk_str pk_preview_asset_once(void);
struct pk_str pk_preview_asset_marks(void);
struct pk_str pk_preview_asset_before(void);
struct pk_str pk_preview_asset_after(void);
struct pk_str pk_preview_asset_status(void);
struct pk_str pk_preview_asset_panel(void);
struct pk_str pk_preview_asset_remains(void);
struct pk_str pk_preview_asset_signers(void);
struct pk_str pk_preview_asset_dates(void);
struct pk_str pk_preview_asset_messages(void);
struct pk_str pk_preview_asset_message(void);
struct pk_str pk_preview_asset_pager_missing(void);
struct pk_str pk_preview_asset_pager_signers(void);
struct pk_str pk_preview_asset_pager_dates(void);

/* A piece by its name, as a page has it or as a pager has it; empty: there is none. */
struct pk_str pk_preview_piece(struct pk_str name, bool pager);

#endif
