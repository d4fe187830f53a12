#!/usr/bin/env python3
"""overlay.py CORPUS.jsonl ENTRIES TOPICS DIR: makes DIR/own.tsv, a lexicon of ENTRIES entries, and DIR/topics, as many topics.

Half of the entries are words of the corpus, but for the 300 most frequent, half are two words that follow each other in
it; where it has too few, words that do not occur fill up. Every tenth topic is named by a word with a capital letter of the
corpus, the others by names that do not occur but begin like those that do.
"""
import collections, itertools, json, os, re, sys

KINDS = ["event\tfight\t6", "event\tconsult\t-2", "state\thostility\t5", "object\tcapability\t1"]


def invented():
    return ("".join(letters) for letters in itertools.product("bdkmt", "aeiou", "lnrs", "aeiou", "bdkmt", "aeiou", "lnrs"))


def main(corpus, entries, topics, directory):
    words, pairs, names = (collections.Counter() for _ in range(3))
    with open(corpus, encoding="utf-8") as lines:
        for line in itertools.islice(lines, 2000):
            text = json.loads(line)["text"]
            found = re.findall("[A-Za-z]+", text)
            names.update(word for word in found if word.istitle() and len(word) > 3)
            found = [word.lower() for word in found if len(word) > 2]
            words.update(found)
            pairs.update(" ".join(pair) for pair in zip(found, found[1:]))
    own = [word for word, _ in words.most_common()[300:]][:entries // 2]
    own += [pair for pair, _ in pairs.most_common()][:entries // 2]
    own += itertools.islice((word for word in invented() if word not in words), entries - len(own))
    with open(f"{directory}/own.tsv", "w", encoding="utf-8") as out:
        out.writelines(f"{entry}\t=\t{KINDS[i % 4]}\n" for i, entry in enumerate(own))
    os.mkdir(f"{directory}/topics")
    known = [name for name, _ in names.most_common()][50:]
    for i, name in enumerate(itertools.islice(invented(), topics)):
        main_name = known[i // 10 % len(known)] if i % 10 == 0 else f"{known[i % len(known)]} {name.title()}"
        with open(f"{directory}/topics/own{i}.topic", "w", encoding="utf-8") as out:
            out.write(f"name = own{i}\n[names]\n{main_name}\n{name.title()}\n{name.title()} Republic\n[definite]\nthe {name}\n")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
