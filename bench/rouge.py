#!/usr/bin/env python3
"""rouge.py TENOR SYSTEM.jsonl REFERENCE.jsonl: `tenor eval` beside the Python package rouge-score on the same summaries.
Prints every mean of both, and the largest difference; exits with 1 when that is over 0.0001. Needs: pip install rouge-score."""
import json
import subprocess
import sys

from rouge_score import rouge_scorer

KINDS = ["rouge1", "rouge2", "rougeL", "rougeLsum"]


def summary_of(line):
    record = json.loads(line)
    value = record["summary"] if "summary" in record else record["tenor"]["summary"]
    if isinstance(value, dict):
        value = value["sentences"]
    if isinstance(value, list):
        value = "".join((s["text"] if isinstance(s, dict) else s) + "\n" for s in value)
    return value


def theirs(system, reference, stem):
    scorer = rouge_scorer.RougeScorer(KINDS, use_stemmer=stem)
    sums = {k: [0.0, 0.0, 0.0] for k in KINDS}
    pairs = list(zip(open(system, encoding="utf-8"), open(reference, encoding="utf-8"), strict=True))
    for a, b in pairs:
        for k, score in scorer.score(summary_of(b), summary_of(a)).items():
            sums[k] = [x + y for x, y in zip(sums[k], (score.precision, score.recall, score.fmeasure))]
    return {k: [x / len(pairs) for x in v] for k, v in sums.items()}


def ours(tenor, system, reference, stem):
    command = [tenor, "eval", "--system", system, "--reference", reference, "--from", "jsonl", "--to", "json"]
    out = json.loads(subprocess.run(command + ([] if stem else ["--no-stem"]), check=True, stdout=subprocess.PIPE).stdout)
    return {k: [out[k][m] for m in ("precision", "recall", "f1")] for k in KINDS}


def main():
    tenor, system, reference = sys.argv[1:]
    worst = 0.0
    for stem in (True, False):
        a, b = ours(tenor, system, reference, stem), theirs(system, reference, stem)
        for k in KINDS:
            difference = max(abs(x - y) for x, y in zip(a[k], b[k]))
            worst = max(worst, difference)
            print(f"{'stemmed' if stem else 'plain':8} {k:10} tenor {a[k][2]:.6f}  rouge-score {b[k][2]:.6f}  {difference:.1e}")
    print(f"largest difference {worst:.1e}")
    sys.exit(worst > 1e-4)


if __name__ == "__main__":
    main()
