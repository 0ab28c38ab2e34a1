"""Extracts pages with a library of PyPI: `extraction_peers.py NAME FOLDER TEXTS ROUNDS`.

Bytes are read before the clock starts. The texts go to the file TEXTS as a JSON object by file name; the seconds of the
rounds, as JSON, to standard output.
"""

import importlib.metadata
import json
import pathlib
import sys
import time


def trafilatura(**options):
    import trafilatura as library

    return "trafilatura", lambda page: library.extract(page, **options) or ""


def readability():
    import lxml.html
    import readability as library

    def text(page):
        summary = library.Document(page.decode("utf-8", "replace")).summary(html_partial=True)
        return "\n".join(line.strip() for line in lxml.html.fromstring(summary).itertext() if line.strip())

    return "readability-lxml", text


PEERS = {
    "trafilatura": lambda: trafilatura(with_metadata=True),
    "trafilatura-text": trafilatura,
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "readability": readability,
}


def main():
    name, folder, texts, rounds = sys.argv[1:]
    package, extract = PEERS[name]()
    pages = {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}
    extract(next(iter(pages.values())))
    seconds = []
    for _ in range(int(rounds)):
        begun = time.perf_counter()
        found = {}
        for file, page in pages.items():
            try:
                found[file] = extract(page)
            except Exception as error:  # A page that it can't read has no text.
                print(f"{name}: {file}: {error}", file=sys.stderr)
        seconds.append(time.perf_counter() - begun)
    pathlib.Path(texts).write_text(json.dumps(found))
    print(json.dumps({"seconds": seconds, "version": importlib.metadata.version(package)}))


if __name__ == "__main__":
    main()
