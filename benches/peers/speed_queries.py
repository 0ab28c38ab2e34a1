"""The corpus as documents, and queries drawn from it."""

import collections
import json
import random
import re

LETTERS = re.compile(r"[a-z]{4,}")
# Words that stand side by side: nothing but one space between them, no other sign at their ends.
RUNS = re.compile(r"(?<![\w'’.-])[a-z]+(?: [a-z]+)+(?![\w'’.-])")


def speeches(folder, number):
    """The first `number` speeches in the order of their names: (id, text)."""
    paths = sorted(folder.rglob("*_*_*.txt"))[:number]
    return [(path.stem, path.read_text(encoding="utf-8-sig", errors="replace")) for path in paths]


def write(texts, path):
    """Writes documents as the engines read them, and says how much they are."""
    size = 0
    with open(path, "w", encoding="utf-8") as out:
        for id, text in texts:
            size += len(text.encode())
            out.write(json.dumps({"id": id, "title": "", "text": text}, ensure_ascii=False) + "\n")
    return {"documents": len(texts), "text_bytes": size}


def draw(texts, kinds, seed):
    """Queries by the names of their kinds, each a list of words; the same for the same seed."""
    frequency = collections.Counter()
    for _, text in texts:
        frequency.update(set(LETTERS.findall(text.lower())))
    return {kind["name"]: _of(kind, texts, frequency, random.Random(f"{seed} {kind['name']}")) for kind in kinds}


def _of(kind, texts, frequency, chance):
    least, most = kind["frequency"]
    fits = {word for word, count in frequency.items() if least <= count <= most}
    queries, tries = [], 0
    while len(queries) < kind["queries"] and tries < 100_000:
        tries += 1
        words = _words(kind, chance.choice(texts)[1], fits, chance)
        if words and words not in queries:
            queries.append(words)
    return queries


def _words(kind, text, fits, chance):
    if kind["as"] == "phrase":
        runs = RUNS.findall(text)
        words = chance.choice(runs).split() if runs else []
        at = chance.randrange(max(len(words) - kind["words"] + 1, 1))
        words = words[at : at + kind["words"]]
        # A phrase of function words alone is no query; the others have to be frequent enough, too.
        return words if len(words) == kind["words"] and words[0] in fits and words[-1] in fits else None
    known = sorted(set(LETTERS.findall(text.lower())) & fits)
    if len(known) < kind["words"]:
        return None
    words = chance.sample(known, kind["words"])
    return [words[0][:5]] if kind["as"] == "prefix" else words
