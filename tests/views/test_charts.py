from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.text import Text

from claimbook.extract import extract_claims
from claimbook.extract.sources import Source, Sources
from claimbook.model import Claim, Quantity, Relations, Topics, Waivers, claim_key
from claimbook.views import charts
from claimbook.views.book import Book
from claimbook.views.charts import (
    beside_studies,
    durations,
    layout,
    measured,
    overclaim,
    percentages,
    topics_by_article,
)

NAMES = [*charts.charts(), "studies-saving"]


def test_there_are_at_least_three_charts_and_each_asks_a_question() -> None:
    assert len(NAMES) >= 8
    assert all(chart.question.endswith("?") for chart in charts.charts().values())


def test_a_family_has_a_chart_for_each_question_with_a_figure(book: Book) -> None:
    assert set(NAMES) == set(charts.charts(book))


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_saved_as_svg_png_and_csv_with_the_same_bytes_every_time(
    name: str, book: Book, tmp_path: Path
) -> None:
    chart = charts.charts(book)[name]
    first = charts.save(chart, book, tmp_path / "a")
    again = charts.save(chart, book, tmp_path / "b")
    assert [path.name for path in first] == [f"{name}.svg", f"{name}.png", f"{name}.csv"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    assert b"<dc:date>" not in first[0].read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_traces_to_a_claim(name: str, book: Book) -> None:
    table = charts.charts(book)[name].table(book)
    columns = ("claim", "ids", "claims", "source")
    column = next(column for column in columns if column in table and table[column].dtype != "int64")
    ids = {claim for cell in table[column] for claim in cell.split()}
    assert ids
    assert ids <= {*book.claims["claim"], *book.sources.evidence.records}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_draw_is_not_an_empty_chart(name: str, book: Book, empty_book: Book, tmp_path: Path) -> None:
    chart = charts.charts(book)[name]
    assert charts.save(chart, empty_book, tmp_path / "none") == []
    assert charts.draw(chart, empty_book) is None
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", NAMES)
def test_alt_text_and_title_name_what_is_drawn(name: str, book: Book) -> None:
    chart = charts.charts(book)[name]
    table = chart.table(book)
    assert len(chart.title(table)) > 20
    assert "warm-home" in chart.alt(table)


def test_studies_stand_below_the_claims_with_their_intervals(book: Book) -> None:
    rows = beside_studies.table(book, "saving")
    assert list(rows["side"]) == ["claim", "claim", "study", "study"]
    assert rows["name"].tolist()[2:] == ["Okafor et al. 2019"] * 2
    assert rows["computed"].tolist()[2:] == [True, True]
    assert beside_studies.title(rows) == (
        "How much do heat pumps save? Claimed: “30%” and “over 40%”; one study reports 25%"
    )


def test_the_overclaim_map_takes_the_weakest_verdict(book: Book) -> None:
    rows = overclaim.table(book)
    assert list(rows["verdict"]) == ["contradicts"]
    assert overclaim.title(rows) == "The one assessed claim has no hedge, and no support in what was read"


@pytest.mark.parametrize(
    ("certainty", "verdict", "expected"),
    [
        ("assertive", "supports", "The one assessed claim has no hedge, and some support in what was read"),
        (
            "hedged absolute assertive",
            "supports contradicts supports",
            "2 of the 3 assessed claims have no hedge; 1 of these 2 found no support in what was read",
        ),
        ("hedged hedged", "supports supports", "All 2 assessed claims are hedged"),
    ],
)
def test_the_overclaim_map_says_what_it_counts_over(certainty: str, verdict: str, expected: str) -> None:
    assert overclaim.title(pd.DataFrame({"certainty": certainty.split(), "verdict": verdict.split()})) == expected


def test_percentages_keep_their_bounds_and_count_the_sourced() -> None:
    rows = pd.DataFrame({"article": ["a", "b", "b"], "attribution": ["none", "named", "vague"]})
    assert percentages.title(rows) == "3 percentages in 2 articles: only 1 names a source"


def test_percentages_table(book: Book) -> None:
    rows = percentages.table(book)
    assert list(rows["text"]) == ["over 40%", "30%"]
    assert rows["low"].tolist() == [40, 30]
    assert rows["high"].isna().tolist() == [True, False]


def test_vague_times_are_drawn_at_their_usual_meaning_and_marked(book: Book) -> None:
    rows = durations.table(book).set_index("article")
    assert rows.loc["warm-home", ["low_days", "high_days", "vague"]].tolist() == [2, 7, True]
    assert rows.loc["cold-facts", "high_days"] == pytest.approx(12 * 365.25, rel=0.06)
    assert not rows.loc["cold-facts", "vague"]


@pytest.mark.parametrize(
    ("vague", "expected"),
    [
        ([False], "One time in one article: a figure"),
        ([True], "One time in one article: vague words, not a figure"),
        ([False, False], "Of 2 times in 1 article, all are figures"),
        ([True, True], "Of 2 times in 1 article, none is a figure"),
        ([True, False, True], "Of 3 times in 1 article, one is a figure; 2 are vague words"),
        ([True, False, False], "Of 3 times in 1 article, 2 are figures; 1 is vague words"),
    ],
)
def test_the_title_of_the_durations_is_counted(vague: list[bool], expected: str) -> None:
    assert durations.title(pd.DataFrame({"article": "a", "vague": vague})) == expected


def tram(*texts: str) -> Book:
    """Read texts as articles of a review that asks no questions."""
    named = [(f"article-{number}", text) for number, text in enumerate(texts)]
    found = tuple(Source(name, Path(name), text, tuple(extract_claims(name, text)), None) for name, text in named)
    return Book(Sources(found, Topics(), Relations(), Waivers(), None))


CITY = """\
A ride from end to end takes 22 minutes on the new tram line. The council says 45% of the passengers will come from
cars. It lost 12% of its riders in the second month. No other city pays 40% of running costs from taxes.
"""
SHOPS = """\
The ride takes half an hour from the harbour to the university. Half of the passengers come from cars, a survey of
2023 found. Sales fell by 33% while the line was built. It takes six months to train a driver of a tram.
"""


def test_percentages_without_questions_stand_with_those_of_the_same_thing() -> None:
    rows = percentages.table(tram(CITY, SHOPS))
    assert list(rows["question"]) == ["Share of passengers"] * 2 + ["Other percentages"] * (len(rows) - 2)
    assert {"Half", "45%"} == set(rows["text"][:2])
    assert len(rows) > 4


def test_times_without_questions_stand_with_those_of_the_same_thing() -> None:
    rows = durations.table(tram(CITY, SHOPS))
    assert list(zip(rows["question"], rows["text"], strict=True)) == [
        ("Ride", "22 minutes"),
        ("Ride", "half an hour"),
        ("Other times", "six months"),
    ]


@pytest.mark.parametrize(
    ("quote", "text", "kind", "expected"),
    [
        ("It lost 12% of its riders", "12%", "proportion", "Share of riders"),
        ("It will cut traffic by 20%", "20%", "proportion", None),
        ("They say that sales fell by 9%", "9%", "proportion", "Sales"),
        ("No fewer than 40% went home", "40%", "proportion", None),
        ("During the works, sales fell by 9%", "9%", "proportion", "Sales"),
        ("A ride from end to end takes 22 minutes", "22 minutes", "duration", "Ride"),
        ("This takes 22 minutes", "22 minutes", "duration", None),
        ("22 minutes", "22 minutes", "duration", None),
    ],
)
def test_a_figure_is_named_for_what_it_is_of(quote: str, text: str, kind: str, expected: str | None) -> None:
    claim = Claim(id=f"a/{claim_key(quote)}", quote=quote, at=(0, len(quote)), kind="other", worth=2)
    quantity = Quantity(text=text, kind=kind, low=None, high=None, bound="exactly", unit=None)
    assert measured.name(claim, quantity, None).thing == expected


def test_a_question_wins_and_what_stands_alone_has_no_heading_of_its_own() -> None:
    named = [
        measured.Named("How long?", None, None),
        measured.Named(None, "Tram rides", "rid"),
        measured.Named(None, "Ride", "rid"),
        measured.Named(None, "Sales", "sal"),
        measured.Named(None, None, None),
    ]
    assert measured.headings(named, "Others") == ["How long?", "Ride", "Ride", "Others", "Others"]


def test_topics_by_article_marks_the_contradiction(book: Book) -> None:
    rows = topics_by_article.table(book)
    assert set(rows.loc[rows["topic"] == "noise", "state"]) == {"contradict"}
    assert topics_by_article.title(rows) == "Of 3 questions that articles share or clash on: 3 with a contradiction"


def test_the_callers_own_style_is_left_alone(book: Book, tmp_path: Path) -> None:
    import matplotlib as mpl

    before = mpl.rcParams["font.size"]
    charts.save(charts.charts()["attribution"], book, tmp_path)
    assert mpl.rcParams["font.size"] == before


@pytest.mark.parametrize(
    ("text", "around", "width", "expected"),
    [
        ("short enough", "enough", 40, "short enough"),
        ("one two three four five six seven", "four", 16, "… four five …"),
        ("one two three four five six seven", "one", 12, "one two …"),
        ("one two three four five six seven", "seven", 14, "… six seven"),
    ],
    ids=["whole", "middle", "start", "end"],
)
def test_excerpts_keep_the_figure_in_view(text: str, around: str, width: int, expected: str) -> None:
    assert layout.excerpt(text, around, width) == expected


def test_a_study_that_contradicts_itself_is_marked_and_told(book: Book) -> None:
    plain = beside_studies.table(book, "saving")
    assert plain["misfit"].isna().all()
    (study,) = book.sources.evidence.records.values()
    found = study.findings[0]
    arm, other = found.arm, found.comparison
    assert arm
    assert other
    wrong = found.model_copy(
        update={"arm": arm.model_copy(update={"of": 50}), "comparison": other.model_copy(update={"of": 30})}
    )
    records = {study.id: study.model_copy(update={"findings": (wrong,)})}
    doubtful = Book(replace(book.sources, evidence=replace(book.sources.evidence, records=records)))
    rows = beside_studies.table(doubtful, "saving")
    assert rows.loc[rows["side"] == "study", "misfit"].notna().all()
    written = {
        name: " ".join(text.get_text() for text in figure.findobj(Text))
        for name, figure in (
            ("plain", charts.draw(charts.charts(book)["studies-saving"], book)),
            ("doubtful", charts.draw(charts.charts(doubtful)["studies-saving"], doubtful)),
        )
        if figure is not None
    }
    assert "†" not in written["plain"]
    assert "the source contradicts itself" in " ".join(written["doubtful"].split())
    assert "10 of 50 is 20" in " ".join(written["doubtful"].split())
