# Sourced by the scripts here: where things are, and how time is taken.
set -eu
XDG_CONFIG_HOME=/nonexistent # no topics of the user
export XDG_CONFIG_HOME
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
if [ -z "${TENOR-}" ]; then
    "$root/scripts/build" release
    TENOR=$root/build/release/tenor
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tab=$(printf '\t')
LC_ALL=C.UTF-8
export LC_ALL

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# in_turn RUNS NAME COMMAND [NAME COMMAND]...: each command RUNS times, one after the other in every round, so that what
# else the machine does meets all alike. A line each: NAME, least and median wall time, least CPU time (ms).
in_turn() { python3 "$here/in_turn.py" "$@"; }

# peak COMMAND...: the most memory it held, in MiB; "-" without GNU time.
peak() {
    if /usr/bin/time -f %M true 2>/dev/null; then
        /usr/bin/time -o "$work/peak" -f %M "$@" >/dev/null 2>&1 </dev/null || true
        awk 'END { printf "%.1f", $1 / 1024 }' "$work/peak"
    else
        printf -- -
    fi
}

# The sentences of the examples, one a line.
example_sentences() {
    "$TENOR" summarize -q --ranker lead --percent 100 "$root"/examples/*.txt | grep -v '^\(==>.*\)*$'
}

# install PYTHON VENV PACKAGE...: packages from PyPI in a virtual environment, what was not tried before.
install() {
    mkdir -p "$root/build/bench"
    python=$1 into=$2
    shift 2
    have "$python" || return 0
    [ -x "$into/bin/python3" ] || "$python" -m venv "$into" >"$work/pip" 2>&1 || { say "peers: no environment of $python"; return 0; }
    for package; do
        [ -e "$into/tried-$package" ] && continue
        say "peers: installing $package in build/bench ..."
        "$into/bin/pip" install -q --disable-pip-version-check "$package" >"$work/pip" 2>&1 || say "peers: $package cannot be installed"
        : >"$into/tried-$package"
    done
}
