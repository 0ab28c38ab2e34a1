#!/usr/bin/env python3
"""Makes the tables by which paragraphs get their languages: index-data/language/{latin,cyrillic,arabic}.tsv.

    pip install brotli==1.2.1 numpy==2.4.6        Debian's tesseract-ocr, npm
    benches/language/train.py [CACHE]             (target/language-sources, unless another folder is named)

For each script, the windows (windows.py) that tell two of its languages apart best are kept. Each has a weight for
each language: the logarithm of how much more often it stands there than in the languages of the script on the whole.
What the figures of this are worth stands in benches/README.md; where they come from, in sources.py.
"""

import pathlib
import sys
from collections import Counter

import numpy

import sources
import windows

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "index-data" / "language"

# Languages whose sequences were counted; `nb` is what Verbale calls `no`. Then how many windows are kept.
SCRIPTS = {
    "latin": ("az ca cs da de en es et fi fr hr hu id it lt lv nb nl pl pt ro sk sl sv tr vi".split(), 7500),
    "cyrillic": ("be bg kk mk mn ru sr uk".split(), 6000),
    "arabic": ("ar fa ur".split(), 1500),
}
# Languages that have no counts: their lists of words, in Latin and in Cyrillic letters.
LISTED = {
    "latin": {"tk": None, "uz": "uzb"},
    "cyrillic": {"ky": "kir", "tg": "tgk", "uz": "uzb-cyrl"},
    "arabic": {},
}
# How much lists of words, messages and frequent words count. Without a list, the messages take its place.
PARTS = (0.5, 0.3, 0.2)
# How much of a language whose sequences were counted its frequent words are, if it has any.
FREQUENT = 0.02
# A word that a list has in another case, too, is about so many times as frequent.
PER_CASE = 3.0
# What is never seen in a language may still be met there: this share of what is usual in its script.
UNSEEN = 0.02
# Weights are stored in steps of this, from that of what is never seen.
STEP = 0.2
# Up to so many steps a window is as good as never seen.
SEEN = 7


def main():
    cache = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "target" / "language-sources"
    cache = cache.resolve()
    sources.fetch(cache)
    TABLES.mkdir(exist_ok=True)
    for script, (counted, kept) in SCRIPTS.items():
        shares = {code: windows.shares(of_language(cache, code, script)) for code in counted}
        if script == "latin":
            shares["no"] = shares.pop("nb")
            shares["sr"] = windows.shares(of_language(cache, "sr", script))
        for code, listed in LISTED[script].items():
            shares[code] = windows.shares(of_listed(cache, code, listed, script))
        write(TABLES / f"{script}.tsv", *weigh(dict(sorted(shares.items())), kept))


def of_language(cache, code, script):
    """The windows of a language whose sequences were counted."""
    found = windows.of_sequences(sources.counts(cache, code))
    if (code, script) == ("sr", "latin"):
        found = windows.in_latin(found)
    if code == "tr":
        found = windows.with_misread(found)
    if frequent := sources.frequent().get((code, script)):
        added = windows.of_words(Counter(windows.words(frequent)))
        scale = FREQUENT * windows.letters(found) / windows.letters(added)
        found.update({window: count * scale for window, count in added.items()})
    return found


def of_listed(cache, code, listed, script):
    """The windows of a language that has lists and messages."""
    is_own = windows.is_in(script)
    messages = windows.words(sources.messages(cache, code) + " " + sources.names_of_signs(cache, code))
    if (code, script) == ("uz", "cyrillic"):
        messages = map(windows.uzbek_in_cyrillic, messages)
    frequent = windows.words(sources.frequent()[code, script])
    parts = [Counter(filter(is_own, messages)), Counter(frequent)]
    if listed:
        cases = Counter(word for line in sources.listed(cache, listed) for word in windows.words(line))
        parts.insert(0, {word: PER_CASE ** min(count, 4) for word, count in cases.items() if is_own(word)})
    mixed = Counter()
    for part, words in zip(PARTS[-len(parts):], parts):
        whole = sum(words.values())
        for word, count in words.items():
            mixed[word] += part * count / whole
    return windows.of_words(mixed)


def weigh(shares, kept):
    """The languages, the windows that tell them apart best, and the weight of each in steps from the lowest."""
    highest = Counter()
    for of_one in shares.values():
        for window, share in of_one.items():
            highest[window] = max(highest[window], share)
    names = sorted(window for window, share in highest.items() if share > 4 * windows.RAREST)
    matrix = numpy.array([[of_one.get(window, 0.0) for of_one in shares.values()] for window in names])
    usual = matrix.mean(axis=1, keepdims=True)
    smooth = (matrix + UNSEEN * usual) / (1 + UNSEEN)
    logs = numpy.log(smooth)
    worth = numpy.zeros(len(names))
    for one in range(len(shares)):
        for other in range(one):
            tells = (smooth[:, one] - smooth[:, other]) * (logs[:, one] - logs[:, other])
            # Languages that are near each other get more windows than others: what tells most pairs tells them little.
            worth = numpy.maximum(worth, tells / tells.sum() ** 1.5)
    chosen = sorted(numpy.argsort(-worth, kind="stable")[:kept])
    weights = logs[chosen] - numpy.log(usual[chosen])
    steps = numpy.rint((weights - numpy.log(UNSEEN / (1 + UNSEEN))) / STEP).astype(int)
    steps[steps < SEEN] = 0
    return list(shares), [names[index] for index in chosen], steps


def write(path, languages, names, steps):
    """A table: what it is, the languages, then a window a line with a letter and a digit for each that may have it."""
    letters = [chr(ord("a") + index) if index < 26 else chr(ord("A") + index - 26) for index in range(len(languages))]
    with path.open("w", encoding="utf-8") as file:
        file.write("# Made by benches/language/train.py, which says what this is and from what it is made.\n")
        file.write("".join(f"{letter}={code} " for letter, code in zip(letters, languages)).strip() + "\n")
        for name, row in zip(names, steps):
            weights = "".join(f"{letter}{chr(ord('0') + step)}" for letter, step in zip(letters, row) if step > 0)
            file.write(f"{name}\t{weights}\n")
    print(f"{path.name}: {len(names)} windows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
