"""Relevance: every engine on the test collections, as TREC runs and as a table.

The runs lie in the cache under `runs/COLLECTION/ROW.run`, for `verbale eval compare` and any other tool.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import ir_measures

import engines
import install
import protocol
import report


def main():
    parser = argparse.ArgumentParser(prog="benches/peers/run relevance", description=__doc__)
    parser.add_argument("collections", nargs="*", help="names of collections; all without")
    parser.add_argument("--rows", help="names of rows, with commas; all without")
    parser.add_argument("--definition", type=pathlib.Path, default=engines.HERE.parent / "relevance.toml")
    parser.add_argument("--no-record", action="store_true", help="print the table and write no record")
    asked = parser.parse_args()
    definition = tomllib.loads(asked.definition.read_text())
    about, versions, values, skipped = report.circumstances(), {}, {}, []
    rows = [row for row in definition["row"] if not asked.rows or row["name"] in asked.rows.split(",")]
    collections = asked.collections or list(definition["collections"])
    for collection in collections:
        folder = install.corpora() / "retrieval" / collection
        if not (folder / "qrels.txt").exists():
            skipped.append(f"{collection}: {folder} is missing")
            continue
        for row in rows:
            try:
                run, version = run_of(row, folder, definition)
            except (install.Missing, protocol.Unsupported, protocol.EngineFailed) as reason:
                skipped.append(f"{row['label']} on {collection}: {reason}")
                print(f"skipped: {skipped[-1]}", file=sys.stderr)
                continue
            versions[row["engine"]] = version
            write_run(run, collection, row["name"])
            values.setdefault(row["name"], {})[collection] = measured(run, folder / "qrels.txt", definition["measures"])
            print(f"{collection} {row['name']} {values[row['name']][collection]}", file=sys.stderr, flush=True)
    data = {"circumstances": about, "versions": versions, "values": values, "skipped": skipped}
    text = in_words(definition, rows, collections, data)
    if asked.no_record:
        print(text, end="")
    else:
        report.write("relevance", data, text)


def run_of(row, collection, definition):
    """The engine's best documents for each topic, and its version."""
    if row["engine"] == "verbale":
        return run_of_verbale(row["profile"], collection)
    options = engines.options(row, definition["collections"][collection.name])
    with tempfile.TemporaryDirectory(dir=install.cache()) as folder, engines.start(row["engine"]) as engine:
        index, documents = f"{folder}/index", str(collection / "documents.jsonl")
        version = engine.ask(do="index", documents=documents, folder=index, options=options)["version"]
        engine.ask(do="open", folder=index, options=options)
        run = {}
        for line in (collection / "topics.tsv").read_text(encoding="utf-8").splitlines():
            topic, question = line.split("\t", 1)
            found = engine.ask(do="search", kind="any", words=[question], depth=definition["depth"])
            run[topic] = list(zip(found["ids"], found["scores"]))
        return run, version


_verbale = None


def run_of_verbale(profile, collection):
    """What `verbale eval run` writes, and the program's version."""
    global _verbale
    _verbale = _verbale or install.verbale()
    data = install.cache() / "verbale"
    profile = install.CHECKOUT / "index-data" / "ranking" / f"{profile}.toml"
    with tempfile.NamedTemporaryFile(dir=install.cache(), suffix=".run") as file:
        command = [str(_verbale), "--data", str(data), "eval", "run", str(collection)]
        done = subprocess.run([*command, "--profile", str(profile), "--output", file.name], capture_output=True, text=True)
        if done.returncode != 0:
            raise protocol.EngineFailed((done.stderr or done.stdout).strip())
        run = {}
        for line in pathlib.Path(file.name).read_text(encoding="utf-8").splitlines():
            topic, _, document, _, score, _ = line.split()
            run.setdefault(topic, []).append((document, float(score)))
    version = subprocess.run([str(_verbale), "--version"], capture_output=True, text=True, check=True).stdout
    return run, version.split()[-1]


def write_run(run, collection, name):
    """Writes a run as trec_eval reads it."""
    path = install.cache() / "runs" / collection / f"{name}.run"
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        for topic, best in run.items():
            for rank, (document, score) in enumerate(best, 1):
                out.write(f"{topic} Q0 {document} {rank} {score:.6f} {name}\n")


def measured(run, qrels, names):
    """The mean of each measure over all judged topics."""
    measures = [ir_measures.parse_measure(name) for name in names]
    scores = {topic: dict(best) for topic, best in run.items()}
    values = ir_measures.calc_aggregate(measures, list(ir_measures.read_trec_qrels(str(qrels))), scores)
    return {str(measure): round(value, 4) for measure, value in values.items()}


def in_words(definition, rows, collections, data):
    """The tables, one per measure, and what differs from what is known."""
    parts = ["# Relevance beside peers\n\n", report.head(data["circumstances"], data["versions"])]
    parts.append("Peers search title and text as one field, Tantivy as two of equal weight; any of the topic's words "
                 f"will do; rankings are {definition['depth']} deep. How to read it: ../../BIAS.md.\n")
    for measure in definition["measures"]:
        lines = []
        for row in rows:
            values = data["values"].get(row["name"], {})
            lines.append([row["label"], *(f"{values[name][measure]:.3f}" if name in values else "" for name in collections)])
        parts.append("\n" + report.table([measure, *collections], lines))
    lines = []
    for row in rows:
        for collection, known in row.get("known", {}).items():
            value = data["values"].get(row["name"], {}).get(collection, {}).get("nDCG@10")
            if value is not None and abs(value - known) > definition["tolerance"]:
                lines.append([row["label"], collection, f"{known:.3f}", f"{value:.3f}", f"{value - known:+.3f}"])
    if lines:
        parts.append("\nFurther than the tolerance from what was measured before:\n\n")
        parts.append(report.table(["row", "collection", "before", "now", "difference"], lines))
    elif any("known" in row for row in rows):
        parts.append(f"\nEvery row is within {definition['tolerance']} of what was measured before.\n")
    parts.extend(f"\nSkipped: {reason}.\n" for reason in data["skipped"])
    return "".join(parts)


if __name__ == "__main__":
    main()
