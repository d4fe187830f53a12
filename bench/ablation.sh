#!/bin/sh
# ablation.sh: what each scope rule earns. Each is switched off in turn; ablation.csv gets how much every measure loses by
# it (positive: the rule helps), in points of a hundred. Needs EVAL=DIR, as quality.sh does.
. "$(dirname "$0")/common.sh"
[ -n "${EVAL-}" ] || { say "ablation: EVAL is not set"; exit 2; }

# A program that is tenor with a rule switched off.
without() {
    printf '#!/bin/sh\ncommand=$1\nshift\nexec "%s" "$command" --rules=-%s "$@"\n' "$TENOR" "$1" >"$work/tenor-$1"
    chmod +x "$work/tenor-$1"
}
measure() {
    "$EVAL/measure" tension --tenor "$1" --json
    for set in pairs events calm; do python3 "$here/gold.py" $set "$1" "$root/tests/data"; done
}

measure "$TENOR" >"$work/all"
for rule in $(sed -n 's/^TN_RULE([A-Z]*, "\([a-z-]*\)".*/\1/p' "$root/src/tone/rules.def"); do
    without "$rule"
    measure "$work/tenor-$rule" >"$work/rule"
    python3 "$here/ablation.py" "$rule" "$work/all" "$work/rule"
done >"$work/rows"
{ echo rule,set,measure,with,without,gain; cat "$work/rows"; } >"$here/ablation.csv"
cat "$here/ablation.csv"
