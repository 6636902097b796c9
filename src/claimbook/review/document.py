"""Change a YAML file in place: only the characters of the values that changed.

Refuses to touch anything else, so comments, blank lines, key order and quoting survive to the byte; and refuses an
edit that would lose a comment or that the file's layout does not allow (`EditRefused`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimbook.review import emit
from claimbook.review.strict_yaml import Node

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*")
_DASH = re.compile(r"( *)- +")
_COMMENT_LINE = re.compile(r"( *)#")


class EditRefused(Exception):  # noqa: N818 (nothing is wrong: this one edit needs a person's hand)
    """Say why a file cannot be changed without losing something; nothing was written."""


class Document:
    """Collect changes to a YAML text and apply them together; they must not overlap."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def text(self) -> str:
        """Give the text with all changes made."""
        text = self._text
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2], reverse=True):
            text = text[:start] + new.replace("\n", self._newline) + text[end:]
        return text

    def update(self, node: Node, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Change the keys of a mapping whose values differ; a key the file lacks is added in the order of `new`."""
        for key, value in new.items():
            child = node.children.get(key)
            if key in old and old[key] == value:
                continue
            if child is None:
                self._insert_key(node, key, value, list(new))
            else:
                self._update_value(node, child, key, old.get(key), value)
        for key in old.keys() - new.keys():
            if key in node.children:  # left out when empty, so empty is what it becomes
                self._replace(node, node.children[key], key, [] if _list(old[key]) else None)

    def insert_items(self, parent: Node, key: str, index: int, items: Sequence[str]) -> None:
        """Insert block items into the list under a key, before the item at `index`. Items are written at indent 0."""
        node = parent.children[key]
        if not node.items:
            lead = self._clean_gap(node.start)
            self._edit(node.start if lead is None else lead, node.end, "".join(f"\n{item}" for item in items))
            return
        indent = self._dash_indent(node, 0)
        at = self._line_end(parent.keys[key]) if index == 0 else self._item_end(node, index - 1)
        shifted = (item.replace("\n", f"\n{indent}") if indent else item for item in items)
        self._edit(at, at, "".join(f"\n{indent}{item}" for item in shifted))

    def remove_items(self, parent: Node, key: str, indexes: Sequence[int]) -> None:
        """Remove whole items, line by line, from the block list under a key."""
        node = parent.children[key]
        for index in indexes:
            self._dash_indent(node, index)
            item = node.items[index]
            end = self._line_end(item.end)
            start = self._line_start(item.start)
            self._edit(start, end + len(self._newline) if end < len(self._text) else end, "")

    def empty_list(self, parent: Node, key: str) -> None:
        """Write `[]` behind a key whose items are all removed."""
        at = self._text.index(":", parent.keys[key] + len(key)) + 1
        self._edit(at, at, " []")

    def commented(self, node: Node, index: int) -> bool:
        """Tell whether a comment belongs to an item of a list: in it, beside it, right above it or indented below."""
        item = node.items[index]
        end = self._item_end(node, index)
        if any(self._comments(item)) or _COMMENT.search(self._text, item.end, end):
            return True
        above = self._text[: self._line_start(item.start)].splitlines()[-1:]
        return bool(above) and _COMMENT_LINE.match(above[0]) is not None

    def _update_value(self, parent: Node, child: Node, key: str, old: Any, new: Any) -> None:
        if isinstance(new, Mapping) and isinstance(old, Mapping) and child.children:
            self.update(child, old, new)
        elif _list(new) and _list(old) and child.items and len(child.items) == len(new) == len(old):
            for item, before, after in zip(child.items, old, new, strict=True):
                if before != after:
                    self._update_value(child, item, key, before, after)
        else:
            self._replace(parent, child, key, new)

    def _replace(self, parent: Node, child: Node, key: str, value: Any) -> None:
        comments = list(self._comments(child))
        if parent.style != "block map":
            if comments:
                raise EditRefused(f"a comment stands inside the value of {key}: move it to a line of its own")
            self._edit(child.start, child.end, self._spaced(child, emit.flow(value, key)))
            return
        indent = " " * self._column(parent.start)
        lead = self._clean_gap(child.start)
        if lead is None:  # a comment stands between the key and its value
            self._edit(child.start, child.end, f" {emit.flow(value, key)}")
        else:
            literal = not self._text[child.end : self._line_end(child.end)].strip() and not comments
            written = emit.entry(key, value, indent, literal=literal).removeprefix(f"{key}:")
            self._edit(lead, child.end, "".join([written, *(f"\n{indent}{comment}" for comment in comments)]))

    def _insert_key(self, node: Node, key: str, value: Any, order: list[str]) -> None:
        before = [name for name in order[: order.index(key)] if name in node.children]
        last = node.children[before[-1]] if before else next(iter(node.children.values()), None)
        if node.style == "flow map":
            at = last.end if last else node.start + 1
            self._edit(at, at, f"{', ' if last else ''}{key}: {emit.flow(value, key)}")
        elif last is not None:
            indent = " " * self._column(node.start)
            at = self._line_end(last.end)
            self._edit(at, at, f"\n{indent}{emit.entry(key, value, indent)}")

    def _edit(self, start: int, end: int, new: str) -> None:
        self._edits.append((start, end, new))

    def _spaced(self, child: Node, written: str) -> str:
        empty = child.start == child.end and self._text[child.start - 1 : child.start] in (":", "-")
        return f" {written}" if empty else written

    def _clean_gap(self, start: int) -> int | None:
        """Give where the white space before a value begins, right behind its key's colon; `None` behind a comment."""
        at = start
        while at > 0 and self._text[at - 1] in " \r\n":
            at -= 1
        return at if self._text[at - 1 : at] == ":" else None

    def _comments(self, node: Node) -> Iterator[str]:
        """Give the comments inside a value: what begins with '#' between its scalars."""
        at = node.start
        for start, end, style in _scalars(node):
            yield from _COMMENT.findall(self._text, at, start)
            if style in ("|", ">"):
                yield from _COMMENT.findall(self._text, start + 1, min(end, self._line_end(start)))
            at = end
        yield from _COMMENT.findall(self._text, at, node.end)

    def _item_end(self, node: Node, index: int) -> int:
        """Give the end of an item's last line, with the comment lines below that are indented deeper than its dash."""
        indent = len(self._dash_indent(node, index))
        end = self._line_end(node.items[index].end)
        while True:
            following = self._line_end(end + len(self._newline))
            comment = _COMMENT_LINE.match(self._text, end + len(self._newline), following)
            if end >= len(self._text) or comment is None or len(comment[1]) <= indent:
                return end
            end = following

    def _dash_indent(self, node: Node, index: int) -> str:
        item = node.items[index]
        dash = _DASH.fullmatch(self._text, self._line_start(item.start), item.start)
        if dash is None:
            raise EditRefused("a claim does not begin on the line of its dash, '- id: …': write it so")
        return dash[1]

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        if end < 0:
            return len(self._text)
        return end - 1 if self._text[end - 1 : end] == "\r" and end > at else end

    def _column(self, at: int) -> int:
        return at - self._line_start(at)


def _scalars(node: Node) -> Iterator[tuple[int, int, str]]:
    """Give the spans of the scalar values in a node, in order, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        inner = current.items or list(current.children.values())
        if inner:
            stack.extend(reversed(inner))
        elif " " not in current.style:
            yield current.start, current.end, current.style


def _list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
