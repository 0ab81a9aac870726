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

struct pk_str pk_preview_piece(struct pk_str name, bool pager)
{
	static const struct {
		const char *name;
		struct pk_str (*page)(void), (*pager)(void);
	} pieces[] = {
		{ "status", pk_preview_asset_status, NULL },
		{ "panel", pk_preview_asset_panel, NULL },
		{ "remains", pk_preview_asset_remains, pk_preview_asset_remains },
		{ "missing", pk_preview_asset_message, pk_preview_asset_pager_missing },
		{ "signers", pk_preview_asset_signers, pk_preview_asset_pager_signers },
		{ "dates", pk_preview_asset_dates, pk_preview_asset_pager_dates },
		{ "messages", pk_preview_asset_messages, NULL },
		{ "message", pk_preview_asset_message, NULL },
	};

	for (size_t i = 0; i < PK_COUNT(pieces); i++) {
		struct pk_str (*bytes)(void) = pager ? pieces[i].pager : pieces[i].page;

		if (bytes != NULL && pk_str_is(name, pieces[i].name))
			return bytes();
	}
	return PK_STR("");
}
