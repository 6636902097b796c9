"""The answer to each notebook's question, in a sentence or two of computed figures.

Refuses to say more than was counted: every number in a sentence is the length of a table somebody can look at below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.views.shown import Shown, answer, count, those

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.views.book import Book


def claims(book: Book) -> Shown:
    """Say how many claims the articles make, how many matter, and how many of those name a source."""
    made = book.claims
    worthy = made[made["worth"] >= 2]
    level = worthy["attribution"].value_counts()
    none, vague = int(level.get("none", 0)), int(level.get("vague", 0))
    return answer(
        f"{count(len(book.articles), 'article').capitalize()} {those(len(book.articles), 'makes', 'make')} "
        f"{count(len(made), 'checkable claim')}; an editor would check {len(worthy)} of them, "
        f"{int((made['worth'] == 3).sum())} before publication.",
        f"Of those {len(worthy)}, {none or 'none'} {those(none, 'names', 'name')} no source at all, {vague or 'none'} "
        f"{those(vague, 'says', 'say')} no more than “studies show”, and {len(worthy) - none - vague or 'none'} "
        f"{those(len(worthy) - none - vague, 'names', 'name')} one.",
    )


def differences(book: Book) -> Shown:
    """Say how many questions the articles share, and how many pairs of claims differ or agree."""
    tense, same = (int((book.relations["relation"] == name).sum()) for name in ("tension", "agree"))
    asked = book.claims.dropna(subset=["question"]).groupby("question")["article"].nunique()
    shared, alone = int((asked > 1).sum()), int((asked == 1).sum())
    questions = (
        f"The articles answer {count(len(asked), 'question')}; {shared or 'none'} of these "
        f"{those(shared, 'is', 'are')} answered by more than one article, {alone or 'none'} by one alone."
        if len(asked)
        else "No claim has a question yet: claims are compared by what they measure and name."
    )
    return answer(
        questions,
        f"{count(tense, 'pair').capitalize()} of claims should be read side by side: both can be true, but "
        f"neither without the other. {count(same, 'pair').capitalize()} {those(same, 'agrees', 'agree')}.",
    )


def contradictions(book: Book) -> Shown:
    """Say how many pairs of claims cannot both be true, and how many articles are on a side of one."""
    clash = book.relations[book.relations["relation"] == "contradict"]
    inside = int((clash["article_a"] == clash["article_b"]).sum())
    parties = {*clash["article_a"], *clash["article_b"]}
    return answer(
        f"{count(len(clash) - inside, 'pair').capitalize()} of claims from different articles cannot both be true "
        f"as worded; {count(inside, 'pair')} {those(inside, 'stands', 'stand')} within one article.",
        f"{count(len(parties), 'article').capitalize()} of {len(book.articles)} "
        f"{those(len(parties), 'is', 'are')} on one side of at least one.",
    )


def evidence(checked: pd.DataFrame) -> Shown:
    """Say how many statements somebody looked at, and what was found; `checked` is `factcheck.frame`."""
    verdicts = checked["verdict"].value_counts()
    looked = len(checked) - int(verdicts.get("not yet assessed", 0))
    if not looked:
        return answer(
            f"{count(len(checked), 'statement').capitalize()} must be checked; nobody has looked at any yet.",
            "What the evidence says of them is not known: nothing here is held to be right or wrong.",
        )
    return answer(
        f"{count(len(checked), 'statement').capitalize()} must be checked; somebody has looked at {looked}.",
        f"The evidence read supports {verdicts.get('supports', 0)}, supports {verdicts.get('partly supports', 0)} in "
        f"part, contradicts {verdicts.get('contradicts', 0)}; for {verdicts.get('not found', 0)} nothing was found "
        "that carries them.",
    )


def unsourced(book: Book) -> Shown:
    """Say how many figures stand without a source, and which article has the most."""
    codes = book.findings["code"]
    bare, vague = book.findings[codes == "S101"], int(codes.isin(["A201", "A202"]).sum())
    articles = bare["article"].value_counts()
    first = [str(name) for name in articles[articles == articles.max()].index]
    most = f" {first[0]} has the most: {articles.max()}." if len(articles) > 1 and len(first) == 1 else ""
    return answer(
        f"{count(len(bare), 'figure').capitalize()} {those(len(bare), 'stands', 'stand')} without a source anyone "
        f"could find.{most}",
        f"{count(vague, 'passage').capitalize()} {those(vague, 'leans', 'lean')} on “studies show” or on a study "
        "nobody could identify.",
    )


def articles(book: Book) -> Shown:
    """Say of each article how many of its statements hold up."""
    from claimbook.views import factcheck, factpage

    checked = factcheck.entries(book)
    said = {name: factpage.summary([one for one in checked if one.claim.article == name]) for name in book.articles}
    return answer(*(f"{name}: {words}" for name, words in said.items()))


def proposals(book: Book) -> Shown:
    """Say how much the machine found in texts that nobody has read yet."""
    worthy = int((book.claims["worth"] >= 2).sum())
    errors = int((book.findings["severity"] == "error").sum())
    return answer(
        f"{count(len(book.articles), 'article').capitalize()}, {count(len(book.claims), 'claim')} proposed by the "
        f"machine, {worthy} of them worth checking.",
        f"{count(len(book.findings), 'finding').capitalize()}, {count(errors, 'of them an error', 'of them errors')}.",
    )
