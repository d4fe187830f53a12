#!/bin/sh
# golden/run must tell a right case from wrong ones, and --update must mend them. `sh` plays the program.
here=$(cd "$(dirname "$0")" && pwd)
TENOR_GOLDEN_CASES=$(mktemp -d) || exit 1
export TENOR_GOLDEN_CASES
trap 'rm -rf "$TENOR_GOLDEN_CASES"' EXIT
cd "$TENOR_GOLDEN_CASES" || exit 1
fail() {
    echo "golden/run: $1"
    exit 1
}
tally() {
    "$here/golden/run" "$@" | tail -n 1
}

mkdir right wrong_stdout wrong_stderr wrong_exit
echo 'cat - data; echo "$ROOT/x" >&2; exit 3' >right/cmd
printf 'in\n' >right/stdin && printf 'file\n' >right/data
printf 'in\nfile\n' >right/stdout && echo '$ROOT/x' >right/stderr && echo 3 >right/exit
echo 'echo out' >wrong_stdout/cmd && echo other >wrong_stdout/stdout
echo 'echo out >&2' >wrong_stderr/cmd
echo 'exit 1' >wrong_exit/cmd

sh=$(command -v sh)
[ "$(tally "$sh")" = "tally: 1 passed, 3 failed" ] || fail "does not find exactly the wrong ones: $(tally "$sh")"
"$here/golden/run" "$sh" >/dev/null && fail "exits with 0 after a failure"
[ "$(tally "$sh" exit)" = "tally: 0 passed, 1 failed" ] || fail "the filter does not choose"
[ "$(tally "$sh" 'r*t')" = "tally: 1 passed, 0 failed" ] || fail "the pattern does not choose"
"$here/golden/run" --update "$sh" >/dev/null || fail "--update failed"
[ "$(tally "$sh")" = "tally: 4 passed, 0 failed" ] || fail "--update did not mend the cases"
[ "$(cat wrong_exit/exit)" = 1 ] && [ ! -e wrong_exit/stdout ] || fail "--update wrote the wrong files"
exit 0
