"""The answer to each notebook's question, in a sentence or two of computed figures.

Refuses to say more than was counted: every number in a sentence is the length of a table somebody can look at below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.evidence.judging import UNCONFIRMED
from claimbook.views.shown import Shown, answer, count, those
from claimbook.views.tally import WORTHY, tally

if TYPE_CHECKING:
    import pandas as pd

    from claimbook.views.book import Book


def claims(book: Book) -> Shown:
    """Say how many claims the articles make, how many matter, and how many of those name a source."""
    told = tally(book)
    worthy = book.claims[book.claims["worth"] >= WORTHY]
    level = worthy["attribution"].value_counts()
    none, vague = int(level.get("none", 0)), int(level.get("vague", 0))
    return answer(
        f"{_capital(told.made)}. {told.weighed}.",
        f"Of {told.over_worthy}, {none or 'none'} {those(none, 'names', 'name')} no source at all, {vague or 'none'} "
        f"{those(vague, 'says', 'say')} no more than “studies show”, and {len(worthy) - none - vague or 'none'} "
        f"{those(len(worthy) - none - vague, 'names', 'name')} one.",
    )


def differences(book: Book) -> Shown:
    """Say how many questions the articles share, and how many pairs of claims differ or agree."""
    told = tally(book)
    tense, same = (int((book.relations["relation"] == name).sum()) for name in ("tension", "agree"))
    answering = book.claims.dropna(subset=["question"])
    asked = answering.groupby("question")["article"].nunique()
    shared, alone = int((asked > 1).sum()), int((asked == 1).sum())
    questions = (
        f"{_part(len(answering), told.claims)} one of {count(len(asked), 'question')}; {shared or 'none'} of the "
        f"{len(asked)} {those(shared, 'is', 'are')} answered by more than one article, {alone or 'none'} by one alone."
        if len(asked)
        else "No claim has a question yet: claims are compared by what they measure and name."
    )
    return answer(
        questions,
        f"Between {told.over_all}, {count(tense, 'pair')} should be read side by side: both can be true, but "
        f"neither without the other. {_capital(count(same, 'pair'))} {those(same, 'agrees', 'agree')}.",
    )


def contradictions(book: Book) -> Shown:
    """Say how many pairs of claims cannot both be true, and how many articles are on a side of one."""
    clash = book.relations[book.relations["relation"] == "contradict"]
    inside = int((clash["article_a"] == clash["article_b"]).sum())
    parties = {*clash["article_a"], *clash["article_b"]}
    who = "rules and editor" if any(relation.review for relation in book.all_relations) else "the rules"
    return answer(
        f"Between {tally(book).over_all}, {who} found {count(len(clash) - inside, 'pair')} from different "
        "articles that cannot both be true as worded; "
        f"{count(inside, 'pair')} {those(inside, 'stands', 'stand')} within one article.",
        f"{_capital(count(len(parties), 'article'))} of {len(book.articles)} "
        f"{those(len(parties), 'is', 'are')} on one side of at least one.",
    )


def evidence(checked: pd.DataFrame) -> Shown:
    """Say how many statements somebody looked at, and what was found; `checked` is `factcheck.frame`."""
    verdicts = checked["verdict"].value_counts()
    total, claims = len(checked), int(checked["claim"].nunique())
    looked = total - int(verdicts.get("not yet assessed", 0))
    judged = f"{_capital(count(claims, 'claim'))} must be checked before publication, or {those(claims, 'was', 'were')}"
    parts = f" Judged part by part, they make {total} statements." if total != claims else ""
    made = f"{judged} assessed all the same.{parts}"
    if not looked:
        return answer(
            f"{made} Nobody has looked at any yet.",
            "What the evidence says of them is not known: nothing here is held to be right or wrong.",
        )
    return answer(
        f"{made} Somebody has looked at {looked} of the {total}.",
        f"Of these {looked}, the evidence read supports {verdicts.get('supports', 0)}, supports "
        f"{verdicts.get('partly supports', 0)} in part, contradicts {verdicts.get('contradicts', 0)}; against "
        f"{verdicts.get(UNCONFIRMED, 0)} there is evidence not yet confirmed, and for {verdicts.get('not found', 0)} "
        "nothing was found that carries them.",
    )


def unsourced(book: Book) -> Shown:
    """Say how many figures stand without a source, and which article has the most."""
    told = tally(book)
    codes = book.findings["code"]
    bare, vague = book.findings[codes == "S101"], int(codes.isin(["A201", "A202"]).sum())
    articles = bare["article"].value_counts()
    first = [str(name) for name in articles[articles == articles.max()].index]
    most = f" {first[0]} has the most: {articles.max()}." if len(articles) > 1 and len(first) == 1 else ""
    return answer(
        f"In {told.over_all}, {count(len(bare), 'figure')} {those(len(bare), 'stands', 'stand')} without a source "
        f"anyone could find.{most}",
        f"{_capital(count(vague, 'passage'))} {those(vague, 'leans', 'lean')} on “studies show” or on a study "
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
    told = tally(book)
    errors = int((book.findings["severity"] == "error").sum())
    return answer(
        f"{_capital(told.made)}. {told.weighed}.",
        f"The rules make {count(len(book.findings), 'finding')} in {count(len(book.articles), 'article')}, "
        f"{count(errors, 'of them an error', 'of them errors')}.",
    )


def _part(number: int, total: int) -> str:
    if number == total:
        return f"All {total} claims answer" if total > 1 else "The one claim answers"
    return f"{number} of the {total} claims {those(number, 'answers', 'answer')}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
