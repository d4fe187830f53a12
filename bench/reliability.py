#!/usr/bin/env python3
"""reliability.py SET TENOR FILE...: how far tension can be taken for a probability. FILE has labelled sentences: JSON Lines
with "text" and "label" (1 conflict, 0 cooperation, else left out), or rows as events.tsv has them. What tenor, as it is,
predicts for one is tension / 100. By band of tension: how many sentences, the mean prediction and the share that is
conflict; and the expected calibration error, the mean distance of the two weighted with the bands' sizes (Naeini et al.
2015). Sentences without a number are left out. One JSON object, of the set's name.
"""
import json, subprocess, sys

BANDS = ["calm", "easing", "mixed", "tense", "severe"]


def row_of(line, tsv):
    if not tsv:
        return json.loads(line)
    cells = line.rstrip("\n").split("\t")
    return {"text": cells[-1], "label": {"+": 1, "-": 0}.get(cells[1] if len(cells) > 1 else None)}


def labelled(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            rows = [row_of(line, path.endswith(".tsv")) for line in lines if line.strip()]
        yield from (row for row in rows if row.get("label") in (0, 1))


def scored(tenor, rows):
    records = "".join(json.dumps({"id": i, "title": "", "text": row["text"]}) + "\n" for i, row in enumerate(rows))
    done = subprocess.run([tenor, "batch", "-q", "--only", "score", "--lang", "en", "--fields", "overall", "-"],
                          input=records.encode(), stdout=subprocess.PIPE, check=True)
    tones = [json.loads(line)["tenor"]["overall"] for line in done.stdout.decode().splitlines()]
    return [(tone, row["label"]) for tone, row in zip(tones, rows, strict=True) if tone["tension"] is not None]


def main(name, tenor, *paths):
    texts = scored(tenor, list(labelled(paths)))
    out, error = {"set": name, "n": len(texts)}, 0
    for band in BANDS:
        within = [(tone["tension"] / 100, label) for tone, label in texts if tone["band"] == band]
        if not within:
            continue
        predicted, observed = (sum(column) / len(within) for column in zip(*within))
        out |= {f"{band}.n": len(within), f"{band}.predicted": round(predicted, 3), f"{band}.observed": round(observed, 3)}
        error += abs(predicted - observed) * len(within) / len(texts)
    print(json.dumps(out | {"calibration_error": round(error, 4)}))


main(*sys.argv[1:])
