#!/bin/sh
# speed.sh TENOR: TENOR, a release build of gcc's, takes no more instructions on fixed inputs than bench/instructions.csv and
# 5 % allow. A program that is slower for a good reason says so in the commit that renews the rows
# (`bench/run instructions --update`). Skipped without Valgrind, and where compiler or C library are others than the rows'.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
command -v valgrind >/dev/null 2>&1 || { echo "skipped: there is no valgrind"; exit 77; }
[ -x "$1" ] || { echo "skipped: there is no $1"; exit 77; }
TENOR=$1 "$root/bench/run" instructions
