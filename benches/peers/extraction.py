"""Extraction: the text of annotated pages of all kinds, and pages a second on one core.

Every peer reads the same pages, one process after the other in each round, all on the same core. Segments that have to
be in a text and those that must not count as in trafilatura's own evaluation: one to keep that is there is right, one
that isn't is missing, one to drop that is there is wrong.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tarfile
import tempfile

import install
import report

HERE = pathlib.Path(__file__).resolve().parent
# Label, and the program of the peer; Verbale's is built.
ROWS = {
    "verbale": "Verbale, with metadata, languages and ids",
    "trafilatura": "trafilatura, with metadata",
    "trafilatura-text": "trafilatura, the text alone",
    "trafilatura-fast": "trafilatura, fast",
    "justext": "jusText, words of five languages",
}


def main():
    parser = argparse.ArgumentParser(prog="benches/peers/run extraction", description=__doc__)
    parser.add_argument("--peers", help="names of peers, with commas; all without")
    parser.add_argument("--rounds", type=int, default=3, help="read all pages so many times; the median counts")
    parser.add_argument("--no-record", action="store_true", help="print the table and write no record")
    asked = parser.parse_args()
    corpus = install.corpora() / "extraction"
    if not corpus.exists():
        print(f"skipped: {corpus} is missing")
        return
    annotations = json.loads((corpus / "annotations.json").read_text())
    data = {"circumstances": report.circumstances(), "pages": len(annotations), "rounds": asked.rounds}
    data["peers"], data["skipped"] = {}, []
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(corpus / "pages.tgz") as package:
            package.extractall(scratch, filter="data")
        core = max(os.sched_getaffinity(0))
        names = asked.peers.split(",") if asked.peers else list(ROWS)
        for turn in range(asked.rounds):
            for name in names:
                print(f"{name}, round {turn + 1} …", file=sys.stderr, flush=True)
                try:
                    told, texts = extracted(name, pathlib.Path(scratch), core)
                except install.Missing as reason:
                    data["skipped"].append(f"{ROWS[name]}: {reason}")
                    names = [other for other in names if other != name]
                    continue
                own = data["peers"].setdefault(name, {"seconds": [], "version": told["version"]})
                own["seconds"] += told["seconds"]
                own.update(measured(annotations, texts))
    text = in_words(data)
    if asked.no_record:
        print(text, end="")
    else:
        report.write("extraction", data, text)


def extracted(name, scratch, core):
    """Runs a peer once over all pages on one core: what it says, and its texts by file name."""
    if name == "verbale":
        program = [str(install.rust("--bin", "peer-extraction") / "peer-extraction")]
    else:
        program = [sys.executable, str(HERE / "extraction_peers.py"), name]
    done = subprocess.run(
        [*program, str(scratch / "pages"), str(scratch / "texts"), "1"],
        stdout=subprocess.PIPE, preexec_fn=lambda: os.sched_setaffinity(0, [core]),
    )
    if done.returncode != 0:
        raise install.Missing("it failed; what it said stands above")
    return json.loads(done.stdout), json.loads((scratch / "texts").read_text())


def measured(annotations, texts):
    """How many segments are right, missing and wrong, and F1."""
    right = missing = wrong = 0
    for page in annotations.values():
        text = texts.get(page["file"], "")
        kept = sum(segment in text for segment in page["with"])
        right, missing = right + kept, missing + len(page["with"]) - kept
        wrong += sum(segment in text for segment in page["without"])
    return {"right": right, "missing": missing, "wrong": wrong, "f1": 2 * right / (2 * right + missing + wrong)}


def in_words(data):
    """The table."""
    peers = data["peers"]
    versions = {name: told["version"] for name, told in peers.items() if name in ("verbale", "trafilatura", "justext")}
    rate = {name: data["pages"] / statistics.median(told["seconds"]) for name, told in peers.items()}
    lines = []
    for name, told in peers.items():
        beside = f"{rate[name] / rate['trafilatura']:.1f}" if "trafilatura" in rate else ""
        right, missing, wrong = told["right"], told["missing"], told["wrong"]
        lines.append([
            ROWS[name], f"{told['f1']:.3f}", f"{right / (right + wrong):.3f}", f"{right / (right + missing):.3f}",
            f"{rate[name]:.0f}", beside,
        ])
    columns = ["peer", "F1", "precision", "recall", "pages/s", "× trafilatura"]
    parts = [
        "# Extraction beside peers\n\n", report.head(data["circumstances"], versions),
        f"\n{data['pages']} annotated pages, {data['rounds']} rounds, one core. Verbale's trees were fitted to these pages: "
        "of others expect what `benches/extraction/train.py --check` prints, F1 by cross-validation over hosts.\n\n",
        report.table(columns, lines),
    ]
    parts.extend(f"\nSkipped: {reason}.\n" for reason in data["skipped"])
    return "".join(parts)


if __name__ == "__main__":
    main()
