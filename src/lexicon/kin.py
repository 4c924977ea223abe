#!/usr/bin/env python3
"""Makes kin.tsv, the words that can say the same, from WordNet.

    python3 src/lexicon/kin.py WORDNET NEWS > src/lexicon/kin.tsv

WORDNET is the folder of WordNet 3.0's files (`data.noun`, `index.noun`, ..., `cntlist.rev`; Debian's package
`wordnet-base`), NEWS any news text: its words say which are worth their bytes. The same input gives the same output.
"""
import re
import sys
from collections import Counter, defaultdict

WORDS = 5000  # the most frequent lemmas of the news that are kept
SENSES = 4  # the senses of a word that are looked at, the most frequent first
SHARE = 0.15  # the least share of a word's uses that a sense must have
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# As in `stem` of src/corpus/part.rs: what these endings part is alike without a list.
ENDINGS = ("ization isation ations ation ating ition ments ment ings ness ities ists ance ence ions able ible "
           "ing ion ity ist ant ent ate ive ous ers ors al ic ed er or es ly s e y").split()
HEAD = """\
# Words that can say the same: lemmas, a group a line; a word stands in as many groups as it has senses.
# Made by kin.py from WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved; used under the
# WordNet licence (https://wordnet.princeton.edu/license-and-commercial-use), which allows use, change and passing on.
"""


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.split("|")[0].split() for line in file if not line.startswith(" ")]


def read(folder):
    synsets, index, counts, irregular = {}, {}, {}, {}
    for part, name in PARTS.items():
        for row in lines(f"{folder}/data.{name}"):
            words = [word.lower().split("(")[0] for word in row[4:4 + 2 * int(row[3], 16):2]]
            rest = row[4 + 2 * int(row[3], 16):]
            pointers = [rest[at:at + 4] for at in range(1, 1 + 4 * int(rest[0]), 4)]
            synsets[part, row[0]] = words, pointers
        for row in lines(f"{folder}/index.{name}"):
            index[row[0], part] = row[6 + int(row[3]):]
        for row in lines(f"{folder}/{name}.exc"):
            irregular[row[0], part] = row[1]
    for key, number, count in lines(f"{folder}/cntlist.rev"):
        lemma, sense = key.split("%")
        counts[lemma, "nvara"[int(sense[0]) - 1], int(number)] = int(count)
    return synsets, index, counts, irregular


def lemma(word, part, index, irregular):
    if (word, part) in irregular:
        return irregular[word, part]
    endings = {"n": ["s", "es", "ies=y"], "v": ["s", "es", "ies=y", "ed=e", "ed", "ing=e", "ing"], "a": [], "r": []}
    for ending in endings[part]:
        cut, _, put = ending.partition("=")
        if word.endswith(cut):
            base = word[:-len(cut)] + put
            if (base, part) in index:
                return base
            if part == "v" and len(base) > 3 and base[-1] == base[-2] and (base[:-1], part) in index:
                return base[:-1]
    return word if (word, part) in index else None


def stem(word):
    """A word without its endings, twice at most: "confirmation" and "confirm" are one."""
    for _ in range(2):
        for ending in ENDINGS:
            least = 5 if len(ending) > 2 and ending != "ing" else 4
            if ending == "s" and not word.endswith(("ss", "us", "is", "ws")):
                least = 3
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[:-len(ending)]
                break
    return word


def main():
    folder, news = sys.argv[1:]
    synsets, index, counts, irregular = read(folder)
    frequency = Counter()
    with open(news, encoding="utf-8") as file:
        for word, count in Counter(re.findall(r"(?<![\w.'-])[a-z]{3,}(?![\w'-])", file.read())).items():
            for base in {lemma(word, part, index, irregular) for part in PARTS} - {None}:
                frequency[base] += count
    common = {line.split("\t")[0].strip() for line in open("src/lexicon/function_words.tsv", encoding="utf-8")}
    ranked = sorted(frequency, key=lambda word: (-frequency[word], word))
    words = set([word for word in ranked if word not in common and len(word) > 2][:WORDS])
    classes = {}
    for line in open("src/lexicon/synonyms.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            name, _, _, others = line.rstrip("\n").split("\t")
            classes.update({word: name for word in [name, *others.split(" ")]})

    def senses(word):
        all_ = [(part, offset, counts.get((word, part, number), 0) + 1)
                for part in PARTS for number, offset in enumerate(index.get((word, part), [])[:SENSES], 1)]
        total = sum(count for *_, count in all_)
        return [(part, offset) for part, offset, count in all_ if count >= SHARE * total]

    def alike(group):
        """What other rules see already."""
        return len({classes.get(word, stem(word)) for word in group}) < 2

    groups = defaultdict(set)
    for word in words:
        for sense in senses(word):
            groups[sense].add(word)
    found = {tuple(sorted(group)) for group in groups.values()}
    for word in words:
        for sense in senses(word):
            members, pointers = synsets[sense]
            for sign, offset, part, ends in pointers:
                source, target = int(ends[:2], 16), int(ends[2:], 16)
                if sign in "+\\" and source and members[source - 1] == word:
                    other = synsets["a" if part == "s" else part, offset][0][target - 1]
                    if other in words and other[:2] == word[:2]:
                        found.add(tuple(sorted({word, other})))
    found = {group for group in found if len(group) > 1 and not alike(group)}
    # A group within another says nothing more.
    holders = defaultdict(list)
    for group in found:
        for word in group:
            holders[word].append(set(group))
    kept = [group for group in sorted(found) if not any(set(group) < other for other in holders[group[0]])]
    sys.stdout.write(HEAD + "".join(" ".join(group) + "\n" for group in kept))


if __name__ == "__main__":
    main()
