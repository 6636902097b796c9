"""Check what a review says against its articles, its topics and itself.

Refuses nothing but reports everything: works on nodes, so that one mistake in a file does not hide the next.
"""

from __future__ import annotations

from claimbook.model import Catalogue, Relations, Topics, Waivers
from claimbook.review.problems import clip
from claimbook.review.reading import Reading
from claimbook.review.shape import did_you_mean
from claimbook.review.strict_yaml import Node
from claimbook.text.anchors import count_quote, find_parts, find_quote, nearest_passage

_SPANS = "`at` spans"  # how the model words it; the place of the quote says more


def verify_quotes(reading: Reading[Catalogue], text: str | None) -> None:
    """Check that each quote stands where it is said to stand, and each quantity in its quote."""
    misplaced = set()
    for claim in claim_nodes(reading):
        quote, at = claim.find("quote"), claim.find("at")
        if quote is None or at is None or not isinstance(quote.data, str) or not quote.data or not _is_span(at.data):
            continue
        start, end = at.data
        _verify_quantities(reading, claim, quote.data)
        if text is None or text[start:end] == quote.data or set_aside(claim):
            continue
        _complain_of_quote(reading, quote, text, start, end)
        misplaced.add(reading.source.problem(claim.start, "R122", _SPANS).place)
    reading.problems = [
        problem
        for problem in reading.problems
        if not (problem.message.startswith(_SPANS) and problem.place in misplaced)
    ]


def set_aside(claim: Node) -> bool:
    """Tell whether a person rejected the claim, so that its quote need not stand in the text any more."""
    status = claim.find("review", "status")
    return status is not None and status.data == "rejected"


def _complain_of_quote(reading: Reading[Catalogue], quote: Node, text: str, start: int, end: int) -> None:
    here = f'the text at [{start}, {end}] reads "{clip(text[start:end], 40)}"'
    if start >= len(text):
        here = f"the text ends at {len(text)}"
    span = find_quote(text, quote.data, near=start)
    if span:
        same = "" if text[slice(*span)] == quote.data else ", with other white space or quote marks"
        reading.complain(quote, "R140", f"{here}; the quote stands at [{span[0]}, {span[1]}]{same}: correct `at`")
        return
    times = count_quote(text, quote.data)
    found = f"the quote stands in {times} other places" if times > 1 else "the quote is not in the text"
    if times == 1:
        found = "the quote stands elsewhere, but behind a word that turns it"
    nearest = nearest_passage(text, quote.data)
    close = f'; nearest: "{clip(text[slice(*nearest)], 80)}"' if nearest and not times else ""
    reading.complain(quote, "R141", f"{here}; {found}{close}: correct it, or reject the claim")


def _verify_quantities(reading: Reading[Catalogue], claim: Node, quote: str) -> None:
    nodes = [node.find("text") for node in _items(claim.find("quantities"))]
    texts = [node for node in nodes if node and isinstance(node.data, str) and node.data]
    spans = find_parts(quote, [node.data for node in texts], 0, len(quote))
    for node, span in zip(texts, spans, strict=True):
        if span is None:
            reading.complain(node, "R142", f'"{clip(node.data)}" does not stand in the quote')


def verify_ids(readings: list[Reading[Catalogue]]) -> set[str]:
    """Check that articles and claims have ids of their own. Gives all claim ids."""
    articles: dict[str, str] = {}
    claims: dict[str, str] = {}
    for reading in readings:
        article = reading.node.find("article", "id") if reading.node else None
        if article is not None and isinstance(article.data, str):
            _verify_new(reading, article, articles, "R134", "the article id")
        for node in (claim.find("id") for claim in claim_nodes(reading)):
            if node is None or not isinstance(node.data, str):
                continue
            _verify_new(reading, node, claims, "R144", "the claim id")
            if article is not None and node.data.rpartition("/")[0] != article.data:
                message = f'"{clip(node.data)}" does not begin with the id of its article, "{article.data}/"'
                reading.complain(node, "R145", message)
    return set(claims)


def _verify_new(reading: Reading[Catalogue], node: Node, seen: dict[str, str], code: str, what: str) -> None:
    here = reading.source.problem(node.start, code, "")
    if node.data in seen:
        reading.complain(node, code, f'{what} "{clip(node.data)}" is taken, by {seen[node.data]}: give it another')
    seen.setdefault(node.data, f"{here.path}:{here.line}")


def verify_topics(readings: list[Reading[Catalogue]], topics: Reading[Topics] | None) -> None:
    """Check that each claim's topic is one of the review's, and that topics are posed once."""
    if topics is not None and topics.node is None:
        return
    nodes = _items(topics.node.find("topics")) if topics and topics.node else []
    known: dict[str, str] = {}
    for node in (topic.find("id") for topic in nodes):
        if topics and node is not None and isinstance(node.data, str):
            if node.data in known:
                topics.complain(node, "R146", f'the topic "{clip(node.data)}" is here a second time: keep one')
            known.setdefault(node.data, "")
    for topic in nodes:
        for related in _items(topic.find("related")):
            if topics:
                _verify_topic(topics, related, known)
    for reading in readings:
        for claim in claim_nodes(reading):
            _verify_topic(reading, claim.find("topic"), known)


def _verify_topic(reading: Reading[Topics] | Reading[Catalogue], node: Node | None, known: dict[str, str]) -> None:
    if node is not None and isinstance(node.data, str) and node.data not in known:
        close = did_you_mean(node.data, list(known))
        reading.complain(
            node, "R143", f'the topic "{clip(node.data)}" is not in topics.yaml: add it, or use another{close}'
        )


def verify_decisions(relations: Reading[Relations] | None, waivers: Reading[Waivers] | None, claims: set[str]) -> None:
    """Check that relations and waivers name claims of the review, and relations each pair once and in order."""
    # A finding about no claim (page furniture, say) is waived for its article.
    waivable = claims | {claim.rpartition("/")[0] for claim in claims}
    for waiver in _items(waivers.node.find("waivers")) if waivers and waivers.node else []:
        if waivers:
            _verify_claim(waivers, waiver.find("claim"), waivable)
    if relations is None or relations.node is None:
        return
    seen: set[tuple[object, ...]] = set()
    for relation in _items(relations.node.find("relations")):
        ends = relation.find("a"), relation.find("b")
        for end in ends:
            _verify_claim(relations, end, claims)
        a, b = (end.data if end is not None and isinstance(end.data, str) else "" for end in ends)
        if a and b and a >= b:
            relations.complain(
                relation, "R151", "`a` must sort before `b`: swap them" if a > b else "`a` and `b` are one"
            )
        kind = relation.find("kind")
        key = (a, b, kind.data if kind else None)
        if key in seen:
            relations.complain(relation, "R152", "the same two claims, with the same kind, a second time: keep one")
        seen.add(key)


def _verify_claim(reading: Reading[Relations] | Reading[Waivers], node: Node | None, claims: set[str]) -> None:
    if node is not None and isinstance(node.data, str) and node.data not in claims:
        close = did_you_mean(node.data, sorted(claims))
        reading.complain(node, "R150", f'no claim has the id "{clip(node.data)}"{close}')


def claim_nodes(reading: Reading[Catalogue]) -> list[Node]:
    """List the nodes of a catalogue's claims, as far as it has any."""
    return _items(reading.node.find("claims")) if reading.node else []


def _items(node: Node | None) -> list[Node]:
    return node.items if node is not None else []


def _is_span(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(type(end) is int and end >= 0 for end in value)
