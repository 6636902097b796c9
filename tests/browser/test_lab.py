"""The notebooks in a real JupyterLab and a real browser, as an editor opens them."""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimbook
from claimbook.views import factcheck, factpage

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks" / "source").glob("*.py"))
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lab(browser: Any, serve_lab: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("jupyter")
    for part in ("claims", "evidence", "notebooks"):
        shutil.copytree(ROOT / part, home / "review" / part)
    for path in (home / "review" / "notebooks").glob("*.ipynb"):
        _clear(path)
    with serve_lab(home, home / "review") as address:
        yield address


def _clear(path: Path) -> None:
    """Take the stored outputs away, so that what is seen was run here."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell.update(outputs=[], execution_count=None)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def _open(page: Any, address: str) -> None:
    for _ in range(60):
        try:
            page.goto(address)
            return
        except Exception:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not answer at {address}")


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    book = claimbook.open(ROOT)
    related = Counter(relation.relation for relation in book.all_relations)
    checked = factcheck.entries(book)
    bare = sum(finding.code == "S101" for finding in book.all_findings)
    first = [one for one in checked if one.claim.article == book.articles[0]]
    mine = claimbook.open(ROOT / "claims" / "articles")
    return {
        "01_claims": f"make {len(book.all_claims)} checkable claims",
        "02_differences": f"{related['tension']} pairs should be read side by side",
        "03_contradictions": f"{related['contradict']} pairs from different articles that cannot both be true",
        "04_evidence": f"they make {len(checked)} statements.",
        "05_unsourced": f"{bare} figures stand without a source",
        "06_articles": f"{book.articles[0]}: {factpage.summary(first)}",
        "07_your_articles": f"{len(mine.all_findings)} findings",
    }


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_jupyterlab(lab: str, browser: Any, answers: dict[str, str], name: str) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 2000})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, f"{lab}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?token=T")
    # Without an idle kernel a Run All is lost.
    page.wait_for_selector("[data-status='idle']", timeout=90_000)
    page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=90_000)
    assert answers[name] not in page.inner_text("body")
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    page.wait_for_function(f"document.body.innerText.includes({answers[name]!r})", timeout=90_000)
    outside = [url for url in asked if not url.startswith((lab, "data:", "blob:"))]
    page.close()
    assert outside == []


def test_there_are_seven_notebooks_in_order() -> None:
    assert [name[:3] for name in NOTEBOOKS] == [f"0{number}_" for number in range(1, 8)]


def test_a_table_is_searched_filtered_and_sorted_and_a_quote_opens_the_article(lab: str, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1500, "height": 3000})
    _open(page, f"{lab}/lab/workspaces/table/tree/notebooks/05_unsourced.ipynb?token=T")
    page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=90_000)
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    table = page.locator(".claimbook-table", has=page.locator("input")).first
    table.wait_for(timeout=90_000)
    rows = table.locator("tbody tr:visible")
    everything = rows.count()
    assert everything > 5
    table.get_by_label("Search this table").fill(rows.first.locator("td").nth(1).inner_text())
    told = table.get_by_role("status")
    assert told.inner_text() == f"{rows.count()} of {everything} rows"
    assert 0 < rows.count() < everything
    table.get_by_label("Search this table").fill("")
    table.get_by_role("button", name="article").click()
    names = table.locator("tbody td:nth-child(2)").all_inner_texts()
    assert names == sorted(names)
    assert table.locator("th").nth(1).get_attribute("aria-sort") == "ascending"
    table.locator("select").first.select_option(f"={names[-1]}")
    assert rows.count() == names.count(names[-1])
    rows.first.locator("a").click()
    page.wait_for_selector(".jp-FileEditor .cm-content", timeout=30_000)
    assert page.locator(".lm-TabBar-tab.jp-mod-current", has_text=".txt").count() == 1
    page.close()
