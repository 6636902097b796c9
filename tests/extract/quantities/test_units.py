"""Units: plain names, dimensions and base values, checked against pint where pint knows the unit."""

import pint
import pytest

from claimbook.extract.quantities.units import dimension, find_unit, to_base
from claimbook.lexicon import load

PINT_BASES = {
    "time": "day",
    "length": "m",
    "mass": "g",
    "volume": "l",
    "area": "m^2",
    "energy": "J",
    "power": "W",
    "speed": "m/s",
    "pressure": "Pa",
    "voltage": "V",
    "torque": "N*m",
}
# pint reads these otherwise on purpose: a food calorie is a kilocalorie, a night is no unit of time there
OTHERWISE = {
    "calorie",
    "decade",
    "month",
    "quarter",
    "business day",
    "night",
    "year of age",
    "kiloyear",
    "megayear",
    "gigayear",
    "megatonne",
    "gigatonne",
    "dalton",
    "horsepower",
    "brake horsepower",
    "bushel",
    "pound-mass",
    "pound-foot",
    "foot pound-force",
    "mega british thermal unit",
    "british thermal unit",
}


@pytest.mark.parametrize(
    ("unit", "named", "base"),
    [
        ("week", "time", 7),
        ("month", "time", 30.4375),
        ("year", "time", 365.25),
        ("hour", "time", 1 / 24),
        ("kilometre", "length", 1000),
        ("km", "length", 1000),
        ("milligram", "mass", 0.001),
        ("millilitre", "volume", 0.001),
        ("%", "share", 1),
        ("parts-per-million", "share", 0.0001),
        ("kilocalorie", "energy", 4184),
        ("calorie", "energy", 4184),
        ("mile per hour", "speed", 0.44704),
        ("mg/kg", "mass per mass", 0.001 / 1000),
        ("mg/dL", "mass per volume", 0.001 / 0.1),
        ("hour per day", "time per time", 1 / 24),
        ("time per week", "occasion per time", 1 / 7),
        ("meal per day", "meal per time", 1),
        ("year of age", "age", 365.25),
        ("month of age", "age", 30.4375),
        ("dollar per barrel", "money:USD per volume", 1 / 158.987294928),
        ("cent", "money:USD", 0.01),
        ("furlong", "length", 201.168),
    ],
)
def test_dimension_and_base(unit, named, base):
    assert (dimension(unit), to_base(1, unit)) == (named, pytest.approx(base, rel=1e-5))


def test_temperatures_convert_to_celsius():
    assert to_base(212, "fahrenheit") == pytest.approx(100)
    assert to_base(0, "kelvin") == pytest.approx(-273.15)
    assert dimension("celsius") == dimension("fahrenheit") == "temperature"


@pytest.mark.parametrize("unit", [None, "study", "euro per study", ""])
def test_a_counted_noun_has_no_dimension_of_its_own(unit):
    assert dimension(unit) in (None, "money:euro per study")
    assert unit == "euro per study" or to_base(3, unit) is None


def test_two_currencies_do_not_compare():
    assert dimension("USD") != dimension("euro")


@pytest.mark.parametrize(
    "entry",
    [e for e in load("units")["units"] if e["dimension"] in PINT_BASES and e["name"] not in OTHERWISE],
    ids=lambda e: e["name"],
)
def test_factors_agree_with_pint(entry):
    registry = pint.UnitRegistry()
    name = (
        entry["name"]
        .replace("square ", "sq_")
        .replace("cubic ", "cu_")
        .replace("per", "/")
        .replace("metric ton", "tonne")
    )
    name = name.replace(" / ", "/").replace("millimetre of mercury", "mmHg").replace("pound/sq_inch", "psi")
    name = {
        "sq_metre": "m^2",
        "sq_kilometre": "km^2",
        "sq_centimetre": "cm^2",
        "sq_millimetre": "mm^2",
        "cu_metre": "m^3",
        "cu_centimetre": "cm^3",
        "cu_millimetre": "mm^3",
        "cu_kilometre": "km^3",
        "cu_foot": "ft^3",
        "cu_inch": "in^3",
        "cu_yard": "yd^3",
        "sq_foot": "ft^2",
        "sq_inch": "in^2",
        "sq_yard": "yd^2",
        "sq_mile": "mi^2",
        "fluid ounce": "floz",
        "astronomical unit": "au",
        "barrel": "oil_bbl",
        "watt hour": "Wh",
        "light-year": "light_year",
        "nautical mile": "nmi",
        "newton metre": "N*m",
        "carat": "carat",
        "stone": "stone",
        "electronvolt": "eV",
    }.get(name, name)
    assert entry["base"] == pytest.approx(
        registry.Quantity(1, name).to(PINT_BASES[entry["dimension"]]).magnitude, rel=1e-3
    )


def test_a_symbol_and_a_word_name_one_unit():
    assert find_unit("kg") == find_unit("kilograms") == find_unit("kilogram")
