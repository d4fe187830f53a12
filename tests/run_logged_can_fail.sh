#!/bin/sh
# run_logged.sh must fail when the program does, and when a sanitizer wrote a report although the program succeeded.
here=$(dirname "$0")
fail() {
    echo "run_logged.sh: $1"
    exit 1
}
"$here/run_logged.sh" true >/dev/null || fail "fails where nothing is wrong"
"$here/run_logged.sh" false >/dev/null && fail "hides a program's failure"
# shellcheck disable=SC2016
"$here/run_logged.sh" sh -c 'file=${ASAN_OPTIONS##*log_path=}; echo leak >"$file.1"' >/dev/null && fail "hides a leak"
# shellcheck disable=SC2016
"$here/run_logged.sh" sh -c 'file=${UBSAN_OPTIONS##*log_path=}; echo overflow >"$file.1"' >/dev/null && fail "hides a report"
exit 0
