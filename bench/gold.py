#!/usr/bin/env python3
"""gold.py WHAT TENOR DIR: how many of the project's own labelled examples in DIR come out right; one JSON object.

  pairs      pairs.tsv: minimal pairs, of which the first text must be tenser than the second
  events     events.tsv: sentences about conflict (tension above 50), cooperation (below 50) and neither (between 35 and 65)
  calm       calm.tsv: sentences whose words mislead, of which none may be tense (60 and more)
  sentences  sentences.tsv: texts with their sentence boundaries marked, all of which must be found. Through the program
             a text loses its headings and datelines first: the former are not asked here, the latter may be gone
  others     sentences-LANG.tsv: the same in other languages
  blocks     blocks/*.tsv: dirty articles, of whose lines it is known whether they are the story ("body"); those with a reason
             why they are missed count like the others
  languages  languages.tsv: texts of which the language is known; a headline may also be
             called "und", and what is "und" by another language's name
"""
import collections, glob, json, re, subprocess, sys, tempfile


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


def marked_sentences(tenor, path, lang):
    examples = [row for row in rows(path) if row[0] != "headings"]
    marked = [row[1].replace("\\n", "\n") for row in examples]
    texts = [re.sub("¶(?!\n)", " ", text).replace("¶", "").replace("¦", "") for text in marked]
    found = batch(tenor, texts, "--ranker", "lead", "--percent", "100", "--diversity", "0", "--lang", lang)
    right = []
    for row, text, record in zip(examples, marked, found):
        wanted = [" ".join(s.split()) for s in re.split("¶|¦|\n\n", text) if s.strip()]
        got = [s["text"] for s in record["summary"]["sentences"]]
        if row[0] == "datelines" and got and wanted[0].endswith(got[0]):
            got[0] = wanted[0]
        right.append((row[0], got == wanted))
    return right


def sentences(tenor, directory):
    return marked_sentences(tenor, f"{directory}/sentences.tsv", "en")


def others(tenor, directory):
    paths = sorted(glob.glob(f"{directory}/sentences-*.tsv"))
    return [one for path in paths for one in marked_sentences(tenor, path, re.search("-([a-z]+)\\.tsv", path)[1])]


def blocks(tenor, directory):
    right = []
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as article:
        for path in sorted(glob.glob(f"{directory}/blocks/*.tsv")):
            with open(path, encoding="utf-8") as file:
                lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
            article.seek(0)
            article.truncate()
            article.write("".join(row[min(1, len(row) - 1)] + "\n" for row in lines))
            article.flush()
            done = subprocess.run([tenor, "extract", "-q", "--to", "json", article.name], stdout=subprocess.PIPE, check=True)
            found = json.loads(done.stdout)["tenor"]["blocks"]
            for role, line in (row[:2] for row in lines if len(row) > 1):
                block = next((b for b in found if " ".join(line.split()) in " ".join(b["text"].split())), {"role": "lost"})
                right.append((role, (block["role"] == "body") == (role == "body")))
    return right


def languages(tenor, directory):
    examples = rows(f"{directory}/languages.tsv")
    found = [record["lang"] for record in batch(tenor, [row[2] for row in examples], "--only", "summary")]
    known = {row[0] for row in examples}
    unsure = lambda row, got: got == "und" and row[1] == "headline" or row[0] == "und" and got not in known
    return [(row[0], got == row[0] or unsure(row, got)) for row, got in zip(examples, found)]


SETS = {"pairs": pairs, "events": events, "calm": calm, "sentences": sentences, "others": others, "blocks": blocks,
        "languages": languages}
what, tenor, directory = sys.argv[1:]
outcome = SETS[what](tenor, directory)
wrong = collections.Counter(kind for kind, right in outcome if not right)
print(json.dumps({"set": "own " + what, "n": len(outcome), "right": len(outcome) - sum(wrong.values()), "wrong": wrong}))
