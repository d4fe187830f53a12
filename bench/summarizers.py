"""Summarizers from PyPI, each as a function of a text that gives its summary, a list of sentences; a missing one is an ImportError."""
import re
from importlib import import_module


class Tokenizer:
    """sumy's own for English; but Punkt's model of abbreviations, which nltk would fetch, comes from its package on PyPI."""

    def __init__(self):
        import punkt
        from nltk.tokenize.destructive import NLTKWordTokenizer
        self.split, self.words = punkt.sent_tokenize, NLTKWordTokenizer()

    def to_sentences(self, text):
        return tuple(map(str.strip, self.split(text)))

    def to_words(self, sentence):
        return tuple(filter(re.compile(r"^[^\W\d_](?:[^\W\d_]|['-])*$").match, self.words.tokenize(sentence)))


def sumy(module, name, sentences, tokenizer=None):
    """As its README shows: with stemmer and stop words."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.utils import get_stop_words
    summarizer = getattr(import_module("sumy.summarizers." + module), name + "Summarizer")(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    tokenizer = tokenizer or Tokenizer()
    return lambda text: [str(s) for s in summarizer(PlaintextParser.from_string(text, tokenizer).document, sentences)]


def summa_tenth():
    """What summa takes is a share of the text."""
    from summa.summarizer import summarize
    return lambda text: summarize(text, ratio=0.1, split=True)


def summa(sentences):
    """So many sentences of summa's: all of them with their scores, which takes longer, and the best ones of these."""
    from summa.summarizer import summarize

    def choose(text):
        scored = list(enumerate(summarize(text, ratio=1.0, scores=True)))
        best = sorted(scored, key=lambda item: -item[1][1])[:sentences]
        return [sentence for _, (sentence, _) in sorted(best)]
    return choose
