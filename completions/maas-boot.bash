#!/bin/bash

__maas-boot_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__maas-boot_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__maas-boot_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__maas-boot_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_maas-boot() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    use|status|doctor|plan|apply|export|source|selection|import|image|mirror|login|logout|profile|help)
        # Offer subcommand argument completions
        "_maas-boot_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'use status doctor plan apply export source selection import image mirror login logout profile help' -- "${cur}"))
        ;;
    esac
}

_maas-boot_use() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--import --no-import --wait --dry-run --force --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--source --keyring --trust --preflight --timeout --stall-timeout --progress -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--source')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion use -- --source "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--trust')
        return
        ;;
    '--preflight')
        __maas-boot_add_completions -W 'require'$'\n''warn'$'\n''off'
        return
        ;;
    '--timeout')
        return
        ;;
    '--stall-timeout')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion use -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion use -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion use -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_status() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--watch --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--interval -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--interval')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion status -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion status -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_doctor() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion doctor -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion doctor -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_plan() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--prune --force --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-f --file --only --preflight -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(yaml|yml|json)'
        return
        ;;
    '--only')
        __maas-boot_add_completions -W 'regions'$'\n''mirrors'
        return
        ;;
    '--preflight')
        __maas-boot_add_completions -W 'require'$'\n''warn'$'\n''off'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion plan -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion plan -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_apply() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--prune --wait --dry-run --force --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-f --file --only --catalogue-timeout --preflight --timeout --stall-timeout --progress -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(yaml|yml|json)'
        return
        ;;
    '--only')
        __maas-boot_add_completions -W 'regions'$'\n''mirrors'
        return
        ;;
    '--catalogue-timeout')
        return
        ;;
    '--preflight')
        __maas-boot_add_completions -W 'require'$'\n''warn'$'\n''off'
        return
        ;;
    '--timeout')
        return
        ;;
    '--stall-timeout')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion apply -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion apply -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_export() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--keyrings -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--keyrings')
        __maas-boot_add_completions -d
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion export -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion export -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_source() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|add|update|remove|probe)
        # Offer subcommand argument completions
        "_maas-boot_source_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show add update remove probe' -- "${cur}"))
        ;;
    esac
}

_maas-boot_source_list() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source list -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source list -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_source_show() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source show -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source show -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source show -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_source_add() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--enable-source --disable-source --skip-keyring-verification --no-skip-keyring-verification --import --dry-run --force --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--keyring --name --priority --trust --preflight -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--name')
        return
        ;;
    '--priority')
        return
        ;;
    '--trust')
        return
        ;;
    '--preflight')
        __maas-boot_add_completions -W 'require'$'\n''warn'$'\n''off'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source add -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source add -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_source_update() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--enable-source --disable-source --skip-keyring-verification --no-skip-keyring-verification --import --no-import --dry-run --force --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--to --keyring --name --priority --trust --preflight -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--name')
        return
        ;;
    '--priority')
        return
        ;;
    '--trust')
        return
        ;;
    '--preflight')
        __maas-boot_add_completions -W 'require'$'\n''warn'$'\n''off'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source update -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source update -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source update -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_source_remove() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--force --dry-run --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source remove -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source remove -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source remove -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_source_probe() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--no-verify --version -h --help)
    repeating_options=()
    non_repeating_options=(--keyring -o --output --json --jq --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion source probe -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_selection() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|available|ensure|remove)
        # Offer subcommand argument completions
        "_maas-boot_selection_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list available ensure remove' -- "${cur}"))
        ;;
    esac
}

_maas-boot_selection_list() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--source -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--source')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection list -- --source "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection list -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection list -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_selection_available() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--source -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--source')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection available -- --source "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection available -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection available -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_selection_ensure() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--dry-run --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--source --timeout -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--source')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection ensure -- --source "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--timeout')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection ensure -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection ensure -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_selection_remove() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--force --dry-run --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--source -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--source')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection remove -- --source "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection remove -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion selection remove -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_import() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    start|stop|status|wait)
        # Offer subcommand argument completions
        "_maas-boot_import_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'start stop status wait' -- "${cur}"))
        ;;
    esac
}

_maas-boot_import_start() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--wait --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--timeout --stall-timeout --progress -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--stall-timeout')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import start -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import start -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_import_stop() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--timeout -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import stop -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import stop -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_import_status() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import status -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import status -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_import_wait() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--timeout --stall-timeout --progress -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--stall-timeout')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import wait -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion import wait -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_image() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|remove)
        # Offer subcommand argument completions
        "_maas-boot_image_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show remove' -- "${cur}"))
        ;;
    esac
}

_maas-boot_image_list() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(--type -o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--type')
        __maas-boot_add_completions -W 'synced'$'\n''uploaded'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image list -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image list -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_image_show() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image show -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image show -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_image_remove() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--dry-run --all-profiles --insecure --version -h --help)
    repeating_options=(-p --profile)
    non_repeating_options=(-o --output --json --jq --url --api-key-file --ca-file --oauth-signature --connect-timeout --request-timeout --log-format)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image remove -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '-p'|'--profile')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion image remove -- --profile "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--url')
        return
        ;;
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '--connect-timeout')
        return
        ;;
    '--request-timeout')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_mirror() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    plan|sync|verify|list|prune|pack|unpack|publish|serve|schedule)
        # Offer subcommand argument completions
        "_maas-boot_mirror_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'plan sync verify list prune pack unpack publish serve schedule' -- "${cur}"))
        ;;
    esac
}

_maas-boot_mirror_plan() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--keep --add --replace -U --no-verify --allow-rollback --change-upstream --checksum --version -h --help)
    repeating_options=(--release --arch --os --subarch --label)
    non_repeating_options=(--path --max --keyring --confirm-key --freeze-days --sign --keep-days --cache --transfers --bwlimit --retries --idle-timeout --lock-wait --log-format --s3-endpoint --s3-region --s3-style --s3-profile -o --output --json --jq)
    __maas-boot_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--path')
        return
        ;;
    '--release')
        return
        ;;
    '--arch')
        return
        ;;
    '--os')
        return
        ;;
    '--subarch')
        return
        ;;
    '--label')
        return
        ;;
    '--max')
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--sign')
        __maas-boot_add_completions -f
        return
        ;;
    '--keep-days')
        return
        ;;
    '--cache')
        __maas-boot_add_completions -d
        return
        ;;
    '--transfers')
        return
        ;;
    '--bwlimit')
        return
        ;;
    '--retries')
        return
        ;;
    '--idle-timeout')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror plan -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    2)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_sync() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--keep --add --replace -U --no-verify --allow-rollback --change-upstream --checksum --dry-run --version -h --help)
    repeating_options=(--release --arch --os --subarch --label --also)
    non_repeating_options=(--path --max --keyring --confirm-key --freeze-days --sign --keep-days --cache --transfers --bwlimit --retries --idle-timeout --lock-wait --log-format --s3-endpoint --s3-region --s3-style --s3-profile --metrics-file --progress -o --output --json --jq)
    __maas-boot_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--path')
        return
        ;;
    '--release')
        return
        ;;
    '--arch')
        return
        ;;
    '--os')
        return
        ;;
    '--subarch')
        return
        ;;
    '--label')
        return
        ;;
    '--max')
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--sign')
        __maas-boot_add_completions -f
        return
        ;;
    '--keep-days')
        return
        ;;
    '--cache')
        __maas-boot_add_completions -d
        return
        ;;
    '--transfers')
        return
        ;;
    '--bwlimit')
        return
        ;;
    '--retries')
        return
        ;;
    '--idle-timeout')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '--metrics-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--also')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror sync -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    2)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_verify() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--repair -U --no-verify --allow-rollback --checksum --version -h --help)
    repeating_options=()
    non_repeating_options=(--for --maas-version --metrics-file --keyring --confirm-key --freeze-days --transfers --bwlimit --retries --idle-timeout --lock-wait --log-format --s3-endpoint --s3-region --s3-style --s3-profile --progress -o --output --json --jq)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--for')
        __maas-boot_add_completions -W 'maas'
        return
        ;;
    '--maas-version')
        return
        ;;
    '--metrics-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--transfers')
        return
        ;;
    '--bwlimit')
        return
        ;;
    '--retries')
        return
        ;;
    '--idle-timeout')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror verify -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--freeze-days --max-age --s3-endpoint --s3-region --s3-style --s3-profile -o --output --json --jq)
    __maas-boot_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--freeze-days')
        return
        ;;
    '--max-age')
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror list -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_prune() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--keep-versions --keep-days --lock-wait --s3-endpoint --s3-region --s3-style --s3-profile -o --output --json --jq)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--keep-versions')
        return
        ;;
    '--keep-days')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror prune -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_pack() {
    repeating_flags=()
    non_repeating_flags=(--dry-run -U --no-verify --allow-rollback --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --state-file --keyring --confirm-key --freeze-days --progress -o --output --json --jq)
    __maas-boot_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--since')
        __maas-boot_add_completions -f
        return
        ;;
    '--state-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror pack -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    2)
        __maas-boot_add_completions -f
        return
        ;;
    esac
}

_maas-boot_mirror_unpack() {
    repeating_flags=()
    non_repeating_flags=(-U --no-verify --allow-rollback --change-upstream --checksum --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--keyring --confirm-key --freeze-days --keep-days --lock-wait --state-file --progress -o --output --json --jq)
    __maas-boot_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--keep-days')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--state-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror unpack -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -f
        return
        ;;
    2)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_publish() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--dry-run --change-upstream --checksum -U --no-verify --allow-rollback --version -h --help)
    repeating_options=()
    non_repeating_options=(--keep-days --transfers --lock-wait --keyring --confirm-key --freeze-days --s3-endpoint --s3-region --s3-style --s3-profile --log-format --progress -o --output --json --jq)
    __maas-boot_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--keep-days')
        return
        ;;
    '--transfers')
        return
        ;;
    '--lock-wait')
        return
        ;;
    '--keyring')
        __maas-boot_add_completions -f
        return
        ;;
    '--confirm-key')
        return
        ;;
    '--freeze-days')
        return
        ;;
    '--s3-endpoint')
        return
        ;;
    '--s3-region')
        return
        ;;
    '--s3-style')
        __maas-boot_add_completions -W 'path'$'\n''host'
        return
        ;;
    '--s3-profile')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--progress')
        __maas-boot_add_completions -W 'auto'$'\n''bar'$'\n''plain'$'\n''json'$'\n''none'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror publish -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_serve() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--listen --base --print --server-name --log-format -o --output --json --jq)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--listen')
        return
        ;;
    '--base')
        return
        ;;
    '--print')
        __maas-boot_add_completions -W 'nginx'$'\n''apache'$'\n''caddy'
        return
        ;;
    '--server-name')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror serve -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_mirror_schedule() {
    repeating_flags=()
    non_repeating_flags=(--systemd --cron --print --install --uninstall --user --force --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--every --root --metrics-file --program -o --output --json --jq)
    __maas-boot_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--every')
        return
        ;;
    '--root')
        __maas-boot_add_completions -d
        return
        ;;
    '--metrics-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--program')
        __maas-boot_add_completions -f
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion mirror schedule -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -d
        return
        ;;
    esac
}

_maas-boot_login() {
    repeating_flags=(--verbose -v)
    non_repeating_flags=(--insecure --version -h --help)
    repeating_options=()
    non_repeating_options=(--api-key-file --ca-file --oauth-signature -o --output --json --jq --log-format)
    __maas-boot_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--api-key-file')
        __maas-boot_add_completions -f
        return
        ;;
    '--ca-file')
        __maas-boot_add_completions -o plusdirs -fX '!*.@(pem|crt)'
        return
        ;;
    '--oauth-signature')
        __maas-boot_add_completions -W 'auto'$'\n''hmac-sha1'$'\n''plaintext'
        return
        ;;
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion login -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    '--log-format')
        __maas-boot_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_maas-boot_logout() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --json --jq)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion logout -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion logout -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_profile() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|use)
        # Offer subcommand argument completions
        "_maas-boot_profile_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list use' -- "${cur}"))
        ;;
    esac
}

_maas-boot_profile_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --json --jq)
    __maas-boot_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion profile list -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac
}

_maas-boot_profile_use() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --json --jq)
    __maas-boot_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __maas-boot_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''yaml'$'\n''tsv'
        return
        ;;
    '--json')
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion profile use -- --json "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    '--jq')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __maas-boot_add_completions -W "$(__maas-boot_custom_complete ---completion profile use -- positional@0 "${COMP_CWORD}" "$(__maas-boot_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_maas-boot_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __maas-boot_offer_flags_options -1
}

complete -o filenames -F _maas-boot maas-boot
