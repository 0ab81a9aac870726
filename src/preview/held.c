#include <stdlib.h>

#include "preview/server.h"

struct pk_preview_held *pk_preview_hold(struct pk_preview_state *state)
{
	struct pk_preview_held *held = calloc(1, sizeof(*held));

	if (held == NULL) {
		pk_preview_state_free(state);
		return NULL;
	}
	held->state = state;
	held->holders = 1;
	return held;
}

void pk_preview_release(struct pk_preview_held *held)
{
	if (held == NULL || --held->holders > 0)
		return;
	pk_preview_state_free(held->state);
	free(held);
}
