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


def justext():
    import justext as library

    words = frozenset().union(*map(library.get_stoplist, ("English", "German", "Spanish", "Polish", "French")))

    def text(page):
        return "\n".join(part.text for part in library.justext(page, words) if not part.is_boilerplate)

    return "jusText", text


PEERS = {
    "trafilatura": lambda: trafilatura(with_metadata=True),
    "trafilatura-text": trafilatura,
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "justext": justext,
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
