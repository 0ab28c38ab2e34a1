"""What every record says besides its figures, and tables."""

import datetime
import json
import os
import pathlib
import platform
import subprocess

import install


def circumstances():
    """The machine, the day, and what was measured."""
    return {
        "date": datetime.date.today().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "load_at_start": os.getloadavg()[0],
        "python": platform.python_version(),
        "rustc": _said(["rustc", "--version"]),
        "verbale": _said(["git", "-C", str(install.CHECKOUT), "rev-parse", "--short=12", "HEAD"]),
    }


def head(about, versions):
    """The same for a reader."""
    engines = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return (
        f"{about['date']}, {about['processor']}, {about['cores']} cores, {about['memory_bytes'] / 2**30:.0f} GiB, "
        f"{about['system']}. Load of the machine when it began: {about['load_at_start']:.1f}. "
        f"Verbale {about['verbale']}, {about['rustc']}, Python {about['python']}{'; ' if engines else ''}{engines}.\n"
    )


def table(columns, rows):
    """A table in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"


def write(name, data, text):
    """Puts `name`.json and `name`.md into the record of the day, and prints the text."""
    folder = pathlib.Path(__file__).resolve().parents[1] / "record" / data["circumstances"]["date"]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    (folder / f"{name}.md").write_text(text)
    print(text, end="")


def _processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _said(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
