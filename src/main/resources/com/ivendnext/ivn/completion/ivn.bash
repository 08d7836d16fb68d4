# bash completion for ivn; written by: ivn completion bash
# shellcheck shell=bash disable=SC2016 # descriptions hold $ and `

_ivn_commands() {
  case $1 in
#@ commands
  esac
}

_ivn_options() {
  case $1 in
#@ options
  esac
}

_ivn_places() {
  case $1 in
#@ places
  esac
}

_ivn_settings() {
#@ settings
}

_ivn_values() {
  case $1 in
#@ values
  esac
}

# Sets words to the command line up to the cursor, split as the shell splits it and not at the
# additional characters of COMP_WORDBREAKS, such as the @ of a user's name.
_ivn_split() {
  local rest=${COMP_LINE:0:COMP_POINT} word trimmed i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=$trimmed
    if ((i > 0)) && [[ $trimmed == "$rest" ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
    rest=${trimmed#"$word"}
  done
}

# Sets bench to the directory that the command line, the environment or the place names.
_ivn_find_bench() {
  bench=${bench:-${IVN_BENCH:-}}
  [[ -z $bench ]] || return 0
  bench=$PWD
  while [[ -n $bench && ! -d $bench/sites ]]; do
    bench=${bench%/*}
  done
}

_ivn_sites() {
  local config
  for config in "$bench"/sites/*/site_config.json; do
    config=${config%/site_config.json}
    printf '%s\n' "${config##*/}"
  done
}

# Prints the names of a kind, which ivn itself knows: asked anew when the store has changed.
_ivn_names() {
  local directory file
  site=${site:-${FRAPPE_SITE:-}}
  [[ -n $site ]] ||
    site=$(sed -n 's/.*"default_site": *"\([^"]*\)".*/\1/p' "$bench/sites/common_site_config.json")
  directory=$bench/sites/$site
  [[ -n $site && -f $directory/site_config.json ]] || return 0
  file=${XDG_CACHE_HOME:-$HOME/.cache}/ivn/words/${directory//\//%}${*//\//%}
  if [[ ! -f $file || $directory/ivn.db -nt $file || $directory/ivn.db-wal -nt $file ]]; then
    (
      umask 077
      mkdir -p "${file%/*}"
      if "$program" --bench "$bench" --site "$site" --no-input completion words "$@" >"$file.$$"; then
        touch "$file.$$" && mv -f "$file.$$" "$file"
      fi
      rm -f "$file.$$"
    )
  fi
  cat "$file"
}

_ivn_candidates() {
  case $1 in
    choices:*) tr , '\n' <<<"${1#choices:}" ;;
    site) _ivn_sites ;;
    user) _ivn_names users ;;
    role) _ivn_names roles ;;
    authenticator) _ivn_names authenticators "${operands[0]}" ;;
    setting) _ivn_settings ;;
    value) _ivn_values "${operands[0]}" ;;
  esac
}

# Offers the candidates on stdin that begin with $1.
_ivn_offer() {
  local typed=$1 candidate mark quote=
  [[ $typed != [\"\']* ]] || quote=${typed:0:1}
  while IFS=$'\t' read -r candidate _; do
    [[ $candidate == "${typed#"$quote"}"* ]] || continue
    if [[ -n $quote ]]; then
      candidate=$quote$candidate
    else
      printf -v candidate %q "$candidate"
    fi
    for mark in @ = :; do # readline replaces what follows the last of these alone
      [[ $COMP_WORDBREAKS != *"$mark"* || $typed != *"$mark"* ]] ||
        candidate=${candidate#"${typed%"$mark"*}$mark"}
    done
    COMPREPLY+=("$candidate")
  done
}

_ivn_offer_place() {
  case $1 in
    file | directory)
      compopt -o filenames
      local kind=-f
      [[ $1 == file ]] || kind=-d
      mapfile -t COMPREPLY < <(compgen "$kind" -- "$2")
      ;;
    *) _ivn_offer "$2" < <(_ivn_candidates "$1" 2>/dev/null) ;;
  esac
}

_ivn_place_of_option() {
  local place
  place=$(_ivn_places "$command $1")
  printf '%s' "${place:-$(_ivn_places " $1")}"
}

_ivn() {
  local program=$1 words command='' option='' site='' bench='' operands=() word place i
  COMPREPLY=()
  _ivn_split
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $option ]]; then
      case $option in
        --site) site=$word ;;
        --bench) bench=$word ;;
      esac
      option=
    elif [[ $word == --*=* ]]; then
      case $word in
        --site=*) site=${word#*=} ;;
        --bench=*) bench=${word#*=} ;;
      esac
    elif [[ $word == -* ]]; then
      [[ -z $(_ivn_place_of_option "$word") ]] || option=$word
    elif [[ $'\n'$(_ivn_commands "$command") == *$'\n'"$word"$'\t'* ]]; then
      command=${command:+$command }$word
    else
      operands+=("$word")
    fi
  done
  _ivn_find_bench
  word=${words[-1]}
  if [[ -n $option ]]; then
    _ivn_offer_place "$(_ivn_place_of_option "$option")" "$word"
  elif [[ $word == --*=* ]]; then
    _ivn_offer_place "$(_ivn_place_of_option "${word%%=*}")" "${word#*=}"
  elif [[ $word == -* ]]; then
    _ivn_offer "$word" < <(
      _ivn_options "$command"
      [[ -z $command ]] || _ivn_options ''
    )
  else
    place=$(_ivn_places "$command $((${#operands[@]} + 1))")
    _ivn_offer_place "${place:-$(_ivn_places "$command +")}" "$word"
    ((${#operands[@]})) || _ivn_offer "$word" < <(_ivn_commands "$command")
  fi
}

complete -F _ivn ivn
