#!/usr/bin/env python3
"""ablation.py RULE WITH WITHOUT: rows "rule,set,measure,with,without,gain" from two files of JSON rows, gains in points."""
import json, sys


def read(path):
    values = {}
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if "right" in row:
                row["percent_right"] = row["right"] / row["n"]
            for key in ("spearman", "auc", "percent_right"):
                if key in row and not (key == "spearman" and not row["set"].startswith("event")):
                    values[row["set"], key] = row[key]
    return values


rule, with_, without = sys.argv[1], read(sys.argv[2]), read(sys.argv[3])
for (name, measure), value in with_.items():
    other = without[name, measure]
    print(f"{rule},{name},{measure},{value:.3f},{other:.3f},{100 * (value - other):+.1f}")
