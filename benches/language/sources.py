"""What the model of languages is trained on, fetched from package registries into a cache.

| source | licence | for |
|---|---|---|
| PyPI lingua-language-detector 1.3.5: counts of sequences of one to five letters | Apache-2.0 | all but four languages |
| Debian tesseract-ocr-kir, -tgk, -uzb, -uzb-cyrl: lists of words | Apache-2.0 | Kyrgyz, Tajik, Uzbek |
| PyPI Django 5.2.19: translated messages | BSD-3-Clause | Kyrgyz, Tajik, Turkmen, Uzbek |
| npm cldr-annotations-full 48.2.0: names of signs | Unicode-3.0 | Kyrgyz, Tajik, Turkmen, Uzbek |
| words.tsv: frequent words | our own | Kyrgyz, Tajik, Turkmen, Uzbek |

Only counts of letters in a row go into the model, no text.
"""

import json
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

import brotli

HERE = pathlib.Path(__file__).resolve().parent
ORDERS = ["uni", "bi", "tri", "quadri", "five"]


def fetch(cache):
    """Fetches what isn't in the folder `cache` yet."""
    cache.mkdir(parents=True, exist_ok=True)
    if not any(cache.glob("*.whl")):
        for name in ["lingua-language-detector==1.3.5", "Django==5.2.19"]:
            _run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", name], cache)
    if not any(cache.glob("cldr-*.tgz")):
        _run(["npm", "pack", "--silent", "cldr-annotations-full@48.2.0"], cache)
    for code in ["kir", "tgk", "uzb", "uzb-cyrl"]:
        if not any(cache.glob(f"tesseract-ocr-{code}_*.deb")):
            _run(["apt-get", "download", f"tesseract-ocr-{code}"], cache)


def counts(cache, code):
    """How often each sequence of letters stands within the words of a language: five mappings, by length."""
    found = []
    with zipfile.ZipFile(_one(cache, "lingua_*.whl")) as wheel:
        for order in ORDERS:
            packed = wheel.read(f"lingua/language-models/{code}/{order}grams.json.br")
            shares = json.loads(brotli.decompress(packed))["ngrams"]
            of_shorter = found[-1] if found else {"": max(int(share.split("/")[1]) for share in shares)}
            current = {}
            for share, sequences in shares.items():
                part, whole = map(int, share.split("/"))
                for sequence in sequences.split():
                    current[sequence] = round(part / whole * of_shorter.get(sequence[:-1], 0))
            found.append(current)
    return found


def messages(cache, code):
    """The messages of Django in a language, without what is filled in."""
    texts = []
    with zipfile.ZipFile(_one(cache, "django-*.whl")) as wheel:
        for name in wheel.namelist():
            if name.endswith(".po") and f"/locale/{code}/" in name:
                texts.extend(_translations(wheel.read(name).decode("utf-8")))
    return re.sub(r"%\(\w+\)s|%[sd]|\{[^}]*\}|\\n|&\w+;|<[^>]*>", " ", " ".join(texts))


def names_of_signs(cache, code):
    """The names of signs and pictures in a language."""
    with tarfile.open(_one(cache, "cldr-*.tgz")) as archive:
        file = archive.extractfile(f"package/annotations/{code}/annotations.json")
        signs = json.load(file)["annotations"]["annotations"].values()
    return " ".join(name for sign in signs for kind in sign.values() for name in kind)


def listed(cache, code):
    """The words of a list, as they are written in it; one that stands there in several cases is frequent."""
    unpacked = cache / code
    if not (unpacked / "words").exists():
        unpacked.mkdir(exist_ok=True)
        _run(["dpkg", "-x", _one(cache, f"tesseract-ocr-{code}_*.deb"), "."], unpacked)
        data = next(unpacked.glob("usr/share/tesseract-ocr/*/tessdata/*.traineddata"))
        _run(["combine_tessdata", "-u", data, "all."], unpacked)
        _run(["dawg2wordlist", "all.lstm-unicharset", "all.lstm-word-dawg", "words"], unpacked)
    return (unpacked / "words").read_text("utf-8").split("\n")


def frequent():
    """The lists of `words.tsv`, by language and script."""
    rows = (line.split("\t") for line in (HERE / "words.tsv").read_text("utf-8").splitlines() if line[0] != "#")
    return {(language, script): words for language, script, words in rows}


def _translations(po):
    """The translations in a file of gettext: quoted lines from `msgstr` up to what comes next."""
    within = False
    for line in po.splitlines():
        if line.startswith("msgstr"):
            within, line = True, line.split(" ", 1)[1]
        elif not line.startswith('"'):
            within = False
        if within and not re.match(r'"[A-Z][A-Za-z-]+: ', line):
            yield line.strip().strip('"')


def _one(cache, pattern):
    return next(cache.glob(pattern))


def _run(command, folder):
    subprocess.run([str(part) for part in command], cwd=folder, check=True, stdout=subprocess.DEVNULL)
