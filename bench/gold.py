#!/usr/bin/env python3
"""gold.py WHAT TENOR DIR: how many of the project's own labelled examples in DIR come out right; one JSON object.

  pairs      pairs.tsv: minimal pairs, of which the first text must be tenser than the second
  events     events.tsv: sentences about conflict (tension above 50), cooperation (below 50) and neither (between 35 and 65)
  calm       calm.tsv: sentences whose words mislead, of which none may be tense (60 and more)
  sentences  sentences.tsv: texts with their sentence boundaries marked, all of which must be found. Through the program
             a text loses its headings and datelines first: the former are not asked here, the latter may be gone
"""
import collections, json, re, subprocess, sys


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def batch(tenor, texts, *options):
    records = "".join(json.dumps({"id": i, "title": "-", "text": t}) + "\n" for i, t in enumerate(texts))
    done = subprocess.run([tenor, "batch", "-q", "--title-field", "title", *options, "-"], input=records.encode(),
                          stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["tenor"] for line in done.stdout.decode().splitlines()]


def pairs(tenor, directory):
    examples = rows(f"{directory}/pairs.tsv")
    tension = [t["overall"]["tension"] for t in batch(tenor, [text for row in examples for text in row[1:3]])]
    value = [50.0 if t is None else t for t in tension]
    return [(row[0], value[2 * i] > value[2 * i + 1]) for i, row in enumerate(examples)]


def tensions(tenor, rows):
    return [t["overall"]["tension"] for t in batch(tenor, [row[-1] for row in rows])]


def events(tenor, directory):
    examples = rows(f"{directory}/events.tsv")
    fits = {"+": lambda t: t is not None and t > 50, "-": lambda t: t is not None and t < 50,
            "0": lambda t: t is None or 35 <= t <= 65}
    return [(row[0], fits[row[1]](t)) for row, t in zip(examples, tensions(tenor, examples))]


def calm(tenor, directory):
    examples = rows(f"{directory}/calm.tsv")
    return [(row[0], t is None or t < 60) for row, t in zip(examples, tensions(tenor, examples))]


def sentences(tenor, directory):
    examples = [row for row in rows(f"{directory}/sentences.tsv") if row[0] != "headings"]
    marked = [row[1].replace("\\n", "\n") for row in examples]
    texts = [re.sub("¶(?!\n)", " ", text).replace("¶", "").replace("¦", "") for text in marked]
    found = batch(tenor, texts, "--ranker", "lead", "--percent", "100", "--diversity", "0")
    right = []
    for row, text, record in zip(examples, marked, found):
        wanted = [" ".join(s.split()) for s in re.split("¶|¦|\n\n", text) if s.strip()]
        got = [s["text"] for s in record["summary"]["sentences"]]
        if row[0] == "datelines" and got and wanted[0].endswith(got[0]):
            got[0] = wanted[0]
        right.append((row[0], got == wanted))
    return right


what, tenor, directory = sys.argv[1:]
outcome = {"pairs": pairs, "events": events, "calm": calm, "sentences": sentences}[what](tenor, directory)
wrong = collections.Counter(kind for kind, right in outcome if not right)
print(json.dumps({"set": "own " + what, "n": len(outcome), "right": len(outcome) - sum(wrong.values()), "wrong": wrong}))
