"""Train the weights of `sentence_worth` on a check-worthiness set and write `lexicon/worth_model.tsv`.

    uv run --with scikit-learn scripts/train_worth.py ROWS.jsonl

ROWS has one `{"text", "worth": 0|1}` a line (ClaimBuster 2.5xNCS). Prints the cross-validated AUC and F1 of the words
and spellings, of the encoder's numbers, and of both mixed. Only the weights are written, never a row; a word or
spelling enters only when several sentences share it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from linear_training import Family, columns, fitted, out_of_fold, quality, weights, write
from scipy.sparse import csr_matrix

from claimbook.extract.check_worthiness import sentence_features
from claimbook.extract.encoder import encoded
from claimbook.extract.linear import spellings

LEAST = 0.02
HEADER = """\
# Weights of the check-worthiness model, in thousandths: logistic regression over extract/check_worthiness.py
# and, as `e 0` to `e 767`, over the numbers of extract/encoder.py.
# Trained by scripts/train_worth.py on ClaimBuster 2.5xNCS; aggregated weights only. See docs/worth-model.md.
"""


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--strength", type=float, default=0.6)
    parser.add_argument("--likeness", type=float, default=0.003, help="the same for the encoder's numbers")
    parser.add_argument("--words", type=int, default=3, help="how many sentences must share a word or pair")
    parser.add_argument("--runs", type=int, default=5, help="how many sentences must share a run of characters")
    parser.add_argument("--out", type=Path, default=Path("src/claimbook/lexicon/worth_model.tsv"))
    args = parser.parse_args()
    data = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [" ".join(row["text"].split()) for row in data]
    y = np.array([row["worth"] for row in data])
    words = Family([sentence_features(text) for text in texts], args.words, rooted=True)
    runs = Family(
        [Counter(r for chunk in set(t.split()) for r in spellings(chunk)) for t in texts], args.runs, rooted=True
    )
    x = columns([words, runs])
    numbers = np.stack([encoded(text) for text in texts]).astype(np.float64)
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    e = csr_matrix((numbers - middle) / spread)
    scores = np.stack([out_of_fold(x, y, args.strength), out_of_fold(e, y, args.likeness)], axis=1)
    mix = fitted(csr_matrix(scores), y, 1.0)
    for name, score in (("words", scores[:, 0]), ("encoder", scores[:, 1]), ("both", mix.decision_function(scores))):
        area, f1 = quality(y, score)
        sys.stdout.write(f"{name} cross-validated over 5 folds: AUC {area:.4f}  F1 {f1:.3f}\n")
    said, like = fitted(x, y, args.strength), fitted(e, y, args.likeness)
    share, other = map(float, mix.coef_[0])
    slopes = other * like.coef_[0] / spread
    bias = float(mix.intercept_[0] + share * said.intercept_[0] + other * like.intercept_[0] - slopes @ middle)
    named = {n: share * v for n, v in weights([words, runs], said).items() if abs(v) >= LEAST}
    named |= {f"e {n}": float(v) for n, v in enumerate(slopes)}
    kept = write(args.out, HEADER, bias, named, least=0.0)
    sys.stdout.write(f"{kept} weights of {x.shape[1] + e.shape[1]} features → {args.out}\n")


if __name__ == "__main__":
    main()
