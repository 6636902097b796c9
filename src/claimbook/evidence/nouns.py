"""The nouns of evidence: a record of what was published, an assessment of a claim by it, and what is valid in each.

Refuses to guess: unknown is `None`. Refuses a finding without an outcome, and a verdict that names no evidence.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, model_validator

from claimbook.model import ARTICLE_ID, ArticleId, IsoDate, NonEmpty, Noun

Design = Literal[
    "randomised trial", "open-label trial", "cohort", "case report", "systematic review", "meta-analysis", "guideline",
    "label", "regulatory notice", "official statistic", "animal study", "narrative review", "provider page",
]  # fmt: skip
HowMuch = Literal["snippet", "abstract", "full text"]
Verdict = Literal["supports", "partly supports", "contradicts", "not found", "not yet assessed"]
DESIGNS: tuple[str, ...] = get_args(Design)
VERDICTS: tuple[str, ...] = get_args(Verdict)

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"[1-9]\d{0,8}")


def _record_id(value: str) -> str:
    if not ARTICLE_ID.fullmatch(value):
        raise ValueError("a record id is lower-case letters, digits and hyphens")
    return value


def _doi(value: str) -> str:
    if not _DOI.fullmatch(value):
        raise ValueError("a DOI reads 10.1234/name, without an address before it")
    return value


def _pmid(value: str) -> str:
    if not _PMID.fullmatch(value):
        raise ValueError("a PMID is up to nine digits")
    return value


RecordId = Annotated[str, AfterValidator(_record_id)]
Doi = Annotated[str, AfterValidator(_doi)]
Pmid = Annotated[str, AfterValidator(_pmid)]
Span = tuple[float, float]
Whole = Annotated[int, Field(ge=0)]


class _Figure(Noun):
    """Hold a figure: a value, or a range of values, with its confidence interval and the counts behind it."""

    value: float | None = None
    interval: Span | None = None
    range: Span | None = None
    count: Whole | None = None
    of: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> _Figure:
        for name, span in (("interval", self.interval), ("range", self.range)):
            if span is not None and span[0] > span[1]:
                raise ValueError(f"{name}: low {span[0]:g} is above high {span[1]:g}")
        return self


class Arm(_Figure):
    """Hold the figure of one arm of a study, in the unit of its finding. `count` of `of` people had the outcome."""

    name: NonEmpty


class StudyFinding(_Figure):
    """Hold one figure or statement a source gives.

    `interval` is the confidence interval as the source gives it, `range` what it gives instead of one value ("48-61"),
    `printed` the figure in the source's own words and digits. `question` names one of `evidence/questions.yaml`.
    `arm` and `comparison` hold the two groups compared; a finding of one group alone has its figure here.
    """

    outcome: NonEmpty
    measure: str | None
    printed: str | None = None
    unit: str | None
    timepoint: str | None
    question: str | None = None
    arm: Arm | None = None
    comparison: Arm | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _compared(self) -> StudyFinding:
        if self.comparison is not None and self.arm is None:
            raise ValueError("a comparison arm needs the arm it is compared with: add `arm`")
        return self


class Approval(Noun):
    """Say that a regulator approved a product for some conditions, named as in `evidence/terms.yaml`."""

    product: NonEmpty
    conditions: tuple[NonEmpty, ...]
    by: str | None = None
    year: int | None = None


class Read(Noun):
    """Say how much of a source was read, where (`at`, an address or a file) and when (`on`)."""

    how_much: HowMuch | None
    at: str | None
    on: IsoDate | None


class Record(Noun):
    """Hold one published source (a study, review, label, notice or statistic) and what was read in it.

    `n` counts people, `n_studies` the studies a review includes. `conditions` says in the words of
    `evidence/terms.yaml` what the people studied had or the product is for; `institutions` who ran it.
    """

    id: RecordId
    design: Design | None
    title: str | None
    authors: str | None
    year: Annotated[int, Field(ge=1600, le=2200)] | None
    published_in: str | None
    doi: Doi | None
    pmid: Pmid | None
    population: str | None
    conditions: tuple[NonEmpty, ...] = ()
    institutions: tuple[NonEmpty, ...] = ()
    intervention: str | None
    comparator: str | None
    n: Whole | None
    n_studies: Whole | None
    findings: tuple[StudyFinding, ...] = ()
    approvals: tuple[Approval, ...] = ()
    summary: str | None
    limits: str | None
    funding: str | None
    risk_of_bias: str | None
    read: Read
    note: str | None = None

    @property
    def weak(self) -> bool:
        """Tell whether no decisive verdict can rest on this record alone: a provider's page, or read as a snippet."""
        return self.design == "provider page" or self.read.how_much in (None, "snippet")


class Assessment(Noun):
    """Record one reader's judgement of how the evidence bears on a claim.

    `supporting`, `against` and `nearest` name records; `nearest` bear on the claim without settling it. `quote` is
    the part of the claim that was judged, `None` for all of it. `describes` names the records of the study the claim
    tells of, and `searched` what was looked for. Two readers judge the same claim in two assessments, by two names.
    """

    claim: NonEmpty
    quote: NonEmpty | None = None
    verdict: Verdict
    supporting: tuple[RecordId, ...] = ()
    against: tuple[RecordId, ...] = ()
    nearest: tuple[RecordId, ...] = ()
    describes: tuple[RecordId, ...] = ()
    searched: NonEmpty | None = None
    why: NonEmpty
    by: NonEmpty
    on: IsoDate | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _evidenced(self) -> Assessment:
        missing = missing_evidence(self.verdict, self.supporting, self.against)
        if missing:
            raise ValueError(missing)
        return self

    @property
    def records(self) -> tuple[str, ...]:
        """List every record the assessment names, each once."""
        return tuple(dict.fromkeys((*self.supporting, *self.against, *self.nearest, *self.describes)))


class Assessments(Noun):
    """Hold the assessments of one article's claims (`evidence/assessments/ARTICLE.yaml`)."""

    article: ArticleId
    assessments: tuple[Assessment, ...] = ()


class Term(Noun):
    """Name a condition, product or institution once, with the words articles use; `under` is the wider one it is in."""

    id: NonEmpty
    words: tuple[NonEmpty, ...]
    under: str | None = None


class Terms(Noun):
    """Hold a review's own vocabulary of conditions, products and institutions (`evidence/terms.yaml`)."""

    conditions: tuple[Term, ...] = ()
    products: tuple[Term, ...] = ()
    institutions: tuple[Term, ...] = ()


class Question(Noun):
    """Pose a question that articles and studies answer with figures, so that they can be set side by side.

    A claim answers it if its topic is among `topics` and it is about one of `conditions` (any, where there is none),
    with a figure in `unit`. `more` says what a larger figure than the evidence's would be: an overstatement, or not.
    """

    id: NonEmpty
    question: NonEmpty
    unit: NonEmpty
    topics: tuple[NonEmpty, ...]
    conditions: tuple[NonEmpty, ...] = ()
    more: Literal["better", "worse"] = "better"


class Questions(Noun):
    """Hold the questions a review asks of its evidence (`evidence/questions.yaml`)."""

    questions: tuple[Question, ...] = ()


def missing_evidence(verdict: str, supporting: tuple[str, ...], against: tuple[str, ...]) -> str:
    """Say what evidence a verdict lacks; empty where it lacks none."""
    if verdict in ("supports", "partly supports") and not supporting:
        return f"the verdict {verdict} names no record in `supporting`: a verdict needs evidence"
    if verdict == "contradicts" and not against:
        return "the verdict contradicts names no record in `against`: a verdict needs evidence"
    if verdict == "not yet assessed" and (supporting or against):
        return "not yet assessed names records for or against: judge, or put them in `nearest`"
    return ""
