"""peers.py FILE.jsonl TENOR_MS: CPU time an article of the Python peers that are installed, and how many times that is
tenor's; three sentences each. The chains are a summarizer and a tone scorer, one after the other."""
import json, sys, time

from summarizers import Tokenizer, summa_tenth, sumy

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]


def vader():
    """Sentence by sentence, as its README advises for longer texts."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    analyzer, tokenizer = SentimentIntensityAnalyzer(), Tokenizer()
    return lambda text: [analyzer.polarity_scores(sentence) for sentence in tokenizer.to_sentences(text)]


tenor = float(sys.argv[2])
peers = {"sumy LexRank": lambda: sumy("lex_rank", "LexRank", 3), "sumy TextRank": lambda: sumy("text_rank", "TextRank", 3),
         "sumy LSA": lambda: sumy("lsa", "Lsa", 3), "summa (TextRank)": summa_tenth, "vaderSentiment (tone)": vader}


def measure(make):
    """CPU milliseconds an article."""
    work = make()
    work(texts[0])  # what is loaded on first use
    begin = time.process_time()
    for text in texts:
        work(text)
    return 1000 * (time.process_time() - begin) / len(texts)


def show(name, ms):
    print(f"{name:28} {ms:9.3f} {1000 / ms:11.0f} {ms / tenor:9.0f}", flush=True)


taken = {}
for name, make in peers.items():
    try:
        taken[name] = measure(make)
        show(name, taken[name])
    except Exception as trouble:
        print(f"{name:28} {'-':>9} {'-':>11} {'-':>9}  {type(trouble).__name__}: {trouble}", flush=True)
for summarizer in "sumy TextRank", "summa (TextRank)":
    if summarizer in taken and "vaderSentiment (tone)" in taken:
        show(f"chain: {summarizer.split()[0]} and VADER", taken[summarizer] + taken["vaderSentiment (tone)"])
