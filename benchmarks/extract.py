"""How fast `claimbook extract` is, how much memory it takes, and that its time grows with the text and no faster.

    python benchmarks/extract.py [FOLDER …] [--megabytes 7] [--peers PYTHON]

FOLDER holds articles, the review's own by default. The pile is made of them, but no sentence stands in it twice as it
was: figures and every eighth long word are exchanged, the sentences of a paragraph shuffled. `--peers` names the Python
of an environment with quantulum3 or spaCy and its small English pipeline (en_core_web_sm), which then read a part of
the same text in the same run. All times are processor time of one core. Refuses to be a test: it times one machine,
and nothing fails on a number.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

from claimbook.extract import claim_fields
from claimbook.text.files import find_articles, read_article
from claimbook.text.sentences import split_sentences

MEGABYTE = 1_000_000
PEER_BYTES = 60_000  # quantulum3 and spaCy take minutes for a megabyte
COMMAND = "import sys; from claimbook.cli.app import app; sys.argv[0] = 'claimbook'; app()"
PEERS = {
    "quantulum3": "from quantulum3 import parser\nread = parser.parse",
    "spaCy en_core_web_sm": "import spacy\nread = spacy.load('en_core_web_sm')",
}
TIMED = "\nimport sys, time\nparts = sys.stdin.read().split('\\0')\nread(parts[0])\nbegan = time.process_time()\n"
TIMED += "for part in parts:\n    read(part)\nprint(time.process_time() - began)"
GROWTH = (1, 2, 4, 7)  # megabytes of one article
REPEATED = {
    "short lines": "Home\n",
    "short blocks": "Home 5\n\n",
    "list marks": "- a\n",
    "digits": "1234567890",
    "spaced digits": "12 ",
    "brackets": "([{",
    "closing brackets": ")]}",
    "one of": "one of ",
    "quotation marks": "“",
    "straight quotes": '"',
    "commas": ",",
    "and": "a and b ",
    "stops": ". ",
    "letters": "a",
    "hyphens": "a-",
    "capitals": "Anna Said ",
    "references": "[1] ",
    "percent": "5% ",
    "links": "http://a.b/c ",
}
LONG_WORD = re.compile(r"\b[a-z]{6,}\b")


def pile(texts: list[str], size: int) -> Iterator[str]:
    """Make articles out of texts up to `size` bytes, no two alike; the same ones every time."""
    words = sorted({word for text in texts for word in LONG_WORD.findall(text)})
    chance, done = random.Random(0), 0
    for text in cycle(texts):
        if done >= size:
            return
        varied = "\n".join(_varied(line, words, chance) for line in text.split("\n"))
        done += len(varied.encode())
        yield varied


def _varied(line: str, words: list[str], chance: random.Random) -> str:
    """Shuffle the sentences of a line and exchange its digits and every eighth long word."""
    sentences = [line[a:b] for a, b in split_sentences(line)]
    chance.shuffle(sentences)
    mixed = re.sub(r"[1-9]", lambda _: chance.choice("123456789"), " ".join(sentences))
    return LONG_WORD.sub(lambda m: chance.choice(words) if chance.random() < 1 / 8 else m.group(), mixed)


def command(articles: Iterable[str]) -> tuple[int, float, float, int]:
    """Run `claimbook extract --format jsonl` on a folder of articles: bytes, processor and clock seconds, peak kB."""
    with tempfile.TemporaryDirectory() as folder:
        size = 0
        for number, text in enumerate(articles):
            size += Path(folder, f"article-{number:05}.txt").write_text(text, encoding="utf-8")
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        began = time.perf_counter()
        with Path(folder, "claims.jsonl").open("w") as out:
            child = subprocess.Popen(
                [sys.executable, "-c", COMMAND, "extract", "--format", "jsonl", folder], stdout=out
            )
            _, status, used = os.wait4(child.pid, 0)
        clock = time.perf_counter() - began
    if status:
        sys.exit(f"claimbook extract left with {os.waitstatus_to_exitcode(status)}")
    return size, used.ru_utime + used.ru_stime, clock, used.ru_maxrss


def seconds(text: str) -> float:
    """Time one extraction, as the command does it, in seconds of processor time."""
    began = time.process_time()
    claim_fields("article", text)
    return time.process_time() - began


def speed_of_peer(python: str | None, name: str, parts: list[str]) -> float | None:
    """Give a peer's MB/s on some texts; None where it is not installed."""
    if python is None:
        return None
    run = subprocess.run([python, "-W", "ignore", "-c", PEERS[name] + TIMED], input="\0".join(parts),
                         capture_output=True, text=True)  # fmt: skip
    took = run.stdout.split()
    return sum(len(part.encode()) for part in parts) / MEGABYTE / float(took[-1]) if run.returncode == 0 else None


def compare(texts: list[str], python: str | None) -> None:
    """Print how many times faster claimbook reads the same text than each peer."""
    parts = list(pile(texts, PEER_BYTES))
    seconds(parts[0])  # reads the lexicon; the peers read theirs before the clock starts, too
    ours = sum(len(part.encode()) for part in parts) / MEGABYTE / sum(seconds(part) for part in parts)
    for name in PEERS:
        speed = speed_of_peer(python, name, parts)
        said = (
            f"{speed:.4f} MB/s, claimbook {ours:.2f}: ×{ours / speed:.0f}"
            if speed
            else "could not check: not installed"
        )
        print(f"{name:24}{said}", flush=True)


def grow(texts: list[str]) -> None:
    """Print MB/s of one article of 1, 2, 4 and 7 MB: the same figure four times where time is linear."""
    text = "\n\n".join(pile(texts, GROWTH[-1] * MEGABYTE))
    for size in GROWTH:
        took = seconds(text[: size * MEGABYTE])
        print(f"one article of {size} MB".ljust(24) + f"{took:8.1f} s {size / took:8.2f} MB/s", flush=True)


def resist(texts: list[str]) -> None:
    """Print MB/s of a megabyte of normal text, of the same in one line, and of each hostile text."""
    normal = "\n\n".join(pile(texts, MEGABYTE))
    units = {"normal text": normal, "the same in one line": " ".join(normal.split()), **REPEATED}
    usual = 0.0
    for name, unit in units.items():
        text = (unit * (MEGABYTE // len(unit.encode()) + 1))[:MEGABYTE]
        speed = len(text.encode()) / MEGABYTE / seconds(text)
        usual = usual or speed
        print(f"{name:24}{speed:8.2f} MB/s, ×{speed / usual:.2f} of normal text", flush=True)


def main() -> None:
    """Print speed and memory, then the peers, then growth, then hostile texts."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    options.add_argument("--megabytes", type=float, default=7)
    options.add_argument("--peers", metavar="PYTHON")
    given = options.parse_args()
    folders = given.folders or [Path(__file__).parent.parent / "claims" / "articles"]
    texts = [read_article(path) for folder in folders for path in find_articles(folder)]
    size, processor, clock, peak = command(pile(texts, int(given.megabytes * MEGABYTE)))
    start = command(["Rents rose by 4%."])[1]
    print(f"claimbook extract: {size / MEGABYTE:.1f} MB in {processor:.1f} s of processor time, {clock:.1f} s in all")
    print(
        f"  {size / MEGABYTE / processor:.2f} MB/s all included, {start:.1f} s of it to start; peak {peak // 1024} MB"
    )
    compare(texts, given.peers)
    grow(texts)
    resist(texts)
    print(f"this process, all of the above: peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
