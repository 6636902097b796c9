"""Good and harm: "it is safe" beside a harm it is said to do, "it does little good" beside a good it is said to do.

Refuses to set one outcome against another: a harm and a benefit may both be true. Only a claim that denies all harm, or
all good, meets one that names some, and only as a tension.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.compare.causes import Cause, causes_apart, find_cause
from claimbook.compare.contrasts import sides_apart
from claimbook.compare.effects import Effect, goes
from claimbook.compare.populations import groups_apart
from claimbook.compare.pushes import stems_of
from claimbook.compare.settings import settings_apart
from claimbook.compare.wording import Word, content_stems, find_any, stem
from claimbook.lexicon import load

if TYPE_CHECKING:
    from claimbook.compare.reading import Reading
    from claimbook.compare.verdicts import Ground, Verdict

_AFTER = 4
# so many of the stems that an article is most about name its subject
_SUBJECT = 5
# "safe for most" warns the rest already
_MOSTLY = frozenset({"most", "generally", "usually", "some"})
# what a change that is bad, or good, meets: the claim that there is none such
DENIED_BY = {-1: "harmless", 1: "idle"}
_SAID = {"harmless": ("does no harm", "names a harm"), "idle": ("does little or no good", "names a benefit")}


@dataclass(frozen=True, slots=True)
class Denial:
    """Hold that a claim denies all harm (`harmless`) or all good (`idle`), in which words and of what.

    `narrow` are the stems that narrow it: "no cognitive benefit" speaks of no other.
    """

    kind: str
    wording: str
    cause: Cause
    narrow: frozenset[str]


def find_blanket_denials(words: Sequence[Word]) -> tuple[Denial, ...]:
    """Find where a claim says that something does no harm, or little good."""
    out = []
    for kind in _SAID:
        match = find_any(words, load("valence")[kind], exact=True)
        if match and not match.denied:
            text = " ".join(w.text for w in words[match.start : match.end])
            said = [w for w in words[match.start : match.end] if not w.text.endswith("ly")]
            narrow = content_stems(said) - stems_of("blanket")
            out.append(Denial(kind, text, _denied_of(words, match.start, match.end), narrow))
    return tuple(out)


def find_warnings(words: Sequence[Word]) -> tuple[Denial, ...]:
    """Find where a claim warns some people off a thing."""
    match = find_any(words, load("valence")["warned"], exact=True)
    if match is None or match.denied:
        return ()
    text = " ".join(w.text for w in words[match.start : match.end])
    return (Denial("warned", text, _denied_of(words, match.start, match.end), frozenset()),)


def _denied_of(words: Sequence[Word], start: int, end: int) -> Cause:
    """Give what a blanket denial is of: what stands before it, else after it ("no benefit to chess")."""
    before = find_cause(words, start)
    if before.named or end >= len(words) or words[end].text not in ("to", "of", "from", "in"):
        return before
    return Cause(content_stems(w for w in words[end : end + _AFTER] if w.stretch == words[end].stretch))


def worth_of(effect: Effect) -> int:
    """Tell whether a change is for the better (1) or the worse (-1), 0 where it is denied or nothing says."""
    if effect.denied or effect.open or effect.compared or not effect.sign or "good" in effect.wording.split():
        return 0
    if effect.state:
        good = next(state.get("good") for state in load("opposites")["states"] if state["name"] == effect.state)
        return effect.sign * {"up": 1, "down": -1}.get(good or "", 0)
    if effect.quality:
        return effect.sign
    if effect.terms & stems_of("bad_things") or _names_illness(effect.wording):
        return -effect.sign
    return effect.sign if effect.terms & stems_of("good_things") else 0


def _names_illness(wording: str) -> bool:
    """Tell whether words name an illness by how medicine ends them ("melanoma", "bronchitis", "anaemia")."""
    endings = tuple(load("valence")["illnesses"]["endings"])
    spared = load("valence")["illnesses"]["spared"]
    return any(word.endswith(endings) and word not in spared for word in wording.split())


def compare_blanket_denials(a: Reading, b: Reading, ground: Ground) -> Iterator[Verdict]:
    """Give claims of which one denies all harm or good of a thing and the other names some."""
    from claimbook.compare.verdicts import Verdict

    if ground.subjects is None and not ground.topic:
        return
    for x, y in ((a, b), (b, a)):
        yield from _unwarned(x, y, ground, x is a)
        for denial in x.blanket_denials:
            effect = next((e for e in y.effects if _meets(denial, e) and _one_cause(denial, e, ground, x is a)), None)
            if effect is None or y.leaves_open or y.claim.quote.rstrip().endswith("?") or _elsewhere(a, b):
                continue
            says, names = _SAID[denial.kind]
            why = f"“{denial.wording}” says it {says}, the other {names}: {goes(effect)}"
            yield Verdict("tension", "polarity", why, f"blanket {denial.kind}")


def _unwarned(x: Reading, y: Reading, ground: Ground, in_order: bool) -> Iterator[Verdict]:
    """Give a claim that a thing is safe, for whom unsaid, beside a warning to some."""
    from claimbook.compare.verdicts import Verdict

    for denial in x.blanket_denials:
        if denial.kind != "harmless" or denial.narrow or any(w.text in _MOSTLY for w in x.words):
            continue
        for warning in y.warnings:
            if _warned_of(denial.cause, y, ground, in_order) and not settings_apart(x.settings, y.settings):
                why = f"“{denial.wording}” says it does no harm, “{warning.wording}” warns some people off"
                yield Verdict("tension", "scope", why, "blanket warned")


def _warned_of(safe: Cause, warned: Reading, ground: Ground, in_order: bool) -> bool:
    """Tell whether a warning is of what is called safe: it names that, or what both articles are about."""
    if ground.topic or safe.named & warned.terms:
        return True
    own = ground.subjects[1 if in_order else 0].main[:_SUBJECT] if ground.subjects else ()
    return ground.subject and not safe.turned and not warned.terms.isdisjoint(own)


def _meets(denial: Denial, effect: Effect) -> bool:
    """Tell whether a change is of the kind that is denied, and of the thing where the denial is narrowed to one."""
    if DENIED_BY.get(worth_of(effect)) != denial.kind:
        return False
    return not denial.narrow or not denial.narrow.isdisjoint(map(stem, effect.wording.split()))


def _one_cause(denial: Denial, effect: Effect, ground: Ground, in_order: bool) -> bool:
    one, other = denial.cause, effect.cause
    if one.turned != other.turned:
        return False
    if one.named & other.named or ground.topic or ground.subjects is None:
        return True
    subjects = ground.subjects if in_order else ground.subjects[::-1]
    return ground.subject and causes_apart(one, other, subjects) is None


def _elsewhere(a: Reading, b: Reading) -> bool:
    groups = groups_apart(a.population, b.population) or settings_apart(a.settings, b.settings)
    return bool(groups or sides_apart(a.sides, b.sides))
