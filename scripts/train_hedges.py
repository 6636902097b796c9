"""Train the weights of `hedging` on sentences marked as uncertain or not and write `lexicon/hedge_model.tsv`.

    uv run --with scikit-learn scripts/train_hedges.py ROWS.jsonl

ROWS has one `{"text", "uncertain": true|false}` a line (Szeged Uncertainty, Wikipedia part). Every third row is left
out, so that the open benchmark, which scores exactly those, stays honest. Strength and the point of decision are
chosen by cross-validation on the other two thirds. Only weights are written, never a row.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from linear_training import Family, columns, fitted, out_of_fold, weights, write
from sklearn.metrics import f1_score

from claimbook.extract.hedging import hedge_features
from claimbook.extract.phrases import Cues
from claimbook.extract.tokens import Tokens

STRENGTHS = (0.1, 0.2, 0.4, 0.8)
POINTS = tuple(n / 10 for n in range(-10, 4))
HEADER = """\
# Weights of the hedging model, in thousandths: logistic regression over the features of extract/hedging.py.
# Trained by scripts/train_hedges.py on two thirds of the Wikipedia part of the Szeged Uncertainty corpus; aggregated
# weights only. See docs/hedge-model.md.
"""


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/claimbook/lexicon/hedge_model.tsv"))
    args = parser.parse_args()
    lines = args.rows.read_text(encoding="utf-8").splitlines()
    data = [json.loads(line) for n, line in enumerate(lines) if n % 3]
    read = [Tokens(" ".join(row["text"].split())) for row in data]
    y = np.array([int(row["uncertain"]) for row in data])
    family = Family([hedge_features(tokens, Cues(tokens).cues) for tokens in read], 3, rooted=False)
    best = (0.0, 0.0, 0.0)
    for strength in STRENGTHS:
        score = out_of_fold(columns([family]), y, strength)
        tried = [(round(float(f1_score(y, score > at)), 4), strength, at) for at in POINTS]
        sys.stdout.write(f"strength {strength}: F1 {max(tried)[0]} at {max(tried)[2]}\n")
        best = max(best, max(tried))
    model = fitted(columns([family]), y, best[1])
    model.intercept_ -= best[2]
    kept = write(args.out, HEADER, float(model.intercept_[0]), weights([family], model), least=0.02)
    sys.stdout.write(f"{kept} weights of {len(family.names)} features, strength {best[1]} → {args.out}\n")


if __name__ == "__main__":
    main()
