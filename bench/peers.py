"""peers.py FILE.jsonl TENOR_MS: CPU time an article of the Python peers that are installed, and how many times that is
tenor's; three sentences each. The chains are a summarizer and a tone scorer, one after the other."""
import json, re, sys, time

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]


class Tokenizer:
    """As sumy's own for English does it, with nltk's classes, but for the model of abbreviations: that one would have to be
    fetched from the network, an untrained one costs the same."""

    def __init__(self):
        from nltk.tokenize.destructive import NLTKWordTokenizer
        from nltk.tokenize.punkt import PunktSentenceTokenizer
        self.sentences, self.words = PunktSentenceTokenizer(), NLTKWordTokenizer()

    def to_sentences(self, text):
        return tuple(map(str.strip, self.sentences.tokenize(text)))

    def to_words(self, sentence):
        words = [word for part in self.sentences.tokenize(sentence) for word in self.words.tokenize(part)]
        return tuple(filter(re.compile(r"^[^\W\d_](?:[^\W\d_]|['-])*$", re.UNICODE).match, words))


def sumy(name):
    """As its README shows: with stemmer and stop words."""
    from importlib import import_module
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.utils import get_stop_words
    module = import_module("sumy.summarizers." + name.lower().replace("textrank", "text_rank").replace("lexrank", "lex_rank"))
    summarizer, tokenizer = getattr(module, name + "Summarizer")(Stemmer("english")), Tokenizer()
    summarizer.stop_words = get_stop_words("english")
    return lambda text: summarizer(PlaintextParser.from_string(text, tokenizer).document, 3)


def summa():
    from summa.summarizer import summarize
    return lambda text: summarize(text, ratio=0.1)


def vader():
    """Sentence by sentence, as its README advises for longer texts."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    analyzer, tokenizer = SentimentIntensityAnalyzer(), Tokenizer()
    return lambda text: [analyzer.polarity_scores(sentence) for sentence in tokenizer.to_sentences(text)]


tenor = float(sys.argv[2])
peers = {"sumy LexRank": lambda: sumy("LexRank"), "sumy TextRank": lambda: sumy("TextRank"), "sumy LSA": lambda: sumy("Lsa"),
         "summa (TextRank)": summa, "vaderSentiment (tone)": vader}


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
