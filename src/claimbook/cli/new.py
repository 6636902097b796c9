"""`claimbook new`: start a review of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimbook.cli.output import fail, say


def new(
    folder: Annotated[Path, typer.Argument(help="Folder to start the review in; made where it is missing.")],
) -> None:
    """Start a review: claims/, evidence/ and the notebooks, ready for `claimbook add`."""
    from claimbook.cli.problems import could_not_check
    from claimbook.review import ReviewChanged
    from claimbook.review.adding import AddRefused, new_review
    from claimbook.views.notebooks import shipped_sources

    with could_not_check():
        try:
            new_review(folder, shipped_sources())
        except (AddRefused, ReviewChanged) as error:
            fail(str(error))
        except OSError as error:
            fail(f"{folder}: could not start a review there: {error.strerror or error}")
    say(f"{folder} is a review. Next: cd {folder} && claimbook add ARTICLE…   (.txt .md .html .pdf .docx)")
