"""What a rule is, and what it may look at.

Refuses to read files and to decide what a finding is worth to anyone: a rule points at characters and says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from claimbook.compare.beside import Beside
from claimbook.evidence.shelf import Evidence
from claimbook.extract.garbled import Dictionary
from claimbook.model import Claim, Finding, Relation, Severity, Topics, Waivers
from claimbook.rules.reading import Reading


@dataclass(frozen=True)
class Context:
    """Hold what a rule may look at: articles with their claims, relations, topics, evidence, what people waived, and
    the dictionaries of garbled wording an editor brings.

    `today` is the date waivers are judged on, `None` where no date was given. `raised` and `judged` are filled for
    closing rules only: the findings of the other rules, and the codes that were run.
    """

    readings: tuple[Reading, ...]
    relations: tuple[Relation, ...] = ()
    topics: Topics = field(default_factory=Topics)
    waivers: Waivers = field(default_factory=Waivers)
    today: dt.date | None = None
    raised: tuple[Finding, ...] = ()
    judged: frozenset[str] = frozenset()
    evidence: Evidence = field(default_factory=Evidence)
    dictionaries: tuple[Dictionary, ...] = ()

    def claims(self) -> Iterator[tuple[Reading, Claim]]:
        """Give every claim with the article it stands in, in order."""
        for reading in self.readings:
            for claim in reading.claims:
                yield reading, claim

    @cached_property
    def by_id(self) -> dict[str, tuple[Reading, Claim]]:
        """Find a claim and its article by the claim's id."""
        return {claim.id: (reading, claim) for reading, claim in self.claims()}

    @cached_property
    def beside(self) -> Beside:
        """Set the claims beside the evidence."""
        return Beside(self.evidence)


@dataclass(frozen=True)
class Rule:
    """Name one thing an editor must not let through, and how it is found.

    A `closing` rule runs after the others and may look at what they raised.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    find: Callable[[Context], Iterable[Finding]]
    closing: bool = False

    def at(
        self,
        reading: Reading,
        span: tuple[int, int],
        message: str,
        claims: Iterable[str] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Report this rule at `span` (code points) of an article."""
        start, end = span
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            article=reading.article,
            start=start,
            end=end,
            quote=reading.text[start:end],
            message=message,
            claims=tuple(claims),
        )
