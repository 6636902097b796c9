"""The report: escaped, the same every time, without a way out of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import claimbook
from claimbook.evidence.summary import how_much_read
from claimbook.views.report import pages, write_report
from claimbook.views.report.reading import Reading

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
        for number in tree.xpath("//*[contains(@class, 'body')]//a[@class='n']"):
            number.drop_tree()
        shown = "".join(node.text_content() for node in tree.xpath("//*[contains(@class, 'body')]"))
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


CLASHING = {
    "tram": """\
# **Trams** in the old town

The new line has 14 stops. It cuts car traffic by over 70% within a year.

# of passengers rose. The tram is never late. ** not bold ** <b>nor this</b>.
""",
    "bus": "The new line has 19 stops. It cuts car traffic by more than 80% within a year.\n",
}


@pytest.fixture(scope="module")
def clashing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("clashing")
    for name, text in CLASHING.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return pages(claimbook.open(folder))


def test_headings_and_bold_look_so_and_keep_every_character(clashing: dict[str, str]) -> None:
    tree = html.fromstring(clashing["article-tram.html"])
    (heading,) = tree.xpath("//*[@role='heading']")
    assert heading.text_content() == "# **Trams** in the old town"
    assert heading.xpath(".//*[@class='sign']/text()") == ["# ", "**", "**"]
    assert heading.xpath(".//b/text()") == ["Trams"]
    bodies = [node.text_content() for node in tree.xpath("//*[contains(@class, 'body')]")]
    assert any(body.startswith("# ") and "** not bold ** <b>nor this</b>" in body for body in bodies)
    assert len(tree.xpath("//*[@class='sign']")) == 3


def test_a_tension_does_not_stand_under_the_name_of_a_contradiction(clashing: dict[str, str]) -> None:
    tree = html.fromstring(clashing["findings.html"])
    found: dict[str, set[str]] = {}
    for head in tree.xpath("//h2"):
        said = {one.get("class") for one in head.getnext().getnext().xpath("./li")}
        found[" ".join(head.text_content().split()[:-2])] = said
    assert found["C301 figures in tension"] == {"warning"}
    assert found["C301 conflicting figures"] == {"error"}


def test_shipped_contradictions_and_tensions_of_one_rule_stand_apart(shipped: dict[str, str]) -> None:
    tree = html.fromstring(shipped["findings.html"])
    for head in tree.xpath("//h2[starts-with(@id, 'C301') or starts-with(@id, 'C302')]"):
        severities = {one.get("class") for one in head.getnext().getnext().xpath("./li")}
        assert severities == ({"warning"} if "in tension" in head.text_content() else {"error"})
    assert tree.xpath("//h2[@id='C302-tension']")


def test_numbers_say_what_they_are_counted_over(shipped: dict[str, str]) -> None:
    book = claimbook.open(ROOT)
    total, worthy = len(book.all_claims), sum(claim.worth >= 2 for claim in book.all_claims)
    must = sum(claim.worth >= 3 for claim in book.all_claims)
    said = " ".join(html.fromstring(shipped["index.html"]).xpath("//p[@class='lead']")[0].text_content().split())
    assert f"{worthy} of the {total} are worth checking, and {must} of the {worthy} must be checked" in said
    assert f"Between all {total} claims, " in said


def test_articles_are_called_by_their_titles(shipped: dict[str, str]) -> None:
    for name in ("claims", "differences", "findings", "article-what-to-know"):
        tree = html.fromstring(shipped[f"{name}.html"])
        shown = " ".join(tree.xpath("//main")[0].text_content().split())
        assert "greater-boston" not in shown, name
        assert "Ketamine Greater Boston" in shown, name


def test_a_reason_calls_articles_by_their_titles_outside_what_it_quotes() -> None:
    reading = Reading(claimbook.open(ROOT))
    said = reading.said("what-to-know says so; both say “what-to-know”, and somewhat-to-know is no article")
    title = "‘What to Know About Ketamine for Anxiety’"
    assert said == f"{title} says so; both say “what-to-know”, and somewhat-to-know is no article"


def test_an_editors_note_is_labelled(shipped: dict[str, str]) -> None:
    for relation in claimbook.open(ROOT).all_relations:
        if relation.relation == "contradict" and relation.review and relation.review.note:
            shown = " ".join(html.fromstring(shipped["differences.html"]).text_content().split())
            assert f"Editor’s note: {' '.join(relation.review.note.split())}" in shown


def test_an_undisclosed_interest_is_told_of_the_article_not_of_a_claim(shipped: dict[str, str]) -> None:
    tree = html.fromstring(shipped["article-greater-boston.html"])
    assert "P601" not in {code for note in tree.xpath("//article") for code in note.xpath(".//a[@class='code']/text()")}
    about = tree.xpath("//ul[@class='findings']")[0]
    assert "P601" in about.text_content()
    assert "Claims concerned:" in about.text_content()


def test_an_article_without_claims_has_a_report(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hello.\n", encoding="utf-8")
    made = pages(claimbook.open(tmp_path / "note.txt"))
    assert "0 checkable claims in 1 article" in made["index.html"]
    assert "Hello." in made["article-note.html"]


@pytest.mark.parametrize("page", ["index.html", "methods.html", "evidence.html"])
def test_a_page_says_how_much_of_the_evidence_was_read(shipped: dict[str, str], page: str) -> None:
    said = how_much_read(claimbook.open(ROOT).sources.evidence.records.values())
    assert said in " ".join(html.fromstring(shipped[page]).text_content().split())


def test_a_source_is_seen_at_a_site_and_called_by_no_slug(shipped: dict[str, str]) -> None:
    records = claimbook.open(ROOT).sources.evidence.records
    tree = html.fromstring(shipped["evidence.html"])
    for item in tree.xpath("//ol[@class='records']/li"):
        record = records[item.get("id")]
        named = item.xpath("./p[1]")[0].text_content().replace(record.read.at or "", "")
        assert record.id not in named
        assert not [one for one in item.xpath(".//dd/a") if "://" in one.text_content()]


def test_a_review_without_evidence_says_nothing_of_reading(hostile: dict[str, str]) -> None:
    assert "read in full" not in hostile["index.html"] + hostile["methods.html"]
