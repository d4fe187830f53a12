"""summaries.py TENOR EVAL: what summaries are like, as the program prints them. A JSON object a set, for results.csv.

    length      mean words of the sentences that `news` takes of three, over the mean of all sentences of the set
    length_each the same ratio in each article, and the mean of these
    keywords    share of the ten best key phrases of which every word stands in the reference, but for case
    twice       sentences printed twice in a summary, but for case and spaces
    outside     sentences printed that are not of the story, by `explain --blocks`

The last two over all rankers, three sentences and 100 words; the corpus and the pages too. EVAL: as in quality.sh."""
import glob, json, os, re, subprocess, sys, tempfile

tenor, data = sys.argv[1:3]


def run(*command, text=""):
    done = subprocess.run([tenor, *command], input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if done.returncode not in (0, 1): sys.exit(f"summaries.py: {' '.join(command)[:200]}: exit {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def summaries(records, *options):
    lines = "".join(json.dumps({"id": r["id"], "title": r.get("title", ""), "text": r["text"]}) + "\n" for r in records)
    out = run("batch", "--only", "summary", "--title-field", "title", *options, text=lines)
    return [r["tenor"]["summary"]["sentences"] if "summary" in r["tenor"] else [] for r in out]


def words(sentences):
    return [len(s["text"].split()) for s in sentences]


def mean(numbers):
    return sum(numbers) / len(numbers)


def lengths(records):
    chosen = list(map(words, summaries(records, "-n", "3")))
    every = list(map(words, summaries(records, "-n", "1000000", "--ranker", "lead")))
    ratio = mean(sum(chosen, [])) / mean(sum(every, []))
    return {"length": round(ratio, 3), "length_each": round(mean([mean(c) / mean(e) for c, e in zip(chosen, every) if c]), 3)}


def spoken(text):
    """Its words, without possessives."""
    return {w.removesuffix("'s") for w in re.findall(r"[^\W_]+(?:['.][^\W_]+)*", text.casefold().replace("\u2019", "'"))}


def keywords(paths, records):
    found = []
    for record, out in zip(records, run("keywords", "--to", "jsonl", *paths), strict=True):
        reference = spoken(record["summary"])
        found += [spoken(phrase["text"]) <= reference for phrase in out["tenor"]["keywords"]]
    return {"keywords": round(mean(found), 3)}


def faults(paths, rankers):
    """Of files, as a user gives them."""
    twice = outside = printed = 0
    bodies = [[(b["start"], b["end"]) for b in r["tenor"]["blocks"] if b["role"] == "body"]
              for r in run("explain", "--blocks", "--to", "jsonl", *paths)]
    for ranker in rankers:
        for budget in ("-n", "3"), ("--words", "100"):
            out = run("summarize", "--to", "jsonl", "--ranker", ranker, *budget, *paths)
            for sentences, pieces in zip((r["tenor"]["summary"]["sentences"] for r in out), bodies, strict=True):
                printed += len(sentences)
                twice += len(sentences) - len({" ".join(s["text"].casefold().split()) for s in sentences})
                outside += sum(not any(a <= s["start"] and s["end"] <= b for a, b in pieces) for s in sentences)
    return {"printed": printed, "twice": twice, "outside": outside}


def of_files(records, rankers):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i}.txt") for i in range(len(records))]
        for path, record in zip(paths, records):
            with open(path, "wb") as file: file.write(record["text"].encode())
        return (keywords(paths, records) if "summary" in records[0] else {}) | faults(paths, rankers)


def load(path):
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    for i, record in enumerate(records): record.setdefault("id", str(i))
    return records


rankers = [line.split()[0] for line in subprocess.run([tenor, "rankers"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()]
for path in sorted(glob.glob(f"{data}/summaries/*.jsonl")) + sorted(glob.glob(f"{data}/corpus/*.jsonl")):
    records = load(path)
    row = {"set": os.path.basename(path)[:-6], "n": len(records)}
    if "summary" in records[0]: row.update(lengths(records))
    print(json.dumps(row | of_files(records, rankers)), flush=True)
pages = sorted(glob.glob(f"{data}/extract/*.html.gz"))
print(json.dumps({"set": "pages", "n": len(pages)} | faults(pages, rankers)))
