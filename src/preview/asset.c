/* The files of the page by their names. */
#include "preview/assets.h"
#include "preview/state.h"

struct pk_str pk_preview_asset(const char *name, const char **ret_type)
{
	static const struct {
		const char *name, *type;
		struct pk_str (*bytes)(void);
	} assets[] = {
		{ "page.css", "text/css; charset=utf-8", pk_preview_asset_css },
		{ "page.js", "text/javascript; charset=utf-8", pk_preview_asset_js },
	};

	*ret_type = NULL;
	for (size_t i = 0; i < PK_COUNT(assets); i++) {
		if (strcmp(assets[i].name, name) != 0)
			continue;
		*ret_type = assets[i].type;
		return assets[i].bytes();
	}
	return PK_STR("");
}
