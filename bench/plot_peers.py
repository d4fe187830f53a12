"""plot_peers.py FILE: CPU time of the Python summarizers that are installed on the texts of FILE, lines of SENTENCES TAB PATH
with a sentence a line of the text; lines NAME TAB SENTENCES TAB MILLISECONDS. One stops growing at ten seconds a text."""
import re, sys, time

from summarizers import summa_tenth, sumy

MOST = 10.0  # seconds


class Lines:
    """The sentences of these texts are their lines: cheaper than any that must find them."""

    def to_sentences(self, text):
        return tuple(line for line in text.splitlines() if line.strip())

    def to_words(self, sentence):
        return tuple(re.findall(r"[^\W\d_]+", sentence))


texts = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
peers = {"sumy TextRank": lambda: sumy("text_rank", "TextRank", 3, Lines()),
         "sumy LexRank": lambda: sumy("lex_rank", "LexRank", 3, Lines()), "summa TextRank": summa_tenth}
for name, make in peers.items():
    try:
        work, seconds = make(), 0.0
        for size, path in texts:
            text = open(path, encoding="utf-8").read()
            if seconds * 16 > MOST:  # four times the sentences: sixteen times the pairs
                break
            if not seconds:
                work(text)  # what is loaded on first use
            begin = time.process_time()
            work(text)
            seconds = time.process_time() - begin
            print(f"{name}\t{size}\t{1000 * seconds:.2f}", flush=True)
    except ImportError as trouble:
        print(f"plot: without {name}: {trouble}", file=sys.stderr)
