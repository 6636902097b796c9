"""How long the review desk takes to open on a long article, and to move between its claims, in a real JupyterLab.

    python benchmarks/desk.py [--words 20000] [--claims 500] [--seed 1]

The article is made up from a seed, as in `benchmarks/compare.py`. `open_s` and `findings_s` are what an editor waits,
from the click on Run to the article on the screen and to its findings; `key_ms` is what the page works and lays out
for one key. Refuses to be a test: it times one machine.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from compare import sentence, subjects
from conftest import CHROMIUM, QUIET, jupyter_lab

from claimbook.model import Claim, claim_key
from claimbook.review import merge_proposals

SEEN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILLER = "People came and went that afternoon, and nobody in the square could say what they had been waiting for. "
MOVES = """async moves => {
  const root = document.querySelector('.claimbook-desk'), took = [];
  for (let n = 0; n < moves; n++) {
    const start = performance.now();
    root.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));
    root.getBoundingClientRect();
    took.push(performance.now() - start);
    await new Promise(done => requestAnimationFrame(done));
  }
  return took;
}"""


def make_review(folder: Path, words: int, count: int, seed: int) -> None:
    """Write a review of one made-up article with that many claims spread over that many words, and a notebook."""
    chance = random.Random(seed)
    known = subjects(40, chance)
    text, claims = "", []
    for number in range(count):
        quote = sentence(chance.choice(known), chance)
        claims.append((len(text), quote))
        text += quote + ". "
        while len(text.split()) < words * (number + 1) / count:
            text += FILLER
        text += "\n\n" if number % 4 == 3 else ""
    (folder / "claims" / "articles").mkdir(parents=True)
    (folder / "claims" / "articles" / "long.txt").write_text(text, encoding="utf-8")
    merge_proposals(folder, {"long": [_claim(at, quote, n) for n, (at, quote) in enumerate(claims)]})
    code = "from claimbook.views.desk import desk\ndesk('.', 'long', by='mira')"
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": code, "outputs": [], "execution_count": None}
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "long.ipynb").write_text(json.dumps(book), encoding="utf-8")


def _claim(start: int, quote: str, number: int) -> Claim:
    key = f"long/{claim_key(quote, number)}"
    return Claim(id=key, quote=quote, at=(start, start + len(quote)), kind="other", worth=2)


def measure(page: Any, address: str) -> dict[str, float]:
    """Open the desk and move about it. Gives seconds, and milliseconds for a key."""
    for _ in range(60):
        try:
            page.goto(f"{address}/lab/tree/long.ipynb?token=T")
            break
        except Exception:
            time.sleep(0.5)
    page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=90_000)
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    start = time.perf_counter()
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    page.wait_for_selector(".claimbook-desk mark", timeout=90_000)
    page.evaluate(SEEN)
    opened = time.perf_counter() - start
    said = "document.querySelector('.claimbook-desk .status').textContent.includes('worked out')"
    page.wait_for_function(said, timeout=300_000)
    noted = time.perf_counter() - start
    page.locator(".claimbook-desk button.n").first.click()
    took = sorted(page.evaluate(MOVES, 200))
    return {"open_s": opened, "findings_s": noted, "key_ms": statistics.median(took), "key_worst_ms": took[-1]}


def main() -> None:
    """Measure and print, as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in (("words", 20_000), ("claims", 500), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        folder = Path(home) / "review"
        make_review(folder, asked.words, asked.claims, asked.seed)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        with jupyter_lab(Path(home), folder) as address:
            found = measure(browser.new_page(viewport={"width": 1440, "height": 1000}), address)
        browser.close()
    print(json.dumps({**vars(asked), **{name: round(value, 2) for name, value in found.items()}}))


if __name__ == "__main__":
    main()
