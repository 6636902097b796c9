"""Train the weights of `sentence_worth` on a check-worthiness set and write `lexicon/worth_model.tsv`.

    uv run --with scikit-learn scripts/train_worth.py ROWS.jsonl

ROWS has one `{"text", "worth": 0|1}` a line (ClaimBuster 2.5xNCS). Prints the cross-validated AUC and F1. Only the
weights are written, never a row; a feature enters only when several sentences share it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from linear_training import Family, columns, cross_validated, fitted, write

from claimbook.extract.check_worthiness import sentence_features
from claimbook.extract.linear import spellings

HEADER = """\
# Weights of the check-worthiness model, in thousandths: logistic regression over extract/check_worthiness.py.
# Trained by scripts/train_worth.py on ClaimBuster 2.5xNCS; aggregated weights only. See docs/worth-model.md.
"""


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--strength", type=float, default=0.6)
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
    area, f1 = cross_validated(x, y, args.strength)
    sys.stdout.write(f"cross-validated over 5 folds: AUC {area:.4f}  F1 {f1:.3f}\n")
    kept = write(args.out, HEADER, [words, runs], fitted(x, y, args.strength), least=0.02)
    sys.stdout.write(f"{kept} weights of {x.shape[1]} features → {args.out}\n")


if __name__ == "__main__":
    main()
