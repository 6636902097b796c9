"""`claimbook compare`: how the claims of some articles relate, both quotes with their places and the reason."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimbook.cli.output import CLEAN, FINDINGS, print_jsonl, say, say_skipped

if TYPE_CHECKING:
    from claimbook.extract.sources import Source, Sources
    from claimbook.model import Claim, Relation

_CONFLICTS = ("contradict", "tension")


class Format(StrEnum):
    """Name the ways relations are printed."""

    text = "text"
    jsonl = "jsonl"


def compare(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Articles, folders of articles, or a review folder.")
    ],
    output: Annotated[Format, typer.Option("--format", help="How relations are printed.")] = Format.text,
    everything: Annotated[
        bool, typer.Option("--all", help="Also print what keeps claims apart (not_comparable, with the reason).")
    ] = False,
    machine_only: Annotated[
        bool, typer.Option("--machine-only", help="Leave out what people decided in claims/relations.yaml.")
    ] = False,
) -> None:
    """Line up the claims that answer the same question: which agree, contradict, or belong side by side.

    Exit codes: 0 no contradiction or tension, or nothing to compare (said on stderr) · 1 some · 2 could not check.
    """
    from claimbook.cli.problems import could_not_check
    from claimbook.compare import compare_sources
    from claimbook.extract.sources import gather

    with could_not_check():
        sources = gather(paths)
    say_skipped(sources.skipped)
    relations = compare_sources(sources, machine_only=machine_only, everything=everything)
    headings, doubts = _doubted_headings(sources, relations)
    relations = sorted([*doubts, *relations], key=lambda relation: relation.relation != "contradict")
    _print(output, relations, sources, headings)
    raise typer.Exit(_conclude(relations, sum(len(source.claims) for source in sources.sources)))


def _doubted_headings(
    sources: Sources, relations: Sequence[Relation]
) -> tuple[dict[str, tuple[Source, Claim]], list[Relation]]:
    """Give the headings whose figure their text contradicts, as claims by id, and what they are to that text."""
    from claimbook.compare.headings import compare_headings

    headings: dict[str, tuple[Source, Claim]] = {}
    doubts = []
    told = {frozenset((r.a, r.b)) for r in relations if r.relation == "contradict"}
    for source in sources.sources:
        for doubt in compare_headings(source.article, source.text, source.claims):
            start, end = doubt.heading.at
            over = [c.id for c in source.claims if c.start < end and start < c.end]
            if any(frozenset((doubt.claim.id, claim)) in told for claim in over):
                continue
            headings[doubt.heading.id] = (source, doubt.heading)
            doubts.append(doubt.relation())
    return headings, doubts


def _print(
    output: Format,
    relations: Sequence[Relation],
    sources: Sources,
    headings: Mapping[str, tuple[Source, Claim]],
) -> None:
    sides = {claim.id: (source, claim) for source in sources.sources for claim in source.claims}
    sides.update(headings)
    if output is Format.jsonl:
        print_jsonl(_row(relation, sides[relation.a][1], sides[relation.b][1]) for relation in relations)
    else:
        sys.stdout.write(
            "\n".join(_paragraph(relation, sides[relation.a], sides[relation.b]) for relation in relations)
        )


def _row(relation: Relation, a: Claim, b: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {"relation": relation.relation, "kind": relation.kind}
    for name, claim in (("a", a), ("b", b)):
        row[name] = {"article": claim.article, "start": claim.start, "end": claim.end, "quote": claim.quote}
    return row | {"why": relation.why}


def _paragraph(relation: Relation, a: tuple[Source, Claim], b: tuple[Source, Claim]) -> str:
    """Print one relation for people: its name, both quotes with their places, the reason."""
    from claimbook.cli.formats import one_line
    from claimbook.text.places import Places

    said = f" · {relation.review.status} by {relation.review.by}" if relation.review else ""
    # only what stands in a catalogue can be decided on by its id
    names = (claim.id if claim in source.claims else f"heading-of-{source.article}" for source, claim in (a, b))
    lines = [one_line(f"{relation.relation} ({relation.kind}) {' '.join(names)}{said}")]
    for source, claim in (a, b):
        line, column = Places(source.text).place(claim.start)
        lines.append(f"  {one_line(source.path.as_posix())}:{line}:{column}: “{one_line(claim.quote)}”")
    lines.append(f"  {one_line(relation.why)}")
    return "\n".join(lines) + "\n"


def _conclude(relations: Sequence[Relation], claims: int) -> int:
    """Say on stderr how the comparison ended and give the exit code."""
    if claims < 2:
        say(f"nothing to compare: {'one claim' if claims else 'no claims'} found")
        return CLEAN
    counts: Counter[str] = Counter(relation.relation for relation in relations)
    told = ", ".join(f"{n} {name}" for name, n in sorted(counts.items())) or "nothing to report"
    say(f"{claims} claims compared: {told}")
    say("On subjects nobody prepared the rules find one in six to one in twelve of the pairs a careful reader lists,")
    say("hardly any of those that share few words: no report is no clean bill (docs/quality.md).")
    return FINDINGS if any(counts[name] for name in _CONFLICTS) else CLEAN
