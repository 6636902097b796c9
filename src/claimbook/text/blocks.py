"""Plain text, Markdown and page text to blocks: headings, paragraphs, list items, tables and what is not prose.

Refuses to judge what a block says; kinds come from marks, layout and the cues in `lexicon/blocks.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimbook.text.layout import BlockKind, Draft, lay_out
from claimbook.text.matter import mark_matter
from claimbook.text.sentences import Span, split_sentences
from claimbook.text.titles import find_label, mark_headings, mark_label_items


class Block(NamedTuple):
    """Hold one block of a text, in code points: `text[start:end]` is its content without list and heading marks.

    `level` is a heading's level (1 is the title) or an item's depth (from 1). `headings` are the texts of the headings
    above the block, outermost first. An item knows its list (`list_id`), the block that leads into the list (`lead_in`)
    and the span of its own "Label" when it reads "Label: text".
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    headings: tuple[str, ...] = ()
    list_id: int | None = None
    lead_in: Span | None = None
    label: Span | None = None

    def sentences(self, text: str) -> list[Span]:
        """Split the block into sentences; line breaks inside it are spaces."""
        return split_sentences(text, self.start, self.end, wrapped=True)


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of a text, in order and not overlapping; blank lines, rulers and marks belong to none."""
    drafts = lay_out(text)
    mark_label_items(text, drafts)
    mark_headings(text, drafts)
    listed = [draft.kind == "item" for draft in drafts]
    mark_matter(text, drafts)
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    above: tuple[str, ...] = ()
    list_id, lead_in = -1, None
    for index, draft in enumerate(drafts):
        if draft.level:
            while path and path[-1][0] >= draft.level:
                path.pop()
            above = tuple([name for _, name in path])
        if listed[index]:
            if not (index and listed[index - 1] and _same_list(drafts[index - 1], draft)):
                list_id, lead_in = list_id + 1, _lead_in(drafts, index)
            depth, label = 1 + draft.indent // 2, find_label(text, draft)
            blocks.append(Block(draft.kind, draft.start, draft.end, depth, above, list_id, lead_in, label))
        else:
            blocks.append(Block(draft.kind, draft.start, draft.end, draft.level, above))
        if draft.level:
            path.append((draft.level, text[draft.start : draft.end].strip("*_ ")))
            above = tuple([name for _, name in path])
    return blocks


def _same_list(before: Draft, draft: Draft) -> bool:
    other_marks = draft.gap and before.mark != draft.mark and before.indent == draft.indent
    return before.kind == draft.kind and not other_marks


def _lead_in(drafts: Sequence[Draft], index: int) -> Span | None:
    before = drafts[index - 1] if index else None
    return (before.start, before.end) if before is not None and before.kind in ("paragraph", "heading") else None
