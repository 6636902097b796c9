"""What the pages of the report say, worked out of a book: each claim with its findings, relations and place.

Refuses HTML: templates and their escaping do that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.evidence.judging import Standing, by_part, standing
from claimbook.views.charts.layout import shorten
from claimbook.views.factpage import title_of
from claimbook.views.finding_names import Called, called
from claimbook.views.highlight import Paragraph, paragraphs
from claimbook.views.tally import WORTHY, Tally, tally

if TYPE_CHECKING:
    from claimbook.extract.sources import Source
    from claimbook.model import Claim, Finding, Relation
    from claimbook.views.book import Book

# Findings about an article, whichever claims they name: they stand above its text, not beside a claim.
ABOUT_ARTICLES = frozenset({"P601"})
_LONGEST_NAME = 44
_QUOTED = re.compile(r"(“[^”]*”)")


@dataclass(frozen=True)
class Side:
    """Hold a relation seen from one of its claims: `other` is the claim on the other side."""

    relation: Relation
    other: Claim


@dataclass(frozen=True)
class Note:
    """Hold what the margin says of one claim; `number` counts the claims of its article from 1."""

    number: int
    claim: Claim
    question: str | None
    findings: tuple[Finding, ...]
    sides: tuple[Side, ...]
    verdicts: tuple[Standing, ...] = ()

    @property
    def severity(self) -> str:
        """Name the worst severity of its findings: error, warning, info, or nothing."""
        found = {finding.severity for finding in self.findings}
        return next((name for name in ("error", "warning", "info") if name in found), "")


@dataclass(frozen=True)
class ArticlePage:
    """Hold what the page of one article shows."""

    source: Source
    title: str
    paragraphs: tuple[Paragraph, ...]
    notes: Mapping[str, Note]
    findings: tuple[Finding, ...]
    about: tuple[Finding, ...]

    def numbers(self, finding: Finding) -> list[Note]:
        """Give the notes of the claims of this article that a finding names."""
        return [self.notes[claim] for claim in finding.claims if claim in self.notes]

    @property
    def worthy(self) -> int:
        """Count the claims an editor would check."""
        return sum(claim.worth >= WORTHY for claim in self.source.claims)

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def clashes(self, name: str) -> int:
        """Count the relations of one name that a claim of this article is part of."""
        return len(
            {id(side.relation) for n in self.notes.values() for side in n.sides if side.relation.relation == name}
        )


class Reading:
    """Read a book for its report; every part is worked out once."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Find a claim by its id."""
        return {claim.id: claim for claim in self.book.all_claims}

    @cached_property
    def questions(self) -> dict[str, str]:
        """Find the question of a topic."""
        return {topic.id: topic.question for topic in self.book.sources.topics.topics}

    @cached_property
    def sides(self) -> dict[str, list[Side]]:
        """Find the relations of a claim, each seen from it; what people dismissed is left out."""
        found: dict[str, list[Side]] = {}
        for relation in self.relations:
            found.setdefault(relation.a, []).append(Side(relation, self.by_id[relation.b]))
            found.setdefault(relation.b, []).append(Side(relation, self.by_id[relation.a]))
        return found

    @cached_property
    def relations(self) -> list[Relation]:
        """List contradictions, tensions and agreement, in that order."""
        return [r for r in self.book.all_relations if r.relation != "not_comparable"]

    def related(self, name: str) -> list[tuple[str, list[Relation]]]:
        """Group the relations of one name by the question they turn on, in the order of the topics."""
        groups: dict[str, list[Relation]] = {}
        for relation in self.relations:
            if relation.relation == name:
                topic = self.by_id[relation.a].topic or ""
                groups.setdefault(self.questions.get(topic, "Other questions"), []).append(relation)
        order = {question: number for number, question in enumerate(self.questions.values())}
        return sorted(groups.items(), key=lambda item: order.get(item[0], len(order)))

    @cached_property
    def verdicts(self) -> dict[str, list[Standing]]:
        """Give what stands of the first reader's assessment of each part of a claim."""
        evidence = self.book.sources.evidence
        found: dict[str, list[Standing]] = {}
        for read in by_part(evidence.assessments).values():
            found.setdefault(read[0].claim, []).append(standing(read[0], evidence.records))
        return found

    @cached_property
    def used_by(self) -> dict[str, list[Claim]]:
        """List the claims each record was set beside, in order."""
        found: dict[str, list[Claim]] = {}
        for claim in self.book.all_claims:
            for name in dict.fromkeys(r for each in self.verdicts.get(claim.id, ()) for r in each.assessment.records):
                found.setdefault(name, []).append(claim)
        return found

    @cached_property
    def articles(self) -> list[ArticlePage]:
        """Give the page of every article, in order."""
        return [self._article(source) for source in self.book.sources.sources]

    @cached_property
    def tally(self) -> Tally:
        """Count the claims: the denominators every page tells."""
        return tally(self.book)

    @cached_property
    def names(self) -> dict[str, str]:
        """Name each article by its title or publisher, shortened; by its id too where two would be named alike."""
        short = {s.article: shorten(title_of(s), _LONGEST_NAME) for s in self.book.sources.sources}
        times = Counter(short.values())
        return {article: name if times[name] == 1 else f"{name} ({article})" for article, name in short.items()}

    def said(self, message: str) -> str:
        """Give a message or a reason with the articles it names called by their names, outside what it quotes."""
        for article, name in self.names.items():
            message = message.replace(f" {article}: “", f" {name}: “")
        parts = _QUOTED.split(message)
        parts[::2] = (self._ids.sub(lambda found: f"‘{self.names[found[0]]}’", part) for part in parts[::2])
        return "".join(parts)

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        """Match the ids of articles in running text; one without a hyphen may be a word like any other."""
        ids = sorted((re.escape(i) for i in self.names if "-" in i), key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(ids)})(?![\w-])" if ids else r"(?!)")

    def sections(self) -> list[tuple[str, Called, list[Finding]]]:
        """Group the findings by what they are called, contradictions before tensions; each with an id for the page."""
        groups: dict[Called, list[Finding]] = {}
        for finding in self.book.all_findings:
            groups.setdefault(called(finding), []).append(finding)
        first: set[str] = set()
        made = []
        for kind, found in sorted(groups.items()):
            made.append((f"{kind.code}-tension" if kind.code in first else kind.code, kind, found))
            first.add(kind.code)
        return made

    def rules_met(self) -> list[tuple[str, str, int]]:
        """Count the findings by rule: code, name, how many."""
        counts = Counter((finding.code, finding.name) for finding in self.book.all_findings)
        return [(code, name, count) for (code, name), count in sorted(counts.items())]

    def _article(self, source: Source) -> ArticlePage:
        findings = tuple(f for f in self.book.all_findings if f.article == source.article)
        notes = {
            claim.id: Note(
                number,
                claim,
                self.questions.get(claim.topic or ""),
                tuple(f for f in findings if _stands_at(f, claim)),
                tuple(self.sides.get(claim.id, ())),
                tuple(self.verdicts.get(claim.id, ())),
            )
            for number, claim in enumerate(_in_order(source.claims), start=1)
        }
        shown = {id(finding) for note in notes.values() for finding in note.findings}
        about = tuple(finding for finding in findings if id(finding) not in shown)
        return ArticlePage(
            source, title_of(source), tuple(paragraphs(source.text, source.claims)), notes, findings, about
        )


def _stands_at(finding: Finding, claim: Claim) -> bool:
    """Tell whether a finding belongs beside a claim: it names it first, or names none and overlaps it."""
    if finding.code in ABOUT_ARTICLES:
        return False
    if finding.claims:
        return finding.claims[0] == claim.id
    return finding.start < claim.end and claim.start < finding.end


def _in_order(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.id))
