#!/usr/bin/env python3
"""results.py CSV COMMIT COMMAND: reads rows of measures as JSON objects, a line each, from standard input, and renews
those rows of the CSV file whose value has changed; others stay as they are, so that a diff shows what changed. Prints
what was read, with the value before.

Numbers become rows: "auc": 0.9 is the measure auc; a list of three is ROUGE-1, ROUGE-2, ROUGE-L."""
import csv, datetime, json, os, sys

HEAD = ["date", "commit", "set", "measure", "value", "command"]


def measures(row):
    for key, value in row.items():
        if isinstance(value, list) and len(value) == 3 and all(isinstance(v, (int, float)) for v in value):
            yield from zip((key + ".r1", key + ".r2", key + ".rl"), value)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            yield key, value


def main(path, commit, command):
    old = []
    if os.path.exists(path):
        with open(path, encoding="utf-8", newline="") as file:
            old = list(csv.reader(file))[1:]
    table = {(row[5], row[2], row[3]): row for row in old}
    for line in sys.stdin:
        row = json.loads(line)
        shown = []
        for measure, value in measures(row):
            key = (command, row["set"], measure)
            before = table[key][4] if key in table else None
            shown.append(f"{measure} {value}" + (f" (was {before})" if before not in (None, str(value)) else ""))
            if before != str(value):
                table[key] = [datetime.date.today().isoformat(), commit, row["set"], measure, str(value), command]
        print(f"{row['set']:28} " + "  ".join(shown), flush=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEAD] + sorted(table.values(), key=lambda r: (r[5], r[2])))


main(*sys.argv[1:])
