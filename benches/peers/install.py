"""Sets up in the cache what the peers need: each thing once, each by its registry's ordinary client."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
# The last release whose metadata a Python of 3.11 accepts; its jar holds Lucene 9.9.1.
PYSERINI = "1.6.0"


class Missing(Exception):
    """Why something can't be had here."""


def cache():
    """The folder for everything downloaded or built; git ignores it."""
    return pathlib.Path(os.environ.get("VERBALE_PEERS", CHECKOUT / "target" / "peers")).resolve()


def corpora():
    """The folder of the corpora, beside the checkout or where VERBALE_CORPORA says."""
    return pathlib.Path(os.environ.get("VERBALE_CORPORA", CHECKOUT / "../shared/corpora")).resolve()


def virtual_environment():
    """The Python of a virtual environment with the packages of requirements.txt."""
    folder, wanted = cache() / "venv", HERE / "requirements.txt"
    stamp, now = folder / "stamp", hashlib.sha256(wanted.read_bytes()).hexdigest()
    python = folder / "bin" / "python"
    if not stamp.exists() or stamp.read_text() != now:
        print("setting up Python packages …", file=sys.stderr, flush=True)
        _call([sys.executable, "-m", "venv", str(folder)])
        _call([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(wanted)])
        stamp.write_text(now)
    return python


def lucene():
    """The jar with Lucene, out of pyserini's source package."""
    jar = cache() / f"lucene-of-pyserini-{PYSERINI}.jar"
    if jar.exists():
        return jar
    print("fetching Lucene …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=cache()) as folder:
        _call([
            str(virtual_environment()), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--no-binary", "pyserini", "--no-build-isolation", "--dest", folder, f"pyserini=={PYSERINI}",
        ])
        with tarfile.open(next(pathlib.Path(folder).glob("pyserini-*.tar.gz"))) as package:
            member = next((name for name in package.getnames() if name.endswith("-fatjar.jar")), None)
            if member is None:
                raise Missing(f"pyserini {PYSERINI} has no jar in its source package")
            part = jar.with_suffix(".part")
            with package.extractfile(member) as source, open(part, "wb") as target:
                shutil.copyfileobj(source, target)
            part.rename(jar)
    return jar


def xapian():
    """The environment in which Debian's Xapian can be imported; its packages are unpacked, not installed."""
    root = cache() / "xapian"
    if not root.exists():
        if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
            raise Missing("Xapian comes as a Debian package, and there is no apt-get here")
        print("fetching Xapian …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(dir=cache()) as folder:
            _call(["apt-get", "download", "python3-xapian", "libxapian30"], cwd=folder)
            for package in pathlib.Path(folder).glob("*.deb"):
                _call(["dpkg-deb", "-x", str(package), str(pathlib.Path(folder) / "root")])
            (pathlib.Path(folder) / "root").rename(root)
    libraries = next(root.glob("usr/lib/*/libxapian.so.*")).parent
    return {"LD_LIBRARY_PATH": str(libraries), "PYTHONPATH": str(root / "usr/lib/python3/dist-packages")}


def rust(*what):
    """The folder with our own engines, built in release mode, all or `what` of them: `peer-tantivy`, `peer-verbale`,
    `peer-extraction`, `growth`."""
    return _built(HERE / "engines" / "Cargo.toml", *what)


def verbale():
    """The program itself: the one that VERBALE names, or built in release mode."""
    if "VERBALE" in os.environ:
        return pathlib.Path(os.environ["VERBALE"]).resolve()
    return _built(CHECKOUT / "Cargo.toml", "--bin", "verbale") / "verbale"


def _built(manifest, *what):
    if not shutil.which("cargo"):
        raise Missing("there is no cargo here")
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", cache() / "rust")).resolve()
    print(f"building {manifest} …", file=sys.stderr, flush=True)
    command = ["cargo", "build", "--release", "--quiet", "--manifest-path", str(manifest), *what]
    _call(command, env={**os.environ, "CARGO_TARGET_DIR": str(target)})
    return target / "release"


def ungdc():
    """The folder of the UN General Debate Corpus, one text file a speech."""
    folder = cache() / "ungdc"
    if not folder.exists():
        packed = corpora() / "ungdc" / "UNGDC.tgz"
        if not packed.exists():
            raise Missing(f"{packed} is missing")
        print("unpacking the General Debate Corpus …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(dir=cache()) as part:
            with tarfile.open(packed) as package:
                package.extractall(part, filter="data")
            pathlib.Path(part).rename(folder)
            pathlib.Path(part).mkdir()
    return folder


def _call(command, **keywords):
    done = subprocess.run(command, capture_output=True, text=True, **keywords)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Missing(f"`{' '.join(command)}` failed: {said[-1] if said else 'without a word'}")
