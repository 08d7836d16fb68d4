# fish completion for ivn; written by: ivn completion fish

function __ivn_commands
  switch "$argv[1]"
#@ commands
  end
end

function __ivn_options
  switch "$argv[1]"
#@ options
  end
end

function __ivn_places
  switch "$argv[1]"
#@ places
  end
end

function __ivn_settings
#@ settings
end

function __ivn_values
  switch "$argv[1]"
#@ values
  end
end

# The directory that the command line, the environment or the place names.
function __ivn_bench
  if test -n "$argv[1]"
    echo $argv[1]
  else if test -n "$IVN_BENCH"
    echo $IVN_BENCH
  else
    set -l bench $PWD
    while test -n "$bench"; and not test -d $bench/sites
      set bench (string replace -r '/[^/]*$' '' -- $bench)
    end
    echo $bench
  end
end

# The names of a kind, which ivn itself knows: asked anew when the store has changed.
function __ivn_names -a program bench site
  set -l asked $argv[4..-1]
  test -n "$site"; or set site $FRAPPE_SITE
  test -n "$site"
  or set site (sed -n 's/.*"default_site": *"\([^"]*\)".*/\1/p' $bench/sites/common_site_config.json)
  test -n "$site"; or return
  set -l directory $bench/sites/$site
  test -f $directory/site_config.json; or return
  set -l cache $XDG_CACHE_HOME
  test -n "$cache"; or set cache $HOME/.cache
  set -l file $cache/ivn/words/(string replace -a / % -- "$directory$asked")
  if not test -f $file; or test $directory/ivn.db -nt $file
    or test $directory/ivn.db-wal -nt $file
    mkdir -p -m 700 $cache/ivn/words
    and $program --bench $bench --site $site --no-input completion words $asked >$file.new
    and chmod 600 $file.new
    and mv -f $file.new $file
    or rm -f $file.new
  end
  cat $file
end

function __ivn_place_of_option -a command option
  set -l place (__ivn_places "$command $option")
  test -n "$place"; or set place (__ivn_places " $option")
  echo $place
end

function __ivn_complete
  set -l tokens (commandline -opc)
  set -l program $tokens[1]
  set -l current (commandline -ct)
  set -l command ''
  set -l option ''
  set -l site ''
  set -l bench ''
  set -l operands
  for word in $tokens[2..-1]
    if test -n "$option"
      switch $option
        case --site
          set site $word
        case --bench
          set bench $word
      end
      set option ''
    else if string match -q -- '--site=*' $word
      set site (string replace -- '--site=' '' $word)
    else if string match -q -- '--bench=*' $word
      set bench (string replace -- '--bench=' '' $word)
    else if string match -q -- '-*' $word
      test -z (__ivn_place_of_option "$command" $word); or set option $word
    else if __ivn_commands "$command" | string match -q -- "$word"\t'*'
      set command (string trim "$command $word")
    else
      set -a operands $word
    end
  end
  set bench (__ivn_bench $bench)
  set -l place
  if test -n "$option"
    set place (__ivn_place_of_option "$command" $option)
  else if string match -q -- '-*' $current
    __ivn_options "$command"
    test -z "$command"; or __ivn_options ''
    return
  else
    if test (count $operands) -eq 0
      __ivn_commands "$command"
    end
    set place (__ivn_places "$command "(math (count $operands) + 1))
    test -n "$place"; or set place (__ivn_places "$command +")
  end
  switch "$place"
    case 'choices:*'
      string split , (string replace choices: '' $place)
    case file
      __fish_complete_path $current
    case directory
      __fish_complete_directories $current
    case site
      for config in $bench/sites/*/site_config.json
        string replace -r '.*/([^/]*)/site_config.json$' '$1' -- $config
      end
    case user
      __ivn_names $program "$bench" "$site" users 2>/dev/null
    case role
      __ivn_names $program "$bench" "$site" roles 2>/dev/null
    case authenticator
      __ivn_names $program "$bench" "$site" authenticators $operands[1] 2>/dev/null
    case setting
      __ivn_settings
    case value
      __ivn_values $operands[1]
  end
end

complete -c ivn -f -a '(__ivn_complete)'
