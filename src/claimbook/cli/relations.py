"""`claimbook relations`: write down what a person decides about a relation, in `claims/relations.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimbook.cli.output import fail, say

if TYPE_CHECKING:
    from claimbook.model import Relation, RelationStatus
    from claimbook.review import Review

app = typer.Typer(
    help="Decide on relations: confirm or dismiss what `claimbook compare` found, add what it missed.",
    epilog="What is decided stands in claims/relations.yaml and wins over what comparison finds.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Folder = Annotated[Path, typer.Argument(metavar="REVIEW", help="The review folder.")]
_A = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of one claim, as `claimbook compare` prints it.")]
_B = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of the other claim.")]
_By = Annotated[str, typer.Option("--by", help="Who decides.")]
_On = Annotated[str | None, typer.Option("--on", help="The date of the decision, as in 2026-03-01.")]


@app.command()
def confirm(
    folder: _Folder,
    a: _A,
    b: _B,
    by: _By,
    on: _On = None,
    note: Annotated[str | None, typer.Option("--note", help="Anything to remember about it.")] = None,
) -> None:
    """Confirm a relation that comparison found between two claims."""
    _decide(folder, (a, b), "confirmed", by, on, note)


@app.command()
def dismiss(
    folder: _Folder,
    a: _A,
    b: _B,
    by: _By,
    reason: Annotated[str, typer.Option("--reason", help="Why it is none: another outcome, another group, …")],
    on: _On = None,
) -> None:
    """Dismiss a relation that comparison found: it is not reported again."""
    _decide(folder, (a, b), "dismissed", by, on, reason)


@app.command()
def add(
    folder: _Folder,
    a: _A,
    b: _B,
    by: _By,
    relation: Annotated[str, typer.Option("--relation", help="agree, contradict, tension or not_comparable.")],
    kind: Annotated[str, typer.Option("--kind", help="numeric, polarity, scope, temporal, mechanism or certainty.")],
    why: Annotated[str, typer.Option("--why", help="What the two claims are to each other, in a sentence.")],
    on: _On = None,
    note: Annotated[str | None, typer.Option("--note", help="Anything to remember about it.")] = None,
) -> None:
    """Add a relation between two claims that comparison missed."""
    from claimbook.cli.problems import could_not_check
    from claimbook.review import open_review

    with could_not_check():
        review = open_review(folder)
    first, second = sorted((a, b))
    said = {"a": first, "b": second, "relation": relation, "kind": kind, "why": why}
    _write(review, said | {"review": {"status": "added", "by": by, "on": on, "note": note}})


def _decide(
    folder: Path, claims: tuple[str, str], status: RelationStatus, by: str, on: str | None, note: str | None
) -> None:
    from claimbook.cli.problems import could_not_check
    from claimbook.review import open_review

    with could_not_check():
        review = open_review(folder)
    found = _found(review, claims)
    if found is None:
        fail(
            f"{' and '.join(claims)}: comparison relates no such claims; `claimbook relations add` adds what it missed"
        )
    _write(review, found.model_dump() | {"review": {"status": status, "by": by, "on": on, "note": note}})


def _found(review: Review, claims: tuple[str, str]) -> Relation | None:
    """Find the relation of two claims: what was decided of them before, else what comparison alone finds."""
    from claimbook.compare import compare_sources
    from claimbook.extract.sources import gather

    a, b = sorted(claims)
    known = [*review.relations.relations, *compare_sources(gather([review.path]), machine_only=True)]
    return next((relation for relation in known if (relation.a, relation.b) == (a, b)), None)


def _write(review: Review, said: dict[str, object]) -> None:
    from pydantic import ValidationError

    from claimbook.cli.problems import could_not_check
    from claimbook.model import Relation
    from claimbook.review import decide_relation

    try:
        decision = Relation.model_validate(said)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        fail(f"{wrong}\ncould not check")
    with could_not_check():
        decide_relation(review, decision)
    status = decision.review.status if decision.review else ""
    say(f"{status}: {decision.relation} ({decision.kind}) of {decision.a} and {decision.b}")
