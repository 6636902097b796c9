"""Deciding and saving: only what was decided changes in the file, and the result verifies."""

import difflib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from claimbook.model import Article, Catalogue, Claim, ClaimReview, Quantity
from claimbook.review import ReviewChanged, ReviewError, decide, emit, open_review, save_catalogues, write_catalogue
from claimbook.review.change import rewritten, without_places
from claimbook.review.reading import interpret

ACCEPTED = ClaimReview(status="accepted", by="zoe", on="2026-02-03", note="checked: twice")


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_deciding_changes_one_line(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_text("utf-8")
    review = decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    assert changed_lines(before, file.read_text("utf-8")) == [
        "-   review: {status: proposed, by: null, on: null, note: null}",
        '+   review: {status: accepted, by: zoe, on: 2026-02-03, note: "checked: twice"}',
    ]
    assert review.catalogue("city-rider").claims[1].review == ACCEPTED


def test_deciding_twice_writes_once(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    review = decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    inode = file.stat().st_ino
    decide(review, "city-rider/bbbbbb", ACCEPTED)
    assert file.stat().st_ino == inode


def test_edited_fields(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_text("utf-8")
    edited = ACCEPTED.model_copy(update={"status": "edited", "note": None})
    claim = open_review(review_path).claims[1]
    quote = claim.quote + " and costs about 20 cents"
    decide(review_path, claim.id, edited, quote=quote, at=(claim.start, claim.start + len(quote)), population="owners")
    lines = changed_lines(before, file.read_text("utf-8"))
    assert "+   quote: A full charge takes 3-4 hours and costs about 20 cents" in lines
    assert "+   population: owners" in lines
    assert len(lines) == 7


BAD = {
    "an unknown claim": ({"claim": "city-rider/zzzzzz"}, KeyError),
    "an unknown article": ({"claim": "nowhere/bbbbbb"}, KeyError),
    "an impossible value": ({"worth": 7}, ValidationError),
    "an unknown key": ({"wroth": 1}, ValidationError),
    "a topic not posed": ({"topic": "weather"}, ReviewError),
    "a quote that is not there": ({"quote": "A full charge takes 5-6 hours"}, ReviewError),
}


@pytest.mark.parametrize(("fields", "error"), BAD.values(), ids=BAD.keys())
def test_what_would_not_load_is_not_written(
    review_path: Path, fields: dict[str, object], error: type[Exception]
) -> None:
    file = review_path / "claims/city-rider.yaml"
    before = file.read_bytes()
    claim = str(fields.pop("claim", "city-rider/bbbbbb"))
    with pytest.raises(error):
        decide(review_path, claim, ACCEPTED, **fields)
    assert file.read_bytes() == before


def test_a_second_editor_is_told(review_path: Path) -> None:
    file = review_path / "claims/city-rider.yaml"
    mine = open_review(review_path)
    decide(review_path, "city-rider/bbbbbb", ACCEPTED)
    theirs = file.read_bytes()
    with pytest.raises(ReviewChanged, match="open the review again"):
        decide(mine, "city-rider/cccccc", ACCEPTED)
    assert file.read_bytes() == theirs


def test_a_byte_order_mark_and_windows_line_breaks_survive(review_path: Path) -> None:
    file = review_path / "claims/pedal-post.yaml"
    content = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(content)
    decide(review_path, "pedal-post/dddddd", ACCEPTED)
    changed = file.read_bytes()
    assert changed.startswith(b"\xef\xbb\xbf# what")
    assert changed.count(b"\n") == changed.count(b"\r\n") == content.count(b"\r\n")


def test_all_claims_removed_and_added_again(review_path: Path) -> None:
    review = open_review(review_path)
    catalogue = review.catalogue("pedal-post")
    (review_path / "claims/relations.yaml").unlink()
    save_catalogues(review, [catalogue.model_copy(update={"claims": ()})])
    assert (review_path / "claims/pedal-post.yaml").read_text("utf-8").endswith("\nclaims: []\n")
    save_catalogues(open_review(review_path), [catalogue])
    assert open_review(review_path).catalogue("pedal-post") == catalogue


def test_a_new_catalogue_is_written_once(review_path: Path) -> None:
    file = review_path / "claims/pedal-post.yaml"
    catalogue = open_review(review_path).catalogue("pedal-post")
    with pytest.raises(ReviewChanged):
        write_catalogue(file, catalogue)
    file.unlink()
    write_catalogue(file, catalogue)
    assert without_places(open_review(review_path).catalogue("pedal-post")) == without_places(catalogue)


ARTICLE = Article(
    id="a",
    title=None,
    publisher="P",
    url=None,
    published="2025-01-01",
    text="articles/a.txt",
    sha256="a" * 64,
    interests=(),
)
QUANTITY = Quantity(text="7%", kind="proportion", low=7, high=7, bound="exactly", unit="%")
QUANTITIES = [QUANTITY, QUANTITY.model_copy(update={"trend": "up", "low": 6.5, "bound": "range"})]
VALUES = [None, "x", "a: b", "one\ntwo", "# no", 'it\'s "so"', "[a, b]", "2024-01-01", " x", "“q” 🚲"]
TEXTS = st.sampled_from(VALUES)
FIELDS = st.fixed_dictionaries(
    {
        "condition": TEXTS,
        "items": st.lists(TEXTS.filter(bool), max_size=2).map(tuple),
        "quantities": st.lists(st.sampled_from(QUANTITIES), max_size=3).map(tuple),
        "review": TEXTS.map(lambda note: ClaimReview(status="edited", by="zoe", on="2026-01-02", note=note)),
    }
)


def catalogues(keys: list[str]) -> st.SearchStrategy[Catalogue]:
    """Make catalogues whose claims have these keys."""
    claims = (
        FIELDS.map(
            lambda fields, key=key: Claim(id=f"a/{key}", quote="x\ny", at=(0, 3), kind="other", worth=1, **fields)
        )
        for key in keys
    )
    return st.tuples(*claims).map(lambda claims: Catalogue(article=ARTICLE, claims=claims))


def plainly(catalogue: Catalogue) -> str:
    return emit.catalogue_text(catalogue)


def dumped(catalogue: Catalogue) -> str:
    claims = [emit.claim_on_disk(claim) for claim in catalogue.claims]
    data = json.loads(json.dumps({"article": emit.article_on_disk(catalogue), "claims": claims}))
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def commented(catalogue: Catalogue) -> str:
    text = plainly(catalogue).replace("- id", "# above\n- id").replace(" worth: 1", " worth: 1 # beside\n\n  # between")
    return text.replace("\n", "\r\n")


@pytest.mark.parametrize("layout", [plainly, dumped, commented])
@given(data=st.data())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_any_change_can_be_written_into_any_layout(layout: Callable[[Catalogue], str], data: st.DataObject) -> None:
    text = layout(data.draw(catalogues(["a", "b", "c"])))
    keys = data.draw(st.lists(st.sampled_from("abcde"), unique=True).map(sorted))
    after = data.draw(catalogues(keys))
    content = rewritten(Path("a.yaml"), text.encode(), after).decode()
    assert interpret(Path("a.yaml"), content.encode(), Catalogue).value == after
    kept = sum(key in "abc" for key in keys)
    assert content.count("# above") == text.count("# above")
    assert content.count("# between") >= text.count("# between") // 3 * kept
