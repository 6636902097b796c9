"""What the desk shows, as data for the browser: an article cut into pieces, its claims, what is known of each.

Refuses markup: every text is the exact text, and the browser puts it in as text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from claimbook.evidence.judging import by_part, standing
from claimbook.evidence.nouns import VERDICTS
from claimbook.model import CLAIM_KINDS, Certainty, Claim, Direction, Finding, Topics, Waiver
from claimbook.text.sentences import split_sentences
from claimbook.views.desk.session import FACETS, Session
from claimbook.views.highlight import paragraphs

if TYPE_CHECKING:
    from claimbook.evidence.judging import Standing
    from claimbook.evidence.nouns import Record
    from claimbook.views.book import Book
    from claimbook.views.report.reading import Note, Side

Json = dict[str, Any]


def page(session: Session) -> Json:
    """Give the article with its claims as they stand now; pieces name claims by their place in the list."""
    claims = session.claims
    place = {claim.id: number for number, claim in enumerate(claims)}
    record = session.review.catalogue(session.article).article
    text = session.review.texts[session.article]
    topics = session.review.topics
    return {
        "article": session.article,
        "by": session.by,
        "title": record.title or record.publisher or session.article,
        "paragraphs": [
            [
                {"text": piece.text, "over": [place[c] for c in piece.claims], "opens": [place[c] for c in piece.opens]}
                for piece in paragraph.pieces
            ]
            for paragraph in paragraphs(text, claims)
        ],
        "claims": [row(claim) for claim in claims],
        "topics": [{"id": topic.id, "question": topic.question} for topic in topics.topics],
        "choices": _choices(topics),
    }


def row(claim: Claim) -> Json:
    """Give one claim."""
    return {
        "id": claim.id,
        "quote": claim.quote,
        "facets": {name: getattr(claim, name) for name in FACETS},
        "credits": claim.attribution.text,
        "figures": [quantity.text for quantity in claim.quantities],
        "review": claim.review.model_dump(mode="json"),
    }


def notes(book: Book, article: str) -> dict[str, Json]:
    """Give, by claim id, the findings (waived ones too), relations and evidence of an article's claims."""
    from claimbook.views.report.reading import Reading

    reading = Reading(book)
    found = next((each for each in reading.articles if each.source.article == article), None)
    waived = [finding for finding in book.checked.waived if finding.article == article]
    texts = {source.article: source.text for source in book.sources.sources}
    sentences: dict[str, list[tuple[int, int]]] = {}
    evidence = book.sources.evidence
    parts = by_part(evidence.assessments)
    return {
        claim: {
            "severity": note.severity,
            "findings": [*map(_finding, note.findings), *_waived(note, waived, book.sources.waivers.waivers)],
            "sides": [_side(side, texts, sentences) for side in _ranked(note)],
            "evidence": [
                _standing(standing(said, evidence.records), evidence.records, first=not n)
                for each in note.verdicts
                for n, said in enumerate(parts[each.assessment.claim, each.assessment.quote])
            ],
        }
        for claim, note in (found.notes.items() if found else ())
    }


def records(book: Book) -> list[Json]:
    """List the records of the review, by title, with how much of each was read."""
    known = book.sources.evidence.records.values()
    named = ({"id": one.id, "title": _title(one, one.id), "read": one.read.how_much, "weak": one.weak} for one in known)
    return sorted(named, key=lambda one: (str(one["title"]).casefold(), one["id"]))


def _choices(topics: Topics) -> Json:
    return {
        "topic": [None, *(topic.id for topic in topics.topics)],
        "kind": list(CLAIM_KINDS),
        "certainty": list(get_args(Certainty)),
        "worth": [1, 2, 3],
        "direction": [None, *get_args(Direction)],
        "verdict": list(VERDICTS),
    }


def _finding(finding: Finding, waiver: Waiver | None = None) -> Json:
    data = finding.model_dump(include={"code", "name", "severity", "message", "quote", "article"})
    data["claims"] = list(finding.claims)
    data["waived"] = waiver.model_dump() if waiver else None
    return data


def _waived(note: Note, waived: Sequence[Finding], waivers: Sequence[Waiver]) -> list[Json]:
    """Give the waived findings at a claim, each with the waiver that covers it."""
    from claimbook.rules.waiving import covers  # the rules load slowly: not before the article is shown

    here = (f for f in waived if note.claim.id in f.claims[:1] or (not f.claims and _overlap(f, note.claim)))
    return [_finding(f, next(waiver for waiver in waivers if covers(waiver, f))) for f in here]


def _overlap(finding: Finding, claim: Claim) -> bool:
    return finding.start < claim.end and claim.start < finding.end


def _ranked(note: Note) -> list[Side]:
    order = ("contradict", "tension", "agree")
    return sorted(note.sides, key=lambda side: order.index(side.relation.relation))


def _side(side: Side, texts: Mapping[str, str], sentences: dict[str, list[tuple[int, int]]]) -> Json:
    """Give a relation with the sentence of the other claim, cut before and after its quote."""
    other = side.other
    text = texts[other.article]
    if other.article not in sentences:
        sentences[other.article] = split_sentences(text)
    start, end = _sentence(sentences[other.article], other)
    return {
        "relation": side.relation.relation,
        "kind": side.relation.kind,
        "why": side.relation.why,
        "article": other.article,
        "before": text[start : other.start],
        "quote": other.quote,
        "after": text[other.end : end],
    }


def _sentence(spans: Sequence[tuple[int, int]], claim: Claim) -> tuple[int, int]:
    """Give the span from the start of the sentence a claim starts in to the end of the one it ends in."""
    first = bisect_right(spans, claim.start, key=lambda span: span[0]) - 1
    last = bisect_right(spans, claim.end - 1, key=lambda span: span[0]) - 1
    start = spans[first][0] if first >= 0 else claim.start
    return min(start, claim.start), max(spans[last][1] if last >= 0 else claim.end, claim.end)


def _standing(each: Standing, records: Mapping[str, Record], *, first: bool) -> Json:
    """Give a reader's judgement: the first reader's stands, the others are set beside it."""
    said = each.assessment
    return {
        "verdict": each.verdict,
        "quote": said.quote,
        "why": said.why,
        "by": said.by,
        "on": said.on,
        "first": first,
        "said": said.verdict,
        "named": {how: list(getattr(said, how)) for how in ("supporting", "against", "nearest")},
        "downgraded": f"Read as “{said.verdict}”, downgraded: it {each.downgraded}." if each.downgraded else "",
        "records": [
            {"how": how, "title": _title(records.get(name), name)}
            for how in ("supporting", "against", "nearest")
            for name in getattr(said, how)
        ],
    }


def _title(record: Record | None, name: str) -> str:
    if record is None:
        return name
    return ", ".join(str(part) for part in (record.title or name, record.year, record.design) if part)
