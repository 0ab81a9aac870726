#!/bin/sh
# What "meson dist" packs, built by clang in a folder with a blank in its name, under another locale, time zone and
# umask, makes the same bytes as this build.
#
#     from_dist.sh PROTOKOLL SOURCES MEETING...
#
# Only what is committed is packed.
set -eu
for tool in meson ninja git clang; do
	command -v $tool >/dev/null || { echo "SKIPPED: there is no $tool"; exit 77; }
done
absolute() {
	echo "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
}

program=$(absolute "$1")
sources=$(absolute "$2")
shift 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
. "$(dirname "$0")/../support/other_locale.sh"
mkdir "$folder/locales"
other=$(other_locale "$folder/locales")

meson setup "$folder/packed" "$sources" >"$folder/log" 2>&1 &&
	meson dist -C "$folder/packed" --no-tests --allow-dirty --formats gztar >>"$folder/log" 2>&1 ||
	{ tail -n 20 "$folder/log"; exit 1; }
mkdir "$folder/ett annat ställe"
tar -xzf "$folder"/packed/meson-dist/*.tar.gz -C "$folder/ett annat ställe"
cd "$folder/ett annat ställe"/*/
(
	umask 077
	export TZ=Pacific/Kiritimati LOCPATH="$folder/locales" LC_ALL="$other" CC=clang HOME="$folder"
	meson setup bygge --buildtype=release && ninja -C bygge protokoll
) >"$folder/log" 2>&1 || { tail -n 20 "$folder/log"; exit 1; }

# What one refuses (a design without votes, say) the other must refuse alike.
for meeting in "$@"; do
	name=$(basename "$meeting" .yaml)
	for design in standard klassisk; do
		one=0
		other_one=0
		(umask 022; TZ=UTC "$program" build -q --today 2026-01-01 -f odt,docx,html -t $design \
			-d "$folder/here/$design" "$meeting") >"$folder/log" 2>&1 || one=$?
		(umask 077; TZ=Pacific/Kiritimati LOCPATH="$folder/locales" LC_ALL="$other" bygge/protokoll build -q \
			--today 2026-01-01 -f html,docx,odt -t $design -d "$folder/there/$design" "$meeting") \
			>"$folder/log" 2>&1 || other_one=$?
		[ $one -eq $other_one ] || { echo "$name, $design: $one here, $other_one there"; exit 1; }
		[ $one -eq 0 ] || { echo "$name, $design: refused by both ($one)"; continue; }
		for document in "$name.odt" "$name.docx" "$name.html"; do
			cmp "$folder/here/$design/$document" "$folder/there/$design/$document"
		done
	done
done
made=$(find "$folder/there" -type f | wc -l)
echo "$made documents, the same bytes here and built by clang from a package (locale $other)"
[ "$made" -gt 0 ]
