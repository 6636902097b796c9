"""The nouns of a review and what is valid in each, in one place.

Refuses to read files, to print and to guess: unknown is `None`, and an unknown key or an impossible value is an error.
Words follow docs/design.md.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

ClaimKind = Literal[
    "statistic", "efficacy", "onset", "duration", "safety", "dependence", "mechanism", "history", "regulation",
    "prevalence", "comparison", "access", "indication", "contraindication", "research", "administration", "other",
]  # fmt: skip
QuantityKind = Literal[
    "proportion", "ratio", "ordinal", "count", "duration", "year", "decade", "frequency", "money", "dose",
    "temperature", "length", "mass", "volume", "speed", "energy", "other",
]  # fmt: skip
Bound = Literal["exactly", "at_least", "more_than", "at_most", "less_than", "about", "range"]
Trend = Literal["up", "down"]
Certainty = Literal["hedged", "assertive", "absolute"]
AttributionLevel = Literal["none", "vague", "named", "cited"]
Direction = Literal["benefit", "harm", "neutral"]
ClaimStatus = Literal["proposed", "accepted", "edited", "rejected"]
RelationName = Literal["agree", "contradict", "tension", "not_comparable"]
RelationKind = Literal["numeric", "polarity", "scope", "temporal", "mechanism", "certainty"]
RelationStatus = Literal["proposed", "confirmed", "dismissed", "added"]
Severity = Literal["error", "warning", "info"]

ARTICLE_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
CLAIM_KINDS: tuple[str, ...] = get_args(ClaimKind)


def _iso_date(value: str) -> str:
    dt.date.fromisoformat(value)
    return value


def _article_id(value: str) -> str:
    if not ARTICLE_ID.fullmatch(value):
        raise ValueError("an article id is lower-case letters, digits and hyphens")
    return value


IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_iso_date)]
ArticleId = Annotated[str, AfterValidator(_article_id)]
NonEmpty = Annotated[str, Field(min_length=1)]


class Noun(BaseModel):
    """Base of every noun: frozen, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """Make one, unchecked, of all its fields, known to be valid: `model_construct` without its search for gaps."""
        noun = cls.__new__(cls)
        object.__setattr__(noun, "__dict__", fields)
        object.__setattr__(noun, "__pydantic_fields_set__", set(fields))
        object.__setattr__(noun, "__pydantic_extra__", None)
        object.__setattr__(noun, "__pydantic_private__", None)
        return noun


class Quantity(Noun):
    """Hold a number of a claim as an interval with a unit.

    `low` and `high` are in `unit`, `None` where open (or vague: both `None`). `start` and `end` are code points in the
    article's text; a catalogue leaves them out and the review finds `text` again inside the quote.
    """

    text: NonEmpty
    start: int | None = None
    end: int | None = None
    kind: QuantityKind
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    trend: Trend | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")
        return self


class Attribution(Noun):
    """Say whom the article credits; `text` is the span that does it, `None` at level none."""

    level: AttributionLevel
    text: str | None = None

    @model_validator(mode="after")
    def _worded(self) -> Attribution:
        if (self.level == "none") != (self.text is None):
            raise ValueError("attribution text is null at level none, and only there")
        return self


class Seconded(Noun):
    """Say who else came to the same decision, and when."""

    by: NonEmpty
    on: IsoDate | None = None


class ClaimReview(Noun):
    """Record what a person decided about a proposed claim; `seconded` lists who decided the same after `by`."""

    status: ClaimStatus = "proposed"
    by: str | None = None
    on: IsoDate | None = None
    note: str | None = None
    seconded: tuple[Seconded, ...] = ()

    @model_validator(mode="after")
    def _signed(self) -> ClaimReview:
        if self.status != "proposed" and not self.by:
            raise ValueError(f"status {self.status} needs `by`: who decided")
        names = [one.by for one in self.seconded]
        if names and (self.status == "proposed" or len({self.by, *names}) <= len(names)):
            raise ValueError("`seconded` lists other people than `by`, each once, and only where somebody decided")
        return self


class Claim(Noun):
    """Hold one checkable assertion, anchored to the exact characters that make it.

    `at` is `[start, end)` in code points of the article's text and `quote` is exactly that slice. A list that makes one
    assertion ("Side effects include: …") is one claim with its `items`.
    """

    id: NonEmpty
    quote: NonEmpty
    at: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
    kind: ClaimKind
    topic: str | None = None
    population: str | None = None
    outcome: str | None = None
    direction: Direction | None = None
    quantities: tuple[Quantity, ...] = ()
    certainty: Certainty = "assertive"
    attribution: Attribution = Attribution(level="none")
    condition: str | None = None
    items: tuple[str, ...] = ()
    worth: Annotated[int, Field(ge=1, le=3)]
    review: ClaimReview = ClaimReview()

    @model_validator(mode="after")
    def _anchored(self) -> Claim:
        start, end = self.at
        if end - start != len(self.quote):
            raise ValueError(f"`at` spans {end - start} characters, the quote has {len(self.quote)}")
        if not self.id.rpartition("/")[0]:
            raise ValueError("a claim id is `article/key`")
        return self

    @property
    def article(self) -> str:
        """Name the article the claim stands in."""
        return self.id.rpartition("/")[0]

    @property
    def start(self) -> int:
        """Give the first code point of the quote."""
        return self.at[0]

    @property
    def end(self) -> int:
        """Give the code point after the quote."""
        return self.at[1]

    @property
    def decided(self) -> bool:
        """Tell whether a person has decided on this claim."""
        return self.review.status != "proposed"


class Article(Noun):
    """Record one document under review and where it came from; `None` where its text does not tell."""

    id: ArticleId
    title: str | None
    publisher: str | None
    url: str | None
    published: IsoDate | None
    updated: IsoDate | None = None
    text: NonEmpty
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    interests: tuple[str, ...] | None
    note: str | None = None


class Catalogue(Noun):
    """Hold the claims of one article, in the order a person or the text gave them."""

    article: Article
    claims: tuple[Claim, ...] = ()


class Opposition(Noun):
    """Say that two positions on a topic cannot stand (or cannot stand unremarked) side by side.

    In `why`, `{a}` and `{b}` stand for the article that takes each position.
    """

    a: NonEmpty
    b: NonEmpty
    relation: Literal["contradict", "tension"]
    kind: RelationKind = "polarity"
    why: NonEmpty


class Topic(Noun):
    """Pose the question that makes claims comparable.

    `positions` names the possible answers, each with the phrases that take it; `opposed` says which of them clash.
    `related` lists topics whose claims are compared with this one's as well.
    """

    id: NonEmpty
    question: NonEmpty
    related: tuple[str, ...] = ()
    positions: dict[str, tuple[NonEmpty, ...]] = {}
    opposed: tuple[Opposition, ...] = ()

    @model_validator(mode="after")
    def _known_positions(self) -> Topic:
        for rule in self.opposed:
            for name in (rule.a, rule.b):
                if name not in self.positions:
                    raise ValueError(f"`opposed` names {name!r}, which is not one of the positions")
        return self


class Topics(Noun):
    """Hold a review's own questions."""

    topics: tuple[Topic, ...] = ()


class RelationReview(Noun):
    """Record what a person decided about a relation."""

    status: RelationStatus
    by: NonEmpty
    on: IsoDate | None = None
    note: str | None = None


class Relation(Noun):
    """Say what two claims are to each other, and why. `a` and `b` are claim ids; `a` sorts before `b`."""

    a: NonEmpty
    b: NonEmpty
    relation: RelationName
    kind: RelationKind
    why: NonEmpty
    review: RelationReview | None = None


class Relations(Noun):
    """Hold what people said of relations (`claims/relations.yaml`)."""

    relations: tuple[Relation, ...] = ()


class Waiver(Noun):
    """Record a finding an editor decided to live with."""

    code: NonEmpty
    claim: NonEmpty
    reason: NonEmpty
    by: NonEmpty
    on: IsoDate | None = None
    until: IsoDate | None = None


class Waivers(Noun):
    """Hold a review's waivers (`claims/waivers.yaml`)."""

    waivers: tuple[Waiver, ...] = ()


class Finding(Noun):
    """Report one rule firing at one place. `start` and `end` are code points in the text of `article`."""

    code: str
    name: str
    severity: Severity
    article: str
    start: int
    end: int
    quote: str
    message: str
    claims: tuple[str, ...] = ()


def claim_key(quote: str, occurrence: int = 0) -> str:
    """Derive the part of a claim id after the slash from its quote.

    The same quote gives the same key on every run and machine; `occurrence` counts earlier claims of the article with
    the same quote. Returns six characters of lower-case base32 (30 bits).
    """
    seed = quote if occurrence == 0 else f"{quote}\x00{occurrence}"
    digest = hashlib.sha256(seed.encode("utf-8")).digest()
    bits = int.from_bytes(digest[:4], "big")
    return "".join([_BASE32[bits >> shift & 31] for shift in (27, 22, 17, 12, 7, 2)])
