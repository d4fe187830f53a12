"""peers.py FILE.jsonl: CPU time an article of the Python peers that are installed; three sentences each."""
import json, re, sys, time

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]


class Tokenizer:
    """sumy's own needs a model from the network; sentence and word splitting this simple is cheaper than its own."""

    def to_sentences(self, text):
        return [s for s in re.split(r"(?<=[.!?])\s+", text) if s.strip()]

    def to_words(self, text):
        return re.findall(r"\w+", text)


def sumy(name):
    from importlib import import_module
    from sumy.parsers.plaintext import PlaintextParser
    module = import_module("sumy.summarizers." + name.lower().replace("textrank", "text_rank").replace("lexrank", "lex_rank"))
    summarizer = getattr(module, name + "Summarizer")()
    return lambda text: summarizer(PlaintextParser.from_string(text, Tokenizer()).document, 3)


def summa():
    from summa.summarizer import summarize
    return lambda text: summarize(text, ratio=0.1)


def vader():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    analyzer = SentimentIntensityAnalyzer()
    return lambda text: [analyzer.polarity_scores(s) for s in Tokenizer().to_sentences(text)]


peers = {"sumy LexRank": lambda: sumy("LexRank"), "sumy TextRank": lambda: sumy("TextRank"), "sumy LSA": lambda: sumy("Lsa"),
         "summa (TextRank)": summa, "vaderSentiment (tone)": vader}
for name, make in peers.items():
    try:
        work = make()
        work(texts[0])  # what is loaded on first use
        begin = time.process_time()
        for text in texts:
            work(text)
        ms = 1000 * (time.process_time() - begin) / len(texts)
        print(f"{name:28} {ms:9.2f} {1000 / ms:11.0f}", flush=True)
    except Exception as trouble:
        print(f"{name:28} {'-':>9} {'-':>11}  {type(trouble).__name__}: {trouble}", flush=True)
