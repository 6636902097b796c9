"""Words of direction and what they govern: "raises X", "X fell", "no effect on X", "leads to X".

Refuses to weigh or to guess a subject: a direction word governs the words after it (or before it) up to the next mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimbook.compare.expressions import fixed, in_a_name, is_noun, there_is
from claimbook.compare.wording import Match, Word, content_stems, find_phrase, opening, stem, texts_heard
from claimbook.lexicon import load

_OBJECT = 8
_LIST = 30
_SUBJECT = 4
_ASKS = frozenset(
    {
        "see",
        "ask",
        "asked",
        "asks",
        "test",
        "tested",
        "know",
        "wonder",
        "determine",
        "check",
        "learn",
        "examine",
        "examined",
        "out",
    }
)
_RELATIVE = frozenset({"that", "which", "who"})
_AUXILIARY = frozenset(
    {"is", "are", "was", "were", "be", "been", "thought", "believed", "known", "said", "to", "may", "might", "can"}
    | {"could", "will", "would", "have", "has", "also", "often"}
)
_FINITE = frozenset({"is", "are", "has", "have", "does", "do", "can", "may", "will", "leads", "makes", "means"})
_NARROWING = frozenset({"of", "in", "at", "on", "around", "near", "for", "among", "across"})
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "gets", "got", "became", "significantly"})
_PERFECT = frozenset({"has", "have", "had", "did", "does", "do", "will"})
_BETWEEN = frozenset({"not", "also", "never", "since", "even", "actually", "hardly", "barely"})
# a stretch that opens with one of these is no item of the list before it
_ASIDES = frozenset(
    {"in", "on", "at", "of", "especially", "particularly", "making", "leading", "resulting", "it"}
    | {"they", "we", "this"}
)


@dataclass(frozen=True, slots=True)
class Push:
    """Hold what a direction word does to the words it governs, given by their indexes; `start` is where it stands,
    `head` the stem of the thing itself where that is not the last of them."""

    sign: int
    denied: bool
    quality: bool
    governed: tuple[int, ...]
    compared: bool = False
    open: bool = False
    start: int = 0
    head: str = ""


@cache
def stems_of(key: str) -> frozenset[str]:
    """Give the stems of a word list of the lexicon."""
    return frozenset(stem(word) for word in load("effects")[key].split())


@cache
def direction_stems() -> frozenset[str]:
    """Give the stems of every word that says better, worse, more or less."""
    keys = ("up", "down", "better", "worse", "rises", "falls", "gains", "losses")
    return frozenset().union(*(stems_of(key) for key in keys))


@cache
def _verbs() -> frozenset[str]:
    return stems_of("up") | stems_of("down") | stems_of("better") | stems_of("worse")


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("effects")["ends"].split())


def _object(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what a direction word governs: up to a stop word or a break; short list items count on."""
    out: list[int] = []
    at += _by_how_much(words, at)
    stretch, since = words[at].stretch, 0
    for k in range(at + 1, min(len(words), at + 1 + _LIST)):
        word, moved = words[k], words[k].stretch != stretch
        since = 0 if moved else since + 1
        opens = moved or (out and words[k - 1].text in ("and", "or"))
        if word.stretch - stretch > 1 or word.text in _ends() or (opens and _starts_anew(words, k, bool(out))):
            break
        if since > _OBJECT:
            break
        stretch = word.stretch
        out.append(k)
    return tuple(out)


def _by_how_much(words: Sequence[Word], at: int) -> int:
    """Count the words that say by how much something changes ("increases by half the chances of …")."""
    following = [w.text for w in words[at + 1 : at + 5]]
    if following[:1] != ["by"]:
        return 0
    amounts = load("effects")["amounts"].split()
    size = next((n for n, text in enumerate(following[1:], 1) if text not in amounts and not text[0].isdigit()), 0)
    size = size or len(following)
    return size - 1 if size > 1 else 0


def _starts_anew(words: Sequence[Word], k: int, listing: bool) -> bool:
    """Tell whether an item after a comma or "and" is no item of the list but says something of its own."""
    first = k + 1 if words[k].text in ("and", "or") and k + 1 < len(words) else k
    return not listing or words[first].text in _ASIDES or words[first].stem in _verbs()


def _before(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give the words before a word in its stretch, or, over an aside, in the one before ("X, the Y, will rise")."""
    stretch = words[at].stretch
    out = _last_words(words, at - 1, stretch)
    if all(words[k].text in _AUXILIARY for k in out):
        last = next((k for k in range(at - 1, -1, -1) if words[k].stretch <= stretch - 2), None)
        return _last_words(words, last, stretch - 2) if last is not None else out
    return out


def _last_words(words: Sequence[Word], last: int, stretch: int) -> tuple[int, ...]:
    out: list[int] = []
    for k in range(last, max(-1, last - _SUBJECT), -1):
        if words[k].stretch != stretch or (out and words[k].text in _ends()):
            break
        if words[k].text not in _ends():
            out.insert(0, k)
    return tuple(out)


def _with_head(words: Sequence[Word], out: tuple[int, ...]) -> tuple[tuple[int, ...], int | None]:
    """Add the thing that a phrase before a verb narrows ("traffic in the old town fell"), and give its place."""
    while len(out) > 1 and (words[out[-1]].text in _AUXILIARY or words[out[-1]].text == "not"):
        out = out[:-1]
    at = next((k for k in range(out[0] if out else 0, -1, -1) if words[k].text in _NARROWING), 0)
    if not at or out[0] - at > _SUBJECT or words[at].stretch != words[out[0]].stretch:
        return out, None
    thing = _last_words(words, at - 1, words[at].stretch)
    if not content_stems(words[k] for k in thing):
        return out, None
    return (*range(thing[0], out[-1] + 1),), thing[-1]


def _of_noun(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what a noun of change is about: "loss of X", "increase in X", else the two words before ("muscle loss")."""
    if at + 1 < len(words) and words[at + 1].text in ("of", "in"):
        return _object(words, at + 1)
    return _before(words, at)[-2:]


def _verb(words: Sequence[Word], at: int) -> Push | None:
    """Give what a verb or adjective of change does to what follows it."""
    word, following = words[at], [w.text for w in words[at + 1 : at + 4]]
    if word.stem in stems_of("neutral") and word.denied and _object(words, at):
        return Push(0, True, False, _object(words, at))
    if word.text == "causes" and at and words[at - 1].text in ("all", "any", "other", "natural", "common", "main"):
        return None
    if word.text in ("more", "less") and following and _graded(words[at + 1]):
        return Push(1 if word.text == "more" else -1, word.denied, False, (at + 1,))
    if (
        word.stem not in _verbs()
        or _relative(words, at)
        or following[:1] in (["of"], ["from"])
        or _opens_subject(words, at)
        or is_noun(words, at)
        or in_a_name(words, at)
        or there_is(words, at)
    ):
        return None
    if word.text.endswith("s") and words[at + 1 : at + 2] and _is_plain_push(words[at + 1]):
        return None
    against = following.index("against") + 1 if "against" in following and word.stem in stems_of("up") else 0
    if not against and "from" in following and word.stem in stems_of("shields"):
        against = following.index("from") + 1  # "protects you from the cold"
    governed = _object(words, at + against) or _said_of(words, at)
    sign = -1 if against or word.stem in stems_of("down") | stems_of("worse") else 1
    quality = word.stem in stems_of("better") | stems_of("worse")
    return Push(sign, word.denied, quality, governed) if governed else None


def _graded(word: Word) -> bool:
    """Tell whether a word names what there may be more or less of, as an adjective ("more productive")."""
    return word.text in load("effects")["graded"].split()


def _is_plain_push(word: Word) -> bool:
    """Tell whether a word is a verb of change in its plain form: then a noun stands before it ("increases kill")."""
    return word.stem in _verbs() and not word.text.endswith(("er", "ed", "ing"))


def _opens_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of change only opens the subject ("Building a car creates …")."""
    opens = at == 0 or words[at - 1].stretch < words[at].stretch - 1
    if opens and words[at].text.endswith("er") and len(words) > at + 1:
        # "stronger muscles are the reason" takes them for granted
        return any(w.text in _COPULAS for w in words[at + 1 : at + 1 + _SUBJECT] if w.stretch == words[at].stretch)
    if not opens or not words[at].text.endswith("ing"):
        return False
    return any(w.stem in _verbs() or w.text in _FINITE for w in words[at + 2 :] if w.stretch == words[at].stretch)


def _said_of(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what a word of change is said of when nothing follows it ("prices were lower", "sleep is improved")."""
    before = at - 1
    while before > 0 and words[before].text in _BETWEEN:
        before -= 1
    return _before(words, before) if before > 0 and words[before].text in _COPULAS | _PERFECT else ()


def _relative(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb describes a thing ("proteins that are thought to cause decay") and asserts no change."""
    k = at - 1
    while k >= 0 and words[k].text in _AUXILIARY:
        k -= 1
    return k >= 0 and words[k].text in _RELATIVE


def _noun(words: Sequence[Word], at: int) -> Push | None:
    """Give what a noun of change, or a verb after its subject ("prices fell"), does to what it is about."""
    word = words[at]
    for key, sign in (("rises", 1), ("falls", -1)):
        if word.text in load("effects")[key].split() and not fixed(words, at):
            if _joined(words, at):
                return Push(sign, word.denied, False, _of_noun(words, at))
            about, head = _with_head(words, _before(words, at))
            return Push(sign, word.denied, False, about, head=words[head].stem if head is not None else "")
    if word.text in load("effects")["goods"].split() and at and not _joined(words, at):
        return Push(1, word.denied, True, _before(words, at)[-2:])
    sign = -1 if word.stem in stems_of("losses") else int(word.stem in stems_of("gains"))
    if sign and _undone(words, at):
        sign = -sign
    return Push(sign, word.denied, False, _of_noun(words, at)) if sign and not _presupposed(words, at) else None


def _undone(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb before a noun of change says that it came to nothing ("wipes out the efficiency gain")."""
    before = [w.text for w in words[max(0, at - _OBJECT) : at] if w.stretch == words[at].stretch]
    return not set(load("effects")["undoing"].split()).isdisjoint(before)


def _presupposed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun of change is no assertion: the subject that opens a sentence ("Rapid weight loss can …"),
    or the modifier of another noun ("a weight loss plan")."""
    if at + 1 >= len(words) or words[at + 1].stretch != words[at].stretch:
        return False
    return at < _SUBJECT or bool(content_stems(words[at + 1 : at + 2]))


def _joined(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text in ("of", "in", "from")


def _affected(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what is left as it is: what stands after the last "on" in "no effect of X on Y", else what follows."""
    following = words[at + 1 : at + 1 + 2 * _OBJECT]
    joints = [k for k, w in enumerate(following) if w.text == "on" and w.stretch == words[at].stretch]
    if not joints and [w.text for w in following[:1]] in (["to"], ["in"]):
        joints = [0]  # "made no difference to the price"
    return _object(words, at + 1 + joints[-1]) if joints else _object(words, at)


def _unchanged(words: Sequence[Word]) -> Iterator[tuple[Push, range]]:
    for key in ("same_phrases", "same_after", "compared_phrases", "open_before", "open_after"):
        for match in _matches(words, key):
            about = _left_open(words, match.start) if key.endswith("_after") else _affected(words, match.end - 1)
            push = Push(0, True, False, about, key == "compared_phrases", key.startswith("open"))
            yield push, range(match.start, match.end)


@cache
def _phrases_by_word(key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in load("effects")[key]:
        found[opening(phrase)] = (*found.get(opening(phrase), ()), str(phrase))
    return found


def _matches(words: Sequence[Word], key: str) -> Iterator[Match]:
    """Give where the phrases of a list stand in a text, the first place of each."""
    phrases = _phrases_by_word(key)
    if phrases.keys().isdisjoint(texts_heard(words)):
        return
    for word in dict.fromkeys(w.text for w in words):
        for phrase in phrases.get(word, ()):
            match = find_phrase(words, phrase, exact=True)
            if match:
                yield match


def _left_open(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Give what is said to be open: what stands before, after its "on" or "of" ("the effect on sleep is unclear")."""
    about = [k for k in range(max(0, at - 2 * _OBJECT), at) if words[k].stretch == words[at].stretch]
    while about and words[about[-1]].text in _AUXILIARY:
        about.pop()
    joints = [k for k in about if words[k].text in ("on", "of", "for")]
    return tuple(k for k in about if not joints or k > joints[-1])


def _phrased(words: Sequence[Word]) -> Iterator[tuple[Push, range]]:
    """Give what phrases of cause and of good or bad do to what follows them ("leads to weight gain")."""
    for key, sign in (("up_phrases", 1), ("down_phrases", -1), ("better_phrases", 1), ("worse_phrases", -1)):
        for match in _matches(words, key):
            governed = _object(words, match.end - 1)
            if (
                governed
                and not (_pushing(words, governed[0]) or _advising(words, governed[0]))
                and not _relative(words, match.start)
            ):
                quality = key in ("better_phrases", "worse_phrases")
                yield Push(sign, words[match.end - 1].denied, quality, governed), range(match.start, match.end)


def _advising(words: Sequence[Word], at: int) -> bool:
    """Tell whether "it is essential to" goes on with what to do ("to weigh the risks"), which brings nothing about."""
    return words[at - 1].text == "to" and words[at].text in load("effects")["doings"].split()


def _pushing(words: Sequence[Word], at: int) -> bool:
    """Tell whether what follows "leads to" pushes by itself ("leads to a 20% lower price", "… a loss of weight")."""
    small = load("effects")["amounts"].split()
    first = next((k for k in range(at, min(len(words), at + 5)) if not _is_amount(words[k], small)), at)
    following = words[first : first + 2]
    if any(w.stem in _verbs() for w in following) or _loss_at(words, first):
        return True
    return first > at and any(w.stem in stems_of("losses") | stems_of("gains") for w in following)


def _is_amount(word: Word, small: Sequence[str]) -> bool:
    return word.text in small or word.text[0].isdigit()


def find_pushes(words: Sequence[Word]) -> Iterator[Push]:
    """Find every push in a text; words that one push governs push nothing themselves, nor does a time that opens it."""
    yield from (p for p in _all_pushes(words) if not (_sets_the_scene(words, p.start) or _asked(words, p.start)))


def _asked(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands in what is only asked ("to see whether X lowers Y")."""
    near = [k for k in range(at) if words[k].stretch >= words[at].stretch - 1]
    if any(words[k].text in ("if", "unless") and words[k].stretch == words[at].stretch for k in near):
        return True
    return any(words[k].text == "whether" or (words[k].text == "if" and k and words[k - 1].text in _ASKS) for k in near)


def _sets_the_scene(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands in what a statement opens with before its comma ("After work to restore X, …")."""
    opens = words[0].text in load("effects")["scenes"].split() and words[at].stretch == words[0].stretch
    return opens and any(w.stretch == words[0].stretch + 1 for w in words)


def _all_pushes(words: Sequence[Word]) -> Iterator[Push]:
    first = list(_unchanged(words))
    yield from (replace(push, start=phrase.start) for push, phrase in first)
    covered = {index for push, phrase in first for index in (*push.governed, *phrase)}
    for push, phrase in _phrased(words):
        if covered.isdisjoint(phrase) and not any(_loss_at(words, k) for k in push.governed):
            covered.update((*push.governed, *phrase))
            yield replace(push, start=phrase.start)
    for at in range(len(words)):
        found = None if at in covered else (None if _loss_at(words, at) else _verb(words, at)) or _noun(words, at)
        if found:
            covered.update(found.governed)
            yield replace(found, start=min((at, *found.governed)))


def _loss_at(words: Sequence[Word], at: int) -> bool:
    return words[at].stem in stems_of("losses") | stems_of("gains") and _joined(words, at)
