#!/bin/sh
# hardening.sh PROGRAM: the flags that make a mistake harder to use are in the binary: position-independent, read-only
# relocations bound at start, no executable stack, no writable and executable segment, stack protector, checked
# versions of the C library's functions. Needs readelf; without it, exits with 77: skipped.
set -u
command -v readelf >/dev/null 2>&1 || { echo "skipped: there is no readelf (binutils)"; exit 77; }
program=$1 problems=0
# expect WHAT OPTION PATTERN
expect() {
    if readelf -W "$2" "$program" | grep -q -E "$3"; then echo "ok: $1"; else echo "missing: $1"; problems=$((problems + 1)); fi
}
expect "position-independent" -h 'Type: +DYN'
expect "read-only relocations" -l 'GNU_RELRO'
expect "bound at start" -d 'BIND_NOW|FLAGS.* NOW'
expect "no executable stack" -l 'GNU_STACK.* RW '
expect "stack protector" --dyn-syms '__stack_chk_fail'
expect "checked functions" --dyn-syms '__[a-z]+_chk(@|$)'
if readelf -W -l "$program" | grep -q -E 'LOAD.* RWE '; then
    echo "a segment is writable and executable"
    problems=$((problems + 1))
fi
if readelf -W -d "$program" | grep -q -E 'RPATH|RUNPATH'; then
    echo "it looks for libraries in a place of its own"
    problems=$((problems + 1))
fi
if strings "$program" 2>/dev/null | grep -q -F "$(cd "$(dirname "$0")/.." && pwd)/"; then
    echo "it names the folder that it was built in"
    problems=$((problems + 1))
fi
exit $((problems > 0))
