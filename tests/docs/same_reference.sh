#!/bin/sh
# docs/referens.md is what the tables say.
#
#     same_reference.sh REFERENCE docs/referens.md
set -eu
if [ "${PROTOKOLL_UPDATE:-}" = 1 ]; then
	"$1" >"$2"
fi
"$1" | diff -u "$2" - | head -20
[ "$("$1" | cksum)" = "$(cksum <"$2")" ]
