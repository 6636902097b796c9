"""What the build script packs is what the store reads, byte for byte the same each time."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimbook.extract.garbled.store import UNKNOWN, Store

SCRIPTS = Path(__file__).parents[3] / "scripts"
# Weights of "power" and "station" standing for themselves, and of what is odd in their place.
SIDES = {
    "power": {"power": (0.5, 0.5)},
    "station": {"station": (0.25, 0.25)},
    "vigor": {"power": (2.0, 1.0)},
    "depot": {"station": (1.0, 2.0)},
    "hope": {"power": (-4.0, -4.0)},
}
TERMS = {"power": {"station": 1.0}, "station": {"hope": 0.5}}


@pytest.fixture
def packing(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import garbled_packing

    yield SimpleNamespace(Layout=garbled_packing.Layout, veto=garbled_packing.veto, pack=garbled_packing.pack)
    for name in [name for name in sys.modules if name.startswith("garbled_")]:
        del sys.modules[name]


def packed(packing: SimpleNamespace, path: Path) -> Path:
    weighing = SimpleNamespace(term=TERMS, origins=SIDES.__getitem__)
    layout = packing.Layout(weighing, sorted(SIDES), -0.5, 200)
    common = packing.veto(layout, [("vigor", "station"), ("power", "hope"), ("unknown", "depot")], 200)
    packing.pack(layout, [("vigor", "power", "station")], common, {"depot": "depots"}, path)
    return path


def test_the_store_reads_what_was_packed(packing: SimpleNamespace, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(packing, tmp_path / "a.zip")) as archive:
        data = Store(archive)
    power, station, vigor, depot = map(data.number, ("power", "station", "vigor", "depots"))
    assert data.origins(vigor) == {power: (200, 100)}
    assert data.seconds(power) == {station: 50}
    assert (data.after(vigor, power), data.before(power, station)) == ([station], [vigor])
    assert data.after(power, station) == []
    assert data.is_common(vigor, station)
    assert not data.is_common(vigor, depot)
    assert data.shown[depot] == "depots"
    assert (data.most_as_first[vigor], data.most_as_second[depot]) == (250, 200)


def test_what_cannot_reach_the_floor_is_left_out(packing: SimpleNamespace, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(packing, tmp_path / "a.zip")) as archive:
        data = Store(archive)
    assert data.number("hope") == UNKNOWN
    assert data.seconds(data.number("station")) == {}


def test_the_same_input_gives_the_same_bytes(packing: SimpleNamespace, tmp_path: Path) -> None:
    one, other = (packed(packing, tmp_path / name).read_bytes() for name in ("a.zip", "b.zip"))
    assert one == other
