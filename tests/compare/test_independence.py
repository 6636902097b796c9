"""What articles agree on, and whether that supports anything."""

from __future__ import annotations

import pytest

from claimbook.compare import compare
from claimbook.compare.independence import agreements, standing
from claimbook.model import Article, Attribution, Claim, Relation, RelationReview

from .claims_by_hand import claim, percent


def by(level: str, text: str | None) -> Attribution:
    return Attribution.model_validate({"level": level, "text": text})


def record(name: str, publisher: str) -> Article:
    said = {"title": None, "url": None, "published": None, "interests": None, "text": "a.txt", "sha256": "0" * 64}
    return Article.model_validate({"id": name, "publisher": publisher, **said})


def agree(a: Claim, b: Claim, status: str | None = None) -> Relation:
    review = RelationReview.model_validate({"status": status, "by": "ada"}) if status else None
    first, second = sorted((a.id, b.id))
    return Relation(a=first, b=second, relation="agree", kind="numeric", why="one figure; x", review=review)


def owls(article: str, level: str = "none", text: str | None = None, quote: str = "Owls hunt at dusk") -> Claim:
    return claim(article, f"{quote} near {article}", attribution=by(level, text))


NAMED = ("named", "a survey by the Tessen Bird Trust")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(owls("a"), owls("b"), "neither names a source", id="none names one"),
        pytest.param(owls("a"), owls("b", *NAMED), "only b names a source", id="one names one"),
        pytest.param(
            owls("a", *NAMED),
            owls("b", "cited", "Lindqvist 2019"),
            "each names a source of its own",
            id="two names",
        ),
        pytest.param(
            owls("a", *NAMED),
            owls("b", "named", "the Tessen Bird Trust"),
            "one source: both rest on “a survey by the Tessen Bird Trust”",
            id="the same study",
        ),
        pytest.param(
            claim("a", "The owls nest in old barns and hunt voles at dusk"),
            claim("b", "The owls nest in old barns and hunt voles at dusk"),
            "one source: the same passage stands in both",
            id="copied",
        ),
        pytest.param(owls("a"), owls("a", quote="At dusk owls hunt"), None, id="one article"),
    ],
)
def test_what_stands_behind_an_agreement_is_said(a: Claim, b: Claim, expected: str | None) -> None:
    assert standing(a, b) == expected


def test_one_publisher_is_one_source() -> None:
    records = {"a": record("a", "Harbour Press"), "b": record("b", "Harbour Press")}
    assert standing(owls("a", *NAMED), owls("b", "cited", "Lindqvist 2019"), records) == (
        "one source: both are published by Harbour Press"
    )


def test_groups_join_what_hangs_together() -> None:
    a, b, c, d, e = (owls(name) for name in "abcde")
    groups = agreements([agree(b, c), agree(a, b), agree(d, e)], [a, b, c, d, e])
    assert [group.articles for group in groups] == [("a", "b", "c"), ("d", "e")]
    assert groups[0].why == "one figure"
    assert {group.standing for group in groups} == {"no source"}


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param([None, None, None], "no source", id="none"),
        pytest.param([NAMED, None, None], "one source", id="one of three"),
        pytest.param([NAMED, NAMED, None], "one source", id="the same twice"),
        pytest.param([NAMED, ("cited", "Lindqvist 2019"), None], "several sources", id="two"),
    ],
)
def test_how_many_sources_a_group_has(sources: list[tuple[str, str] | None], expected: str) -> None:
    claims = [owls(name, *(source or ())) for name, source in zip("abc", sources, strict=True)]
    pairs = [agree(claims[0], claims[1]), agree(claims[1], claims[2])]
    assert [group.standing for group in agreements(pairs, claims)] == [expected]


def test_what_people_dismissed_and_one_article_alone_are_no_agreement() -> None:
    a, b, again = owls("a"), owls("b"), owls("a", quote="At dusk owls hunt")
    assert agreements([agree(a, b, "dismissed"), agree(a, again)], [a, b, again]) == []


@pytest.mark.parametrize(
    ("a", "b", "agrees"),
    [
        pytest.param("The dyke reduces flood damage", "The dyke lowers flood damage", True, id="a change"),
        pytest.param("The glue is safe for fish tanks", "The glue is harmless in fish tanks", True, id="a pole"),
        pytest.param(
            "The northern canal froze over twice that winter",
            "Twice that winter the northern canal froze over",
            True,
            id="nearly the same words",
        ),
        pytest.param("The dyke reduces flood damage", "The dyke raises flood damage", False, id="against each other"),
        pytest.param("The dyke reduces flood damage", "The tax reduces rent arrears", False, id="two things"),
        pytest.param(
            "The canal froze over that winter in Tessen",
            "The canal never froze over that winter in Tessen",
            False,
            id="denied",
        ),
    ],
)
def test_articles_agree(a: str, b: str, agrees: bool) -> None:
    found = compare([claim("a", a), claim("b", b)])
    assert ("agree" in {relation.relation for relation in found}) == agrees
    assert all(r.why.endswith("; neither names a source") for r in found if r.relation == "agree")


def test_the_same_figure_from_one_study_is_told() -> None:
    figure = [percent("62%", 62, 62)]
    quote = "Of the oak seedlings in the park 62% survived the winter"
    other = "In the park 62% of oak seedlings survived the winter"
    claims = [
        claim("a", quote, quantities=figure, attribution=by(*NAMED)),
        claim("b", other, quantities=figure, attribution=by(*NAMED)),
    ]
    assert [r.why for r in compare(claims)] == [
        "both say “62%”; one source: both rest on “a survey by the Tessen Bird Trust”"
    ]
