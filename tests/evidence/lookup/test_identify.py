"""What a person gave: a DOI, a PMID, an address or a file."""

from __future__ import annotations

import pytest

from claimbook.evidence.lookup.errors import RefusedError
from claimbook.evidence.lookup.identify import Target, doi_or_none, identifiers_in, identify


@pytest.mark.parametrize(
    ("given", "kind", "value"),
    [
        ("10.1234/ICE.2020.5", "doi", "10.1234/ice.2020.5"),
        ("doi: 10.1234/x", "doi", "10.1234/x"),
        ("https://doi.org/10.1234/s0140-6736(97)11096-0", "doi", "10.1234/s0140-6736(97)11096-0"),
        ("http://dx.doi.org/10.1234%2Fx", "doi", "10.1234/x"),
        ("31415926", "pmid", "31415926"),
        ("PMID: 7", "pmid", "7"),
        ("https://pubmed.ncbi.nlm.nih.gov/31415926/", "pmid", "31415926"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31415926", "pmid", "31415926"),
        ("https://example.org/10.1234/x", "url", "https://example.org/10.1234/x"),
        ("https://doi.org/", "url", "https://doi.org/"),
    ],
)
def test_what_was_given(given, kind, value):
    assert identify(given) == Target(kind, value)


def test_a_file(tmp_path):
    path = tmp_path / "library.bib"
    path.write_text("")
    assert identify(str(path)) == Target("file", str(path))


@pytest.mark.parametrize(
    "given", ["", "0", "1234567890", "10.12/x", "no such file.bib", "ftp://example.org/x", "http:///x", "http://[x"]
)
def test_none_of_these(given):
    with pytest.raises(RefusedError):
        identify(given)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://doi.org/10.1234/A.", "10.1234/a"),
        ("(10.1234/a)", "10.1234/a"),
        ("10.1234/a(b)c", "10.1234/a(b)c"),
        ("none", None),
        (None, None),
        (10.1234, None),
    ],
)
def test_dois_in_fields(value, expected):
    assert doi_or_none(value) == expected


def test_identifiers_in_a_text():
    text = "See doi:10.1234/a, and PMID: 77 (https://doi.org/10.1234/A). In 2019, 12345 people; pmid 0."
    assert identifiers_in(text) == [Target("doi", "10.1234/a"), Target("pmid", "77")]
