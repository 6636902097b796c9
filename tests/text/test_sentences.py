import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.text.sentences import split_sentences

# Each case is the sentences of one line; the line is them joined by a space.
LINES = {
    "two statements": ["Rents rose by 4%.", "Wages did not."],
    "question and exclamation": ["Who pays?", "Tenants do!", "Nobody asked."],
    "stops in a row": ["Really?!", "It sold out!!", "Twice??", "Yes."],
    "title before a name": ["Dr. Okafor and Mrs. Lund drove to St. Albans."],
    "initials": ["The mayor, Rosa M. Diaz, met J. K. Obi."],
    "country before a noun": ["The U.S. economy grew while the U.K. Treasury cut rates."],
    "country before a new sentence": ["They moved to the U.S.", "They like it."],
    "company before lower case": ["Hobbs & Co. at first refused."],
    "company before a new sentence": ["She runs Hobbs Ltd.", "It makes bicycles."],
    "time inside": ["Shops close at 6 p.m. on Sundays."],
    "time at the end": ["Shops close at 6 p.m.", "Bakeries open at 5 a.m."],
    "time in an opening phrase": ["At 7 a.m. Ms. Reed left."],
    "number abbreviations": ["Bus No. 5 stops at p. 12 of Fig. 2 and Vol. 3."],
    "no as a word": ["Did they agree?", "The answer was no.", "It stayed so."],
    "et al": ["Moreau et al. tested 12 phones.", "Lin et al. (2021) tested 40."],
    "for example": ["Some fruits, e.g. Bramley apples, i.e. Sour ones, keep well."],
    "versus": ["The Lions vs. Tigers match drew 3.5 million viewers."],
    "decimals": ["Inflation fell to 3.2 percent.", "It was 4.1 before."],
    "version": ["Version 2.0.1 shipped in May.", "It failed."],
    "money": ["A ticket costs $2.85.", "A pass costs $96."],
    "year at the end": ["The bridge opened in 1998.", "It closed in 2009."],
    "url": ["See https://example.org/a.html?x=1.2 for more.", "It is short."],
    "url at the end": ["The data are at www.example.org/data.csv.", "Read them."],
    "e-mail": ["Write to ana.silva@example.org.", "She answers."],
    "file name": ["Open notes.txt and main.py first.", "Then run them."],
    "ellipsis inside": ["The price ... well, it rose."],
    "ellipsis at the end": ["The price rose....", "Nobody spoke."],
    "ellipsis sign": ["The price rose… and fell.", "Then it rose."],
    "omission in brackets": ["“The fare [...] is too high,” she said.", "He agreed."],
    "quote closes": ["She said, “It is over.”", "He left."],
    "quote goes on": ["“Is it over?” she asked.", "He nodded."],
    "quote with a speaker after": ["“Is it over?” Reed asked.", "He nodded."],
    "quote ends with its speaker": ["“We won,” said Kim Lo.", "“It was close.”"],
    "brackets inside": ["The car (it cost 9,000 euros.) broke down."],
    "brackets around": ["The car broke down.", "(It cost 9,000 euros.)", "Nobody was hurt."],
    "note mark after the stop": ["Coffee keeps people awake.[12]", "Tea does less."],
    "lower case after a long word": ["it rained all summer.", "the harvest failed."],
    "brand with a mark": ["She works at Yahoo! in Dublin."],
    "in as a word": ["New tenants moved in.", "Landlords complain."],
    "in as a word before a name": ["The gate keeps the sheep in.", "Farmers check it daily."],
    "in as a word in capitals": ["Then the rain came IN.", "Roofs leaked."],
    "inches behind a figure": ["Use 12 in. Maplewood pipes and 3½ in. Brass screws."],
    "inches behind a number word": ["It takes twelve in. Brass screws."],
    "square inches": ["A load of 40 lb per sq. in. Davis measured."],
    "inches at the end": ["The gap is 2 in.", "The door sticks."],
    "short word that is also a state": ["The lump was a soft mass.", "Surgeons removed it."],
    "a state": ["They met in Boston, Mass. Mayor Reed was there."],
    "short word that is also a day": ["The cat stayed where it sat.", "Nobody moved it."],
    "short word that is also a title": ["Each set has ten reps.", "Rest between sets."],
    "short word before a number": ["See art. 12 and fig. 3."],
    "vitamin": ["Oranges hold vitamin C.", "They taste sour."],
    "and so on": ["They sell pens, ink, etc.", "The shop is old."],
    "list in one line": ["1) Boil water", "2) Add tea", "3) Wait"],
    "numbered list in one line": ["1. Boil the water.", "2. Add the tea.", "3. Wait."],
    "bullets in one line": ["• Boil the water", "• Add the tea"],
    "lettered list in one line": ["a. Boil the water", "b. Add the tea"],
    "numbered sentence": ["3. The lease ends in May."],
    "arabic and hindi stops": ["هل هذا صحيح؟", "نعم.", "यह सच है।", "हाँ।"],
}


@pytest.mark.parametrize("sentences", LINES.values(), ids=LINES.keys())
def test_sentences_of_a_line(sentences: list[str]) -> None:
    line = " ".join(sentences)
    assert [line[a:b] for a, b in split_sentences(line)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\u00a0\ufeff", [], id="only white space"),
        pytest.param("Rents rose.Wages fell.", ["Rents rose.", "Wages fell."], id="missing space"),
        pytest.param("Tea is hot.12 Coffee is too.", ["Tea is hot.12", "Coffee is too."], id="glued note mark"),
        pytest.param("水很热。茶也是。", ["水很热。", "茶也是。"], id="chinese stops without spaces"),
        pytest.param("Rents rose\n\nWages fell", ["Rents rose", "Wages fell"], id="blank line"),
        pytest.param("Rents rose\r\n\r\nWages fell\r\n", ["Rents rose", "Wages fell"], id="blank line with CRLF"),
        pytest.param("Rents rose\nWages fell", ["Rents rose", "Wages fell"], id="line break before a capital"),
        pytest.param("Rents rose\nin May", ["Rents rose\nin May"], id="line break inside a sentence"),
        pytest.param("\ufeffRents rose.", ["Rents rose."], id="byte order mark stays outside"),
        pytest.param("One.\u2029Two.", ["One.", "Two."], id="paragraph separator"),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


def test_wrapped_lines_are_one_sentence() -> None:
    text = "Rents in the\nNorth End\n\nrose. Wages"
    assert split_sentences(text, wrapped=True) == [(0, 29), (30, 35)]
    assert len(split_sentences(text)) == 4


def test_a_range_is_split_as_if_it_stood_alone() -> None:
    text = "A. Rents rose by 4 p.m. They fell. “Why?” Reed asked. Wages rose.Taxes… fell"
    for start in (0, *(k + 1 for k, char in enumerate(text) if char == " ")):
        for end in range(start, len(text) + 1):
            alone = [(a + start, b + start) for a, b in split_sentences(text[start:end])]
            assert split_sentences(text, start, end) == alone


PIECES = st.sampled_from(
    ["Rents", "rose", "by 4%", "Dr.", "p.m.", "U.S.", "e.g.", "No. 5", "...", "…", "?!", ".", "!", "”", "“", "(", ")",
     "]", "\u00a0", "\ufeff", "\r\n", "\n", "\n\n", " ", "\t", "👩‍👩‍👧", "e\u0301", "שלום.", "مرحبا؟", "水。", "1)",
     "2)", "a.", "•", "https://x.org/a.b", "3.5", "http", "\u200b", "\u2028", "\x0c", "\x1c"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map(" ".join), st.text())
BLANKS = "\ufeff\u200b"


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_every_character_that_is_no_blank_is_in_one_sentence(text: str, wrapped: bool) -> None:
    spans = split_sentences(text, wrapped=wrapped)
    inside = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        last = end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        inside |= set(range(start, end))
    assert all(k in inside or char.isspace() or char in BLANKS for k, char in enumerate(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_texts_apart_are_split_apart(a: str, b: str) -> None:
    shift = len(a) + 2
    apart = [(x + shift, y + shift) for x, y in split_sentences(b)]
    assert split_sentences(f"{a}\n\n{b}") == split_sentences(a) + apart
