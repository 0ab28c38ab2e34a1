"""bm25s: BM25 with every score computed while indexing, in this process. Words alone: it knows no other queries.

Options: `language`: PyStemmer's Snowball stemmer for it, and 50 stop words of English; `k1`, `b`.
"""

import json
import pathlib

import bm25s
import bm25s.stopwords
import Stemmer

import protocol

# The list of Lucene and bm25s, and words in which questions are put.
STOP_WORDS = [
    *bm25s.stopwords.STOPWORDS_EN,
    *"what which who how when where why has have had been were can could do does from".split(),
]
STEMMERS = {"en": "english", "es": "spanish", "ru": "russian"}


class Bm25s:
    def _tokens(self, texts):
        return bm25s.tokenize(
            texts, stopwords=self._stop, stemmer=self._stemmer, token_pattern=r"\w+", show_progress=False
        )

    def _configure(self, options):
        if options["language"] not in STEMMERS:
            raise protocol.Unsupported("bm25s has no analysis for this language")
        self._stemmer = Stemmer.Stemmer(STEMMERS[options["language"]])
        self._stop = STOP_WORDS if options["language"] == "en" else []

    def index(self, documents, folder, options):
        self._configure(options)
        ids, texts = zip(*documents)
        retriever = bm25s.BM25(k1=options.get("k1", 1.5), b=options.get("b", 0.75))
        retriever.index(self._tokens(list(texts)), show_progress=False)
        retriever.save(folder)
        (pathlib.Path(folder) / "ids.json").write_text(json.dumps(ids))
        return bm25s.__version__

    def open(self, folder, options):
        self._configure(options)
        self._retriever = bm25s.BM25.load(folder)
        self._ids = json.loads((pathlib.Path(folder) / "ids.json").read_text())

    def search(self, kind, words, depth):
        if kind != "any":
            raise protocol.Unsupported("bm25s knows no operators")
        tokens = self._tokens([" ".join(words)])
        found, scores = self._retriever.retrieve(tokens, k=min(depth, len(self._ids)), show_progress=False)
        best = [(self._ids[at], float(score)) for at, score in zip(found[0], scores[0]) if score > 0]
        return None, best


if __name__ == "__main__":
    protocol.serve(Bm25s())
