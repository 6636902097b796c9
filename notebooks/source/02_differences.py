# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · Where do they differ?

# %%
review = ".."

# %%
import claimbook
from claimbook.views import answers, shown

book = claimbook.open(review)
answers.differences(book)

# %% [markdown]
# **In:** `claims/*.yaml`, and `claims/topics.yaml`: the questions that make claims comparable.
#
# **Out:** the charts `topics-by-article` and `durations` in `figures/`, as SVG, PNG and CSV.
#
# Two claims are compared only when they answer the same question about the same thing. What cannot both be true is in
# notebook 3; here is what differs and may still be true: other figures, a condition lost on the way, a hedge dropped.

# %%
shown.picture("topics-by-article", book)

# %% [markdown]
# ## Side by side
# *Polarity*: opposite statements. *Mechanism*: opposite accounts of how it works. *Numeric*: figures that differ. *Temporal*: other times.
# *Scope*: one says for whom or under what condition, the other does not. *Certainty*: hedged here, plain there.

# %%
columns = {
    "quote_a": "one says",
    "article_a": "article",
    "quote_b": "the other says",
    "article_b": "other article",
    "kind": "kind",
    "why": "why an editor should look",
}
tense = book.relations[book.relations["relation"] == "tension"]
shown.table(tense, columns, height=640, book=book)

# %% [markdown]
# ## How soon, and for how long?
# Vague words (“hours”, “several days”) are drawn hatched, at their usual meaning; they are never called a contradiction.

# %%
shown.picture("durations", book)

# %% [markdown]
# ## Which questions are answered where?
# How many claims each article makes on a question. Sort by an article to see what it alone talks about.

# %%
book.claims.dropna(subset=["question"]).pivot_table(
    index="question", columns="article", values="claim", aggfunc="count", fill_value=0
).pipe(lambda counts: shown.table(counts.reset_index(), height=480))
