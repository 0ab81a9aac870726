#!/bin/sh
# The same meeting gives the same bytes in any time zone, language, folder and umask.
#
#     same_bytes.sh PROTOKOLL MEETING...
set -eu
absolute() {
	echo "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
}

program=$(absolute "$1")
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. "$(dirname "$0")/../support/other_locale.sh"
mkdir "$folder/locales"
other=$(other_locale "$folder/locales")

for meeting in "$@"; do
	name=$(basename "$meeting" .yaml)
	path=$(absolute "$meeting")
	(
		cd "$(dirname "$path")"
		umask 022
		env -i TZ=UTC PROTOKOLL_LANG=en "$program" build -q --today 2026-01-01 \
			-f odt,docx,html -d "$folder/one" "$name.yaml"
	) >"$folder/log"
	(
		cd /
		umask 077
		env -i TZ=Pacific/Kiritimati LOCPATH="$folder/locales" LC_ALL="$other" LANG=sv_SE.UTF-8 HOME=/ "$program" \
			build --today=2026-01-01 -f html,docx,odt -d "$folder/two" "$path"
	) >"$folder/log" 2>&1
	for document in "$name.odt" "$name.docx" "$name.html"; do
		cmp "$folder/one/$document" "$folder/two/$document"
	done
done
echo "$# meetings, the same bytes twice (locale $other)"
