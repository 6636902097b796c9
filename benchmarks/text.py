"""How fast sentences and blocks are, and that their time grows with the text and no faster, hostile text included.

    python benchmarks/text.py [FOLDER]      FOLDER holds articles; the review's own by default

Prints MB/s on one core and time(2n)/time(n), which is 2 for linear time, for each kind of text. Refuses to be a test:
it times one machine.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimbook.text.blocks import find_blocks
from claimbook.text.files import find_articles, read_article
from claimbook.text.sentences import split_sentences

MEGABYTE = 1_000_000
ROUNDS = 3


def texts(folder: Path) -> dict[str, str]:
    """Make one text of about two megabytes for each kind."""
    pile = "\n\n".join(read_article(path) for path in find_articles(folder))
    sentence = "Rents in the city rose by 4.5% in 2023, said Dr. Okafor of the U.S. office. "
    units = {
        "articles": pile + "\n\n",
        "one line": sentence,
        "one line per sentence": sentence + "\n",
        "one word": "a",
        "digits": "1234567890",
        "brackets": "([{",
        "dots": ".",
        "spaced dots": ". ",
        "stops and quotes": "?!”",
        "quotes": "“",
        "abbreviations": "e.g. ",
        "line breaks": "\n",
        "spaces": " ",
        "bullets": "- ",
        "list in one line": "1) a ",
        "headings": "# a\n",
        "short lines": "Home\n",
        "hashes": "#",
        "stars": "**",
        "pipes": "|",
        "angle brackets": "<a",
        "links": "![](",
        "labels": "Cost: 4\n",
    }
    return {name: (unit * (2 * MEGABYTE // len(unit) + 1))[: 2 * MEGABYTE] for name, unit in units.items()}


def seconds(job: Callable[[str], object], text: str) -> float:
    """Give the shortest of a few runs, in seconds of processor time."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        job(text)
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    """Print one row for each kind of text."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "claims" / "articles"
    print(f"{'text':24}{'sentences':>20}{'blocks':>20}")
    for name, text in texts(folder).items():
        cells = []
        for job in (split_sentences, find_blocks):
            half, whole = seconds(job, text[:MEGABYTE]), seconds(job, text)
            cells.append(f"{len(text.encode()) / MEGABYTE / whole:8.1f} MB/s ×{whole / half:4.1f}")
        print(f"{name:24}{cells[0]:>20}{cells[1]:>20}", flush=True)


if __name__ == "__main__":
    main()
