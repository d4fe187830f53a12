#!/bin/sh
# examples.sh must run what is in console blocks, and only that, and tell right output from wrong. `sh` plays tenor.
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
sh=$(command -v sh)
check() {
    cat >"$work/page.md"
    got=$("$here/examples.sh" "$sh" "$work/page.md" | tail -n 1)
    [ "$got" = "tally: $1" ] || {
        echo "examples.sh: expected $1, got $got, of:"
        cat "$work/page.md"
        exit 1
    }
}
check "5 passed, 0 failed" <<'PAGE'
```console
$ seq 1 9
1
…
5
…
$ echo one \
  two
one two
$ echo to both >&2; echo streams
to both
streams
$ true
$ tenor -c 'echo on the path'
on the path
```
```sh
$ false
```
PAGE
check "0 passed, 4 failed" <<'PAGE'
```console
$ seq 1 3
1
3
$ seq 1 3
1
2
$ true
something
$ echo something
```
PAGE
# --update renews what is shown, and keeps examples with a line "…".
printf '```console\n$ seq 1 2\n1\n7\n8\n$ seq 1 2\n1\n…\n9\n```\n' >"$work/page.md"
"$here/examples.sh" --update "$sh" "$work/page.md" >/dev/null
printf '```console\n$ seq 1 2\n1\n2\n$ seq 1 2\n1\n…\n9\n```\n' | diff - "$work/page.md" || exit 1
exit 0
