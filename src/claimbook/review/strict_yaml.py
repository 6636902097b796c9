"""Read YAML strictly, keeping where everything stands.

Refuses what makes YAML surprising: duplicate keys, aliases, anchors, tags, several documents, keys that are no
words, and values other programs would read differently. Reports every problem a parser can see, not the first alone.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from claimbook.review.problems import Problem, SourceFile
from claimbook.review.scalars import ScalarError, resolve

LIMIT = 16 * 1024 * 1024
_DEEPEST = 40  # libyaml takes quadratic time over brackets in brackets, and no model is half as deep
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_HINTS = (
    ("mapping values are not allowed", "a value with ': ' inside must be quoted; or the indentation is off"),
    ("cannot start any token", "a value that begins with this character must be quoted"),
    ("could not find expected ':'", "a key needs ': ' and a value; a text over several lines must be quoted"),
    ("unexpected end of stream", "a quoted text is not closed"),
    ("did not find expected ',' or", "a bracket is not closed, or a text with a comma or bracket must be quoted"),
    ("did not find expected '-'", "a list item begins with '- ' at the indentation of the item before it"),
    (
        "did not find expected key",
        "the indentation is off, or text follows a closing quote mark: quote the whole value",
    ),
    ("unknown escape character", "in double quotes a backslash is written \\\\"),
)


class Node:
    """Hold a value and where it stands: `start` to `end`, offsets in the file without trailing comments.

    `data` is the plain value, with a tuple for a sequence. `items` are the nodes of a sequence; `children` those of a
    mapping by key, and `keys` where its keys stand. `style` is `flow` or `block` for collections, else PyYAML's letter.
    """

    __slots__ = ("children", "data", "end", "items", "keys", "start", "style")

    def __init__(self, start: int, end: int, data: Any = None, style: str = "") -> None:
        self.start, self.end, self.data, self.style = start, end, data, style
        # scalars, which are most nodes, share empty ones: three containers each would keep the collector busy
        self.items: list[Node] = [] if style.endswith("seq") else _NO_ITEMS
        self.children: dict[str, Node] = {} if style.endswith("map") else _NO_CHILDREN
        self.keys: dict[str, int] = {} if style.endswith("map") else _NO_KEYS

    def find(self, *path: str | int) -> Node | None:
        """Follow keys and indexes down; `None` where one is missing."""
        node: Node | None = self
        for step in path:
            if node is None:
                return None
            if isinstance(step, int):
                node = node.items[step] if step < len(node.items) else None
            else:
                node = node.children.get(step)
        return node


_NO_ITEMS: list[Node] = []
_NO_CHILDREN: dict[str, Node] = {}
_NO_KEYS: dict[str, int] = {}


def parse(source: SourceFile) -> tuple[Node | None, list[Problem]]:
    """Parse one strict YAML document. Gives its root, `None` if it is broken or empty, and all problems."""
    bad = _FORBIDDEN.search(source.text)
    if bad:
        code = f"U+{ord(bad[0]):04X}"
        return None, [source.problem(bad.start(), "R119", f"the invisible character {code} is not allowed: remove it")]
    tree = _Tree(source)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            tree.take(event)
    except _TooDeepError as deep:
        at = deep.args[0]
        return None, [*tree.problems, source.problem(at, "R110", "nested too deeply: close the brackets before")]
    except yaml.MarkedYAMLError as error:
        return None, [*tree.problems, _broken(source, error)]
    if tree.root is None or tree.root.data is None:
        return None, [*tree.problems, source.problem(0, "R106", "the file is empty: fill it or delete it")]
    return tree.root, tree.problems


class _TooDeepError(Exception):
    """Stop reading at an offset; the parser is not asked for more."""


class _Tree:
    """Build nodes from parser events, without recursion, so that deep nesting is harmless."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._takers: dict[type, Any] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        taker = self._takers.get(type(event))
        if taker and self._documents < 2:
            taker(event)

    def _complain(self, at: int, code: str, message: str) -> None:
        self.problems.append(self.source.problem(at, code, message))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._complain(event.start_mark.index, "R112", "a second document begins: keep one per file, without '---'")

    def _alias(self, event: Any) -> None:
        start = event.start_mark.index
        self._complain(start, "R113", f"*{event.anchor} is an alias: write the value out")
        self._place(Node(start, event.end_mark.index))

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain(event.start_mark.index, "R113", f"&{event.anchor} is an anchor: remove it")
        if event.tag is not None:
            self._complain(event.start_mark.index, "R114", "a tag (a word with '!'): remove it, or quote the value")

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._keys[-1] is None and self._open[-1].style in ("block map", "flow map")

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if self._awaits_key():
            self._key(event)
            return
        value, style, start = event.value, event.style or "", event.start_mark.index
        if not style:
            try:
                value = resolve(value, self._keys[-1] if self._keys else None)
            except ScalarError as error:
                self._complain(start, error.code, str(error))
        self._place(Node(start, self._scalar_end(event, style), value, style))

    def _scalar_end(self, event: Any, style: str) -> int:
        start, end = event.start_mark.index, event.end_mark.index
        if style not in ("|", ">"):
            return int(end)
        # a block scalar's mark lies behind the blank lines that follow it
        return int(start) + len(self.source.text[start:end].rstrip(" \r\n"))

    def _key(self, event: Any) -> None:
        keys, key, start = self._open[-1].keys, event.value, event.start_mark.index
        if key == "<<" and not event.style:
            self._complain(start, "R113", "a merge key: write the keys out")
        if key in keys:
            line = self.source.problem(keys[key], "R115", "").line
            self._complain(start, "R115", f'"{clip_key(key)}" is here a second time, first in line {line}: keep one')
        keys.setdefault(key, start)
        self._keys[-1] = key

    def _begin(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        start = event.start_mark.index
        if self._awaits_key():
            self._complain(start, "R110", "a key must be one word, not a list or a mapping")
            self._keys[-1] = ""
        kind = "map" if type(event) is yaml.MappingStartEvent else "seq"
        self._open.append(Node(start, start, style=f"{'flow' if event.flow_style else 'block'} {kind}"))
        self._keys.append(None)
        if len(self._open) > _DEEPEST:
            raise _TooDeepError(start)

    def _close(self, event: Any) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.style.endswith("seq"):
            node.data = tuple([item.data for item in node.items])
            last = node.items[-1] if node.items else None
        else:
            node.data = {key: child.data for key, child in node.children.items()}
            last = max(node.children.values(), key=lambda child: child.end, default=None)
        # a block collection's own mark lies behind the comments that follow it
        node.end = event.end_mark.index if node.style.startswith("flow") or last is None else last.end
        self._place(node)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.style.endswith("seq"):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:  # an alias where a key should stand
            self._keys[-1] = ""
            return
        parent.children.setdefault(key, node)
        self._keys[-1] = None


def clip_key(key: str) -> str:
    """Shorten a key for a message."""
    return key if len(key) <= 40 else key[:39] + "…"


def _broken(source: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    at = min(error.problem_mark.index if error.problem_mark else 0, len(source.text))
    what = error.problem or "not YAML"
    if source.text[at : at + 1] == "\t":
        return source.problem(at, "R111", "a tab: indent with spaces")
    if "unexpected end of stream" in what and error.context_mark:
        at = error.context_mark.index  # where the text opens tells more than where the file ends
    hint = next((hint for sign, hint in _HINTS if sign in what), "check indentation and quotes around here")
    return source.problem(at, "R110", f"{what}: {hint}")
