"""Which lines are headings, and which lines of "Label: text" are a list.

Refuses to decide by subject: position, shape and neighbours of a line decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimbook.lexicon import load
from claimbook.text.layout import Draft, is_finished, is_title
from claimbook.text.sentences import Span, split_sentences

_LABEL = re.compile(r"\*{0,2}([^\s:.?!*|][^:.?!|\n]{0,60}):\*{0,2}\s")
_LEVEL_UNDER_MARKS = 5  # where Markdown marks headings, an unmarked one stands below them
_LABEL_WORDS = 8
_NUMBERED_LABEL = re.compile(r"([A-Za-z]+(?: [a-z]+)?)(?: ?(?:#|[Nn]o\. ?)?(\d{1,3}))?(?::| [-–—]|\.(?=\s)) *")
_LETTERS = re.compile("[A-Za-z]*+")
_LABELLED_CHARS = 130
_LABEL_REACH = 64  # the furthest a label's colon can stand


def mark_headings(text: str, drafts: Sequence[Draft]) -> None:
    """Make headings of the lines that head what follows them, and give them levels.

    Markdown marks give their own level; without any, the title is 1, a line standing alone 2, a bold line or a numbered
    one standing alone 3.
    """
    marked = any(draft.mark == "heading" for draft in drafts)
    for index, draft in enumerate(drafts):
        if draft.mark in ("heading", "bullet") or draft.lines > 1:
            continue
        level = _heading_level(text, drafts, index)
        if level:
            first = 1 if index == 0 and not marked and level == 2 else level
            draft.kind, draft.level = "heading", max(first, _LEVEL_UNDER_MARKS) if marked else first


def _heading_level(text: str, drafts: Sequence[Draft], index: int) -> int:
    draft = drafts[index]
    if draft.kind not in ("heading", "paragraph") and draft.mark != "number":
        return 0
    if draft.mark == "bold":
        return 3
    if draft.mark == "number":
        return 3 if _numbered_alone(text, drafts, index) else 0
    if draft.mark or index + 1 == len(drafts):
        return 0
    if _is_labelled(text[draft.start : draft.end]):
        return 3
    if index == 0 and drafts[1].gap:
        return 2 if is_title(text, draft.start, draft.end, scale=2) else 0
    return 2 if is_title(text, draft.start, draft.end) and _stands_over(text, drafts, index) else 0


def _is_labelled(line: str) -> bool:
    """Tell whether a line is one short sentence under a numbered label, or a myth: "Myth #2: Tea is bad for you."."""
    if len(line) > _LABELLED_CHARS or not _may_be_labelled(line):
        return False
    match = _NUMBERED_LABEL.match(line)
    if match is None or match.end() == len(line):
        return False
    label, number = match.group(1).lower(), match.group(2)
    known = label in (_labels("heading_labels") if number else _labels("myth_labels"))
    return known and len(split_sentences(line[match.end() :])) == 1


def _may_be_labelled(line: str) -> bool:
    """Tell, quickly, whether a line begins with the first word of a label."""
    return _LETTERS.match(line).group().lower() in _first_words()  # type: ignore[union-attr]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split()[0] for name in ("heading_labels", "myth_labels") for label in _labels(name))


@cache
def _labels(name: str) -> frozenset[str]:
    return frozenset(load("blocks")[name])


def _numbered_alone(text: str, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a numbered line heads a part ("2. Costs", then prose) and is no item of a numbered list."""
    draft = drafts[index]
    if index + 1 == len(drafts) or any(
        near.mark == "number" and near.kind == "item" for near in _before(drafts, index)
    ):
        return False
    after = drafts[index + 1]
    follows = after.mark != "number" and (after.gap or after.mark == "bullet")
    return follows and is_title(text, draft.start, draft.end)


def _before(drafts: Sequence[Draft], index: int) -> Sequence[Draft]:
    return drafts[max(0, index - 2) : index]


def _stands_over(text: str, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a title-like line can head what follows it: it begins a group and text comes after it."""
    draft, after = drafts[index], drafts[index + 1]
    before = drafts[index - 1] if index else None
    if ": " in text[draft.start : draft.end] and before is not None and _is_headed(text, drafts, index + 1):
        return False  # "Best for: small gardens" closes the part above when a new part begins
    apart = before is None or draft.gap or before.kind != "item" or is_finished(text, before.end) or not after.gap
    return apart and after.kind in ("paragraph", "item", "heading", "table", "quote")


def _is_headed(text: str, drafts: Sequence[Draft], index: int) -> bool:
    draft = drafts[index]
    if draft.mark == "number":
        return draft.gap and _numbered_alone(text, drafts, index)
    own = draft.mark in ("heading", "bold") or (draft.kind == "paragraph" and draft.lines == 1)
    return draft.gap and own and is_title(text, draft.start, draft.end)


def mark_label_items(text: str, drafts: Sequence[Draft]) -> None:
    """Make two or more lines in a row that read "Label: text" items of a list."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        fits = draft is not None and draft.kind == "paragraph" and draft.lines == 1
        labelled = draft is not None and fits and find_label(text, draft)
        if draft is not None and labelled and (not run or not draft.gap):
            run.append(draft)
            continue
        if len(run) > 1:
            for item in run:
                item.kind = "item"
        run = [draft] if draft is not None and labelled else []


def find_label(text: str, draft: Draft) -> Span | None:
    """Find the "Label" of a block that reads "Label: text"."""
    if text.find(":", draft.start, min(draft.end, draft.start + _LABEL_REACH)) < 0:
        return None
    match = _LABEL.match(text, draft.start, draft.end)
    if match is None or len(match.group(1).split()) > _LABEL_WORDS or match.end() >= draft.end:
        return None
    return match.span(1)
