#!/bin/sh
# structure.sh finds each thing that it looks for.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/base"
echo '#include "base/b.h"' >"$work/base/a.h"
echo '#include "base/a.h"' >"$work/base/b.h"
{
    printf 'int f(int a,\n      int b) {\n'
    seq 90 | sed 's/.*/    a++;/'
    echo '}'
    seq 700 | sed 's/.*//'
} >"$work/base/c.c"
found=$("$here/structure.sh" "$work") && { echo "it passes"; exit 1; }
for what in 'c.c:2: a function of 92 lines' 'c.c: a file of 793 lines' 'a.h: is in a cycle' 'b.h: is in a cycle'; do
    echo "$found" | grep -q -F "$what" || { echo "not found: $what"; exit 1; }
done
echo "all found"
