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
review = ".."

# %%
import claimbook
from claimbook.views import answers, shown

book = claimbook.open(review)
answers.claims(book)

# %% [markdown]
# **In:** `claims/*.yaml`, one catalogue an article, each claim anchored to its exact words.
#
# **Out:** the charts `attribution` and `percentages`, kept in `figures/` as SVG, PNG and the CSV behind each.
#
# A claim is one assertion that can be checked. Headings, questions, calls to action and blurbs are not claims. *Worth* says
# how much an editor should care: 3 must be checked before publication, 1 is background.

# %%
claims = book.claims
counts = claims.pivot_table(
    index="article", columns="worth", values="claim", aggfunc="count", fill_value=0
).reindex(columns=[1, 2, 3], fill_value=0)
counts.columns = ["background", "an editor would check", "must be checked"]
shown.table(counts.assign(total=counts.sum(axis=1)).reset_index())

# %% [markdown]
# ## Who says so?
# A named or cited source can be looked up. “Studies show” cannot.

# %%
shown.picture("attribution", book)

# %% [markdown]
# ## The percentages
# A figure is what a reader remembers and repeats. Each one stands here with its limits as worded.

# %%
shown.picture("percentages", book)

# %% [markdown]
# ## Every claim an editor would check
# Search, filter, or sort by a heading. The words lead to their line in the article.

# %%
columns = {
    "quote": "claim",
    "article": "article",
    "worth": "worth",
    "kind": "kind",
    "certainty": "certainty",
    "attribution": "source",
    "question": "answers",
}
worthy = claims[claims["worth"] >= 2]
worst_first = worthy.sort_values("worth", ascending=False, kind="stable")
shown.table(worst_first, columns, height=640, book=book)

# %% [markdown]
# ## The background claims

# %%
shown.table(claims[claims["worth"] < 2], columns, book=book)
