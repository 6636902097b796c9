"""The tables and fact-checks of the notebooks in a real browser, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import claimbook
from claimbook.views import factpage, shown

ROOT = Path(__file__).parents[2]
ROWS = pd.DataFrame(
    {
        "town": ["Arle", "Brack", "Cray", "Dunn", "Esk", "<b onmouseover='throw 1'>Fenn</b>", "Gare"],
        "share": [9.5, 10.0, -1.0, None, 100.0, 2.0, 10.0],
        "kind": ["bus", "tram", "bus", "bus", "tram", "tram", "bus"],
    }
)
pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1000, "height": 900})
    opened.said = []
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.set_content(f"<!doctype html><html lang='en'><title>t</title><main>{shown.table(ROWS).html}</main></html>")
    yield opened
    assert opened.said == []
    opened.close()


def column(page: Any, number: int) -> list[str]:
    found: list[str] = page.locator(f"tbody tr:visible td:nth-child({number})").all_inner_texts()
    return found


def test_figures_sort_as_figures_and_missing_ones_come_last(page: Any) -> None:
    button = page.get_by_role("button", name="share")
    button.click()
    assert column(page, 2) == ["-1.0", "2.0", "9.5", "10.0", "10.0", "100.0", ""]
    button.press("Enter")
    assert column(page, 2) == ["100.0", "10.0", "10.0", "9.5", "2.0", "-1.0", ""]
    assert page.locator("th[aria-sort]").count() == 1


def test_words_and_menus_narrow_together_and_say_how_far(page: Any) -> None:
    told = page.get_by_role("status")
    assert told.inner_text() == "7 of 7 rows"
    page.get_by_label("kind").select_option("=bus")
    assert told.inner_text() == "4 of 7 rows"
    page.get_by_label("Search this table").fill("10 GARE")
    assert column(page, 1) == ["Gare"]
    page.get_by_label("Search this table").fill("nowhere")
    assert (told.inner_text(), column(page, 1)) == ("0 of 7 rows", [])


def test_article_text_stays_text(page: Any) -> None:
    page.get_by_role("button", name="town").click()
    assert page.locator("tbody b").count() == 0
    assert "<b onmouseover='throw 1'>Fenn</b>" in column(page, 1)


def test_axe_finds_no_serious_fault(page: Any, browser: Any, tmp_path: Path) -> None:
    from axe_playwright_python import base

    book = claimbook.open(ROOT)
    axe = Path(base.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    factpage.save(book, tmp_path)
    other = browser.new_page()
    other.goto((tmp_path / f"{book.articles[0]}.html").as_uri())
    for each in (page, other):
        each.evaluate(axe)
        found = each.evaluate("axe.run()")
        grave = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in grave] == []
        assert found["passes"], "axe looked at nothing"
    other.close()


def test_without_scripts_every_row_is_there(browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(shown.table(ROWS).html)
    assert column(page, 1)[0] == "Arle"
    assert len(column(page, 1)) == len(ROWS)
    assert page.locator("input").count() == 0
    context.close()


def test_the_line_that_asks_to_run_goes_when_it_ran(page: Any) -> None:
    hint = "Run the notebook (Run → Run All Cells) to search, filter and sort this table."
    assert hint in shown.table(ROWS).html
    assert hint not in shown.table(ROWS.head(3)).html
    assert page.get_by_text("Run the notebook").count() == 0
