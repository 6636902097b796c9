"""Every checkable claim of an article, at clause level, with its facets.

Refuses to reword: each claim is a slice of the text. Questions, headings, contents, navigation, blurbs and statements
about the text itself are not claims; what is left is graded by `worth` and decided by a person.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from claimbook.extract.attribution import NONE, attribution, citations, names_source_before, reports
from claimbook.extract.certainty import certainty
from claimbook.extract.clauses import Clause, cut
from claimbook.extract.credits import introduced
from claimbook.extract.direction import direction, lean
from claimbook.extract.grammar import finite_verbs, imperative, likely_verb
from claimbook.extract.headlines import is_statement
from claimbook.extract.kinds import kind
from claimbook.extract.phrases import Cue, Cues
from claimbook.extract.quantities import find_quantities
from claimbook.extract.quotations import Pair, halves, pairs, widened
from claimbook.extract.scope import scope
from claimbook.extract.segments import Segment, find_segments
from claimbook.extract.tokens import ADVERB, CREDITING, PARTICIPLE, PAST, PREP, THIRD, Tokens, tags_of
from claimbook.extract.topics import TopicIndex
from claimbook.extract.worth import features, worth
from claimbook.model import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    ClaimReview,
    Direction,
    Quantity,
    Topics,
    claim_key,
)

_EDGES = frozenset("*_#>|•·–—-:;,\"'“”‘’. \t\n")
# "Expect to pay 40 euros" tells what a thing costs
_ESTIMATES = frozenset({"expect", "allow", "reckon", "budget"})
_TOLD = frozenset({"proportion", "ratio", "duration", "money", "dose"})
_LINKING = frozenset({"linked", "tied", "found", "shown"})
_SUBJECTS, _OPENING = 4, 9
# A longer run of words without a full stop is no sentence, and no quote an editor could use.
_LONGEST, _LONGEST_QUOTING, _LONGEST_LEAD = 260, 3000, 80
_PROPOSED = ClaimReview()
# A blurb is a paragraph; in a longer run of text (a whole article in one line) it is its sentences.
_BLURB, _MOST_BLURB = ("worth", "blurb"), 400
_GROUP = {"none": 0, "vague": 1, "named": 2, "cited": 3}


class Fields(TypedDict):
    """Name the fields of a claim, as `model.Claim` has them."""

    id: str
    quote: str
    at: tuple[int, int]
    kind: ClaimKind
    topic: str | None
    population: str | None
    outcome: str | None
    direction: Direction | None
    quantities: tuple[Quantity, ...]
    certainty: Certainty
    attribution: Attribution
    condition: str | None
    items: tuple[str, ...]
    worth: int
    review: ClaimReview


@dataclass(slots=True)
class Article:
    """Hold one text read once: its words, cues and quantities."""

    name: str
    text: str
    tokens: Tokens
    cues: Cues
    quantities: list[Quantity]
    starts: list[int]
    index: TopicIndex | None
    subjects: frozenset[str]
    citations: list[tuple[int, int]]
    heading: tuple[tuple[int, int], Sequence[Cue]] = ((-1, -1), ())  # the last heading asked for and its cues
    lead: tuple[tuple[int, int], Attribution] = ((-1, -1), NONE)  # the last list's lead-in and whom it credits
    known: str | bool = False  # the last source with a name, which "the study" means
    lately: bool = False  # the sentence before introduced a source, which "the report" and "it found" mean

    def clause(self, i: int, j: int) -> Clause:
        """Give tokens `[i, j)` with what lies inside."""
        tokens = self.tokens
        start, end = tokens.starts[i], tokens.ends[j - 1]
        found = self.quantities_in(start, end)
        return Clause(tokens, i, j, self.cues.within(i, j), found)

    def heading_cues(self, heading: tuple[int, int]) -> Sequence[Cue]:
        """Give the cues of a heading; all claims under it ask."""
        if self.heading[0] != heading:
            self.heading = heading, self.cues.within(*self.tokens.between(*heading))
        return self.heading[1]

    def credited(self, clause: Clause) -> Attribution:
        """Judge whom a clause credits, a reference inside it or right behind its full stop included."""
        n = bisect_left(self.citations, (clause.start, 0))
        cited = None
        if n < len(self.citations) and self.citations[n][0] <= clause.end + 2:
            cited = self.text[slice(*self.citations[n])]
        if cited is None and not clause.mask & CREDITING and not clause.of("sources"):
            return NONE
        return attribution(clause, known=self.known, lately=self.lately, cited=cited)

    def credits(self, i: int, j: int) -> bool:
        """Tell whether tokens `[i, j)` can credit a source with a name or reference at all."""
        return bool(self.citations) or reports(self.tokens.words[i:j]) or self.cues.holds(("sources", "anaphor"), i, j)

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """Give the quantities wholly inside `[start, end)`."""
        first = bisect_left(self.starts, start)
        near = self.quantities[first : bisect_left(self.starts, end, first)]
        return [q for q in near if (q.end or 0) <= end]


def read(article: str, text: str, topics: Topics | None) -> Article:
    """Read a text once."""
    tokens = Tokens(text)
    quantities = find_quantities(text, among=(tokens.words, tokens.starts))
    starts = [q.start or 0 for q in quantities]
    index = TopicIndex(topics) if topics is not None and topics.topics else None
    return Article(article, text, tokens, Cues(tokens), quantities, starts, index, _subjects(tokens), citations(text))


def _subjects(tokens: Tokens) -> frozenset[str]:
    """Give the words the text keeps coming back to: what it is about."""
    often = [(-times, w) for w, times in Counter(tokens.words).items() if times >= 3 and len(w) > 3 and w.isalpha()]
    common = sorted(item for item in often if not tags_of(item[1]))[:_SUBJECTS]
    return frozenset(word for _, word in common)


def extract_claims(article: str, text: str, topics: Topics | None = None) -> list[Claim]:
    """Give the claims of an article's text, proposed, by position. `article` names it in the claims' ids."""
    seen: Counter[str] = Counter()
    return [_with_id(article, c, seen) for c in claim_fields(article, text, topics)]


def claim_fields(article: str, text: str, topics: Topics | None = None) -> list[Fields]:
    """Give what `extract_claims` gives as plain fields without ids, for a caller who only prints them."""
    read_once = read(article, text, topics)
    claims = [c for segment in find_segments(text) for c in _segment_claims(read_once, segment)]
    claims.sort(key=_place)
    return _without_leads(claims)


def _without_leads(claims: list[Fields]) -> list[Fields]:
    """Leave out what the sentence over a list claims by itself where the list is a claim that holds it."""
    lists = [c["at"] for c in claims if c["items"]]
    if not lists:
        return claims
    starts = [start for start, _ in lists]

    def told(fields: Fields) -> bool:
        n = bisect_right(starts, fields["at"][0]) - 1
        return n >= 0 and fields["at"][1] <= lists[n][1] and not fields["items"]

    return [c for c in claims if not told(c)]


def _place(fields: Fields) -> tuple[int, int]:
    return fields["at"]


def _with_id(article: str, fields: Fields, seen: Counter[str]) -> Claim:
    """Make the claim. Its fields are slices of the text and answers of typed functions, so they need no checking."""
    quote = fields["quote"]
    fields["id"] = f"{article}/{claim_key(quote, seen[quote])}"
    seen[quote] += 1
    return Claim.trusted(**fields)


def _segment_claims(article: Article, segment: Segment) -> Iterator[Fields]:
    """Yield the claims of one paragraph, item, list or table row."""
    if segment.items:
        yield from _list_claim(article, segment)
        return
    spans = segment.sentences
    i, j = article.tokens.between(segment.start, segment.end)
    if j - i <= _MOST_BLURB and article.cues.holds(_BLURB, i, j):
        return
    inherited = _lead_attribution(article, segment)
    speaker = _speaker(article, segment)
    for n, (start, end) in enumerate(spans):
        if j - i > _MOST_BLURB and article.cues.holds(_BLURB, *article.tokens.between(start, end)):
            continue
        after = spans[n + 1] if n + 1 < len(spans) else None
        source = inherited
        if speaker is not NONE and _quoted(article.text, segment.start, start):
            source = speaker
        yield from _sentence_claims(article, segment, (start, end), after, source)


def _lead_attribution(article: Article, segment: Segment) -> Attribution:
    """Give what a list's lead-in credits ("The analysis found:"), which its items inherit."""
    if segment.lead is None:
        return NONE
    if article.lead[0] != segment.lead:
        i, j = article.tokens.between(*segment.lead)
        i = max(i, j - _LONGEST_LEAD)
        article.lead = segment.lead, article.credited(article.clause(i, j)) if i < j else NONE
    return article.lead[1]


def _speaker(article: Article, segment: Segment) -> Attribution:
    """Give the named speaker of a paragraph that quotes somebody, else NONE."""
    find, start, end = article.text.find, segment.start, segment.end
    if find("“", start, end) < 0 and find('"', start, end) < 0:
        return NONE
    i, j = article.tokens.between(segment.start, segment.end)
    if not 0 < j - i <= _LONGEST_QUOTING or not article.credits(i, j):
        return NONE
    found = article.credited(article.clause(i, j))
    return found if found.level in ("named", "cited") else NONE


def _quoted(text: str, start: int, at: int) -> bool:
    """Tell whether the sentence at `at` opens or stands inside quotation marks."""
    return text[at] in '“"' or text.count("“", start, at) > text.count("”", start, at)


def _sentence_claims(
    article: Article, segment: Segment, span: tuple[int, int], after: tuple[int, int] | None, source: Attribution
) -> Iterator[Fields]:
    """Yield the claims of one sentence."""
    first, last = article.tokens.between(*span)
    i, j = _bare(article.tokens, first, last)
    if not 2 <= j - i <= _LONGEST or _is_no_statement(article, segment, span, i, j):
        return
    whole = article.clause(i, j)
    named = article.credited(whole)
    if source.level == "none":
        source = _attribution_after(article, after, named)
    marks = pairs(article.tokens, first, last)
    for a, b in _pieces(article, whole, marks):
        if b - a < 2:
            continue
        clause = whole if (a, b) == (i, j) else article.clause(a, b)
        if not clause.verbs:
            clause.verbs = _opening_verb(article.tokens, a, b) if segment.item else _only_verb(article.tokens, a, b)
        own = named if clause is whole else article.credited(clause)
        claim = _claim(article, segment, clause, max(own, source, key=lambda s: _GROUP[s.level]))
        if claim is not None:
            yield _quoting(article, claim, widened(article.tokens, marks, a, b)) if marks else claim
    if named.level in ("named", "cited"):
        article.known = named.text or True
    article.lately = introduced(whole)


def _pieces(article: Article, whole: Clause, marks: Sequence[Pair]) -> list[tuple[int, int]]:
    """Cut a sentence into bare clauses; it stays whole where a cut would part the words in quotation marks."""
    tokens, i, j = article.tokens, whole.i, whole.j
    pieces = [_bare(tokens, a, b) for a, b in cut(tokens, i, j, whole.quantities, whole.verbs)]
    parted = len(pieces) > 1 and any(halves(marks, *widened(tokens, marks, a, b)) for a, b in pieces)
    return [(i, j)] if parted else pieces


def _quoting(article: Article, claim: Fields, span: tuple[int, int]) -> Fields:
    """Quote both marks of quoted words: a claim is judged without the mark at its edge."""
    start, end = article.tokens.starts[span[0]], article.tokens.ends[span[1] - 1]
    claim["quote"], claim["at"] = article.text[start:end], (start, end)
    return claim


def _only_verb(tokens: Tokens, i: int, j: int) -> list[int]:
    """Give the word a full sentence must have for its verb, where none is one for sure."""
    verb = likely_verb(tokens, i, j)
    return [verb] if verb is not None else []


def _opening_verb(tokens: Tokens, i: int, j: int) -> list[int]:
    """Give the verb of an item or row whose subject is the heading's ("Reduces waste", "Linked to longer life")."""
    for k in range(i, j):
        if k == i or tokens.words[k - 1] in "|↑↓→:":
            opens = k + 1 < j and bool(tokens.tags[k + 1] & PREP)
            if tokens.tags[k] & THIRD or (tokens.tags[k] & PARTICIPLE and opens):
                return [k]
    return []


def _is_no_statement(article: Article, segment: Segment, span: tuple[int, int], i: int, j: int) -> bool:
    """Tell whether a sentence asks, orders, or only leads into a list."""
    text = article.text[span[0] : span[1]].rstrip("\"'”’*_) ")
    if text.endswith("?") or (imperative(article.tokens, i, j) and not _reckons(article, i, j)):
        return True
    if segment.title:
        return not _headline(article, i, j)
    return text.endswith(":") and not segment.item and not _complete(article.tokens, i, j)


def _reckons(article: Article, i: int, j: int) -> bool:
    """Tell whether an order gives an estimate ("Expect to pay about 40 euros", "Allow two weeks")."""
    tokens = article.tokens
    return tokens.words[i] in _ESTIMATES and bool(article.quantities_in(tokens.starts[i], tokens.ends[j - 1]))


def _complete(tokens: Tokens, i: int, j: int) -> bool:
    """Tell whether a sentence that ends in a colon asserts something before its list."""
    verbs = finite_verbs(tokens, i, j)
    last = tokens.tags[j - 1]
    return bool(verbs) and verbs[-1] < j - 2 and not last & (PREP | THIRD | PAST | PARTICIPLE | ADVERB)


def _headline(article: Article, i: int, j: int) -> bool:
    """Tell whether a heading states a fact: a whole statement ("Trams are quiet"), or a figure with a change."""
    tokens = article.tokens
    if is_statement(tokens.words[i:j]):
        return True
    told = [q for q in article.quantities_in(tokens.starts[i], tokens.ends[j - 1]) if q.kind in _TOLD]
    if not told:
        return False
    if any(q.trend for q in told):  # "40% less noise with trams"
        return True
    return not _LINKING.isdisjoint(tokens.words[i:j]) or bool(finite_verbs(tokens, i, j))


def _attribution_after(article: Article, after: tuple[int, int] | None, own: Attribution) -> Attribution:
    """Give the source the next sentence names for this one, which credits `own` itself."""
    if after is None:
        return NONE
    i, j = article.tokens.between(*after)
    if not names_source_before(article.tokens.words[i : i + 5], own):
        return NONE
    found = article.credited(article.clause(i, j))
    return found if found.level in ("named", "cited") or own.level == "none" else NONE


def _bare(tokens: Tokens, i: int, j: int) -> tuple[int, int]:
    """Drop markup, list marks and closing punctuation at the edges of a quote."""
    words = tokens.words
    while i < j and words[i] in _EDGES:
        i += 1
    if i + 1 < j and words[i].isdigit() and words[i + 1] in ".)" and tokens.ends[i] == tokens.starts[i + 1]:
        i += 2
    while i < j and words[i] in _EDGES:
        i += 1
    while j > i and words[j - 1] in _EDGES and not (words[j - 1] == "." and j - i > 1 and _one_letter(words[j - 2])):
        j -= 1
    return i, j


def _one_letter(word: str) -> bool:
    """Tell whether a full stop behind a word is its own ("U.S."); marks that end a quote have none."""
    return len(word) == 1 and word not in "\"'”"


def _claim(
    article: Article, segment: Segment, clause: Clause, source: Attribution, items: tuple[str, ...] = ()
) -> Fields | None:
    """Judge one clause; None when it is no claim."""
    heading = article.heading_cues(segment.heading) if segment.heading else ()
    leaning = lean(clause)
    about = kind(clause, heading, leaning)
    sure = certainty(clause)
    way = direction(leaning, about)
    limits = scope(clause)
    found = features(
        clause, kind=about, certainty=sure, attribution=source.level, direction=way,
        scoped=limits.population is not None, on_subject=not article.subjects.isdisjoint(clause.words[:_OPENING]),
    )  # fmt: skip
    grade = worth(found)
    if not grade or (not clause.verbs and not clause.quantities and not items and "kind_key" not in found):
        return None
    return Fields(
        id="", quote=article.text[clause.start : clause.end], at=(clause.start, clause.end),
        kind=about, topic=_topic(article, clause, about), population=limits.population,
        outcome=limits.outcome, direction=way, quantities=tuple(clause.quantities), certainty=sure, attribution=source,
        condition=limits.condition, items=items, worth=grade, review=_PROPOSED,
    )  # fmt: skip


def _topic(article: Article, clause: Clause, about: str) -> str | None:
    return article.index.assign(clause.words, about) if article.index is not None else None


def _list_claim(article: Article, segment: Segment) -> Iterator[Fields]:
    """Yield the one claim a list of short items makes under its lead-in."""
    i, j = _bare(article.tokens, *article.tokens.between(segment.start, segment.end))
    if not 2 <= j - i <= _LONGEST:
        return
    clause = article.clause(i, j)
    items = tuple(article.text[a:b] for a, b in segment.items)
    claim = _claim(article, segment, clause, article.credited(clause), items)
    if claim is not None:
        yield claim
