#!/bin/sh
# contract.sh PROGRAM: what iterates over the tables. Every command: its help, its page in tenor(1), its completions in
# three shells, each with all of its options. Every topic and language file loads. Every warning that the library may
# give has words in the command line and a line in the documents. Every ranker and writer runs by its name.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
tenor=$1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset TENOR_DATA
XDG_CONFIG_HOME=/nonexistent
export XDG_CONFIG_HOME
passed=0 failed=0
# expect WHAT COMMAND...: the command succeeds.
expect() {
    what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
        head -n 5 "$work/said"
    fi
}

for shell in bash zsh fish; do "$tenor" completion $shell >"$work/$shell"; done
command -v bash >/dev/null 2>&1 && expect "completion for bash is bash" bash -n "$work/bash"
command -v zsh >/dev/null 2>&1 && expect "completion for zsh is zsh" zsh -n "$work/zsh"
command -v fish >/dev/null 2>&1 && expect "completion for fish is fish" fish -n "$work/fish"
sed 's/\\-/-/g' "$root/docs/tenor.1" >"$work/man"

for command in $(sed -n 's/^TN_COMMAND(\([a-z]*\),.*/\1/p' "$root/src/cli/commands.def"); do
    "$tenor" help "$command" >"$work/help"
    expect "$command --help is help $command" sh -c "\"$tenor\" $command --help | cmp - \"$work/help\""
    expect "$command is in tenor(1)" grep -q "tenor $command" "$work/man"
    expect "$command is in tenor help" sh -c "\"$tenor\" help | grep -q '^  $command '"
    for shell in bash zsh fish; do expect "$command is completed in $shell" grep -q -w -e "$command" "$work/$shell"; done
    for option in $(sed -n 's/^  \(-[a-zA-Z0-9], \|    \)\(--[a-z0-9-]*\).*/\2/p' "$work/help"); do
        expect "$command $option is in tenor(1)" grep -q -e "$option" "$work/man"
        for shell in bash zsh; do expect "$option is completed in $shell" grep -q -e "$option" "$work/$shell"; done
        expect "$option is completed in fish" grep -q -w -e "${option#--}" "$work/fish"
    done
done

for file in "$root"/lexicons/topics/*.topic; do
    name=$(basename "$file" .topic)
    expect "$name loads" "$tenor" topics check "$file"
    expect "$name is built in" sh -c "\"$tenor\" topics list | grep -q -w -e $name"
    expect "$name loads again over itself" "$tenor" score --topics "$file" --topic "$name" "$root/examples/border-truce.txt"
done
for lang in $(find "$root/models" -name lang.conf | sed 's|/lang.conf||; s|.*/||'); do
    expect "language $lang" "$tenor" summarize --lang "$lang" "$root/examples/border-truce.txt"
done
for ranker in $("$tenor" rankers | cut -d' ' -f1); do
    expect "ranker $ranker" "$tenor" summarize --ranker "$ranker" "$root/examples/border-truce.txt"
done

for warning in $(sed -n 's/.*warn([a-z]*, "\([a-z0-9_]*\)").*/\1/p' "$root"/src/engine/*.c | sort -u) \
    $(grep -oh 'warn([a-z]*, "[a-z0-9_]*")' "$root"/src/engine/*.c | sed 's/.*"\(.*\)".*/\1/' | sort -u); do
    expect "warning $warning has words" grep -q "{\"$warning\", \"" "$root/src/cli/warnings.c"
    expect "warning $warning is documented" grep -q -e "$warning" "$root/docs/output.md"
done
for name in $(sed -n '/tenor_status_name/,/^}/p' "$root/src/base/status.c" | grep -o '"[a-z0-9_]*"' | tr -d '"'); do
    [ "$name" = ok ] || expect "error $name is documented" grep -q -r -w -e "$name" "$root/docs"
done

echo "tally: $passed passed, $failed failed"
[ $failed -eq 0 ]
