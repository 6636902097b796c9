"""Which rules fire where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.charts import Chart, layout, style
from claimbook.views.finding_names import called
from claimbook.views.tables import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    from claimbook.views.book import Book

ROW = 0.4
SUBTITLE = "Number of findings by rule and article; the darker, the more. One passage can break several rules."


def table(book: Book) -> pd.DataFrame:
    """Count findings by rule and article, contradictions apart from the tensions of the same rule."""
    found = book.findings.assign(name=[called(finding).name for finding in book.all_findings])
    grouped = found.groupby(["code", "name", "article"], sort=True)
    return grouped.agg(findings=("quote", "size"), claims=("claims", " ".join)).reset_index()


def title(rows: pd.DataFrame) -> str:
    """Name the kind of finding met most, and how often of all."""
    by_rule = rows.groupby("name")["findings"].sum().sort_values(ascending=False, kind="stable")
    total, most = int(by_rule.sum()), int(by_rule.iloc[0])
    first = [str(name) for name in by_rule[by_rule == most].index]
    if total == 1:
        return f"One finding: {first[0]}"
    if len(first) > 1:
        return (
            f"{total} findings of {len(by_rule)} kinds; none comes more than {'once' if most == 1 else f'{most} times'}"
        )
    if most * 2 > total:
        return f"{most} of {total} findings are of one kind: {first[0]}"
    return f"{total} findings of {len(by_rule)} kinds; the most frequent is {first[0]} ({most})"


def draw(rows: pd.DataFrame, heading: str) -> Figure:
    """Draw a shaded grid, one row a rule, one column an article."""
    from matplotlib.colors import to_rgb

    wide = rows.pivot(index=["code", "name"], columns="article", values="findings").fillna(0)
    labels = [f"{code}  {name}" for code, name in wide.index]
    left = layout.names_room(labels) + 0.12
    weight = {str(name): float(wide[name].sum()) for name in wide.columns}
    names, note = layout.drawn_columns(list(weight), style.current().width - left, weight)
    wide = wide[names]
    right, each = layout.columns_fit(names, style.current().width - left)
    top = layout.head_room(heading, SUBTITLE + note) + layout.columns_room(names, each)
    row = ROW if not style.narrow() else 0.28
    figure = style.new_figure(top + row * len(wide) + 0.2)
    axes = layout.place(figure, left, right, top, 0.2)
    most = wide.to_numpy().max()
    for y, (_, counts) in enumerate(wide.iterrows()):
        for x, count in enumerate(counts):
            share = 0.12 + 0.88 * count / most
            shade = _mixed(to_rgb(style.ALARM), share) if count else _mixed(to_rgb(style.FAINT), 0.25)
            axes.add_patch(_cell(x, y, shade))
            ink = style.ink_on(shade) if count else style.SOFT
            axes.text(
                x, y, f"{count:.0f}" if count else "·", ha="center", va="center_baseline", color=ink, weight="bold"
            )
    axes.set(xlim=(-0.5, len(names) - 0.5), ylim=(len(wide) - 0.5, -0.5))
    axes.set_yticks(range(len(wide)), [])
    for y, label in enumerate(labels):
        layout.beside(axes, style.EDGE - left, y, label)
    layout.name_columns(axes, range(len(names)), names, each)
    layout.headline(figure, heading, SUBTITLE + note)
    return figure


def _mixed(colour: tuple[float, float, float], share: float) -> tuple[float, float, float]:
    """Thin a colour with white, so that what is written on it can be judged against it."""
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return red, green, blue


def _cell(x: int, y: int, shade: tuple[float, float, float]) -> Rectangle:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor=shade, edgecolor="none")


def alt(rows: pd.DataFrame) -> str:
    """Read the chart out."""
    said = ["{code} in {article}: {findings}".format(**row) for row in records(rows)]
    return f"Findings by rule and article. {'; '.join(said)}."


CHART = Chart("findings-by-rule", "Which rules fire where?", table, title, draw, alt, missing="no rule found anything")
