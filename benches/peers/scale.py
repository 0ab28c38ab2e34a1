"""Scale: Verbale with ever more statements, and what the growth means for a hundred million.

The statements are the paragraphs of the General Debate Corpus, one a statement, as far as they reach, and beyond that
made-up ones: words by Zipf's law, the corpus's own and more, in no order, in texts as long as the corpus's.
"""

import argparse
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tomllib

import engines
import install
import report


def main():
    parser = argparse.ArgumentParser(prog="benches/peers/run scale", description=__doc__)
    parser.add_argument("--definition", type=pathlib.Path, default=engines.HERE.parent / "scale.toml")
    parser.add_argument("--up-to", type=int, help="leave out larger sizes")
    parser.add_argument("--no-record", action="store_true", help="print the tables and write no record")
    asked = parser.parse_args()
    definition = tomllib.loads(asked.definition.read_text())
    sizes = [size for size in definition["sizes"] if size <= (asked.up_to or size)]
    data = {"circumstances": report.circumstances(), "definition": definition, "steps": []}
    try:
        growth, corpus = install.rust() / "growth", install.ungdc()
    except install.Missing as missing:
        print(f"skipped: {missing}")
        return
    for size in sizes:
        data["steps"].append(step(growth, corpus, size, definition))
    data["fits"] = fits(data["steps"], definition)
    text = in_words(data)
    if asked.no_record:
        print(text, end="")
    else:
        report.write("scale", data, text)


def step(growth, corpus, size, definition):
    """Fills, indexes and searches `size` statements, each in a process of its own."""
    folder = install.cache() / "scale"
    shutil.rmtree(folder, ignore_errors=True)
    commands = {
        "fill": [str(folder), str(corpus), str(size), str(definition["seed"])],
        "index": [str(folder)],
        "search": [str(folder), str(definition["rounds"])],
    }
    told = {}
    for name, arguments in commands.items():
        print(f"{size:,} statements: {name} …", file=sys.stderr, flush=True)
        done = subprocess.run([str(growth), name, *arguments], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{name} failed: {done.stderr}")
        told[name] = json.loads(done.stdout)
    shutil.rmtree(folder)
    return told


def quantities(told):
    """What grows, by its name."""
    grown = {
        "index time": told["index"]["seconds"],
        "archive and index": told["fill"]["bytes"] + told["index"]["bytes"],
        "index": told["index"]["bytes"],
        "memory while indexing": told["index"]["peak_memory"],
        "memory while searching": told["search"]["peak_memory"],
        "open time": told["search"]["open_seconds"],
        "slowest p50": max(kind["p50"] for kind in told["search"]["kinds"]),
        "slowest p99": max(kind["p99"] for kind in told["search"]["kinds"]),
    }
    for kind in told["search"]["kinds"]:
        grown[f"{kind['kind']}, p50"] = kind["p50"]
        grown[f"{kind['kind']}, p99"] = kind["p99"]
    return grown


def fits(steps, definition):
    """For each quantity a + b·n, fitted so that the relative errors are least, what that gives far beyond, and where it
    crosses its limit. Next to it the exponent of a power law over the same points, which says how far from linear it is.
    """
    numbers = [told["fill"]["statements"] for told in steps]
    grown = [quantities(told) for told in steps]
    fitted = {}
    for name in grown[0]:
        values = [told[name] for told in grown]
        constant, slope = _linear(numbers, values)
        far = definition["extrapolate"]
        fitted[name] = {
            "constant": constant, "per_statement": slope, "exponent": _exponent(numbers, values),
            "worst_error": max(abs(constant + slope * n - y) / y for n, y in zip(numbers, values)),
            "far": constant + slope * far,
        }
        limit = definition["limits"].get(name)
        if limit and slope > 0:
            fitted[name]["breaks_at"] = (limit["most"] - constant) / slope
    return fitted


def _linear(numbers, values):
    """Least squares of (a + b·n − y) / y, with neither a nor b below zero."""
    weights = [1 / (value * value) for value in values]
    total = sum(weights)
    n = sum(w * x for w, x in zip(weights, numbers)) / total
    y = sum(w * v for w, v in zip(weights, values)) / total
    spread = sum(w * (x - n) ** 2 for w, x in zip(weights, numbers))
    if spread == 0:
        return y, 0.0
    slope = sum(w * (x - n) * (v - y) for w, x, v in zip(weights, numbers, values)) / spread
    constant = y - slope * n
    if slope < 0:
        return y, 0.0
    if constant < 0:
        squares = sum(w * x * x for w, x in zip(weights, numbers))
        return 0.0, sum(w * x * v for w, x, v in zip(weights, numbers, values)) / squares
    return constant, slope


def _exponent(numbers, values):
    """Of the power law that is nearest in logarithms."""
    if len(numbers) < 2:
        return None
    x, y = [math.log(number) for number in numbers], [math.log(value) for value in values]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def in_words(data):
    """The tables, and what breaks first."""
    definition, steps = data["definition"], data["steps"]
    parts = ["# Growth\n\n", report.head(data["circumstances"], {}), "\n"]
    lines = []
    for told in steps:
        fill, index, search = told["fill"], told["index"], told["search"]
        lines.append([
            f"{fill['statements']:,}", f"{fill['real']:,} + {fill['made_up']:,}", _size(fill["text_bytes"]),
            f"{fill['vocabulary']:,}", f"{fill['seconds']:.1f} s", _size(fill["bytes"]), f"{index['seconds']:.1f} s",
            _size(index["bytes"]), _size(index["peak_memory"]), f"{search['open_seconds'] * 1e3:.1f} ms",
            _size(search["peak_memory"]),
        ])
    parts.append(report.table(
        ["statements", "real + made up", "text", "different words", "into the archive", "archive", "indexed in", "index",
         "memory while indexing", "opened, first query", "memory while searching"], lines))
    names = [kind["kind"] for kind in steps[0]["search"]["kinds"]]
    lines = []
    for name in names:
        cells = [name]
        for told in steps:
            kind = next(kind for kind in told["search"]["kinds"] if kind["kind"] == name)
            cells.append(f"{_time(kind['p50'])} · {_time(kind['p99'])} ({kind['median_hits']:,})")
        lines.append(cells)
    parts.append("\np50 · p99 of each kind of query (median number of hits); real texts up to the largest real size, so "
                 "words that stand together by nature, beyond it by chance:\n\n")
    parts.append(report.table(["query", *(f"{told['fill']['statements']:,}" for told in steps)], lines))
    if len(steps) < 2:
        return "".join(parts)
    far = definition["extrapolate"]
    parts.append(f"\nFitted: constant + so much a statement (least relative errors). On paper, {far:,} statements:\n\n")
    lines = []
    for name, fit in data["fits"].items():
        show = _size if "memory" in name or "index" in name and "time" not in name else _time
        lines.append([name, show(fit["constant"]), show(fit["per_statement"] * 1e6), f"{fit['exponent']:.2f}",
                      f"{fit['worst_error']:.0%}", show(fit["far"])])
    parts.append(report.table(
        ["", "constant", "per million", "exponent of a power law", "worst error of the fit", f"{far:,}"], lines))
    breaking = sorted((fit["breaks_at"], name) for name, fit in data["fits"].items() if "breaks_at" in fit)
    parts.append("\nWhat breaks first, if the growth stays as fitted:\n\n")
    lines = [[f"{at:,.0f}", name, definition["limits"][name]["means"]] for at, name in breaking]
    parts.append(report.table(["statements", "what", "limit"], lines))
    return "".join(parts)


def _size(size):
    for unit, factor in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size >= factor:
            return f"{size / factor:.3g} {unit}"
    return f"{size / 1e3:.3g} kB"


def _time(seconds):
    if seconds >= 7200:
        return f"{seconds / 3600:.3g} h"
    if seconds >= 1:
        return f"{seconds:.3g} s"
    return f"{seconds * 1e3:.2g} ms"


if __name__ == "__main__":
    main()
