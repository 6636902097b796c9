import pytest

from claimbook.compare.wording import find_phrase, read_words, stem, terms
from claimbook.lexicon import load


@pytest.mark.parametrize(
    ("words", "shared"),
    [
        ("addictive addiction", True),
        ("reduced reduces reducing", True),
        ("policy police", False),
        ("price prices", True),
        ("emit emits emitted emission emissions", True),
        ("lose loses losing lost loss losses", True),
        ("grow grew grown growth", True),
        ("reduce reduction reductions", True),
        ("child children", True),
        ("found founded", False),
        ("employer employee", False),
        ("produce productive", False),
    ],
)
def test_stems_join_inflections(words, shared):
    assert (len({stem(w) for w in words.split()}) == 1) is shared


@pytest.mark.parametrize(
    ("text", "phrase", "denied"),
    [
        ("The paint is non-toxic", "toxic", True),
        ("The paint is toxic", "toxic", False),
        ("The bridge was never inspected, but it is safe", "safe", False),
        ("Not only cheap but reliable", "cheap", False),
        ("It isn’t a permanent fix", "permanent", True),
        ("It runs on gas rather than coal", "coal", True),
        ("No more than ten people died", "died", False),
    ],
)
def test_denial_reaches_to_the_end_of_its_stretch(text, phrase, denied):
    match = find_phrase(read_words(text), phrase)
    assert match is not None
    assert match.denied is denied


def test_a_gap_in_a_phrase_stands_for_a_few_words():
    words = read_words("The engine was originally developed by two brothers for fishing boats")
    assert find_phrase(words, "developed … boat")
    assert not find_phrase(words, "boat … developed")


def test_terms_leave_out_what_tells_nothing():
    assert terms("Many people report less joint pain within 3 weeks", None) == {"joint", "pain"}


def test_families_name_each_word_once():
    lines = [line.split() for line in load("families")["families"]]
    words = [word for line in lines for word in line]
    assert sorted(words) == sorted(set(words))
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
