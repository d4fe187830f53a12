#!/bin/sh
# run_logged.sh PROGRAM [ARGUMENT...]: runs a test program with the sanitizers writing to files, and fails when there is
# anything in them. Criterion runs each test in a process of its own and does not see what a sanitizer finds at that
# process's end, a leak above all; the files do.
set -u

logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT
trap 'exit 130' INT TERM

ASAN_OPTIONS="detect_leaks=1:${ASAN_OPTIONS:+$ASAN_OPTIONS:}log_path=$logs/asan"
UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1:${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}log_path=$logs/ubsan"
TSAN_OPTIONS="${TSAN_OPTIONS:+$TSAN_OPTIONS:}log_path=$logs/tsan"
LSAN_OPTIONS="${LSAN_OPTIONS:+$LSAN_OPTIONS:}print_suppressions=0"
export ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS LSAN_OPTIONS

"$@" >"$logs/output" 2>&1
status=$?
cat "$logs/output"

# Criterion's last line, as a tally.
sed -n 's/.*Synthesis: Tested: *\([0-9]*\) .*Passing: *\([0-9]*\) .*Failing: *\([0-9]*\) .*Crashing: *\([0-9]*\).*/\2 \3 \4/p' \
    "$logs/output" | tail -n 1 | while read -r passed failed crashed; do
    echo "tally: $passed passed, $((failed + crashed)) failed"
done

reports=0
for log in "$logs"/asan* "$logs"/ubsan* "$logs"/tsan*; do
    [ -s "$log" ] || continue
    reports=$((reports + 1))
    echo "---- sanitizer report $reports"
    cat "$log"
done
if [ "$reports" -gt 0 ]; then
    echo "$reports sanitizer reports"
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
