"""summary_peers.py TENOR FILE.jsonl...: rankers of tenor beside other summarizers, three sentences each of the same texts.

A row a system: CPU milliseconds an article (one process, start-up left out but for ots, which is a program of one file) and
articles a second, over all files; then, for files whose records have a "summary", mean F1 of ROUGE-1, -2 and -L (stemmed,
`tenor eval`) in each. LIMIT=N: the first N records of each file; ONLY=WORD: systems with that word in their names, without the head of
the table. Peers that are not installed are said so."""
import json, os, resource, subprocess, sys, tempfile, time

from summarizers import Tokenizer, summa, sumy

tenor, files = sys.argv[1], sys.argv[2:]
limit = int(os.environ.get("LIMIT", "0")) or None
SENTENCES = 3
RANKERS = "news", "learned", "textrank", "lexrank", "lsa", "luhn", "sumbasic", "lead"


def load(path):
    records = [json.loads(line) for line in open(path, encoding="utf-8")][:limit]
    return [r for r in records if (r.get("lang") or "en") == "en"]


def run(command, **options):
    """Output and CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, **options).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


# ---- systems: each takes texts and gives their summaries, lists of sentences, and CPU seconds ----

def tenor_ranker(name):
    def work(texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
        command = [tenor, "batch", "-q", "-j", "1", "--only", "summary", "--ranker", name, "-n", str(SENTENCES)]
        out, seconds = min((run(command, input=lines) for _ in range(3)), key=lambda result: result[1])
        opening = min(run(command, input=b"")[1] for _ in range(3))
        records = [json.loads(line)["tenor"] for line in out.splitlines()]
        return [[s["text"] for s in r["summary"]["sentences"]] for r in records], seconds - opening
    return work


def in_turn(summarize):
    """A Python function of one text."""
    def work(texts):
        summarize(texts[0])  # what is loaded on first use
        begin = time.process_time()
        summaries = [summarize(text) for text in texts]
        return summaries, time.process_time() - begin
    return work


def gensim():
    """The module went in gensim 4; its function gives no scores: the share that comes to SENTENCES of its own."""
    from gensim.summarization import summarize
    from gensim.summarization.textcleaner import clean_text_by_sentences

    def choose(text):
        count = len(clean_text_by_sentences(text))
        return summarize(text, ratio=(SENTENCES + 0.5) / count, split=True) if count > SENTENCES else [text]
    return in_turn(choose)


def ots():
    """A whole percentage of the text: the one nearest to SENTENCES."""
    count = Tokenizer().to_sentences
    run(["ots", "--version"])

    def work(texts):
        summaries, seconds = [], 0
        with tempfile.TemporaryDirectory() as folder:
            for text in texts:
                path = os.path.join(folder, "text")
                with open(path, "w", encoding="utf-8") as file: file.write(text)
                ratio = max(1, round(100 * SENTENCES / max(1, len(count(text)))))
                out, taken = run(["ots", f"--ratio={ratio}", path])
                summaries.append(list(count(out.decode("utf-8", "replace"))))
                seconds += taken
        return summaries, seconds
    return work


systems = {f"tenor {name}": (lambda name=name: tenor_ranker(name)) for name in RANKERS}
SUMY = {"TextRank": "text_rank", "LexRank": "lex_rank", "LSA": "lsa", "Luhn": "luhn", "SumBasic": "sum_basic"}
systems.update({f"sumy {name}": (lambda name=name, module=module: in_turn(sumy(module, name.replace("LSA", "Lsa"), SENTENCES)))
                for name, module in SUMY.items()})
systems.update({"summa (TextRank)": lambda: in_turn(summa(SENTENCES)), "gensim 3.8 (TextRank)": gensim, "ots": ots})

# ---- the table ----


def rouge(summaries, records):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("system.jsonl", "reference.jsonl")]
        for path, rows in zip(paths, (summaries, [r["summary"] for r in records])):
            with open(path, "w", encoding="utf-8") as file:
                for row in rows: file.write(json.dumps({"summary": row}) + "\n")
        out, _ = run([tenor, "eval", "--to", "json", "--system", paths[0], "--reference", paths[1]])
    scores = json.loads(out)
    return [100 * scores[name]["f1"] for name in ("rouge1", "rouge2", "rougeL")]


sets = {os.path.splitext(os.path.basename(path))[0]: load(path) for path in files}
only = os.environ.get("ONLY", "")
sets = {name: records for name, records in sets.items() if records}
judged = [name for name, records in sets.items() if all("summary" in r for r in records)]
count = sum(map(len, sets.values()))
if not only:
    print(f"{count} articles, {SENTENCES} sentences of each")
    print(f"{'':22} {'CPU ms':>8} {'articles/s':>10}" + "".join(f"  {f'{name} ({len(sets[name])})':>20}" for name in judged))
    if judged: print(f"{'':42}" + f"  {'R-1':>6} {'R-2':>6} {'R-L':>6}" * len(judged))
for name, make in systems.items():
    if only not in name or (name.startswith("gensim") and not only): continue
    try:
        work, seconds, cells = make(), 0, ""
        for set_name, records in sets.items():
            summaries, taken = work([r["text"] for r in records])
            seconds += taken
            if set_name in judged: cells += "  " + " ".join(f"{x:6.2f}" for x in rouge(summaries, records))
        print(f"{name:22} {1000 * seconds / count:8.3f} {count / seconds:10.0f}{cells}", flush=True)
    except Exception as trouble:
        print(f"{name:22} {'-':>8} {'-':>10}  {type(trouble).__name__}: {trouble}", flush=True)
