"""The report: escaped, the same every time, without a way out of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import claimbook
from claimbook.views.report import pages, write_report

ROOT = Path(__file__).parents[2]
HOSTILE = """\
# <img src=x onerror=alert(1)>

Rents rose by 9% in May, <script>alert("rents")</script> said 60% of tenants.

Rents fell by 9% in May, said the "city" & its {{ 7 * 7 }} council.
"""


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    return pages(claimbook.open(ROOT))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("articles") / "rents.md"
    path.write_text(HOSTILE, encoding="utf-8")
    return pages(claimbook.open(path))


def test_every_article_has_a_page_that_shows_all_of_its_text(shipped: dict[str, str]) -> None:
    book = claimbook.open(ROOT)
    for source in book.sources.sources:
        tree = html.fromstring(shipped[f"article-{source.article}.html"])
        for number in tree.xpath("//*[@class='body']//a[@class='n']"):
            number.drop_tree()
        shown = "".join(node.text_content() for node in tree.xpath("//*[@class='body']"))
        assert "".join(shown.split()) == "".join(source.text.split())


def test_every_claim_has_a_note_and_every_link_inside_leads_somewhere(shipped: dict[str, str]) -> None:
    trees = {name: html.fromstring(page) for name, page in shipped.items()}
    targets = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    for claim in claimbook.open(ROOT).all_claims:
        assert claim.id.rpartition("/")[2] in targets[f"article-{claim.article}.html"]
    for name, tree in trees.items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), f"{name}: an id twice"
        for address in tree.xpath("//a/@href"):
            page, _, anchor = address.partition("#")
            if page.startswith("https://") or page.startswith("http://"):
                continue
            assert (page or name) in targets, f"{name}: {address}"
            assert not anchor or anchor in targets[page or name], f"{name}: {address}"


def test_hostile_text_is_shown_and_never_markup(hostile: dict[str, str]) -> None:
    page = hostile["article-rents.html"]
    tree = html.fromstring(page)
    assert tree.xpath("//script") == []
    assert tree.xpath("//img") == []
    assert '<script>alert("rents")</script>' in tree.text_content()
    assert "{{ 7 * 7 }}" in tree.text_content()


def test_pages_hold_no_way_out(shipped: dict[str, str], hostile: dict[str, str]) -> None:
    for name, page in {**shipped, **{f"hostile {k}": v for k, v in hostile.items()}}.items():
        tree = html.fromstring(page)
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert "default-src 'none'" in policy, name
        assert "unsafe" not in policy, name
        assert tree.xpath("//@style | //@onclick | //@onload | //link | //iframe | //form | //@src") == [], name
        assert len(tree.xpath("//script")) <= (name.endswith("claims.html")), name
        assert re.search(r"/(home|tmp|work|root)/", re.sub(r"https?://\S+", "", tree.text_content())) is None, name


def test_the_same_review_gives_the_same_bytes(shipped: dict[str, str], tmp_path: Path) -> None:
    written = write_report(claimbook.open(ROOT), tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == shipped
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(shipped)


def test_an_article_without_claims_has_a_report(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hello.\n", encoding="utf-8")
    made = pages(claimbook.open(tmp_path / "note.txt"))
    assert "0 checkable claims in 1 article" in made["index.html"]
    assert "Hello." in made["article-note.html"]
