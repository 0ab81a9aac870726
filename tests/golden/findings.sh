#!/bin/sh
# check has nothing to say about the samples; about a draft only what remains to be filled in.
#
#     findings.sh PROTOKOLL SAMPLE...
set -eu
program=$1
shift
faults=0

for sample in "$@"; do
	found=$("$program" check --format=json --today 2026-01-01 "$sample")
	case $(basename "$sample") in
	utkast*)
		if [ -z "$found" ] || printf '%s\n' "$found" | grep -v '"level":"kvar"'; then
			echo "$sample: a draft, and not only what remains"
			faults=1
		fi
		;;
	*)
		if [ -n "$found" ]; then
			echo "$sample: $found"
			faults=1
		fi
		;;
	esac
done
exit $faults
