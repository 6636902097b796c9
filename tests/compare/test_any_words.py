"""No order of words, however odd, may stop a comparison."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.compare import compare
from claimbook.extract import extract_claims
from claimbook.lexicon import load

WORDS = sorted(
    {
        word
        for key in ("up", "down", "falls", "rises", "amounts", "neutral", "goods")
        for word in load("effects")[key].split()
    }
    | {word for words in load("measures")["tells"].values() for word in words}
    | {word for words in load("events")["events"].values() for word in words}
    | {word for kind in ("killed", "hurt") for word in load("casualties")[kind]}
    | {
        "by",
        "of",
        "the",
        "a",
        "no",
        "nobody",
        "not",
        "which",
        "in",
        "on",
        "for",
        "is",
        "are",
        "has",
        "had",
        "there",
        "staff",
        "cost",
    }
    | {"library", "tram", "12", "2019", "9%", "5 euros", "64 shops", ",", ";", ":", "-", "(", ")"}
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: f"The {' '.join(words)}.")
articles = st.lists(sentences, min_size=1, max_size=4).map(" ".join)


@given(articles, articles)
def test_any_words_can_be_compared(a: str, b: str) -> None:
    texts = {"one": a, "two": b}
    claims = [claim for name, text in texts.items() for claim in extract_claims(name, text)]
    for relation in compare(claims, texts=texts, everything=True):
        assert relation.why


def test_a_change_by_an_amount_may_end_the_sentence() -> None:
    claims = extract_claims("one", "The number of stations will double by 2026.")
    assert compare(claims, texts={"one": "The number of stations will double by 2026."}) == []
    assert [claim.quote for claim in claims] == ["The number of stations will double by 2026"]
