"""The engines by name, and how each is started."""

import os
import pathlib
import sys

import install
import protocol

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = {"lucene": "lucene.py", "sqlite": "sqlite_fts5.py", "xapian": "xapian_engine.py", "bm25s": "bm25s_engine.py"}
RUST = {"tantivy": "peer-tantivy", "verbale": "peer-verbale"}


def start(name):
    """Starts an engine. Raises install.Missing if what it needs can't be had here."""
    environment = dict(os.environ)
    if name in RUST:
        return protocol.Driven([str(_built() / RUST[name])], environment)
    if name == "lucene":
        install.lucene()
    if name == "xapian":
        environment.update(install.xapian())
    return protocol.Driven([sys.executable, str(HERE / PROGRAMS[name])], environment)


def options(row, language):
    """The options of a row of a definition, for documents in `language`."""
    return {**row.get("options", {}), "language": language}


_folder = None


def _built():
    global _folder
    _folder = _folder or install.rust()
    return _folder
