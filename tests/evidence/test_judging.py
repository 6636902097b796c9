"""What assessments come to: downgraded verdicts, disagreements, kappa."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from claimbook.evidence.judging import UNCONFIRMED, agreement, disagreements, first_readings, standing
from claimbook.evidence.nouns import Assessment, Record
from claimbook.evidence.shelf import Evidence
from claimbook.evidence.summary import how_much_read, status

SOLID, SNIPPET, PAGE, UNREAD = (
    {"design": "cohort"},
    {"design": "randomised trial", "read": "snippet"},
    {"design": "provider page", "read": "full text"},
    {"design": "cohort", "read": None},
)


@pytest.mark.parametrize(
    ("verdict", "key", "records", "stands"),
    [
        ("supports", "supporting", [SOLID], "supports"),
        ("supports", "supporting", [SNIPPET, SOLID], "supports"),
        ("supports", "supporting", [SNIPPET], "partly supports"),
        ("supports", "supporting", [PAGE, SNIPPET], "partly supports"),
        ("supports", "supporting", [UNREAD], "partly supports"),
        ("contradicts", "against", [SOLID], "contradicts"),
        ("contradicts", "against", [PAGE], UNCONFIRMED),
        ("contradicts", "against", [SNIPPET, SNIPPET], UNCONFIRMED),
        ("partly supports", "supporting", [SNIPPET], "partly supports"),
    ],
)
def test_no_decisive_verdict_rests_on_snippets_and_pages(
    make_record: Callable[..., Record],
    make_assessment: Callable[..., Assessment],
    verdict: str,
    key: str,
    records: list[dict[str, str]],
    stands: str,
) -> None:
    known = {f"r{number}": make_record(id=f"r{number}", **spec) for number, spec in enumerate(records)}
    found = standing(make_assessment(verdict, **{key: list(known)}), known)
    assert found.verdict == stands
    assert bool(found.downgraded) == (stands != verdict)


def test_a_solid_record_on_the_other_side_does_not_help(
    make_record: Callable[..., Record], make_assessment: Callable[..., Assessment]
) -> None:
    known = {"a": make_record(id="a", **PAGE), "b": make_record(id="b", **SOLID)}
    assert standing(make_assessment("supports", supporting=["a"], against=["b"]), known).verdict == "partly supports"


@pytest.mark.parametrize(
    ("verdict", "records"),
    [
        ("supports", {}),
        ("partly supports", {"against": ["a"]}),
        ("contradicts", {"supporting": ["a"]}),
        ("contradicts", {"nearest": ["a"]}),
        ("not yet assessed", {"supporting": ["a"]}),
    ],
)
def test_a_verdict_without_evidence_is_refused(
    make_assessment: Callable[..., Assessment], verdict: str, records: dict[str, list[str]]
) -> None:
    with pytest.raises(ValidationError):
        make_assessment(verdict, **records)


def two_readers(make: Callable[..., Assessment], pairs: list[tuple[str, str]]) -> list[Assessment]:
    named = {
        "supports": {"supporting": ["a"]},
        "contradicts": {"against": ["a"]},
        "partly supports": {"supporting": ["a"]},
    }
    return [
        make(verdict, claim=f"x/{number}", by=by, **named.get(verdict, {}))
        for number, pair in enumerate(pairs)
        for by, verdict in zip(("Ada", "Bo"), pair, strict=True)
    ]


def test_kappa_is_that_of_the_textbook(make_assessment: Callable[..., Assessment]) -> None:
    # 20 and 15 agreements, 5 and 10 disagreements of 50: kappa is 0.40
    pairs = [("supports", "supports")] * 20 + [("supports", "not found")] * 5
    pairs += [("not found", "supports")] * 10 + [("not found", "not found")] * 15
    (found,) = agreement(two_readers(make_assessment, pairs))
    assert found.readers == ("Ada", "Bo")
    assert (found.parts, found.same) == (50, 35)
    assert found.kappa == pytest.approx(0.4)
    assert found.interval is not None
    assert found.interval[0] < 0.4 < found.interval[1]


def test_one_verdict_throughout_has_no_kappa(make_assessment: Callable[..., Assessment]) -> None:
    (found,) = agreement(two_readers(make_assessment, [("not found", "not found")] * 4))
    assert (found.kappa, found.interval, found.same) == (None, None, 4)


def test_what_a_reader_has_not_assessed_does_not_count(make_assessment: Callable[..., Assessment]) -> None:
    pairs = [("supports", "not yet assessed"), ("supports", "contradicts")]
    (found,) = agreement(two_readers(make_assessment, pairs))
    assert found.parts == 1
    assert agreement(two_readers(make_assessment, pairs[:1])) == []


def test_disagreements(make_assessment: Callable[..., Assessment]) -> None:
    pairs = [("supports", "supports"), ("contradicts", "not found")]
    assert [[one.by for one in read] for read in disagreements(two_readers(make_assessment, pairs))] == [["Ada", "Bo"]]


def test_the_first_reader_comes_first(
    make_record: Callable[..., Record], make_assessment: Callable[..., Assessment]
) -> None:
    read = two_readers(make_assessment, [("contradicts", "not found")])
    evidence = Evidence({"a": make_record(id="a", **SOLID)}, tuple(read))
    assert [one.verdict for one in first_readings(evidence)] == ["contradicts"]
    found = status(evidence, [])
    assert found.verdicts == {
        "supports": 0,
        "partly supports": 0,
        "contradicts": 1,
        UNCONFIRMED: 0,
        "not found": 0,
        "not yet assessed": 0,
    }
    assert len(found.disagreements) == 1


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ([], "No evidence was read."),
        (["abstract"], "None of 1 record was read in full: 1 in an abstract."),
        (
            ["abstract", "snippet", "abstract"],
            "None of 3 records was read in full: 2 in an abstract and 1 in a snippet.",
        ),
        (["full text", "snippet"], "1 of 2 records was read in full, 1 in a snippet."),
        (["full text", "full text", None], "2 of 3 records were read in full, 1 nobody says how far."),
        (["full text", "full text"], "2 of 2 records were read in full."),
    ],
)
def test_how_much_was_read_is_counted(make_record: Callable[..., Record], read: list[str | None], said: str) -> None:
    assert how_much_read([make_record(read=one) for one in read]) == said
