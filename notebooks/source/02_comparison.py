# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · Where do the articles differ?

# %%
import claimbook
from claimbook.views import shown

book = claimbook.open("..")
relations = book.relations
clash = relations[relations["relation"] == "contradict"]
tense = relations[relations["relation"] == "tension"]
inside = int((clash["article_a"] == clash["article_b"]).sum())
shown.answer(
    f"{len(clash) - inside} pairs of claims from different articles cannot both be true as worded; "
    f"{inside or 'no'} article contradicts itself outright.",
    f"In {len(tense)} more places an editor would want two claims side by side: both can be true, "
    "but neither should be read without the other.",
)

# %% [markdown]
# **Inputs:** `claims/*.yaml` and `claims/topics.yaml`, the questions that make claims comparable.
# **Outputs:** the charts `topics-by-article` and `relief-times` in `figures/`, as SVG, PNG and CSV.
#
# Two claims are compared only when they answer the same question about the same outcome. A contradiction is claimed only
# where both cannot be true as worded; “over 80%” and “over 70%” overlap, so they are shown side by side and no more.

# %%
shown.picture("topics-by-article", book)

# %% [markdown]
# ## The contradictions, both sides quoted

# %%
shown.sides(clash)

# %% [markdown]
# ## The tensions

# %%
shown.sides(tense)

# %% [markdown]
# ## How soon, and for how long?
# Vague words (“hours”, “several days”) are drawn hatched, at their usual meaning; they are never called a contradiction.

# %%
shown.picture("relief-times", book)

# %% [markdown]
# ## Questions with answers from three articles or more

# %%
shared = (
    book.claims.dropna(subset=["topic"])
    .groupby("question")
    .agg(articles=("article", "nunique"), claims=("claim", "size"), first=("quote", "first"))
)
shown.table(
    shared[shared["articles"] >= 3]
    .sort_values(["articles", "claims"], ascending=False, kind="stable")
    .reset_index()
)
