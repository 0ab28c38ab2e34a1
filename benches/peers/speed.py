"""Speed: the same queries on the same corpus, every engine in a process of its own, asked in turn.

Before anything is timed the engines have to agree on how many documents match; queries on which they don't are left out
and recorded.
"""

import argparse
import itertools
import math
import os
import pathlib
import random
import shutil
import statistics
import sys
import tomllib

import engines
import install
import protocol
import report
import speed_queries


def main():
    parser = argparse.ArgumentParser(prog="benches/peers/run speed", description=__doc__)
    parser.add_argument("--definition", type=pathlib.Path, default=engines.HERE.parent / "speed.toml")
    parser.add_argument("--engines", help="names of engines, with commas; all without")
    parser.add_argument("--documents", type=int, help="take only so many documents")
    parser.add_argument("--rounds", type=int, help="ask every query so many times")
    parser.add_argument("--no-record", action="store_true", help="print the tables and write no record")
    asked = parser.parse_args()
    definition = tomllib.loads(asked.definition.read_text())
    definition["run"]["rounds"] = asked.rounds or definition["run"]["rounds"]
    definition["corpus"]["documents"] = asked.documents or definition["corpus"]["documents"]
    rows = [row for row in definition["engine"] if not asked.engines or row["name"] in asked.engines.split(",")]
    data = {"circumstances": report.circumstances(), "definition": definition, "skipped": []}
    folder = install.cache() / "speed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        speeches = speed_queries.speeches(install.ungdc(), definition["corpus"]["documents"])
    except install.Missing as missing:
        print(f"skipped: {missing}")
        return
    documents = folder / "documents.jsonl"
    data["corpus"] = speed_queries.write(speeches, documents)
    queries = speed_queries.draw(speeches, definition["kind"], definition["run"]["seed"])
    running, data["indexing"] = start(rows, documents, folder, definition["run"]["cores"], data["skipped"])
    agreed, data["agreement"] = agree(running, queries, definition)
    data["times"], data["quiet"] = timed(running, agreed, definition["run"])
    data["peak_memory"] = {name: engine.close() for name, engine in running.items()}
    shutil.rmtree(folder)
    text = in_words(rows, data)
    if asked.no_record:
        print(text, end="")
    else:
        report.write("speed", data, text)
    failed = [kind for kind, told in data["agreement"].items() if not told["timed"]]
    if failed:
        sys.exit(f"engines don't agree on: {', '.join(failed)}")


def start(rows, documents, folder, cores, skipped):
    """Starts the engines and has each build its index, one after the other."""
    running, indexing = {}, {}
    allowed = sorted(os.sched_getaffinity(0))
    for row in rows:
        options = engines.options(row, "en")
        try:
            os.sched_setaffinity(0, allowed[-row.get("cores", cores) :])
            engine = engines.start(row["engine"])
        except install.Missing as reason:
            skipped.append(f"{row['label']}: {reason}")
            continue
        finally:
            os.sched_setaffinity(0, allowed)
        print(f"{row['label']} …", file=sys.stderr, flush=True)
        index = str(folder / row.get("index_of", row["name"]))
        try:
            told = {}
            if "index_of" not in row:
                told = engine.ask(do="index", documents=str(documents), folder=index, options=options)
            told["open_seconds"] = engine.ask(do="open", folder=index, options=options)["seconds"]
        except (protocol.Unsupported, protocol.EngineFailed) as reason:
            skipped.append(f"{row['label']}: {reason}")
            continue
        if row.get("searches", True):
            running[row["name"]] = engine
        else:
            told["peak_memory"] = engine.close()
        indexing[row["name"]] = told
    return running, indexing


def agree(running, queries, definition):
    """The queries on whose hits the engines agree, by kind and engine, and what there is to say about them."""
    within, agreed, told = definition["agreement"], {}, {}
    for kind in definition["kind"]:
        able, unable, kept, odd, exact = list(running), {}, [], [], 0
        for words in queries[kind["name"]]:
            hits = {}
            for name in list(able):
                try:
                    hits[name] = running[name].ask(do="search", kind=kind["as"], words=words, depth=10)["hits"]
                except (protocol.Unsupported, protocol.EngineFailed) as reason:
                    able.remove(name)
                    unable[name] = str(reason)
            middle = statistics.median(hits.values()) if hits else 0
            allowed = max(within["tolerance"] * middle, within["documents"])
            exact += len(set(hits.values())) == 1
            if hits and all(abs(count - middle) <= allowed for count in hits.values()):
                kept.append(words)
            else:
                odd.append({"words": words, "hits": hits})
        timed = len(kept) >= within["left"] * len(queries[kind["name"]]) and bool(kept)
        told[kind["name"]] = {"exact": exact, "near": len(kept), "of": len(queries[kind["name"]]), "timed": timed,
                              "unable": unable, "odd": odd}
        if timed:
            agreed[kind["name"]] = (kind["as"], able, kept)
    return agreed, told


def timed(running, agreed, run):
    """Seconds by kind and engine: the median of each query's rounds, over the queries; and how quiet the machine was:
    how far apart an engine's rounds of one query are, from quartile to quartile, as a part of the median."""
    seconds, turns, order = {}, itertools.count(), random.Random(run["seed"])
    asked = [(kind, way, able, at, words) for kind, (way, able, kept) in agreed.items() for at, words in enumerate(kept)]
    for round in range(run["warm_up"] + run["rounds"]):
        print(f"\rround {round + 1} of {run['warm_up'] + run['rounds']}", end="", file=sys.stderr, flush=True)
        order.shuffle(asked)
        for kind, way, able, at, words in asked:
            # Nobody is always the first after an interruption.
            turn = next(turns) % len(able)
            for name in able[turn:] + able[:turn]:
                answer = running[name].ask(do="search", kind=way, words=words, depth=run["depth"])
                if round >= run["warm_up"]:
                    seconds.setdefault(kind, {}).setdefault(name, {}).setdefault(at, []).append(answer["seconds"])
    print(file=sys.stderr)
    times, spreads = {}, {}
    for kind, by_engine in seconds.items():
        times[kind] = {}
        for name, by_query in by_engine.items():
            medians = sorted(statistics.median(rounds) for rounds in by_query.values())
            every = sorted(seconds for rounds in by_query.values() for seconds in rounds)
            times[kind][name] = {
                "median": statistics.median(medians), "least": medians[0], "most": medians[-1],
                "p99": every[min(len(every) - 1, math.ceil(0.99 * len(every)) - 1)],
            }
            spreads.setdefault(name, []).extend(_spread(rounds) for rounds in by_query.values())
    return times, {name: statistics.median(spread) for name, spread in spreads.items()}


def _spread(rounds):
    if len(rounds) < 2:
        return 0.0
    low, middle, high = statistics.quantiles(rounds, n=4)
    return (high - low) / middle


def in_words(rows, data):
    """The tables."""
    rows = [row for row in rows if row["name"] in data["indexing"]]
    builders = [row for row in rows if "index_of" not in row]
    versions = {row["engine"]: data["indexing"][row["name"]]["version"] for row in builders}
    corpus, run = data["corpus"], data["definition"]["run"]
    parts = [
        "# Speed beside peers\n\n", report.head(data["circumstances"], versions),
        f"\n{corpus['documents']} speeches, {corpus['text_bytes'] / 1e6:.1f} MB of text; {run['cores']} core(s) for the "
        f"engines; {run['rounds']} rounds after {run['warm_up']} to warm up. How to read it: ../../BIAS.md.\n\n",
    ]
    lines = []
    for row in builders:
        told = data["indexing"][row["name"]]
        lines.append([
            row["label"], f"{told['seconds']:.1f} s", f"{corpus['documents'] / told['seconds']:.0f}",
            f"{corpus['text_bytes'] / 1e6 / told['seconds']:.1f}",
            f"{told['bytes'] / 1e6:.0f} MB", f"{told['bytes'] / corpus['text_bytes']:.0%}",
            f"{told['open_seconds'] * 1e3:.1f} ms", f"{(told.get('peak_memory') or data['peak_memory'].get(row['name']) or 0) / 1e6:.0f} MB",
        ])
    parts.append(report.table(["indexing", "time", "documents/s", "MB/s", "index", "of the text", "opened in", "peak memory"], lines))
    for row in builders:
        told = data["indexing"][row["name"]]
        if "archive_seconds" in told:
            parts.append(f"\n{row['label']}: before that {told['archive_seconds']:.1f} s to read the documents into the "
                         f"archive of {told['archive_bytes'] / 1e6:.0f} MB, which keeps their text.\n")
    kinds = [kind for kind in data["agreement"] if kind in data["times"]]
    searching = [row for row in rows if row.get("searches", True)]
    lines = [[row["label"], *(_cell(data["times"][kind].get(row["name"])) for kind in kinds)] for row in searching]
    parts.append("\nMedian over the queries, and what 99 of 100 searches stay below, in milliseconds:\n\n")
    parts.append(report.table(["ms", *kinds], lines))
    parts.append("\nHow many of the queries the engines agreed on, and were timed with:\n\n")
    told = data["agreement"]
    lines = [[kind, f"{told[kind]['exact']} of {told[kind]['of']}", f"{told[kind]['near']} of {told[kind]['of']}",
              "yes" if told[kind]["timed"] else "no", ", ".join(told[kind]["unable"])] for kind in told]
    parts.append(report.table(["kind", "exactly", "nearly", "timed", "has no such queries"], lines))
    quiet = ", ".join(f"{name} {spread:.0%}" for name, spread in data["quiet"].items())
    parts.append(f"\nRounds of one query are apart, from quartile to quartile, by: {quiet}.\n")
    parts.extend(f"\nSkipped: {reason}.\n" for reason in data["skipped"])
    return "".join(parts)


def _cell(times):
    if times is None:
        return ""
    return f"{_short(times['median'])} ({_short(times['p99'])})"


def _short(seconds):
    return f"{seconds * 1e3:.2g}" if seconds < 0.1 else f"{seconds * 1e3:.0f}"


if __name__ == "__main__":
    main()
