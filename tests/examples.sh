#!/bin/sh
# examples.sh [--update] PROGRAM [FILE...]: the examples of README.md and docs/*.md are run, and their output must be what
# is shown. --update: what is shown becomes what it is now, but for examples with a line "…", which are kept.
#
#   ```console                          "```console jq": only where there is a program jq
#   $ tenor rankers | head -n 1        run where examples/ is, with tenor on the PATH
#   news  ...                          its output, both streams
#   …                                  any lines, also none
#   ```
#
# A command may go on in lines after a \ at the line's end. Files that a block writes are there for the blocks after it
# in the same document.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
update=no
if [ "$1" = --update ]; then
    update=yes
    shift
fi
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

unset TENOR_DATA NO_COLOR CLICOLOR_FORCE COLUMNS
XDG_CONFIG_HOME=/nonexistent
export XDG_CONFIG_HOME
LC_ALL=C.UTF-8 TERM=dumb TZ=UTC
ASAN_OPTIONS="detect_leaks=1:log_path=$work/report.asan"
UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1:log_path=$work/report.ubsan"
mkdir "$work/bin"
ln -s "$program" "$work/bin/tenor"
PATH=$work/bin:$PATH
export LC_ALL TERM TZ ASAN_OPTIONS UBSAN_OPTIONS PATH

# Each example of $1 as $work/case/LINE.cmd and LINE.want.
extract() {
    rm -rf "$work/case"
    mkdir "$work/case"
    awk -v dir="$work/case/" '
        function runs(line, tools, n, i) {
            if (line !~ /^ *```console( |$)/) return 0
            sub(/^.*```console */, "", line)
            n = split(line, tools, " ")
            for (i = 1; i <= n; i++) if (system("command -v " tools[i] " >/dev/null 2>&1")) return 0
            return 1
        }
        runs($0) { inside = 1; want = ""; next }
        /^ *```console ./ { print "skipped: " FILENAME ":" FNR ": one of these is not installed:" substr($0, index($0, "console") + 7) }
        inside && /^[ ]*```[ ]*$/ { inside = 0; want = ""; next }
        !inside { next }
        /^\$ / || more {
            if (!more) { name = sprintf("%s%06d", dir, NR); cmd = name ".cmd"; want = name ".want"; printf "" >want }
            line = $0
            if (!more) line = substr(line, 3)
            more = line ~ /\\$/
            print line >cmd
            next
        }
        want != "" { print >want }' "$1"
}

# The document $1 with the outputs that stand in $work/case/LINE.now in place of those shown.
with_updates() {
    awk -v dir="$work/case/" '
        function runs(line, tools, n, i) {
            if (line !~ /^ *```console( |$)/) return 0
            sub(/^.*```console */, "", line)
            n = split(line, tools, " ")
            for (i = 1; i <= n; i++) if (system("command -v " tools[i] " >/dev/null 2>&1")) return 0
            return 1
        }
        function put(file,    text) { while ((getline text < file) > 0) print text; close(file) }
        runs($0) { inside = 1 }
        inside && /^[ ]*```[ ]*$/ { inside = 0; old = 0 }
        inside && (/^\$ / || more) {
            if (!more) now = sprintf("%s%06d.now", dir, NR)
            more = /\\$/
            print
            old = 0
            if (!more && (getline text < now) >= 0) { close(now); put(now); old = 1 }
            next
        }
        !old { print }' "$1"
}

# matches WANT GOT: line by line, where a line "…" of WANT stands for any lines.
matches() {
    awk '
        FILENAME == ARGV[1] { want[++n] = $0; next }
        { got[++m] = $0 }
        function fits(i, j) {
            for (; i <= n; i++) {
                if (want[i] == "…") {
                    if (i == n) return 1
                    for (; j <= m + 1; j++) if (fits(i + 1, j)) return 1
                    return 0
                }
                if (j > m || want[i] != got[j]) return 0
                j++
            }
            return j > m
        }
        END { exit !fits(1, 1) }' "$1" "$2"
}

if [ $# -eq 0 ]; then
    set -- "$root/README.md" "$root"/docs/*.md
fi
passed=0 failed=0
for document; do
    [ -f "$document" ] || continue
    extract "$document"
    rm -rf "$work/dir"
    mkdir "$work/dir"
    [ -d "$root/examples" ] && cp -R "$root/examples" "$work/dir/"
    for cmd in "$work/case"/*.cmd; do
        [ -f "$cmd" ] || continue
        want=${cmd%.cmd}.want
        line=$(basename "$cmd" .cmd | sed 's/^0*//')
        (cd "$work/dir" && exec sh "$cmd") </dev/null >"$work/got" 2>&1
        if matches "$want" "$work/got"; then
            passed=$((passed + 1))
        elif [ $update = yes ] && ! grep -q -x … "$want"; then
            mv "$work/got" "${cmd%.cmd}.now"
            echo "updated: ${document#"$root"/}:$line"
        else
            failed=$((failed + 1))
            echo "FAILED: ${document#"$root"/}:$line: $(cat "$cmd")"
            diff -u --label documented --label now "$want" "$work/got"
        fi
    done
    [ $update = yes ] && with_updates "$document" >"$work/document" && cat "$work/document" >"$document"
done
for report in "$work"/report.*; do
    [ -s "$report" ] || continue
    cat "$report"
    failed=$((failed + 1))
done
echo "tally: $passed passed, $failed failed"
[ $failed -eq 0 ]
