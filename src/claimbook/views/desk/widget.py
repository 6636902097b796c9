"""The desk as a widget: messages from the browser to a session, and answers back.

Refuses to keep the article in the notebook: the page is asked for when it is shown, so no text is stored in an output.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
from pydantic import ValidationError

from claimbook.review import EditRefused, ReviewChanged, ReviewError, open_review
from claimbook.views.desk import page
from claimbook.views.desk.session import Session

if TYPE_CHECKING:
    from claimbook.views.book import Book

_HERE = Path(__file__).parent
_DONE = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
_DONE |= {"note": "noted", "waive": "waived", "judge": "judged"}


class Desk(anywidget.AnyWidget):
    """Show an article at the desk and answer what its editor does.

    Without a `book` the review is opened for reading once the article is on the screen, so that nobody waits for it.
    """

    _esm = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("panel.js", "desk.js"))
    _css = _HERE / "desk.css"

    def __init__(self, session: Session, book: Book | None = None) -> None:
        super().__init__()
        self.session = session
        self.book = book
        self._judgements = 0
        self.on_msg(lambda _, asked, __: self.send(self.answer(asked)))

    def __repr__(self) -> str:
        return f"Desk({self.session.article!r})"

    def answer(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Do what the browser asks. Gives the answer; what cannot be done is an answer too, and nothing is written."""
        claim = asked.get("claim")
        try:
            return self._answer(str(asked.get("do")), asked)
        except ReviewChanged as error:
            return {"kind": "refused", "text": str(error), "reload": True, "claim": claim}
        except ReviewError as error:
            return {"kind": "refused", "text": f"Not saved. {error}", "reload": True, "claim": claim}
        except ValidationError as error:
            wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            return {"kind": "refused", "text": f"Not saved. {wrong}", "reload": False, "claim": claim}
        except (EditRefused, ValueError, OSError) as error:
            return {"kind": "refused", "text": f"Not saved. {error}", "reload": False, "claim": claim}

    def _answer(self, do: str, asked: Mapping[str, Any]) -> dict[str, Any]:
        if do in ("open", "reload"):
            if do == "reload":
                self._reload()
            return {"kind": "page", "page": page.page(self.session), "undoable": self.session.undoable}
        if do == "notes":
            book = self._fresh_book()
            return {
                "kind": "notes",
                "notes": page.notes(book, self.session.article),
                "records": page.records(book),
            }
        if do == "look":
            return {"kind": "looked", "moved": self.session.moved()}
        if do == "undo":
            claim = self.session.undo()
            return self._saved(claim, "undone") if claim else {"kind": "nothing", "text": "There is nothing to undo."}
        claim = str(asked.get("claim"))
        return self._saved(claim, _DONE[do] if self._do(do, claim, asked) else "unchanged")

    def _do(self, do: str, claim: str, asked: Mapping[str, Any]) -> bool:
        session = self.session
        if do == "edit":
            return session.edit(claim, asked["fields"], asked.get("note"))
        if do == "note":
            return session.note(claim, asked.get("note"))
        if do == "waive":
            return session.waive(claim, asked["code"], asked["at"], asked["reason"], asked.get("until"))
        if do == "judge":
            return session.judge(claim, asked["verdict"], asked["why"], asked["named"])
        return session.decide(claim, "accepted" if do == "accept" else "rejected")

    def _saved(self, claim: str, done: str) -> dict[str, Any]:
        return {
            "kind": "saved",
            "done": done,
            "row": page.row(self.session.claim(claim)),
            "undoable": self.session.undoable,
            "stale": self._judgements != self.session.judgements,
            "waivers": [waiver.model_dump() for waiver in self.session.review.waivers.waivers],
        }

    def _reload(self) -> None:
        """Open the review again, as it stands on disk; what was done before can no longer be undone."""
        session = self.session
        self.session = Session(open_review(session.review.path), session.article, session.by, session.today)
        self._judgements = -1  # the evidence may have changed on disk as well

    def _fresh_book(self) -> Book:
        """Give the book as it was opened, or opened again where claims, decisions or evidence changed since."""
        from claimbook.views.book import open_book  # loads slowly: not before the article is shown

        review = self.session.review
        if self.book is None:
            self.book = open_book(review.path)
        sources = self.book.sources
        claims = [claim for source in sources.sources for claim in source.claims]
        same = (sources.relations, sources.waivers) == (review.relations, review.waivers)
        if not same or claims != list(review.claims) or self._judgements != self.session.judgements:
            self.book = open_book(review.path)
            self._judgements = self.session.judgements
        return self.book
