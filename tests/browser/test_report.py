"""The report in a real browser, from files, as a reader opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import claimbook
from claimbook.views.report import write_report

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser
PAGES = ["index", "claims", "differences", "evidence", "findings", "methods", "article-greater-boston"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(claimbook.open(ROOT), folder)
    return folder


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.said, opened.asked = [], []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_complains_of_nothing(page: Any, site: Path, name: str) -> None:
    address = (site / f"{name}.html").as_uri()
    page.goto(address)
    assert page.asked == [address]
    assert page.said == []
    for width in (390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"scrolls sideways at {width}"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_fault(page: Any, site: Path, name: str) -> None:
    from axe_playwright_python import base

    page.goto((site / f"{name}.html").as_uri())
    page.evaluate(Path(base.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    grave = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in grave] == []
    assert found["passes"], "axe looked at nothing"


def test_the_search_narrows_the_claims(page: Any, site: Path) -> None:
    page.goto((site / "claims.html").as_uri())
    everything = page.locator("#claims tbody tr:visible").count()
    page.get_by_label("Search").fill("suicidal 78%")
    found = page.locator("#claims tbody tr:visible")
    assert 0 < found.count() < everything
    assert all("78%" in text and "suicidal" in text for text in found.all_inner_texts())
    assert page.get_by_role("status").inner_text() == f"{found.count()} of {everything} claims"
    page.get_by_label("Search").fill("no such words anywhere")
    assert found.count() == 0


def test_a_number_in_the_text_leads_to_its_note_and_back(page: Any, site: Path) -> None:
    page.goto((site / "article-greater-boston.html").as_uri())
    page.locator(".body a.n").nth(2).click()
    note = page.locator(".note:target")
    assert note.locator(".head a.n").inner_text() == "3"
    note.locator(".head a.n").click()
    assert page.locator(".body a.n:target").inner_text() == "3"


def test_without_javascript_every_claim_is_there(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "claims.html").as_uri())
    assert page.locator("#claims tbody tr").count() == len(claimbook.open(ROOT).all_claims)
    assert page.locator("#search input").count() == 0
    context.close()
