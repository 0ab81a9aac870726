#!/bin/sh
# A draft never says that it is approved or posted, and says on every page what it is.
#
#     draft_words.sh EXPECTED.txt...
set -eu
faults=0

for text in "$@"; do
	if grep -n -E 'är justerat|har tillkännagivits' "$text"; then
		echo "$text: a draft must not say so"
		faults=1
	fi
	if ! sed -n '/^\[sidhuvud\]/,/^\[text\]/p' "$text" | grep -q 'UTKAST – ej justerat'; then
		echo "$text: the header does not say that it is a draft"
		faults=1
	fi
done
exit $faults
