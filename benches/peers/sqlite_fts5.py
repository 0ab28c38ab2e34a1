"""SQLite's FTS5, in this process by way of Python's sqlite3.

Options: `language`. English is stemmed (porter), Spanish and Russian are not, since SQLite has no stemmer for them;
Chinese is searched by trigrams, since SQLite has no words for it. `phrases` adds a table without stems. BM25 is SQLite's
own, with k1 1.2 and b 0.75 fixed.
"""

import pathlib
import re
import sqlite3

import protocol

TOKENIZERS = {"en": "porter unicode61", "es": "unicode61", "ru": "unicode61", "zh": "trigram"}


class Fts5:
    def index(self, documents, folder, options):
        base = sqlite3.connect(pathlib.Path(folder) / "fts5.sqlite")
        base.execute("PRAGMA journal_mode = WAL")
        # The text is stored nowhere: `content=''` keeps the index alone, as the others do.
        tables = {"stem": TOKENIZERS[options["language"]]}
        if options.get("phrases"):
            tables["exact"] = "unicode61"
        base.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT)")
        for table, tokenizer in tables.items():
            base.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(text, content='', tokenize='{tokenizer}')")
        for number, (id, text) in enumerate(documents):
            base.execute("INSERT INTO document VALUES (?, ?)", (number, id))
            for table in tables:
                base.execute(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (number, text))
        base.commit()
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        base.close()
        return sqlite3.sqlite_version

    def open(self, folder, options):
        self._base = sqlite3.connect(f"file:{folder}/fts5.sqlite?mode=ro", uri=True)
        self._trigrams = options["language"] == "zh"

    def _match(self, kind, words):
        if kind == "phrase":
            return "exact", '"' + " ".join(words) + '"'
        if kind == "prefix":
            return "exact", f'"{words[0]}"*'
        words = [word for text in words for word in re.findall(r"\w+", text)]
        if self._trigrams:
            words = [word[at : at + 3] for word in words for at in range(len(word) - 2)]
        if kind == "near":
            return "stem", "NEAR(" + " ".join(f'"{word}"' for word in words) + ", 5)"
        joint = " OR " if kind == "any" else " AND "
        return "stem", joint.join(f'"{word}"' for word in words)

    def search(self, kind, words, depth):
        table, match = self._match(kind, words)
        if not match:
            return 0, []
        count = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?"
        best = f"SELECT rowid, rank FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT ?"
        named = f"SELECT name, -rank FROM ({best}) JOIN document ON id = rowid ORDER BY rank"
        (hits,) = self._base.execute(count, (match,)).fetchone()
        return hits, self._base.execute(named, (match, depth)).fetchall()


if __name__ == "__main__":
    protocol.serve(Fts5())
