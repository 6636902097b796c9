import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.text.blocks import Block, find_blocks

PROSE = "Rents rose by 4% last year, and wages did not follow them."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text)]


def of_kind(text: str, kind: str) -> list[str]:
    return [words for name, words in kinds(text) if name == kind]


def block_of(text: str, words: str) -> Block:
    return next(block for block in find_blocks(text) if text[block.start : block.end] == words)


HEADINGS = {
    "markdown": (f"# Rents\n{PROSE}\n## Why **now**?\n{PROSE}", ["Rents", "Why **now**?"]),
    "markdown in bold": (f"# **Rents**\n\n{PROSE}\n\n### ***Why***\n\n{PROSE}", ["Rents", "Why"]),
    "markdown closed": (f"## Rents ##\n{PROSE}", ["Rents"]),
    "underlined": (f"Rents\n=====\n{PROSE}\nWhy\n---\n{PROSE}", ["Rents", "Why"]),
    "bold line": (f"{PROSE}\n\n**Why rents rose**\n{PROSE}", ["Why rents rose"]),
    "short line between paragraphs": (f"{PROSE}\nWhy rents rose\n{PROSE}\n{PROSE}", ["Why rents rose"]),
    "question": (f"{PROSE}\nWhat is a rent cap?\n{PROSE}", ["What is a rent cap?"]),
    "title of many words": (
        f"A study of the rents that students, nurses and young families pay in nine big cities of the north\n\n{PROSE}",
        ["A study of the rents that students, nurses and young families pay in nine big cities of the north"],
    ),
    "numbered, over prose": (f"{PROSE}\n\n1. Supply\n\n{PROSE}\n\n2. Demand\n\n{PROSE}", ["Supply", "Demand"]),
    "myth with a stop": (f"{PROSE}\nMyth #2: Tea is bad for you.\n{PROSE}", ["Myth #2: Tea is bad for you."]),
    "myth without a number": (f"{PROSE}\nMyth: Tea is bad for you.\n{PROSE}", ["Myth: Tea is bad for you."]),
    "under a paragraph of its own line": (f"{PROSE} (2 )\nOverview\n{PROSE}", ["Overview"]),
    "with a colon": (f"{PROSE}\n\nStage one: the deposit\n\n{PROSE}", ["Stage one: the deposit"]),
}
NO_HEADINGS = {
    "sentence": f"Rents rose.\n{PROSE}",
    "ends in the middle": f"{PROSE}\nTenants of the\nNorth End paid more.",
    "fact in a sentence": f"{PROSE}\n\nFact: Tea is good for you.\n\n{PROSE}",
    "ends with a comma": f"Dear tenants,\n\n{PROSE}",
    "nothing below": f"{PROSE}\n\nThe End",
    "hashtag": f"#rent is rising\n{PROSE}",
    "two questions": f"{PROSE}\n\nWho pays? Who gains?\n\n{PROSE}",
    "label before a new part": f"{PROSE}\n\nBest for: small gardens\n\n2. Roses\n\n{PROSE}".replace(
        "2. Roses", "**Roses**"
    ),
    "numbered list": f"{PROSE}\n\n1. Supply\n2. Demand\n3. Credit\n\n{PROSE}",
    "two bold words in a line": f"**Rents** rose **again**\nand {PROSE}",
}


@pytest.mark.parametrize(("text", "headings"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings(text: str, headings: list[str]) -> None:
    assert of_kind(text, "heading") == headings


@pytest.mark.parametrize("text", NO_HEADINGS.values(), ids=NO_HEADINGS.keys())
def test_no_headings(text: str) -> None:
    assert [words for words in of_kind(text, "heading") if words != "Roses"] == []


def test_headings_above_a_block() -> None:
    text = f"# Rents\n{PROSE}\n## Risks\n### For tenants\n{PROSE}!\n## Myths\n{PROSE}?"
    above = [block.headings for block in find_blocks(text) if block.kind == "paragraph"]
    assert above == [("Rents",), ("Rents", "Risks", "For tenants"), ("Rents", "Myths")]


LISTS = {
    "dashes": "- Supply\n- Demand",
    "stars": "* Supply\n* Demand",
    "dots": "• Supply\n• Demand",
    "numbers": "1. Supply\n2. Demand",
    "brackets": "(1) Supply\n(2) Demand",
    "dashed numbers": "- 1. Supply\n- 2. Demand",
    "letters": "a) Supply\nb) Demand",
    "blank lines between": "- Supply\n\n- Demand",
    "boxes": "- [ ] Supply\n- [x] Demand",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_items_know_their_list_and_its_lead_in(text: str) -> None:
    lead = "Rents rise for these reasons:"
    whole = f"{PROSE}\n{lead}\n{text}\n\n{PROSE}\n- Another list"
    items = [block for block in find_blocks(whole) if block.kind == "item"]
    assert [whole[item.start : item.end] for item in items] == ["Supply", "Demand", "Another list"]
    assert [item.list_id for item in items] == [0, 0, 1]
    spans = [item.lead_in for item in items]
    assert [span and whole[span[0] : span[1]] for span in spans] == [lead, lead, PROSE]


def test_nested_items_have_depth() -> None:
    items = find_blocks(f"{PROSE}\n- Supply\n  - Land\n    - Zoning\n- Demand")[1:]
    assert [item.level for item in items] == [1, 2, 3, 1]


def test_an_item_goes_on_in_the_next_lines() -> None:
    text = "- Few new flats were built\n  in the north.\n- Demand\n"
    assert of_kind(text, "item") == ["Few new flats were built\n  in the north.", "Demand"]


def test_labels() -> None:
    text = f"{PROSE}\n- Supply: few flats were built.\n- Demand rose: students came.\n- It is 5:30 now"
    labels = [block.label for block in find_blocks(text) if block.kind == "item"]
    assert [span and text[span[0] : span[1]] for span in labels] == ["Supply", "Demand rose", None]


def test_label_lines_without_bullets_are_a_list() -> None:
    text = f"Key facts\nFare: $3.20\nPass: $96\nRiders: 40,000 a day\n\n{PROSE}"
    assert of_kind(text, "item") == ["Fare: $3.20", "Pass: $96", "Riders: 40,000 a day"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council voted on Tuesday to raise bus fares by 12 per cent, the third\n"
        "rise in five years. A ticket will cost $3.20 from July, up from $2.85, and\n"
        "North End riders will pay $4.\n\n"
        "“We can’t afford it,” said Kim Lo, who takes the bus to\n\nwork each day."
    )
    first, second = find_blocks(text)
    assert [text[a:b] for a, b in first.sentences(text)][1].endswith("North End riders will pay $4.")
    assert second.sentences(text) == [(second.start, len(text))]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    long = " ".join([PROSE] * 4)
    assert kinds(f"{long}\n{long}\n{PROSE}") == [("paragraph", long), ("paragraph", long), ("paragraph", PROSE)]


def test_contents_repeat_the_headings() -> None:
    text = (
        f"# Rents\n{PROSE}\n\n- Supply\n- Demand\n- Credit\n\n## 1. Supply\n{PROSE}\n## Demand\n{PROSE}\n## Credit\nIt."
    )
    assert of_kind(text, "contents") == ["Supply", "Demand", "Credit"]
    assert len(of_kind(text, "heading")) == 4


def test_contents_under_their_own_heading_may_be_links() -> None:
    text = f"Table of contents\n- [Supply](#supply)\n- [Demand](#demand)\n\n{PROSE}"
    assert of_kind(text, "contents") == ["Table of contents", "[Supply](#supply)", "[Demand](#demand)"]


def test_a_list_of_facts_is_no_contents() -> None:
    text = f"## Supply\n{PROSE}\n- Rents rose\n- Wages fell\n- Supply\n"
    assert of_kind(text, "contents") == []


def test_references_go_to_the_next_heading_as_high() -> None:
    text = (
        f"## Costs\n{PROSE}\n## Further reading\n1. Rents of the North\nThis book tells how rents rose by 4%.\n"
        f"#### 2. The Landlords\nIt has 12 chapters.\n## After\n{PROSE}"
    )
    assert of_kind(text, "paragraph") == [PROSE, PROSE]
    assert "This book tells how rents rose by 4%." in of_kind(text, "reference")


def test_a_lone_reference_entry() -> None:
    entry = "[3] Lee, K. (2019). Rents and wages. Journal of Cities, 4(2), 1–9. doi:10.1000/x"
    assert of_kind(f"{PROSE}\n\n{entry}", "reference") == [entry]


BOILERPLATE = {
    "read more": "Read more: Why rents will fall",
    "share": "Share this article",
    "cookies": "This website uses cookies to give you the best experience.",
    "newsletter": "Sign up for our newsletter and never miss a story",
    "copyright": "© 2024 Example Media. All rights reserved.",
    "url": "https://example.org/rents?year=2024&page=2",
    "e-mail": "tips@example.org",
    "phone": "+44 20 7946 0000",
    "html": 'Back to Home: <a href="https://example.org">example.org</a>',
    "photo": "Photo by Ada Reed on Unsplash",
    "byline": "By Ada Reed, housing editor",
    "published": "Published on 3 May 2024",
    "ad": "ADVERTISEMENT",
    "badge": "[![build](https://x.org/b.svg)](https://x.org)",
    "menu row": "Home | News | Sport | Login",
    "date": "March 3, 2021 at 4:12 pm",
    "breadcrumbs": "Home › Money › Rents",
    "question to the reader": "Did you find this article helpful?",
    "first published": "NOTE: This story first appeared on example.org.",
    "embargo": "Embargoed until 3 p.m. on Monday",
}


@pytest.mark.parametrize("line", BOILERPLATE.values(), ids=BOILERPLATE.keys())
def test_boilerplate(line: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert kinds(text) == [("paragraph", PROSE), ("boilerplate", line), ("paragraph", PROSE)]


PROSE_LOOK_ALIKES = {
    "reads": "Read more slowly and you will remember 20% more of a book, a study found in 2019 among 300 readers; "
    "the effect was largest for those over 60, who kept as much as a third more of what they had read, it said.",
    "by": "By 2030 half of all cars will be electric.",
    "home": "Home prices rose by 6%.",
    "shares": "Shares of the firm fell by 12% on Monday.",
    "url inside": "The figures at https://example.org show that rents rose by 4%.",
    "copyright": "Copyright protects a book for 70 years after the death of its author.",
    "sponsored": "Sponsored posts grew by 12% last year, to almost 4 million in all.",
    "tagged": "Tagged sharks swam 400 km in a week, the researchers found.",
    "trade": "Terms of trade worsened by 4%.",
    "terms": "The lender changed its terms and conditions for 40,000 customers.",
    "continuing": "By continuing to burn coal the country adds 4% to its emissions each year.",
    "powered": "Powered by a 75 kWh battery, the car goes 400 km.",
    "agency": "Shutterstock sold 12% more pictures on Monday than in all of the week before.",
    "written": "Written by two nurses, the guide says that half of all falls can be prevented.",
    "copyright law": "Copyrighted songs earned $26 billion in 2022.",
    "angle brackets": "Levels of lead were < 5 in June and > 9 in July.",
    "photography": "Photography brought the town 2 million visitors.",
}


@pytest.mark.parametrize("line", PROSE_LOOK_ALIKES.values(), ids=PROSE_LOOK_ALIKES.keys())
def test_prose_that_looks_like_boilerplate(line: str) -> None:
    assert ("paragraph", line) in kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")


def test_sections_of_furniture() -> None:
    text = f"## Rents\n{PROSE}\n## About the author\nAda Reed won 3 awards in 2019.\n## Wages\n{PROSE}"
    assert of_kind(text, "paragraph") == [PROSE, PROSE]


def test_links_under_related_articles_but_not_the_prose_after_them() -> None:
    text = f"{PROSE}\n\nRelated articles\nTrains to run later\nBus lanes approved\n\n{PROSE}\n\n{PROSE}"
    assert of_kind(text, "paragraph") == [PROSE, PROSE, PROSE]
    assert "Trains to run later" in of_kind(text, "boilerplate")


def test_comments_go_to_the_end() -> None:
    text = f"{PROSE}\n\n2 comments\nAnna says:\nMarch 3, 2021\nI saved 40% in a year!\n\nMy Story\n\n{PROSE}"
    assert of_kind(text, "paragraph") == [PROSE]


def test_a_numbered_run_of_works_is_reference_matter() -> None:
    works = [
        "Lee K, et al. Rents. J Cities. 2019;4(2):1-9. doi:10.1000/x",
        "Rent could fall. The Example Post, 30 January 2018.",
        "Obi A. et.al., Wages and rents. Journal of Cities (2020) 11(2)",
    ]
    text = f"{PROSE}\n\n" + "\n\n".join(f"({n}) {work}" for n, work in enumerate(works, 1))
    assert of_kind(text, "reference") == works


def test_a_numbered_list_of_facts_with_years_is_none() -> None:
    text = f"{PROSE}\n1. In 2019 rents rose by 4%\n2. In 2020 the Journal moved to York\n3. In 2021 they fell"
    assert len(of_kind(text, "item")) == 3


def test_a_menu_is_no_row_of_headings() -> None:
    text = f"Home\nNews\nCity life\nFilms\n\nRents are rising\n\n{PROSE}"
    assert of_kind(text, "boilerplate") == ["Home", "News", "City life", "Films"]
    assert of_kind(text, "heading") == ["Rents are rising"]


def test_a_caption_loses_its_credit() -> None:
    caption = "Rents in the north rose faster than anywhere else last year."
    assert ("paragraph", caption) in kinds(f"{PROSE}\n\n{caption} Shutterstock\n\n{PROSE}")


def test_the_tail_of_a_page() -> None:
    text = f"{PROSE}\n\nRecent Comments\nRents, Again"
    assert of_kind(text, "boilerplate") == ["Recent Comments", "Rents, Again"]


def test_a_line_without_a_stop_under_a_question_is_its_answer() -> None:
    text = f"# Panels\n{PROSE}\n\n**How long do they last?**\n\nPanels last 25 to 30 years\n\n## Costs\n{PROSE}"
    assert "Panels last 25 to 30 years" in of_kind(text, "paragraph")


def test_tables_quotes_and_code() -> None:
    table, code = "| Year | Rent |\n|---|---|\n| 2020 | $900 |", "```\nrent = 4%\n```"
    text = f"{PROSE}\n\n{table}\n\n> It was\n> too much.\n\n{code}\n{PROSE}"
    expected = ["paragraph", "table", "table", "quote", "boilerplate", "paragraph"]
    assert [kind for kind, _ in kinds(text)] == expected
    assert ("quote", "It was\n> too much.") in kinds(text)


@pytest.mark.parametrize("text", [">", "> ", "#", "**", "- ", "|", "1.", "> \n>", "\ufeff>"])
def test_a_mark_without_words_is_no_error(text: str) -> None:
    assert all(text[block.start : block.end] for block in find_blocks(text))


LINES = st.sampled_from(
    ["# Rents", "## **Why**", "- item", "  - nested", "1. one", "(a) two", "• dot", "Label: text", "> quote",
     "| a | b |", "|---|---|", "---", "===", "```", "**bold**", "References", "Contents", "Home", "Read more", PROSE,
     "short line",
     "Title Line", "What now?", "https://x.org", "", "", "\ufeff", "\u00a0", "👩‍👩‍👧 e\u0301", "שלום עולם.",
     "#", "-", "*", "**", "1."]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(st.tuples(LINES, BREAKS), max_size=25).map(lambda x: "".join(map("".join, x))), st.text()))
def test_blocks_are_trimmed_in_order_and_apart(text: str) -> None:
    last = 0
    for block in find_blocks(text):
        assert last <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert all(block.start <= a < b <= block.end for a, b in block.sentences(text))
        last = block.end
