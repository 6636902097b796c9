"""Turn what the library raises about bad input into one clear message and exit code 2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claimbook.cli.output import fail


@contextmanager
def could_not_check() -> Iterator[None]:
    """Report what is wrong with a review, an article or a notebook on stderr and leave with exit code 2."""
    try:
        yield
    except Exception as error:
        if isinstance(error, _refusals()):
            fail(f"{error}\ncould not check")
        if isinstance(error, OSError):
            fail(f"{error.filename or 'writing'}: {error.strerror or error}\ncould not check")
        raise


def _refusals() -> tuple[type[Exception], ...]:
    """Name what says that something a person gave is wrong; loaded only when something is."""
    from claimbook.extract.garbled import DictionaryError
    from claimbook.review import EditRefused, ReviewChanged, ReviewError
    from claimbook.text.files import ArticleError
    from claimbook.views.notebooks import NotebookError

    return DictionaryError, ReviewError, ReviewChanged, EditRefused, ArticleError, NotebookError
