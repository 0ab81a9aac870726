# other_locale FOLDER: makes a locale there in which figures, letters and their order are others than in C, and
# names it; LOCPATH is to be the folder then. Turkish: a comma in 1,5, and i is no small I. Where it cannot be
# made, a locale that is there, or C.
other_locale() {
	if localedef -i tr_TR -f UTF-8 "$1/tr_TR.UTF-8" >/dev/null 2>&1; then
		echo tr_TR.UTF-8
	else
		locale -a 2>/dev/null | grep -iv '^c$\|^c\.\|^posix' | head -n 1 | grep . || echo C
	fi
}
