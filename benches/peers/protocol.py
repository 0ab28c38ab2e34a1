"""How an engine is driven: one process per engine, one JSON object a line in, one out.

    {"do": "index", "documents": PATH, "folder": PATH, "options": {…}}   → {"seconds", "bytes", "version"}
    {"do": "open", "folder": PATH, "options": {…}}                       → {"seconds"}
    {"do": "search", "kind": KIND, "words": […], "depth": N}             → {"seconds", "hits", "ids", "scores"}

`documents` is a file of JSON Lines with `id`, `title` and `text`; title and text are searched as one. KIND is

    any       one of the words at least, in any of its forms: a question is given as one "word", a text
    all       all of the words, in any of their forms
    phrase    these words, in this order and these forms
    prefix    one word that begins so
    near      all of the words, in any of their forms and in any order, with at most five others among them

An engine times a search itself, from the words to the ids and scores of the best `depth` documents and the exact number
of hits, so that the pipe is not measured. What it can't do it answers with {"unsupported": REASON}; what goes wrong
with {"error": REASON}.
"""

import json
import pathlib
import subprocess
import sys
import time


class Unsupported(Exception):
    """What an engine doesn't have."""


class EngineFailed(Exception):
    """An engine answered with an error, or not at all."""


def serve(engine):
    """Answers requests on standard input until it ends.

    `engine` has `index(documents, folder, options)`, which gives its version, `open(folder, options)`, and
    `search(kind, words, depth)`, which gives the number of hits and the best of them as (id, score).
    """
    for line in sys.stdin:
        request = json.loads(line)
        begun = time.perf_counter()
        try:
            answer = _answer(engine, request, begun)
        except Unsupported as reason:
            answer = {"unsupported": str(reason)}
        except Exception as error:  # Whatever it is, the driver has to hear of it.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def _answer(engine, request, begun):
    if request["do"] == "search":
        hits, best = engine.search(request["kind"], request["words"], request["depth"])
        seconds = time.perf_counter() - begun
        ids, scores = [id for id, _ in best], [score for _, score in best]
        return {"seconds": seconds, "hits": hits, "ids": ids, "scores": scores}
    if request["do"] == "index":
        folder = pathlib.Path(request["folder"])
        folder.mkdir(parents=True)
        version = engine.index(documents(request["documents"]), str(folder), request["options"])
        return {"seconds": time.perf_counter() - begun, "bytes": bytes_in(folder), "version": version}
    engine.open(request["folder"], request["options"])
    return {"seconds": time.perf_counter() - begun}


def documents(path):
    """Each document of a file as (id, text)."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document["id"], f"{document.get('title') or ''}\n{document['text']}".strip()


def bytes_in(folder):
    """The size of all files in a folder."""
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


class Driven:
    """An engine in a process of its own."""

    def __init__(self, command, environment):
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, **request):
        """The engine's answer. Raises Unsupported or EngineFailed."""
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        line = self._process.stdout.readline()
        if not line:
            raise EngineFailed(f"it stopped with code {self._process.wait()}")
        answer = json.loads(line)
        if "unsupported" in answer:
            raise Unsupported(answer["unsupported"])
        if "error" in answer:
            raise EngineFailed(answer["error"])
        return answer

    def close(self):
        """Ends the process and gives the most memory that it held at once, in bytes."""
        peak = _peak_memory(self._process.pid)
        self._process.stdin.close()
        self._process.wait()
        return peak

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self.close()


def _peak_memory(process):
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except OSError:
        return None
    lines = (line.split() for line in status.splitlines())
    return next((int(words[1]) * 1024 for words in lines if words and words[0] == "VmHWM:"), None)
