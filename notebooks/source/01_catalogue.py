# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 1 · What do these articles claim?

# %%
import claimbook
from claimbook.views import shown

book = claimbook.open("..")
claims = book.claims
worthy = claims[claims["worth"] >= 2]
sourced = worthy["attribution"].isin(["named", "cited"])
shown.answer(
    f"{len(book.articles)} articles make {len(claims)} checkable claims; an editor would check {len(worthy)} of them.",
    f"{(worthy['attribution'] == 'none').sum()} of those name no source at all, "
    f"{(worthy['attribution'] == 'vague').sum()} say no more than “studies show”, and {sourced.sum()} name one.",
)

# %% [markdown]
# **Inputs:** `claims/*.yaml`, one catalogue an article, each claim anchored to the exact words.
# **Outputs:** the charts `attribution` and `percentages` in `figures/`, as SVG, PNG and the CSV behind each.
#
# A claim is one assertion that can be checked. Headings, questions, calls to action and book blurbs are not claims.
# `worth` says how much an editor should care: 3 must be checked before publication, 1 is background.

# %%
counts = claims.pivot_table(
    index="article", columns="worth", values="claim", aggfunc="count", fill_value=0
)
counts.columns = ["background", "an editor would check", "must be checked"]
shown.table(counts.assign(total=counts.sum(axis=1)).reset_index())

# %% [markdown]
# ## Who says so?
# A named or cited source can be looked up. “Studies show” cannot.

# %%
shown.picture("attribution", book)

# %% [markdown]
# ## The percentages
# A figure is what a reader remembers, and what is quoted on. Each one stands here with its limits as worded.

# %%
shown.picture("percentages", book)

# %% [markdown]
# ## What kinds of claim are there?

# %%
kinds = worthy.groupby("kind").agg(
    claims=("claim", "size"), articles=("article", "nunique"), example=("quote", "first")
)
shown.table(kinds.sort_values("claims", ascending=False, kind="stable").reset_index())

# %% [markdown]
# ## Every claim that must be checked before publication
# With its exact words. The catalogue files hold the place in the text, the outcome, the population and the condition too.

# %%
columns = {
    "article": "article",
    "quote": "claim",
    "question": "answers",
    "certainty": "certainty",
    "attribution": "source",
}
shown.table(claims[claims["worth"] == 3], columns, height=640)
