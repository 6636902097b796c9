"""What a sentence is like, as a list of numbers: the means of its words' vectors after two layers of a small encoder.

Refuses to learn anything here: the weights are MiniLM's own (`lexicon/encoder.npz`, made by `scripts/build_encoder.py`,
Apache-2.0), never trained on our sets; only what is linear in these numbers is. Model card: docs/worth-model.md.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from claimbook import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LAYERS, WIDTH = 4, 768  # how many layers there are; how many numbers come out
_HEADS, _TINY, _MOST_PIECES, _LONGEST_WORD = 12, 1e-12, 128, 60
_MOST_KEPT = 50_000
_HALF, _BEND, _CUBE = 0.5, math.sqrt(2 / math.pi), 0.044715
_LINEAR = ("query", "key", "value", "mixed", "up", "down")


class _Layer(NamedTuple):
    """Hold one layer: for each linear map its matrix (input by output) and bias, and its two norms."""

    maps: Mapping[str, tuple[Floats, Floats]]
    norms: tuple[tuple[Floats, Floats], tuple[Floats, Floats]]


class _Encoder(NamedTuple):
    """Hold the whole encoder, read once: 0.1 s and 50 MB."""

    pieces: dict[str, int]
    words: NDArray[np.int8]
    scales: Floats
    places: Floats
    norm: tuple[Floats, Floats]
    layers: tuple[_Layer, ...]


@cache
def _encoder() -> _Encoder:
    import numpy as np

    data = resources.files(lexicon).joinpath("encoder.npz").read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    pieces = held["pieces"].tobytes().decode("utf-8").split("\n")
    layers = tuple(_layer(held, n) for n in range(LAYERS))
    norm = held["norm.weight"], held["norm.bias"]
    places = held["places"].astype(np.float32)
    return _Encoder({p: n for n, p in enumerate(pieces)}, held["words"], held["words.scale"], places, norm, layers)


def _layer(held: dict[str, NDArray[np.generic]], n: int) -> _Layer:
    import numpy as np

    def full(name: str) -> Floats:
        return held[f"{n}.{name}"].astype(np.float32)

    maps = {m: ((full(m) * full(f"{m}.scale")[:, None]).T.copy(), full(f"{m}.bias")) for m in _LINEAR}
    first, second = ((full(f"{norm}.weight"), full(f"{norm}.bias")) for norm in ("norm1", "norm2"))
    return _Layer(maps, (first, second))


def _words(text: str) -> Iterator[str]:
    """Yield lower-cased words without accents, punctuation marks apart."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    word = ""
    for c in plain:
        if c.isalnum():
            word += c
            continue
        if word:
            yield word
        word = ""
        if not c.isspace() and c.isprintable():
            yield c
    if word:
        yield word


class _Pieces:
    """Cut words into the encoder's pieces, each word once."""

    def __init__(self) -> None:
        self.numbers = _encoder().pieces
        self.unknown = [self.numbers["[UNK]"]]
        self.known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """Give the numbers of a word's pieces, the longest from the left."""
        if word not in self.known:
            if len(self.known) >= _MOST_KEPT:
                self.known.clear()
            self.known[word] = self._cut(word)
        return self.known[word]

    def _cut(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return self.unknown
        out: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((e for e in ends if mark + word[start:e] in self.numbers), None)
            if end is None:
                return self.unknown
            out.append(self.numbers[mark + word[start:end]])
            start = end
        return out


@cache
def _pieces() -> _Pieces:
    return _Pieces()


def _numbers(text: str) -> list[int]:
    """Give the numbers of a text's pieces, those past the longest the encoder takes left out."""
    pieces, out = _pieces(), list[int]()
    for word in _words(text[: _MOST_PIECES * _LONGEST_WORD]):
        out += pieces.of(word)
        if len(out) > _MOST_PIECES - 2:
            break
    return [pieces.numbers["[CLS]"], *out[: _MOST_PIECES - 2], pieces.numbers["[SEP]"]]


def _normed(x: Floats, norm: tuple[Floats, Floats]) -> Floats:
    import numpy as np

    x = x - x.mean(axis=1, keepdims=True)
    spread: Floats = np.sqrt((x * x).mean(axis=1, keepdims=True) + np.float32(_TINY))
    return x / spread * norm[0] + norm[1]


def _attended(x: Floats, layer: _Layer) -> Floats:
    """Let each piece take in the others: shape (pieces, width) in and out."""
    import numpy as np

    def heads(name: str) -> Floats:
        matrix, bias = layer.maps[name]
        return (x @ matrix + bias).reshape(len(x), _HEADS, -1).transpose(1, 0, 2)

    query, key, value = heads("query"), heads("key"), heads("value")
    near = query @ key.transpose(0, 2, 1) / np.float32(math.sqrt(query.shape[2]))
    near = np.exp(near - near.max(axis=2, keepdims=True))
    near /= near.sum(axis=2, keepdims=True)
    seen: Floats = (near @ value).transpose(1, 0, 2).reshape(len(x), -1)
    return seen


def _through(x: Floats, layer: _Layer) -> Floats:
    """Give a layer's output, shape (pieces, width)."""
    import numpy as np

    mixed, up, down = (layer.maps[name] for name in ("mixed", "up", "down"))
    x = _normed(x + _attended(x, layer) @ mixed[0] + mixed[1], layer.norms[0])
    wide: Floats = x @ up[0] + up[1]
    # the Gaussian error unit, by its usual approximation
    bent = wide * (_HALF + _HALF * np.tanh(wide * (_BEND + _BEND * _CUBE * wide * wide)))
    return _normed(x + bent.astype(np.float32, copy=False) @ down[0] + down[1], layer.norms[1])


def encoded(text: str) -> Floats:
    """Give the means of a text's vectors after the last two layers, one after the other: twice 384 numbers.

    A text is read up to its first 126 pieces of words.
    """
    import numpy as np

    encoder, numbers = _encoder(), _numbers(text)
    words = encoder.words[numbers] * encoder.scales[numbers, None] + encoder.places[: len(numbers)]
    x = _normed(words.astype(np.float32), encoder.norm)
    means = []
    for layer in encoder.layers:
        x = _through(x, layer)
        means.append(x.mean(axis=0))
    return np.concatenate(means[-2:])
