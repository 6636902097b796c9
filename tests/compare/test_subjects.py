import pytest

from claimbook.compare.subjects import find_named
from claimbook.compare.wording import read_words


@pytest.mark.parametrize(
    ("text", "verb", "heads"),
    [
        ("The central library cost 48 million", "cost", {"librari"}),
        ("Traffic in the old town has fallen", "fallen", {"traffic"}),
        ("The price of a loaf rose", "rose", {"pric"}),
        ("The pass, which costs 59 euros, is dear", "costs", {"pass"}),
        ("In 2020, the scheme lost money", "lost", {"schem"}),
        ("It weighs 24 kilograms", "weighs", set()),
        ("They were hurt", "were", set()),
    ],
)
def test_what_is_named_before_a_verb(text, verb, heads):
    words = read_words(text)
    at = next(n for n, word in enumerate(words) if word.text == verb)
    assert find_named(words, at).heads == heads
