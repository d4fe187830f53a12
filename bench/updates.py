"""updates.py TENOR EVAL: what --since does. Each text of news_clusters, several articles about one event, is cut in two at the
paragraph nearest to its middle: the first half is known, of the second the news is wanted. Prints a JSON object for each of

    alone   a summary of the second half by itself: three sentences
    since   the same of an update (--merge --since)

    said       share of the content words of a sentence chosen that one sentence of the first half has, of its most alike; mean
    near_copies of sentences chosen, in percent: those of which half or more has been said so
    dangling   sentences chosen that point back, without the sentence before them, in percent
    opens      summaries that open with one, in percent
    r1, r2     ROUGE recall of the summary against the digest of the whole cluster

Content words: of four letters or more."""
import json, os, re, subprocess, sys, tempfile

tenor, data = sys.argv[1:3]
WORD = re.compile(r"[^\W\d_]{4,}")


def run(*command):
    return json.loads(subprocess.run([tenor, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)


def content(sentence):
    return set(WORD.findall(sentence["text"].casefold()))


def halves(text):
    cuts = [m.start() for m in re.finditer("\n\n", text)]
    cut = min(cuts, key=lambda at: abs(at - len(text) / 2))
    return text[:cut], text[cut + 2:]


def write(path, text):
    with open(path, "wb") as file: file.write(text.encode())


def explain(*options):
    return run("explain", "--summary", "--to", "json", *options)["tenor"]["ranking"]


def measure(ranking, past):
    """Of one summary: said, and whether it points back to what is not there, a sentence each."""
    taken = [s["choice"] is not None for s in ranking]
    said, lost = [], []
    for i, sentence in enumerate(ranking):
        if not taken[i]: continue
        words = content(sentence)
        said.append(max((len(words & p) / len(words) for p in past), default=0) if words else 0)
        lost.append(sentence["points_back"] and not (i and taken[i - 1]))
    return said, lost


def rouge(folder, summaries, records):
    paths = [os.path.join(folder, name) for name in ("system.jsonl", "reference.jsonl")]
    for path, rows in zip(paths, (summaries, [r["summary"] for r in records])):
        write(path, "".join(json.dumps({"summary": row}) + "\n" for row in rows))
    out = run("eval", "--to", "json", "--system", paths[0], "--reference", paths[1])
    return {f"r{n}": round(100 * out[f"rouge{n}"]["recall"], 2) for n in (1, 2)}


records = [json.loads(line) for line in open(f"{data}/summaries/news_clusters.jsonl", encoding="utf-8")]
found = {"alone": [], "since": []}
texts = {"alone": [], "since": []}
with tempfile.TemporaryDirectory() as folder:
    old, new = os.path.join(folder, "old.txt"), os.path.join(folder, "new.txt")
    for record in records:
        before, after = halves(record["text"])
        write(old, "1 May 2018\n\n" + before)
        write(new, "2 May 2018\n\n" + after)
        past = [content(s) for s in explain(old)]
        for way, options in (("alone", [new]), ("since", ["--merge", "--since", "2018-05-02", old, new])):
            ranking = explain(*options)
            found[way].append(measure(ranking, past))
            texts[way].append([s["text"] for s in ranking if s["choice"] is not None])
    for way, measured in found.items():
        said, lost = (sum((m[k] for m in measured), []) for k in (0, 1))
        row = {"set": f"update {way}", "n": len(records), "said": round(sum(said) / len(said), 3),
               "near_copies": round(100 * sum(s >= 0.5 for s in said) / len(said), 1),
               "dangling": round(100 * sum(lost) / len(lost), 1),
               "opens": round(100 * sum(m[1][0] for m in measured if m[1]) / len(measured), 1)}
        print(json.dumps(row | rouge(folder, texts[way], records)))
