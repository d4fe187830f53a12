#!/usr/bin/env python3
"""interleave.py TENOR EVAL [ARTICLES]: does each topic get its own tone? One JSON object.

Builds articles (600) about two invented countries out of labelled sentences (EVAL/tension/event_*.jsonl): for one country
events of conflict, for the other of cooperation, paragraphs in turn. Each paragraph names its country in the first of its
two sentences; the second has to be carried. Right is an article whose country of conflict comes out tenser. Beside it the
same for a reader who knows only the whole article's tone, who must guess, and for one who counts only the sentences that
name a country. The seed is fixed.
"""
import glob, json, random, subprocess, sys

COUNTRIES = ("Marovia", "Kelland")
PARAGRAPHS = 2  # of each country
OPENINGS = ("In {},", "In {} on Monday,", "As far as {} is concerned,", "A report on {} says:")


def sentences(folder):
    """Texts of conflict and of cooperation, one sentence each."""
    conflict, cooperation = [], []
    for path in sorted(glob.glob(f"{folder}/tension/event_*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                text = " ".join(row["text"].split())
                if row.get("label") in (0, 1) and len(text.split()) < 60:
                    (conflict if row["label"] else cooperation).append(text if text[-1:] in ".!?" else text + ".")
    return conflict, cooperation


def article(random_, texts, tense):
    """Paragraphs in turn; country `tense` (0 or 1) has the conflicts. texts: conflict, cooperation."""
    paragraphs = []
    for i in range(2 * PARAGRAPHS):
        country = i % 2
        first, second = random_.sample(texts[country != tense], 2)
        paragraphs.append(f"{random_.choice(OPENINGS).format(COUNTRIES[country])} {first} {second}")
    return "\n\n".join(paragraphs)


def named_only(topic):
    """Mean tone of the sentences that name the topic."""
    shown = [e for e in topic.get("evidence", []) if e["via"] != "carry"]
    final = [sum(h["final"] for h in e["hits"]) for e in shown]
    return sum(final) / len(final) if final else 0.0


def main():
    tenor, folder = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 600
    random_ = random.Random(5)
    texts, tense = sentences(folder), [i % 2 for i in range(count)]
    records = "".join(json.dumps({"id": i, "title": "-", "text": article(random_, texts, t), "targets": COUNTRIES}) + "\n"
                      for i, t in enumerate(tense))
    done = subprocess.run([tenor, "batch", "-q", "--title-field", "title", "--targets-field", "targets", "-"],
                          input=records.encode(), stdout=subprocess.PIPE, check=True)
    right = named = 0
    for line, t in zip(done.stdout.decode().splitlines(), tense):
        topics = {x["topic"]: x for x in json.loads(line)["tenor"]["topics"]}
        tension = [topics[c].get("tension") or 50.0 for c in COUNTRIES]
        right += tension[t] > tension[1 - t]
        value = [named_only(topics[c]) for c in COUNTRIES]
        named += value[t] > value[1 - t]
    print(json.dumps({"set": "interleaved", "n": count, "right": right, "percent": round(100 * right / count, 1),
                      "percent_named_sentences": round(100 * named / count, 1), "percent_whole_article": 50.0}))


main()
