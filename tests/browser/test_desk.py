"""The review desk in a real JupyterLab: an editor at the keyboard, and what the files say afterwards."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimbook.evidence.shelf import open_evidence
from claimbook.model import Claim, claim_key
from claimbook.review import Review, merge_proposals, open_review

ROOT = Path(__file__).parents[2]
HOSTILE = "<img src=x onerror=alert(1)> cures 80% of <script>alert(2)</script> readers"
pytestmark = pytest.mark.browser


def _claim(article: str, text: str, quote: str) -> Claim:
    start = text.index(quote)
    key = f"{article}/{claim_key(quote)}"
    return Claim(id=key, quote=quote, at=(start, start + len(quote)), kind="statistic", worth=3)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the review, with an article that wants to be markup beside it, and a notebook with desks."""
    folder = tmp_path_factory.mktemp("desk") / "review"
    for part in ("claims", "evidence"):
        shutil.copytree(ROOT / part, folder / part)
    text = f"Look: {HOSTILE}. Half of them were asked twice.\n"
    (folder / "claims" / "articles" / "hostile.txt").write_text(text, encoding="utf-8")
    quotes = [HOSTILE, "80% of <script>alert(2)</script> readers", "Half of them were asked twice"]
    merge_proposals(folder, {"hostile": [_claim("hostile", text, quote) for quote in quotes]})
    for name in ("greater-boston", "hostile"):
        code = f"from claimbook.views.desk import desk\ndesk('.', '{name}', by='mira')"
        cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": code, "outputs": [], "execution_count": None}
        kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (folder / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lab(browser: Any, serve_lab: Any, review: Path) -> Iterator[str]:
    with serve_lab(review.parent, review) as address:
        yield address


def _goto(page: Any, address: str) -> None:
    for _ in range(60):
        try:
            page.goto(address)
            return
        except Exception:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not answer at {address}")


def _desk(browser: Any, lab: str, name: str) -> Any:
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.asked, page.dialogs = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
    _goto(page, f"{lab}/lab/workspaces/{name}/tree/{name}.ipynb?token=T")
    page.wait_for_selector("text=Python 3 (ipykernel) | Idle", timeout=90_000)  # without it a Run All is lost
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    page.wait_for_selector(".claimbook-desk mark", timeout=90_000)
    _said(page, "worked out")
    page.desk = page.locator(".claimbook-desk")
    return page


@pytest.fixture(scope="module")
def page(browser: Any, lab: str) -> Iterator[Any]:
    page = _desk(browser, lab, "greater-boston")
    yield page
    page.close()


@pytest.fixture
def at_first(page: Any) -> Any:
    page.desk.locator("button.n").first.click()
    return page


def _said(page: Any, text: str) -> None:
    page.wait_for_function("t => document.querySelector('.claimbook-desk .status').textContent.includes(t)", arg=text)


def _claims(review: Path, article: str = "greater-boston") -> list[Claim]:
    opened: Review = open_review(review)
    return sorted(opened.catalogue(article).claims, key=lambda claim: (claim.start, -claim.end))


def test_keys_move_and_a_claim_is_rejected_noted_and_accepted_on_disk(at_first: Any, review: Path) -> None:
    page, file = at_first, review / "claims" / "greater-boston.yaml"
    before = file.read_bytes()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.desk.locator(".panel h3").inner_text().startswith("Claim 3 of ")
    page.keyboard.press("k")
    quote = page.desk.locator(".panel blockquote").inner_text()
    assert quote == _claims(review)[1].quote
    page.keyboard.press("r")
    _said(page, "Claim 2 rejected, saved")
    assert _claims(review)[1].review.status == "rejected"
    assert _claims(review)[1].review.by == "mira"
    page.keyboard.press("k")
    page.keyboard.press("n")
    page.keyboard.press("Control+A")
    page.keyboard.type("ask the clinic: j and k are letters here")
    page.keyboard.press("Control+Enter")
    _said(page, "Claim 2 noted, saved")
    assert _claims(review)[1].review.note == "ask the clinic: j and k are letters here"
    page.keyboard.press("a")
    _said(page, "Claim 2 accepted, saved")
    assert _claims(review)[1].review.status == "accepted"
    for _ in range(3):
        page.keyboard.press("u")
    page.wait_for_selector(".claimbook-desk [data-act=undo][disabled]")
    _said(page, "Claim 2 undone")
    assert file.read_bytes() == before
    assert not page.dialogs


def test_a_verdict_is_set_by_keyboard_and_undone(at_first: Any, review: Path) -> None:
    page, file = at_first, review / "evidence" / "assessments" / "greater-boston.yaml"
    before = file.read_bytes()
    claim = next(claim for claim in _claims(review) if claim.review.status != "rejected").id
    for _ in range([claim.id for claim in _claims(review)].index(claim)):
        page.keyboard.press("j")
    page.keyboard.press("v")
    form = page.desk.locator("form[data-form=judge]")
    form.locator("[name=verdict]").select_option("contradicts")
    form.locator("input[type=search]").fill("zarate 2006")
    form.locator(".shelf select").last.select_option("against")
    form.locator("[name=why]").fill("It was another drug.\nAsked twice.")
    page.keyboard.press("Control+Enter")
    page.desk.locator(".verdict", has_text="read by mira").wait_for()
    said = open_evidence(open_review(review)).of(claim)[-1]
    assert (said.verdict, said.by, len(said.against)) == ("contradicts", "mira", 1)
    assert said.why == "It was another drug.\nAsked twice."
    page.keyboard.press("u")
    page.desk.locator(".verdict", has_text="read by mira").wait_for(state="detached")
    assert file.read_bytes() == before


def test_what_was_typed_outlives_a_file_that_changed_underneath(at_first: Any, review: Path) -> None:
    page, file = at_first, review / "claims" / "greater-boston.yaml"
    before = file.read_bytes()
    page.keyboard.press("n")
    page.keyboard.press("Control+A")
    page.keyboard.type("a long thought")
    file.write_bytes(before + b"# somebody else was here\n")
    page.keyboard.press("Control+Enter")
    page.desk.locator("[role=alert] p").wait_for()
    assert page.desk.locator("[name=note]").input_value() == "a long thought"
    page.desk.locator("[data-act=reload]").click()
    page.desk.locator("[role=alert] p").wait_for(state="detached")
    assert page.desk.locator("[name=note]").input_value() == "a long thought"
    page.desk.locator("[name=note]").press("Control+Enter")
    _said(page, "Claim 1 noted, saved")
    assert _claims(review)[0].review.note == "a long thought"
    assert file.read_bytes().endswith(b"# somebody else was here\n")
    file.write_bytes(before)
    page.desk.locator("[data-act=undo]").click()  # somebody changed the file again: refused, and said
    page.desk.locator("[data-act=reload]").click()
    _said(page, "worked out")


def test_a_file_that_changes_underneath_is_told_before_anything_is_saved(at_first: Any, review: Path) -> None:
    page, file = at_first, review / "claims" / "greater-boston.yaml"
    before = file.read_bytes()
    page.keyboard.press("n")
    page.keyboard.press("Control+A")
    page.keyboard.type("half a thought")
    file.write_bytes(before + b"# somebody else was here\n")
    page.desk.locator("[role=alert] p", has_text="changed on disk").wait_for(timeout=15_000)
    assert page.desk.locator("[name=note]").input_value() == "half a thought"
    file.write_bytes(before)
    page.desk.locator("[data-act=reload]").click()
    page.desk.locator("[role=alert] p").wait_for(state="detached")
    assert page.desk.locator("[name=note]").input_value() == "half a thought"
    page.keyboard.press("Escape")
    _said(page, "worked out")


def test_a_filter_leaves_only_its_claims_to_move_among(at_first: Any) -> None:
    page = at_first
    page.keyboard.press("/")
    page.desk.get_by_label("Filter claims").select_option("contradict")
    seen = set()
    page.desk.locator("button.n:not(.out)").first.click()
    for _ in range(8):
        assert page.desk.locator(".pair.contradict").count() > 0
        seen.add(page.desk.locator(".panel h3").inner_text())
        page.keyboard.press("j")
    _said(page, "No further claim")
    assert len(seen) == page.desk.locator("button.n:not(.out)").count()
    page.desk.get_by_label("Filter claims").select_option("all")


def test_no_serious_accessibility_fault_in_any_state(at_first: Any) -> None:
    from axe_playwright_python import base

    page, faults = at_first, []
    page.desk.get_by_label("Filter claims").select_option("findings")  # a claim that has one, so that it can be waived
    page.desk.locator("button.n:not(.out)").first.click()
    page.evaluate(Path(base.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    for key in ("", "e", "n", "v", "w", "?"):
        if key:
            page.keyboard.press(key)
            page.desk.locator("form").wait_for()
        found = page.evaluate("axe.run('.claimbook-desk')")
        assert found["passes"], "axe looked at nothing"
        faults += [(key, f["id"]) for f in found["violations"] if f["impact"] in ("serious", "critical")]
        page.keyboard.press("Escape")
    page.desk.get_by_label("Filter claims").select_option("all")
    assert faults == []


def test_an_article_that_wants_to_be_markup_is_shown_as_text(browser: Any, lab: str) -> None:
    page = _desk(browser, lab, "hostile")
    shown = page.desk.locator(".text .body").evaluate(
        "p => [...p.querySelectorAll('mark')].map(m => m.textContent).join('')"
    )
    assert HOSTILE in shown
    assert page.desk.locator("img, script").count() == 0
    mark = page.desk.locator("mark.twice").first
    mark.click()
    inner = page.desk.locator(".panel blockquote").inner_text()
    mark.click()  # once more: the claim around it
    assert inner in page.desk.locator(".panel blockquote").inner_text() != inner
    assert page.dialogs == []
    assert [url for url in page.asked if not url.startswith((lab, lab.replace("http", "ws"), "data:", "blob:"))] == []
    page.close()
