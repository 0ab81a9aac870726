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

struct pk_str pk_preview_piece(struct pk_str name)
{
	static const struct {
		const char *name;
		struct pk_str (*bytes)(void);
	} pieces[] = {
		{ "status", pk_preview_asset_status },
		{ "panel", pk_preview_asset_panel },
		{ "messages", pk_preview_asset_messages },
		{ "message", pk_preview_asset_message },
	};

	for (size_t i = 0; i < PK_COUNT(pieces); i++) {
		if (pk_str_is(name, pieces[i].name))
			return pieces[i].bytes();
	}
	return PK_STR("");
}
