"""The Python side of the review desk: what an editor does is on disk at once, whole, and undone to the byte."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimbook.evidence.shelf import open_evidence
from claimbook.model import Claim, claim_key
from claimbook.review import ReviewChanged, merge_proposals, open_review
from claimbook.views.book import open_book
from claimbook.views.desk import desk, page
from claimbook.views.desk.session import Session
from claimbook.views.desk.widget import Desk

ROOT = Path(__file__).parents[2]
ARTICLE = "millions-worldwide"
RECORD = "zarate-2006-nimh-trd"
TODAY = dt.date(2026, 11, 23)
HOSTILE = "<img src=x onerror=alert(1)> cures 80% of <script>alert(2)</script> readers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("claims", "evidence"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Session:
    return Session(open_review(folder), ARTICLE, "mira", lambda: TODAY)


@pytest.fixture
def at_desk(session: Session) -> Desk:
    return Desk(session, open_book(session.review.path))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def changed(before: dict[str, bytes], folder: Path) -> list[str]:
    return sorted(name for name, content in contents(folder).items() if before.get(name) != content)


def on_disk(session: Session, claim: str) -> Claim:
    return next(known for known in open_review(session.review.path).claims if known.id == claim)


def waivable(session: Session) -> tuple[str, str]:
    """Name a rule and a claim it fires at that nobody waived."""
    known = {claim.id for claim in session.claims}
    found = open_book(session.review.path).all_findings
    return next((f.code, f.claims[0]) for f in found if f.claims and f.claims[0] in known)


Act = Callable[[Session, str], bool]
ACTS: dict[str, tuple[Act, str]] = {
    "reject": (lambda s, c: s.decide(c, "rejected"), f"claims/{ARTICLE}.yaml"),
    "note": (lambda s, c: s.note(c, "ask: the clinic\n“twice”"), f"claims/{ARTICLE}.yaml"),
    "edit": (lambda s, c: s.edit(c, {"worth": 1, "outcome": "sleep"}, "why"), f"claims/{ARTICLE}.yaml"),
    "waive": (lambda s, c: s.waive(c, waivable(s)[0], c, "agreed with the desk", "2027-01-01"), "claims/waivers.yaml"),
    "judge": (
        lambda s, c: s.judge(c, "supports", "One trial.", {"supporting": [RECORD]}),
        f"evidence/assessments/{ARTICLE}.yaml",
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_changes_one_file_on_disk_and_undo_puts_back_its_bytes(session: Session, name: str) -> None:
    act, file = ACTS[name]
    folder = session.review.path
    claim = waivable(session)[1] if name == "waive" else session.claims[0].id
    before = contents(folder)
    assert act(session, claim)
    assert changed(before, folder) == [file]
    open_evidence(open_review(folder))  # all of it still verifies
    assert session.undo() == claim
    left = changed(before, folder)
    assert left == ([] if file in before else [file])  # a file the desk made stays, empty
    assert all(b": []" in contents(folder)[name] for name in left)
    assert session.undoable == 0
    assert session.undo() is None


def test_what_stands_outside_the_change_keeps_its_bytes(session: Session) -> None:
    file = session.review.path / "claims" / f"{ARTICLE}.yaml"
    file.write_text("# for Ada\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    session = Session(open_review(session.review.path), ARTICLE, "mira", lambda: TODAY)
    before = file.read_text(encoding="utf-8").splitlines()
    claim = session.claims[3]
    session.decide(claim.id, "rejected")
    after = file.read_text(encoding="utf-8").splitlines()
    different = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(different) == 1
    assert "status: rejected, by: mira, on: 2026-11-23" in different[0][1]


def test_a_decision_that_says_the_same_is_not_written_again(session: Session) -> None:
    claim = next(claim for claim in session.claims if claim.review.status == "accepted")
    assert claim.review.by
    session = Session(session.review, ARTICLE, claim.review.by, lambda: TODAY)
    before = contents(session.review.path)
    assert session.decide(claim.id, "accepted") is False
    assert session.note(claim.id, claim.review.note) is False
    assert changed(before, session.review.path) == []
    assert session.undoable == 0


def test_a_second_editor_seconds_what_the_first_accepted(session: Session) -> None:
    claim = next(claim for claim in session.claims if claim.review.status == "accepted")
    before = contents(session.review.path)
    assert session.decide(claim.id, "accepted") is True
    now = on_disk(session, claim.id).review
    assert now.model_dump() == {
        **claim.review.model_dump(), "seconded": ({"by": "mira", "on": "2026-11-23"},)
    }  # fmt: skip
    assert session.decide(claim.id, "accepted") is False  # once is enough
    ada = Session(session.review, ARTICLE, "ada", lambda: TODAY)
    assert ada.decide(claim.id, "accepted") is True
    assert [one.by for one in on_disk(ada, claim.id).review.seconded] == ["mira", "ada"]
    assert ada.undo() == claim.id
    assert session.undo() == claim.id
    assert changed(before, session.review.path) == []


def test_who_decides_otherwise_is_not_seconded_by_those_before(session: Session) -> None:
    claim = next(claim for claim in session.claims if claim.review.status == "accepted")
    session.decide(claim.id, "accepted")
    ada = Session(session.review, ARTICLE, "ada", lambda: TODAY)
    ada.decide(claim.id, "rejected")
    again = Session(open_review(session.review.path), ARTICLE, "mira").claim(claim.id).review
    assert (again.status, again.by, again.seconded) == ("rejected", "ada", ())


def test_an_edit_signs_the_claim_and_empties_become_null(session: Session) -> None:
    claim = session.claims[0]
    assert session.edit(claim.id, {"population": "  ", "outcome": "waiting time"}, "")
    now = on_disk(session, claim.id)
    assert (now.population, now.outcome) == (None, "waiting time")
    assert now.review.model_dump() == {
        "status": "edited",
        "by": "mira",
        "on": "2026-11-23",
        "note": None,
        "seconded": (),
    }


def test_a_note_leaves_the_decision_as_it_was(session: Session) -> None:
    claim = session.claims[0]
    session.note(claim.id, "ask again")
    assert on_disk(session, claim.id).review == claim.review.model_copy(update={"note": "ask again"})


def test_a_rejected_claim_takes_no_verdict(session: Session) -> None:
    claim = session.claims[0]
    session.decide(claim.id, "rejected")
    with pytest.raises(ValueError, match="accept it first"):
        session.judge(claim.id, "contradicts", "It says otherwise.", {"against": [RECORD], "nearest": []})
    assert session.judgements == 0


def test_a_verdict_is_signed_and_dated_behind_the_readers_before(session: Session) -> None:
    claim = next(c for c in session.claims if open_evidence(session.review).of(c.id))
    first = open_evidence(session.review).of(claim.id)
    session.judge(claim.id, "contradicts", "It says otherwise.", {"against": [RECORD], "nearest": []})
    *others, mine = open_evidence(open_review(session.review.path)).of(claim.id)
    assert tuple(others) == first
    assert (mine.verdict, mine.against, mine.by, mine.on) == ("contradicts", (RECORD,), "mira", "2026-11-23")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"do": "judge", "verdict": "supports", "why": "so", "named": {}}, "needs evidence"),
        ({"do": "judge", "verdict": "supports", "why": "so", "named": {"supporting": ["gone-1999"]}}, "gone-1999"),
        ({"do": "judge", "verdict": "true", "why": "so", "named": {}}, "verdict"),
        ({"do": "judge", "verdict": "not found", "why": " ", "named": {}}, "why"),
        ({"do": "judge", "verdict": "not found", "why": "x", "named": {"claim": ["y"]}}, "cannot be claim"),
        ({"do": "edit", "fields": {"worth": 7}, "note": ""}, "worth"),
        ({"do": "edit", "fields": {"quote": "other words"}, "note": ""}, "no facet"),
        ({"do": "edit", "fields": {"topic": "no.such"}, "note": ""}, "no.such"),
        ({"do": "waive", "code": "S101", "at": "here", "reason": " ", "until": None}, "reason"),
        ({"do": "waive", "code": "S101", "at": "here", "reason": "x", "until": "2020-01-01"}, "in the past"),
    ],
    ids=lambda v: v if isinstance(v, str) else v["do"],
)
def test_what_cannot_be_done_is_an_answer_and_nothing_is_written(
    at_desk: Desk, asked: dict[str, Any], says: str
) -> None:
    folder = at_desk.session.review.path
    claim = at_desk.session.claims[0].id
    before = contents(folder)
    answer = at_desk.answer({**asked, "claim": claim, "at": claim if asked.get("at") else None})
    assert answer["kind"] == "refused"
    assert answer["claim"] == claim
    assert says in answer["text"]
    assert changed(before, folder) == []


def test_a_file_that_changed_underneath_is_told_and_not_written_over(at_desk: Desk) -> None:
    session = at_desk.session
    claim, file = session.claims[0].id, session.review.files[ARTICLE]
    assert at_desk.answer({"do": "look"}) == {"kind": "looked", "moved": False}
    file.write_text(file.read_text(encoding="utf-8") + "# somebody else\n", encoding="utf-8")
    theirs = file.read_bytes()
    assert at_desk.answer({"do": "look"})["moved"] is True
    refused = at_desk.answer({"do": "reject", "claim": claim})
    assert (refused["kind"], refused["reload"]) == ("refused", True)
    assert file.read_bytes() == theirs
    assert at_desk.answer({"do": "reload"})["kind"] == "page"
    assert at_desk.answer({"do": "reject", "claim": claim})["done"] == "rejected"
    assert file.read_bytes().endswith(b"# somebody else\n")


def test_what_somebody_changed_since_is_not_undone(session: Session) -> None:
    session.decide(session.claims[0].id, "rejected")
    file = session.review.files[ARTICLE]
    file.write_text(file.read_text(encoding="utf-8") + "# somebody else\n", encoding="utf-8")
    with pytest.raises(ReviewChanged):
        session.undo()
    assert file.read_bytes().endswith(b"# somebody else\n")


def test_the_page_is_the_exact_text_cut_at_claims_that_may_overlap(folder: Path) -> None:
    text = f"Look: {HOSTILE}. Half of them were asked twice.\n"
    (folder / "claims" / "articles" / "odd.txt").write_text(text, encoding="utf-8")
    proposed = []
    for quote in (HOSTILE, "80% of <script>alert(2)</script> readers"):
        at = (text.index(quote), text.index(quote) + len(quote))
        proposed.append(Claim(id=f"odd/{claim_key(quote)}", quote=quote, at=at, kind="statistic", worth=3))
    merge_proposals(folder, {"odd": proposed})
    shown = page.page(Session(open_review(folder), "odd", "mira"))
    pieces = [piece for paragraph in shown["paragraphs"] for piece in paragraph]
    assert "".join(piece["text"] for piece in pieces) == text.strip()
    assert [piece["over"] for piece in pieces] == [[], [0], [0, 1], []]
    assert json.loads(json.dumps(shown)) == shown


def test_notes_hold_findings_sides_evidence_and_every_record(at_desk: Desk) -> None:
    answer = at_desk.answer({"do": "notes"})
    notes = answer["notes"].values()
    assert {record["id"] for record in answer["records"]} == set(open_evidence(at_desk.session.review).records)
    assert any(note["findings"] for note in notes)
    side = next(side for note in notes for side in note["sides"])
    other = at_desk.session.review.texts[side["article"]]
    assert side["before"] + side["quote"] + side["after"] in other
    assert any(note["evidence"] for note in notes)


def test_a_verdict_shows_in_the_notes_at_once_and_goes_with_undo(at_desk: Desk) -> None:
    claim = at_desk.session.claims[0].id

    def readers() -> list[str]:
        return [each["by"] for each in at_desk.answer({"do": "notes"})["notes"][claim]["evidence"]]

    before = readers()
    named = {"supporting": [], "against": [], "nearest": [RECORD]}
    judged = {"do": "judge", "claim": claim, "verdict": "not found", "why": "Looked twice.", "named": named}
    assert at_desk.answer(judged)["done"] == "judged"
    assert readers() == [*before, "mira"]
    assert at_desk.answer({"do": "undo"})["done"] == "undone"
    assert readers() == before


def test_a_waived_finding_is_shown_with_its_waiver(at_desk: Desk) -> None:
    code, claim = waivable(at_desk.session)
    asked = {"do": "waive", "claim": claim, "code": code, "at": claim, "reason": "the desk knows", "until": None}
    saved = at_desk.answer(asked)
    assert [w["reason"] for w in saved["waivers"] if w["claim"] == claim] == ["the desk knows"]
    findings = at_desk.answer({"do": "notes"})["notes"][claim]["findings"]
    assert next(f["waived"]["by"] for f in findings if f["code"] == code) == "mira"
    written = yaml.safe_load((at_desk.session.review.path / "claims" / "waivers.yaml").read_text(encoding="utf-8"))
    assert written["waivers"][-1]["reason"] == "the desk knows"


def test_the_desk_opens_on_the_first_article_and_refuses_what_is_no_review(folder: Path, tmp_path: Path) -> None:
    assert desk(folder).session.article == open_review(folder).catalogues[0].article.id
    with pytest.raises(KeyError):
        desk(folder, "no-such-article")
    loose = tmp_path / "loose" / "a.txt"
    loose.parent.mkdir()
    loose.write_text("Trams cut traffic by 12%.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="in no review"):
        desk(open_book(loose))


def test_the_manual_lists_the_keys_of_the_desk() -> None:
    panel = (ROOT / "src/claimbook/views/desk/panel.js").read_text(encoding="utf-8")
    known = re.findall(r'\["([^"]+)", "([^"]+)"\]', panel[: panel.index("const SIGNS")])
    told = re.findall(
        r"^\| `([^`]+)` \| ([^|]+) \|$", (ROOT / "docs/desk.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert told == known
    assert len(known) > 10
