#!/usr/bin/env python3
"""results.py CSV COMMIT COMMAND: reads rows of measures as JSON objects, a line each, from standard input, and renews
those rows of the CSV file whose value has changed; others stay as they are, so that a diff shows what changed. Prints
what was read, with the value before.

Numbers become rows: "auc": 0.9 is the measure auc; a list of three is ROUGE-1, ROUGE-2, ROUGE-L."""
import csv, datetime, json, os, sys

HEAD = ["date", "commit", "set", "measure", "value", "command"]


def show(row, old):
    """One line; a list of three on a line of its own."""
    def one(measure, value):
        return f"{value:g}" + (f" (was {old[measure]})" if old.get(measure, str(value)) != str(value) else "")

    line = [f"{row['set']:28}"]
    for key, value in row.items():
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            line.append(f"{key} {one(key, value)}")
    print("  ".join(line))
    for key, value in row.items():
        if isinstance(value, list) and len(value) == 3:
            print(f"    {key:24}  " + "  ".join(one(f"{key}.{r}", v) for r, v in zip(("r1", "r2", "rl"), value)), flush=True)


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
        if row.get("stemmed") is False:
            sys.exit("results.py: nothing is renewed: without the Python package nltk ROUGE is not stemmed, as it is in the file")
        show(row, {m: table[key][4] for m, _ in measures(row) if (key := (command, row["set"], m)) in table})
        for measure, value in measures(row):
            key = (command, row["set"], measure)
            if key not in table or table[key][4] != str(value):
                table[key] = [datetime.date.today().isoformat(), commit, row["set"], measure, str(value), command]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEAD] + sorted(table.values(), key=lambda r: (r[5], r[2])))


main(*sys.argv[1:])
