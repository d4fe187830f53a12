#!/bin/sh
# structure.sh [SRC]: no function of src over 80 lines, no file over 700, and no cycle of includes. Functions are found
# by their form: clang-format puts the opening brace at the end of a line that begins in the first column, the closing
# one there too.
set -u

src=${1:-$(cd "$(dirname "$0")/.." && pwd)/src}
most_lines=700 most_function=80
cd "$src" || exit 1
problems=$(mktemp) || exit 1
trap 'rm -f "$problems"' EXIT

find . -name '*.[ch]' -o -name '*.def' | sed 's|^\./||' | sort | while read -r file; do
    awk -v file="$file" -v most_lines=$most_lines -v most_function=$most_function '
        /^[A-Za-z_].*\) \{$/ || (/^[ \t].*\) \{$/ && begun) { start = NR }
        { begun = /^[A-Za-z_][^;{}]*[(,]/ || (begun && /^[ \t]/ && !/[;{}]/) }
        /^}/ && start {
            if (NR - start + 1 > most_function) printf "%s:%d: a function of %d lines\n", file, start, NR - start + 1
            start = 0
        }
        END { if (NR > most_lines) printf "%s: a file of %d lines\n", file, NR }' "$file"
done >"$problems"

# A file that nothing includes but what is done with already is done with; what is never done with is in a cycle.
grep -r --include='*.[ch]' --include='*.def' -E '^[ \t]*#[ \t]*include[ \t]*"' . | sed 's|^\./||' | awk -F: '
    { split($2, part, "\""); to = part[2]; n++; from[n] = $1; target[n] = to; files[$1]; files[to] }
    END {
        do {
            changed = 0
            for (f in files) open_of[f] = 0
            for (i = 1; i <= n; i++) if (!(from[i] in done) && !(target[i] in done)) open_of[from[i]]++
            for (f in files) if (!(f in done) && open_of[f] == 0) { done[f]; changed = 1 }
        } while (changed)
        for (f in files) if (!(f in done)) printf "%s: is in a cycle of includes, or includes one\n", f
    }' | sort >>"$problems"

cat "$problems"
[ ! -s "$problems" ] || exit 1
echo "$(find . -name '*.[ch]' | wc -l) files: no function over $most_function lines, no file over $most_lines, no cycle of includes"
