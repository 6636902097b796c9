"""`claimbook notebooks`: execute the notebooks of a review and store their outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.output import FINDINGS, say


def notebooks(
    review: Annotated[Path, typer.Argument(help="Review folder.")] = Path(),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if stored outputs are stale.")] = False,
) -> None:
    """Execute every notebook from its text source and store it, outputs included."""
    from claimbook.cli.problems import could_not_check
    from claimbook.views import notebooks as room

    with could_not_check():
        executed = room.run(review / "notebooks", say)
        changed = room.stale(executed) if check else room.write(executed)
        if not check:
            room.trust(list(executed))
    for path in changed:
        say(f"{path.name}: {'stale: run `make notebooks`' if check else 'stored'}")
    if not changed:
        say("nothing changed")
    if check and changed:
        raise typer.Exit(FINDINGS)
