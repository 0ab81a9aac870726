# bash completion for protokoll
_protokoll() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
	local command=${COMP_WORDS[1]}

	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "build check schema help --version --help" -- "$word"))
		return
	fi
	case $before in
	-f|--format)
		[ "$command" = check ] && COMPREPLY=($(compgen -W "text json" -- "$word")) ||
			COMPREPLY=($(compgen -W "odt docx odt,docx" -- "$word"))
		return ;;
	-t|--template)
		COMPREPLY=($(compgen -W "standard enkel" -- "$word") $(compgen -f -- "$word"))
		return ;;
	-d|--directory)
		COMPREPLY=($(compgen -d -- "$word"))
		return ;;
	esac
	case $command in
	build) words="--format --output --directory --template --strict --force --allow-outside --today --quiet --help" ;;
	check) words="--format --strict --allow-outside --today --quiet --help" ;;
	help) COMPREPLY=($(compgen -W "build check schema" -- "$word")); return ;;
	*) words="--help" ;;
	esac
	case $word in
	-*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
	*) COMPREPLY=($(compgen -f -X '!*.y*ml' -- "$word") $(compgen -d -- "$word")) ;;
	esac
}
complete -o filenames -F _protokoll protokoll
