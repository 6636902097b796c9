"""Every percentage the articles claim, with its bound, and who is said to have found it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.views.charts import Chart, style
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from claimbook.views.book import Book

ROW = 0.62
SUBTITLE = "Each claim on a scale from 0 to 100 percent. An arrow means the wording sets no upper or lower limit."


def table(book: Book) -> pd.DataFrame:
    """List the percentages of claims an editor would check, by topic and size."""
    shares = book.quantities[(book.quantities["kind"] == "proportion") & (book.quantities["unit"] == "%")]
    shares = shares.dropna(subset=["low", "high"], how="all")
    about = book.claims[["claim", "question", "outcome", "attribution", "source", "worth", "quote"]]
    merged = shares.merge(about, on="claim")
    merged = merged[merged["worth"] >= 2].copy()
    merged["question"] = merged["question"].fillna("No topic")
    merged["point"] = merged["low"].fillna(merged["high"])
    merged = merged.sort_values(["question", "point", "claim"], ascending=[True, False, True])
    columns = ["question", "article", "text", "low", "high", "bound", "attribution", "source", "quote", "claim"]
    return merged[columns].reset_index(drop=True)


def title(rows: pd.DataFrame) -> str:
    """Say how many percentages are claimed and how many have an identifiable source."""
    total, articles = len(rows), rows["article"].nunique()
    sourced = int(rows["attribution"].isin(["named", "cited"]).sum())
    found = "none has" if sourced == 0 else f"only {sourced} {'has' if sourced == 1 else 'have'}"
    if sourced == total:
        found = "each has"
    one = total == 1
    return (
        f"{total} percentage{'' if one else 's'} in {articles} article{'' if articles == 1 else 's'}: "
        f"{found} a source a reader could find"
    )


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw one line for each percentage, grouped by the question it answers."""
    groups = list(rows.groupby("question", sort=False))
    slots = len(rows) + 0.75 * len(groups) - 0.25
    top = style.head_room(heading, SUBTITLE)
    figure = style.new_figure(top + slots * ROW + 0.4)
    axes = style.place(figure, 1.75, 0.35, top, 0.4)
    y = 0.0
    for question, group in groups:
        axes.text(-29, y + 0.3, str(question), weight="bold", size=9.5, va="center")
        y += 0.75
        for row in records(group):
            _mark(axes, row, y)
            y += 1
    axes.set(xlim=(0, 100), ylim=(slots, -0.1), yticks=[], xticks=range(0, 101, 25))
    axes.set_xticklabels([f"{tick}%" for tick in range(0, 101, 25)])
    axes.grid(axis="x", color=style.FAINT, linewidth=0.6, zorder=0)
    style.headline(figure, heading, SUBTITLE)
    return figure


def _mark(axes: Axes, row: dict[str, Any], y: float) -> None:
    import pandas as pd

    colour = style.CALM if row["attribution"] in ("named", "cited") else style.ALARM
    low, high = row["low"], row["high"]
    y += 0.18
    if pd.isna(high) or pd.isna(low):
        tip, tail = (100, low) if pd.isna(high) else (0, high)
        axes.annotate("", (tip, y), (tail, y), arrowprops={"arrowstyle": "->", "color": colour, "lw": 2.2})
        axes.plot([tail], [y], "o", ms=9, mfc=style.PAPER, mec=colour, mew=2, zorder=3)
    else:
        axes.plot([low, high], [y, y], "o-", ms=9, lw=5, color=colour, zorder=3)
    anchor = high if pd.isna(low) else low
    left = anchor > 55
    said = "no source" if row["attribution"] == "none" else f"“{row['source']}”"
    place: dict[str, Any] = {"ha": "right" if left else "left", "va": "center"}
    axes.text(anchor + (-2 if left else 2), y - 0.3, f"{row['text']} — {said}", color=colour, weight="bold", **place)
    axes.text(-29, y, row["article"], va="center")
    axes.text(
        0.5, y + 0.34, f"“{style.excerpt(row['quote'], row['text'], 100)}”", va="center", size=7.5, color=style.SOFT
    )


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{article}: {text}, attribution {attribution}".format(**row) for row in records(rows)]
    return f"Percentages claimed. {'; '.join(said)}."


CHART = Chart("percentages", "Which percentages are claimed, and who says so?", table, title, draw, alt)
