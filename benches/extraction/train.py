#!/usr/bin/env python3
"""Learns which blocks of a page are its text.

    python3 -m venv V && V/bin/pip install -r benches/extraction/requirements.txt
    V/bin/python benches/extraction/train.py [--check] [--pages FOLDER --annotations FILE]

Reads pages that people have annotated with segments to keep and segments to drop, has `examples/blocks.rs` describe
their blocks, and fits two sets of boosted trees: one on what is known of each block, and one that also sees how the
first judged the blocks around it. Prints F1 by cross-validation, in which no host is in two folds; with --check that is
all, else the models are written to crates/ingest/src/format/html/model/.

Where a page carries its whole text as JSON-LD, blocks without annotation are labelled by it, with less weight.
"""

import argparse
import html
import json
import os
import pathlib
import re
import subprocess
import tarfile
import tempfile
import urllib.parse

import numpy
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
MODELS = CHECKOUT / "crates/ingest/src/format/html/model"
FOLDS, INNER_FOLDS = 10, 5
# What a label out of JSON-LD weighs beside one of a person.
STATED_WEIGHT = 0.1
# An annotated line that stands on a page more often than this weighs as much as one.
OFTEN = 4
FIRST = dict(n_estimators=400, max_depth=2, learning_rate=0.07, subsample=0.5, max_features=0.1, min_samples_leaf=8)
SECOND = dict(n_estimators=150, max_depth=2, learning_rate=0.07, subsample=0.5, max_features=0.2, min_samples_leaf=8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpora = pathlib.Path(os.environ.get("VERBALE_CORPORA", CHECKOUT / "../shared/corpora"))
    parser.add_argument("--pages", type=pathlib.Path, help="a folder; the corpus of the checkout without")
    parser.add_argument("--annotations", type=pathlib.Path, default=corpora / "extraction/annotations.json")
    parser.add_argument("--check", action="store_true", help="only cross-validate")
    parser.add_argument("--no-check", action="store_true", help="only write the models")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pages = asked.pages
        if pages is None:
            with tarfile.open(corpora / "extraction/pages.tgz") as package:
                package.extractall(scratch, filter="data")
            pages = pathlib.Path(scratch) / "pages"
        task = Task(pages, json.loads(asked.annotations.read_text()), pathlib.Path(scratch), asked.seed)
        if not asked.no_check:
            task.cross_validate()
        if not asked.check:
            task.write()


class Task:
    """The blocks of all pages, what is known of them, and what they should be judged to be."""

    def __init__(self, pages, annotations, scratch, seed):
        self.pages, self.scratch, self.seed = pages, scratch, seed
        self.names, self.files, texts, self.known = self.described()
        self.texts = [squeezed(text) for text in texts]
        self.hosts = self.hosts_of(annotations)
        self.label(annotations)

    def described(self, scores=None):
        """Runs examples/blocks.rs: names of features, and of each block file, text and features."""
        command = ["cargo", "run", "--release", "--quiet", "-p", "verbale-ingest", "--example", "blocks", "--"]
        command.append(str(self.pages))
        if scores is not None:
            path = self.scratch / "scores"
            path.write_text("".join(f"{score:.9f}\n" for score in scores))
            command.append(str(path))
        said = subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout.splitlines()
        files, texts, rows = zip(*map(json.loads, said[1:]))
        return json.loads(said[0]), numpy.array(files), texts, numpy.array(rows, dtype=numpy.float32)

    def hosts_of(self, annotations):
        """The host of each block's page, without subdomains."""
        hosts = {}
        for address, page in annotations.items():
            address = re.sub(r"^https?://web\.archive\.org/web/\w+/", "", address)
            name = urllib.parse.urlparse(address).netloc or page["file"]
            hosts[page["file"]] = ".".join(name.split(".")[-2:])
        return numpy.array([hosts.get(file, file) for file in self.files])

    def label(self, annotations):
        """1 for what is to be kept, 0 for what is to be dropped, -1 for what nobody has said anything about."""
        self.labels = numpy.full(len(self.files), -1)
        self.weights = numpy.ones(len(self.files))
        self.segments = []
        of_file = {}
        for at, file in enumerate(self.files):
            of_file.setdefault(file, []).append(at)
        for page in annotations.values():
            own = of_file.get(page["file"], [])
            for wanted, segments in ((1, page["with"]), (0, page["without"])):
                for segment in map(squeezed, segments):
                    found = [at for at in own if segment in self.texts[at]]
                    self.segments.append((wanted, found))
                    for at in found:
                        if wanted or self.labels[at] != 1:
                            self.labels[at] = wanted
                            self.weights[at] = 1 / len(found) if wanted or len(found) > OFTEN else 1
        for file, own in of_file.items():
            stated = letters(stated_text(self.pages / file))
            mine = {at: letters(self.texts[at]) for at in own}
            inside = {at for at, text in mine.items() if len(text) >= 15 and text in stated}
            # Many sites state only the beginning.
            if not stated or sum(len(mine[at]) for at in inside) < 0.6 * len(stated):
                continue
            for at, text in mine.items():
                if self.labels[at] == -1 and len(text) >= 15:
                    self.labels[at], self.weights[at] = at in inside, STATED_WEIGHT

    def fit(self, settings, known, blocks):
        labelled = blocks[self.labels[blocks] >= 0]
        model = GradientBoostingClassifier(random_state=self.seed, **settings)
        return model.fit(known[labelled], self.labels[labelled], sample_weight=self.weights[labelled])

    def out_of_fold(self, blocks):
        """What the first look makes of blocks that it hasn't seen, and the look that has seen all of them."""
        scores = numpy.zeros(len(self.files))
        folds = GroupKFold(INNER_FOLDS, shuffle=True, random_state=self.seed)
        for fitted, unseen in folds.split(blocks, groups=self.hosts[blocks]):
            model = self.fit(FIRST, self.known, blocks[fitted])
            scores[blocks[unseen]] = model.predict_proba(self.known[blocks[unseen]])[:, 1]
        return scores, self.fit(FIRST, self.known, blocks)

    def cross_validate(self):
        first, second = numpy.zeros(len(self.files)), numpy.zeros(len(self.files))
        folds = GroupKFold(FOLDS, shuffle=True, random_state=self.seed)
        for fitted, unseen in folds.split(self.known, groups=self.hosts):
            scores, model = self.out_of_fold(fitted)
            scores[unseen] = first[unseen] = model.predict_proba(self.known[unseen])[:, 1]
            known = numpy.hstack([self.known, self.described(scores)[3]])
            second[unseen] = self.fit(SECOND, known, fitted).predict_proba(known[unseen])[:, 1]
        for name, scores in (("first look", first), ("second look", second)):
            for likely in (0.35, 0.4, 0.45, 0.5, 0.55):
                print(f"{name}, from {likely}: {self.measured(scores >= likely)}", flush=True)
        self.second = second

    def measured(self, kept):
        """F1 as the annotations mean it: a segment counts where any block with it is kept."""
        counts = {(wanted, hit): 0 for wanted in (0, 1) for hit in (False, True)}
        for wanted, found in self.segments:
            counts[wanted, bool(kept[found].any())] += 1
        right, missing, wrong = counts[1, True], counts[1, False], counts[0, True]
        return f"F1 {2 * right / (2 * right + missing + wrong):.4f}, {right} kept, {missing} missing, {wrong} wrong"

    def write(self):
        scores, first = self.out_of_fold(numpy.arange(len(self.files)))
        more, _, _, around = self.described(scores)
        second = self.fit(SECOND, numpy.hstack([self.known, around]), numpy.arange(len(self.files)))
        MODELS.mkdir(exist_ok=True)
        for name, model, names in (("first", first, self.names), ("second", second, self.names + more)):
            (MODELS / f"{name}.txt").write_text(written(model, names))


def written(model, names):
    """A model as crates/ingest/src/format/html/model.rs reads it."""
    prior = model.init_.class_prior_[1]
    lines = [f"bias {numpy.log(prior / (1 - prior)):.4f}"]
    for tree in model.estimators_[:, 0]:
        tree, words = tree.tree_, []

        def walk(node):
            if tree.children_left[node] == -1:
                words.append(f"= {model.learning_rate * tree.value[node][0][0]:.4f}")
                return
            words.append(f"{names[tree.feature[node]]} {tree.threshold[node]:.6g}")
            walk(tree.children_left[node])
            walk(tree.children_right[node])

        walk(0)
        lines.append(" ".join(words))
    return "\n".join(lines) + "\n"


def stated_text(path):
    """The text that a page states in JSON-LD, empty without."""
    page = path.read_bytes().decode("utf-8", "replace")
    for block in re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", page, re.DOTALL):
        try:
            open_values = [json.loads(block, strict=False)]
        except ValueError:
            continue
        while open_values:
            value = open_values.pop()
            if isinstance(value, list):
                open_values += value
            elif isinstance(value, dict):
                text = value.get("articleBody")
                if isinstance(text, str) and len(text) > 400:
                    return html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(text)))
                open_values += value.values()
    return ""


def squeezed(text):
    """A text as it is compared: white space doesn't count, nor do characters that nobody sees."""
    return " ".join(re.sub("[\u00ad\u200b\u2060\ufeff]", "", text).split())


def letters(text):
    return "".join(c for c in text.lower() if c.isalnum())


if __name__ == "__main__":
    main()
