"""What an editor can publish on an article: each claim that must be checked, the verdict, why, and the sources.

Refuses a verdict nobody gave: a claim without an assessment says that nobody has looked. Advice is put together from
what readers and rules recorded, never from anywhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.evidence.judging import Standing, by_part, standing
from claimbook.evidence.lookup.references import in_text
from claimbook.evidence.nouns import Record

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.model import Claim, Finding
    from claimbook.views.book import Book

WORTH = 3
OPEN = "not yet assessed"
# The strongest design first, to say how strong what was found is.
STRONGEST = (
    "meta-analysis", "systematic review", "randomised trial", "guideline", "regulatory notice", "label",
    "official statistic", "open-label trial", "cohort", "case report", "narrative review", "animal study",
    "provider page",
)  # fmt: skip
POOLED = ("meta-analysis", "systematic review")
COLUMNS = ("claim", "article", "quote", "verdict", "found", "strength", "instead")
_MOST_NAMED = 3


@dataclass(frozen=True)
class Entry:
    """Hold what a fact-check says of one claim, or of the `quote` of it that was judged.

    `verdict` is the one that stands, `found` the reader's reason, `strength` the designs it rests on, `instead` what to
    write. `flags` are the findings a reader of the page should see too.
    """

    claim: Claim
    quote: str
    verdict: str
    found: str
    strength: str
    instead: str
    supporting: tuple[Record, ...] = ()
    against: tuple[Record, ...] = ()
    nearest: tuple[Record, ...] = ()
    flags: tuple[Finding, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """List the records named, each once."""
        named = {record.id: record for record in (*self.supporting, *self.against, *self.nearest)}
        return tuple(named.values())


def entries(book: Book) -> list[Entry]:
    """List what is known of every claim that must be checked or was assessed, in the order of articles and text."""
    evidence = book.sources.evidence
    read: dict[str, list[Standing]] = {}
    for part in by_part(evidence.assessments).values():
        read.setdefault(part[0].claim, []).append(standing(part[0], evidence.records))
    figures = _figures(book)
    flags = _flags(book)
    return [
        _entry(claim, one, book, figures.get(claim.id, ""), tuple(flags.get(claim.id, ())))
        for claim in book.all_claims
        if claim.worth >= WORTH or claim.id in read
        for one in read.get(claim.id, [None])
    ]


def frame(found: Iterable[Entry]) -> pd.DataFrame:
    """Tabulate entries, one a row, in `COLUMNS`."""
    import pandas as pd

    rows = [
        (one.claim.id, one.claim.article, one.quote, one.verdict, one.found, one.strength, one.instead) for one in found
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype("string")


def _entry(claim: Claim, read: Standing | None, book: Book, figures: str, flags: tuple[Finding, ...]) -> Entry:
    if read is None:
        return Entry(claim, claim.quote, OPEN, "Nobody has looked.", "", _instead(claim, OPEN, (), ""), flags=flags)
    named = book.sources.evidence.named
    one = read.assessment
    supporting, against, nearest = (tuple(named(ids)) for ids in (one.supporting, one.against, one.nearest))
    weaker = f" Read as “{one.verdict}”, but it {read.downgraded}." if read.downgraded else ""
    rests_on = against if one.verdict == "contradicts" else supporting
    return Entry(
        claim,
        one.quote or claim.quote,
        read.verdict,
        one.why + weaker,
        _strength((*supporting, *against)),
        _downgraded(read, rests_on) or _instead(claim, read.verdict, rests_on or nearest, figures),
        supporting,
        against,
        nearest,
        flags,
    )


def _downgraded(read: Standing, records: Sequence[Record]) -> str:
    """Say what to do where the reader's verdict does not stand yet: read the sources first."""
    first = f"read in full first: {_named(records)}"
    advice = {
        "supports": f"Keep it only if the source bears it out; {first}",
        "contradicts": f"Take it out, or {first}",
    }
    return _ended(advice.get(read.assessment.verdict, "")) if read.downgraded and records else ""


def _instead(claim: Claim, verdict: str, records: Sequence[Record], figures: str) -> str:
    """Say what to write instead, by what was found."""
    named = _named(records)
    sourced = claim.attribution.level in ("named", "cited")
    advice = {
        "supports": "Keep it" if sourced or not named else f"Keep it, and name the source: {named}",
        "partly supports": figures or f"Say no more than was found, and in whom; name the source: {named}",
        "contradicts": figures or f"Take it out, or write what was found and name it: {named}",
        "not found": f"Take it out, or ask the author for the source{f'. Nearest: {named}' if named else ''}",
    }.get(verdict, "Do not let it stand as fact until somebody has looked")
    certain = " Do not word it as certain." if claim.certainty == "absolute" and verdict != "supports" else ""
    return _ended(advice) + certain


def _named(records: Sequence[Record]) -> str:
    return ", ".join(in_text(record) for record in _strongest(records)[:_MOST_NAMED])


def _ended(text: str) -> str:
    """End a sentence, once: a name may end in `et al.`"""
    return text if not text or text.endswith(".") else f"{text}."


def _strength(records: Sequence[Record]) -> str:
    """Say how strong what was found is: designs, the strongest first, and the most that was read of one."""
    designs = Counter(record.design or "unknown design" for record in _strongest(records))
    read = {record.read.how_much for record in records}
    most = next((each for each in ("full text", "abstract", "snippet") if each in read), None)
    said = ", ".join(design if times == 1 else f"{times} × {design}" for design, times in designs.items())
    return f"{said}; at most {'an ' if most == 'abstract' else 'a '}{most} read" if said and most else said


def _strongest(records: Sequence[Record]) -> list[Record]:
    order = {design: number for number, design in enumerate(STRONGEST)}
    return sorted(records, key=lambda record: order.get(record.design or "", len(order)))


def _figures(book: Book) -> dict[str, str]:
    """Say for each claim with a figure what the studies found on each question it answers."""
    rows = book.beside
    told = {str(question): _found(book, group) for question, group in rows.groupby("question", sort=False)}
    asked: dict[str, dict[str, None]] = {}
    claims = rows[rows["side"] == "claim"]
    for claim, question in zip(claims["source"], claims["question"], strict=True):
        asked.setdefault(str(claim), {})[str(question)] = None
    said = {claim: " ".join(told[one] for one in questions if told[one]) for claim, questions in asked.items()}
    return {claim: f"Give the figure that was found. {text}" for claim, text in said.items() if text}


def _found(book: Book, rows: pd.DataFrame) -> str:
    studies = rows[(rows["side"] == "study") & (rows["role"] != "comparison") & rows["value"].notna()]
    studies = studies[studies["design"] != "provider page"]
    if studies.empty:
        return ""
    pooled = studies[studies["design"].isin(POOLED)]
    picked = studies if pooled.empty else pooled
    unit = str(rows["unit"].iloc[0])
    unit = unit if unit == "%" else f" {unit}"
    low, high = float(picked["value"].min()), float(picked["value"].max())
    span = f"{low:.3g}{unit}" if low == high else f"{low:.3g} to {high:.3g}{unit}"
    records = book.sources.evidence.records
    ends = picked.loc[[picked["value"].idxmin(), picked["value"].idxmax()], "source"]
    names = list(dict.fromkeys(in_text(records[source]) for source in [*ends, *picked["source"]]))[:_MOST_NAMED]
    kind = "pooled" if not pooled.empty else "in single studies"
    return f"{rows['asked'].iloc[0]} {span} {kind} ({', '.join(names)})."


def _flags(book: Book) -> dict[str, list[Finding]]:
    """Group errors, and what is amiss with a statistic or its source, by the claim they name first.

    What the evidence says (E) stands in the verdict; what only an editor should weigh stays out of a published page.
    """
    found: dict[str, list[Finding]] = {}
    for finding in book.all_findings:
        published = finding.severity == "error" or finding.code[0] in "AS"
        if finding.claims and published and not finding.code.startswith("E"):
            found.setdefault(finding.claims[0], []).append(finding)
    return found
