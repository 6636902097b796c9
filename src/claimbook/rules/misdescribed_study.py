"""A203: a named study whose record says otherwise.

Refuses to guess which study is meant: a reader says so in an assessment (`describes`), or the claim names the first
author and the year of exactly one record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.evidence.nouns import Record
from claimbook.model import Claim, Finding
from claimbook.rules.judged import named
from claimbook.rules.reading import Reading
from claimbook.rules.rule import Context, Rule

_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_SURNAME = re.compile(r"[^\W\d_][\w'’-]+(?: [a-z][\w'’-]+)*")
_PEOPLE = frozenset(
    {"people", "person", "patient", "participant", "adult", "volunteer", "subject", "woman", "man", "child"}
)
_STUDIES = frozenset({"study", "trial", "report", "paper", "article"})


@dataclass(frozen=True)
class _Telling:
    """Hold a claim that tells of a study, and the records of that study."""

    context: Context
    reading: Reading
    claim: Claim
    records: tuple[Record, ...]


def _find(context: Context) -> Iterator[Finding]:
    if not context.evidence.records:
        return
    said: dict[str, list[str]] = {}
    for one in context.evidence.assessments:
        said.setdefault(one.claim, []).extend(one.describes)
    for reading, claim in context.claims():
        records = _described(context, claim, said.get(claim.id, []))
        wrong = list(_wrong(_Telling(context, reading, claim, records))) if records else []
        if wrong:
            weak = all(record.weak for record in records)
            caution = " The record was read as a snippet only: read the study itself." if weak else ""
            message = f"The record of this study says otherwise: {'; '.join(wrong)} ({_told(records)}).{caution}"
            yield RULE.at(reading, claim.at, message, [claim.id], "warning" if weak else None)


def _told(records: tuple[Record, ...]) -> str:
    """Sum records up for an editor: which, of when, about what, with how many people."""
    parts = []
    for one in records:
        size = f"{one.n} people" if one.n is not None else None
        facts = (named([one]), str(one.year) if one.year else None, ", ".join(one.conditions), size)
        parts.append(", ".join(filter(None, facts)))
    return "; ".join(parts)


def _described(context: Context, claim: Claim, said: list[str]) -> tuple[Record, ...]:
    """Give the records of the study a claim tells of: those its assessments name, else the one it cites."""
    if said:
        return tuple(context.evidence.named(dict.fromkeys(said)))
    years = {int(year) for year in _YEAR.findall(claim.quote)}
    if not years:
        return ()
    cited = [one for one in context.evidence.records.values() if one.year in years and _names_author(claim.quote, one)]
    return tuple(cited) if len(cited) == 1 else ()


def _names_author(quote: str, record: Record) -> bool:
    surname = _SURNAME.match(record.authors or "")
    return surname is not None and re.search(rf"\b{re.escape(surname[0])}\b", quote) is not None


def _wrong(told: _Telling) -> Iterator[str]:
    yield from _institution(told)
    yield from _conditions(told)
    yield from _year(told)
    for nouns, what, known in (
        (_PEOPLE, "people", {one.n for one in told.records}),
        (_STUDIES, "studies", {one.n_studies for one in told.records}),
    ):
        yield from _count(told.claim, nouns, what, known)


def _institution(told: _Telling) -> Iterator[str]:
    beside = told.context.beside
    known = [one for record in told.records for one in record.institutions]
    other = [one for one in beside.institutions.named(told.claim.quote) if one not in known]
    if known and other:
        yield f"it was {' and '.join(known)}, not {' or '.join(other)}"


def _conditions(told: _Telling) -> Iterator[str]:
    beside = told.context.beside
    known = [one for record in told.records for one in record.conditions]
    other = [one for one in beside.conditions.named(told.claim.quote) if not beside.conditions.touches(known, one)]
    if known and other:
        yield f"it is about {', '.join(dict.fromkeys(known))}, not {' or '.join(other)}"


def _year(told: _Telling) -> Iterator[str]:
    known = {record.year for record in told.records}
    years = [year for year in _YEAR.findall(told.claim.quote) if int(year) not in known]
    if None not in known and len(known) == 1 and len(years) == 1 and len(_YEAR.findall(told.claim.quote)) == 1:
        yield f"it is of {min(filter(None, known))}, not {years[0]}"


def _count(claim: Claim, nouns: frozenset[str], what: str, known: set[int | None]) -> Iterator[str]:
    for quantity in claim.quantities:
        if quantity.kind != "count" or quantity.low is None or quantity.low != quantity.high:
            continue
        words = (quantity.unit or "").split()
        if words and words[-1] in nouns and None not in known and quantity.low not in known:
            said = ", ".join(str(one) for one in sorted(filter(None, known)))
            yield f"{said} {what}, not {quantity.low:g}"


RULE = Rule(
    code="A203",
    name="misdescribed-study",
    severity="error",
    summary="A named study whose record in the evidence says otherwise.",
    find=_find,
)
