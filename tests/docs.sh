#!/bin/sh
# docs.sh [--update] PROGRAM: what the documents list is what the program and its tables have. Prints what is missing.
# --update renews the values of parameters in docs/tension.md, and docs/tenor.1.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
if [ "$1" = --update ]; then
    shift
    sed -n 's/^\([a-z.-]*\) = \(.*\)$/s#^\\(| `\1` | \\)[^ ]*#\\1\2#/p' "$root/models/en/tone.conf" >"$root/docs/.values"
    sed -f "$root/docs/.values" "$root/docs/tension.md" >"$root/docs/.tension"
    cat "$root/docs/.tension" >"$root/docs/tension.md"
    rm -f "$root/docs/.values" "$root/docs/.tension"
    "$1" help --man >"$root/docs/tenor.1"
fi
passed=0 failed=0

# lists DOCUMENT FIXED-STRING
lists() {
    if grep -q -F -e "$2" "$root/$1"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1 lacks: $2"
    fi
}
# names TABLE: the second word of each row of a .def, in quotation marks or not.
names() { sed -n "s/^TN_[A-Z]*(\([A-Za-z_]*\), \"\{0,1\}\([a-z.-]*\).*/\1 \2/p" "$root/src/$1"; }

while IFS= read -r line; do
    lists docs/tension.md "$line"
done <<LINES
$(sed -n 's/^\([a-z.-]*\) = \(.*\)$/| `\1` | \2 |/p' "$root/models/en/tone.conf")
LINES
for ranker in $("$1" rankers | cut -d' ' -f1); do lists docs/rankers.md "| \`$ranker\` |"; done
for class in $(names data/classes.def | cut -d' ' -f2 | grep -v -x -e positive -e negative); do
    lists docs/lexicon-format.md "| $class |"
done
for rule in $(names tone/rules.def | cut -d' ' -f2); do
    lists docs/lexicon-format.md "\`$rule\`"
    lists docs/tension.md "$rule"
done
for file in "$root"/models/en/*.*; do lists docs/lexicon-format.md "\`${file##*/}\`"; done
for layer in $(sed -n 's/^set(allow_\([a-z]*\) .*/\1/p' "$root/tests/layers.cmake"); do lists src/README.md "| $layer |"; done
for name in schema lexicons warnings summary overall topics ci90 evidence; do
    lists docs/output.md "\`$name\`"
done

# The columns of a table, by the last part of their names, and the keys of --stats.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
: >"$work/none.jsonl"
columns=$("$1" batch --to csv --topic syria --date-field d --dedup --gists --stats "$work/stats" "$work/none.jsonl" | tr , '\n')
for column in $columns; do
    case $column in overall.tension) column="overall.tension" ;; topic.syria.tension) column="topic.NAME.tension" ;; overall.* | topic.*) column=.${column##*.} ;; esac
    lists docs/batch.md "\`$column\`"
done
for key in $(tr ',{' '\n\n' <"$work/stats" | sed -n 's/^"\([a-z0-9_]*\)":.*/\1/p'); do lists docs/batch.md "\`$key\`"; done

if "$1" help --man | diff "$root/docs/tenor.1" - ; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "docs/tenor.1 is old: tenor help --man > docs/tenor.1"
fi
echo "tally: $passed passed, $failed failed"
[ $failed -eq 0 ]
