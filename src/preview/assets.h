/* The files of the page, inside the program. */
#ifndef PK_PREVIEW_ASSETS_H
#define PK_PREVIEW_ASSETS_H

#include "base/str.h"

struct pk_str pk_preview_asset_css(void);
struct pk_str pk_preview_asset_js(void);

/* The page around a document, as a text template. */
struct pk_str pk_preview_asset_page(void);

#endif
