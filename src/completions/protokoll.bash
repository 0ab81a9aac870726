# bash completion for protokoll
_protokoll() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
	local command=${COMP_WORDS[1]}

	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "build check datum explain preview schema template help --version --help" -- "$word"))
		return
	fi
	if [ "$command" = template ] && [ "$COMP_CWORD" -eq 2 ]; then
		COMPREPLY=($(compgen -W "list export check fields try unpack pack" -- "$word"))
		return
	fi
	case $before in
	-f|--format)
		case $command in
		check|template) COMPREPLY=($(compgen -W "text json" -- "$word")) ;;
		datum) COMPREPLY=($(compgen -W "text tsv json" -- "$word")) ;;
		*) COMPREPLY=($(compgen -W "odt docx html pdf odt,docx odt,docx,html odt,docx,pdf" -- "$word")) ;;
		esac
		return ;;
	--edition)
		COMPREPLY=($(compgen -W "fullständig offentlig" -- "$word"))
		return ;;
	--pdf)
		COMPREPLY=($(compgen -W "ua plain" -- "$word"))
		return ;;
	--from)
		COMPREPLY=($(compgen -W "anslag justering möte" -- "$word"))
		return ;;
	-t|--template)
		COMPREPLY=($(compgen -W "standard enkel klassisk" -- "$word") $(compgen -f -- "$word"))
		return ;;
	-d|--directory)
		COMPREPLY=($(compgen -d -- "$word"))
		return ;;
	esac
	case $command in
	build) words="--format --output --directory --template --edition --jobs --dry-run --verify --exact-pages --pdf --office-timeout --strict --force --allow-outside --today --quiet --help" ;;
	check) words="--format --strict --allow-outside --today --quiet --help" ;;
	datum) words="--from --format --help" ;;
	explain) words="--help" ;;
	preview) words="--template --edition --port --no-open --once --output --text --force --allow-outside --today --quiet --help" ;;
	template) words="--format --output --draft --strict --force --quiet --help" ;;
	help) COMPREPLY=($(compgen -W "build check datum explain preview schema template" -- "$word")); return ;;
	*) words="--help" ;;
	esac
	case $word in
	-*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
	*)
		case $command in datum|explain|schema) return ;; esac
		if [ "$command" = template ]; then
			COMPREPLY=($(compgen -f -- "$word"))
			[ "${COMP_WORDS[2]}" = export ] && [ "$COMP_CWORD" -eq 3 ] &&
				COMPREPLY=($(compgen -W "standard enkel klassisk" -- "$word"))
			return
		fi
		COMPREPLY=($(compgen -f -X '!*.y*ml' -- "$word") $(compgen -d -- "$word")) ;;
	esac
}
complete -o filenames -F _protokoll protokoll
