# fish completion for protokoll
set -l commands build check schema help
complete -c protokoll -n "not __fish_seen_subcommand_from $commands" -f -a build -d 'make the documents'
complete -c protokoll -n "not __fish_seen_subcommand_from $commands" -f -a check -d 'tell what is wrong or missing'
complete -c protokoll -n "not __fish_seen_subcommand_from $commands" -f -a schema -d 'JSON Schema for your editor'
complete -c protokoll -n "not __fish_seen_subcommand_from $commands" -f -a help -d 'more about a command'
complete -c protokoll -n "__fish_seen_subcommand_from build" -s f -l format -x -a 'odt docx odt,docx' -d 'formats'
complete -c protokoll -n "__fish_seen_subcommand_from build" -s o -l output -r -d 'the file to write'
complete -c protokoll -n "__fish_seen_subcommand_from build" -s d -l directory -x -a '(__fish_complete_directories)' -d 'folder for the documents'
complete -c protokoll -n "__fish_seen_subcommand_from build" -s t -l template -r -a 'standard enkel' -d 'design or file'
complete -c protokoll -n "__fish_seen_subcommand_from build" -l force -d 'overwrite edited documents'
complete -c protokoll -n "__fish_seen_subcommand_from check" -l format -x -a 'text json' -d 'how to tell'
complete -c protokoll -n "__fish_seen_subcommand_from build check" -l strict -d 'warnings count'
complete -c protokoll -n "__fish_seen_subcommand_from build check" -l allow-outside -d 'read pictures outside the folder'
complete -c protokoll -n "__fish_seen_subcommand_from build check" -l today -x -d "today's date"
complete -c protokoll -n "__fish_seen_subcommand_from build check" -s q -l quiet -d 'warnings and errors only'
complete -c protokoll -n "__fish_seen_subcommand_from help" -f -a 'build check schema'
