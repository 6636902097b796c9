"""What an editor does at the desk, written to the review's files at once and undone to the byte.

Refuses to write over another writer (`ReviewChanged`), to change a decision that says the same already, and to undo
what somebody has changed since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from claimbook.evidence.assessing import assess, no_assessments
from claimbook.evidence.nouns import Assessment
from claimbook.model import Catalogue, Claim, ClaimReview, Waiver
from claimbook.review import Review
from claimbook.review.change import rewritten, verify_changes
from claimbook.review.save import Change, replace_files
from claimbook.review.waivers import EMPTY, save_waivers, waivers_change

FACETS = ("topic", "kind", "certainty", "worth", "direction", "population", "outcome", "condition")


@dataclass(frozen=True)
class _Done:
    """Hold a change that was written, the claim it was about and the review as it was before."""

    change: Change
    claim: str
    before: Review
    judged: bool = False


class Session:
    """Hold a review open at one article, and what was done to it.

    `by` signs decisions; `today` gives their date; `judgements` counts how often the evidence was written to.
    """

    def __init__(self, review: Review, article: str, by: str, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.review = review
        self.article = article
        self.by = by
        self.today = today
        self._done: list[_Done] = []
        self.judgements = 0

    @property
    def claims(self) -> list[Claim]:
        """List the claims of the article in the order of its text, rejected ones too, orphans left out."""
        text = self.review.texts[self.article]
        held = (claim for claim in self._catalogue.claims if text[claim.start : claim.end] == claim.quote)
        return sorted(held, key=lambda claim: (claim.start, -claim.end, claim.id))

    @property
    def undoable(self) -> int:
        """Count what can be undone."""
        return len(self._done)

    def claim(self, claim: str) -> Claim:
        """Give a claim of the article. Raises KeyError."""
        return next((known for known in self._catalogue.claims if known.id == claim), None) or _unknown(claim)

    def decide(self, claim: str, status: Literal["accepted", "rejected"]) -> bool:
        """Accept or reject a claim; its note stays. Tells whether anything had to be written.

        What another person decided already stays theirs: who decides the same is added as seconding it.
        """
        known = self.claim(claim)
        same = (status, "edited") if status == "accepted" else (status,)
        if known.review.status in same:
            return self._second(known)
        return self._put(known, {"review": self._signed(status, known.review.note)})

    def note(self, claim: str, note: str | None) -> bool:
        """Write a note beside a claim; what was decided stays as it is."""
        known = self.claim(claim)
        return self._put(known, {"review": {**known.review.model_dump(), "note": _worded(note)}})

    def edit(self, claim: str, fields: Mapping[str, Any], note: str | None) -> bool:
        """Change facets of a claim (`FACETS`; an empty text is null) and its note. Raises ValueError."""
        if unknown := set(fields) - set(FACETS):
            raise ValueError(f"no facet of a claim: {', '.join(sorted(unknown))}")
        known = self.claim(claim)
        wanted = {key: _worded(value) for key, value in fields.items()}
        if all(getattr(known, key) == value for key, value in wanted.items()):
            return self.note(claim, note)
        return self._put(known, {**wanted, "review": self._signed("edited", _worded(note))})

    def waive(self, claim: str, code: str, at: str, reason: str, until: str | None = None) -> bool:
        """Waive the findings of a rule at `at`: a claim, or the article. `claim` is where the editor stood."""
        today = self.today().isoformat()
        if until and until < today:
            raise ValueError(f"until {until} is in the past")
        waiver = Waiver(code=code, claim=at, reason=reason.strip(), by=self.by, on=today, until=until or None)
        change = waivers_change(self.review, waiver)
        before, self.review = self.review, save_waivers(self.review, change)
        opened = EMPTY if change.opened is None else change.opened
        self._done.append(_Done(replace(change, opened=opened), claim, before))
        return True

    def judge(self, claim: str, verdict: str, why: str, named: Mapping[str, Sequence[str]]) -> bool:
        """Record how evidence bears on a claim; `named` are ids of records by `supporting`, `against` and `nearest`.

        Raises ValueError for a rejected claim and a verdict that names no evidence, ReviewError for records that are
        not there.
        """
        known = self.claim(claim)
        if known.review.status == "rejected":
            raise ValueError("the claim was rejected: accept it first, then set its verdict")
        if unknown := set(named) - {"supporting", "against", "nearest"}:
            raise ValueError(f"a record cannot be {', '.join(sorted(unknown))} a claim")
        said = {"claim": known.id, "verdict": verdict, "why": why.strip(), **{k: tuple(v) for k, v in named.items()}}
        signed = {"by": self.by, "on": self.today().isoformat()}
        change = assess(self.review, Assessment.model_validate({**said, **signed}))
        opened = no_assessments(self.article) if change.opened is None else change.opened
        self._done.append(_Done(replace(change, opened=opened), known.id, self.review, judged=True))
        self.judgements += 1
        return True

    def undo(self) -> str | None:
        """Put back the bytes the last change replaced. Gives the claim it was about, `None` where there is none."""
        if not self._done:
            return None
        last = self._done[-1]
        assert last.change.opened is not None
        replace_files([Change(last.change.path, last.change.content, last.change.opened)])
        self._done.pop()
        self.review = last.before
        self.judgements += last.judged
        return last.claim

    def moved(self) -> bool:
        """Tell whether the article's catalogue is no longer what it was when it was opened or last saved."""
        path = self.review.files[self.article]
        return not path.exists() or path.read_bytes() != self.review.contents[self.article]

    @property
    def _catalogue(self) -> Catalogue:
        return self.review.catalogue(self.article)

    def _second(self, known: Claim) -> bool:
        said = known.review.model_dump()
        if self.by in (said["by"], *(one["by"] for one in said["seconded"])):
            return False
        second = {"by": self.by, "on": self.today().isoformat()}
        return self._put(known, {"review": {**said, "seconded": (*said["seconded"], second)}})

    def _signed(self, status: str, note: str | None) -> dict[str, Any]:
        signed = {"status": status, "by": self.by, "on": self.today().isoformat(), "note": note}
        return ClaimReview.model_validate(signed).model_dump()

    def _put(self, known: Claim, fields: Mapping[str, Any]) -> bool:
        claim = Claim.model_validate({**known.model_dump(), **fields})
        if claim == known:
            return False
        catalogue = self._catalogue
        claims = tuple(claim if each.id == claim.id else each for each in catalogue.claims)
        self._save(catalogue.model_copy(update={"claims": claims}), claim.id)
        return True

    def _save(self, catalogue: Catalogue, claim: str) -> None:
        before, name = self.review, self.article
        opened = before.contents[name]
        change = Change(before.files[name], opened, rewritten(before.files[name], opened, catalogue))
        verify_changes(before.path, [change])
        replace_files([change])
        self.review = replace(
            before,
            catalogues=tuple(catalogue if each.article.id == name else each for each in before.catalogues),
            contents={**before.contents, name: change.content},
        )
        self._done.append(_Done(change, claim, before))


def _unknown(claim: str) -> Claim:
    raise KeyError(claim)


def _worded(value: Any) -> Any:
    """Take the empty text of a form for unknown."""
    return (value.strip() or None) if isinstance(value, str) else value
