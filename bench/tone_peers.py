"""tone_peers.py TENOR EVAL NODE_PATH: how well tenor and the tone scorers that are installed tell conflict from the rest.

Prints a row a labelled set of EVAL/tension/*.jsonl (label: conflict or not) and EVAL/intensity/*.jsonl (a strong conflict
event is told or not): the AUC, the chance that a text of the first kind scores above one of the second. Good is positive
in the peers' scores, so that these are turned round."""
import glob, json, os, subprocess, sys

tenor, data, node_path = sys.argv[1:4]
here = os.path.dirname(os.path.abspath(__file__))


def auc(scores, labels):
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    rank, positives = 0.0, sum(labels)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and scores[order[j + 1]] == scores[order[i]]:
            j += 1
        rank += ((i + j) / 2 + 1) * sum(labels[order[k]] for k in range(i, j + 1))
        i = j + 1
    return (rank - positives * (positives + 1) / 2) / (positives * (len(labels) - positives))


def by_tenor(path, texts, measure):
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    options = [tenor, "batch", "-q", "--from", "jsonl", "--only", "score", "--fields", "overall", "-"]
    out = subprocess.run(options, input=lines, capture_output=True, text=True, check=True).stdout
    values = [json.loads(line)["tenor"]["overall"][measure] for line in out.splitlines()]
    return [(50 if measure == "tension" else 0) if value is None else value for value in values]


def by_vader(path, texts, measure):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    analyzer = SentimentIntensityAnalyzer()
    return [-analyzer.polarity_scores(text)["compound"] for text in texts]


def by_npm(path, texts, measure):
    command = ["node", os.path.join(here, "sentiment.js"), path, "scores"]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "NODE_PATH": node_path})
    return [-float(line) for line in out.stdout.split()]


scorers = {"tenor": by_tenor, "vaderSentiment": by_vader, "npm sentiment": by_npm}
print(f"{'AUC, conflict or not':28}" + "".join(f" {name:>15}" for name in scorers))
for kind, measure in (("tension", "tension"), ("intensity", "intensity")):
    for path in sorted(glob.glob(f"{data}/{kind}/*.jsonl")):
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        cells = []
        for scorer in scorers.values():
            try:
                scores = scorer(path, [row["text"] for row in rows], measure)
                known = [(s, row["label"]) for s, row in zip(scores, rows) if row.get("label") in (0, 1)]
                cells.append(f"{auc([s for s, _ in known], [label for _, label in known]):15.3f}")
            except Exception as trouble:
                print(f"{path}: {type(trouble).__name__}: {trouble}", file=sys.stderr)
                cells.append(f"{'-':>15}")
        print(f"{kind} {os.path.basename(path)[:-6]:{27 - len(kind)}} " + " ".join(cells))
