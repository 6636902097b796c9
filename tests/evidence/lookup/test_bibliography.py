"""BibTeX, RIS and CSL JSON: what goes out comes back, what comes from elsewhere is read, nothing is lost in silence."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.evidence.lookup.bibliography import FORMATS
from claimbook.evidence.lookup.drafting import describe, draft
from claimbook.evidence.lookup.metadata import Author, Metadata, plain

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=30)
_LATEX = st.text("ab {}\\$%&#_^~-'`\"!?<>,;:@=()[]é", max_size=30)
_LINE = (_TEXT | _LATEX).map(plain).filter(lambda text: text and "\u02c6" not in text)
_FAMILY = st.from_regex(r"[A-Z][a-zé]{1,8}(?:[- ][A-Z][a-z]{1,5})?", fullmatch=True)
_AUTHOR = st.builds(Author, _FAMILY, st.none() | st.from_regex(r"[A-Z]{1,3}( Jr)?", fullmatch=True))
_ENTRY = st.builds(
    Metadata,
    source=st.just("x"),
    key=st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
    title=st.none() | _LINE,
    authors=st.lists(_AUTHOR, min_size=1, max_size=3).map(tuple),
    others=st.booleans(),
    years=st.integers(1600, 2200).map(lambda year: (year,)) | st.just(()),
    journal=st.none() | _LINE,
    volume=st.none() | st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True),
    issue=st.none() | st.from_regex(r"[1-9][0-9]?|Suppl 2", fullmatch=True),
    pages=st.none() | st.from_regex(r"e?[1-9][0-9]{0,3}(-[1-9][0-9]{4})?", fullmatch=True),
    doi=st.none() | st.from_regex(r"10\.[0-9]{4}/[a-z0-9_.()-]{0,8}[a-z0-9]", fullmatch=True),
    pmid=st.none() | st.from_regex(r"[1-9][0-9]{0,7}", fullmatch=True),
    url=st.none() | st.from_regex(r"https://[a-z]{2,9}\.org/[a-z0-9_;%~#&=?.-]{0,12}", fullmatch=True),
)


@pytest.mark.parametrize("name", FORMATS)
@given(entries=st.lists(_ENTRY, min_size=1, max_size=3, unique_by=lambda entry: entry.key))
def test_what_goes_out_comes_back(name, entries):
    form = FORMATS[name]
    back, problems = form.read(form.write(entries))
    assert problems == []
    assert [dataclasses.replace(entry, source="x") for entry in back] == entries


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_out_is_nothing_in(name):
    assert FORMATS[name].read(FORMATS[name].write([])) == ([], [])


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_the_same_every_time(name):
    entries = [Metadata("x", key="b", title="T"), Metadata("x", key="a", title="S")]
    assert FORMATS[name].write(entries) == FORMATS[name].write(iter(entries))


@pytest.mark.parametrize("name", FORMATS)
def test_a_record_comes_back_as_it_was(name):
    metadata = Metadata(
        "x", title="Dust on ice: 50% more melt",
        authors=(Author("Okafor", "NA"), Author("Polar Dust Group")), others=True,
        years=(2019,), journal="Annals of Ice", volume="8", issue="1", pages="12-19", doi="10.1234/ice.5", pmid="31",
    )  # fmt: skip
    record = draft(metadata, "okafor-2019")
    form = FORMATS[name]
    back = draft(form.read(form.write([describe(record)]))[0][0], "okafor-2019")
    assert back.model_copy(update={"note": None}) == record.model_copy(update={"note": None})


class TestBibtex:
    def test_what_other_programs_write(self):
        text = r"""
        @comment{anything}
        @string{ice = "Annals of Ice"}
        @ARTICLE{Okafor:2019, Title = "The {Dust} of M{\"u}ller's 50% rule in \textit{firn}",
          author = {Ng{\~o}zi A. Okafor and van der Berg, Jr, Jan-Peter and {World Ice Council} and others},
          journal = ice, year = 2019, month = jan, pages = {12--19}, DOI = {https://doi.org/10.1234/X_y}}
        @online{site, title={{Ice} facts}, date={2021-05-03}, eprint={77}, eprinttype={pubmed}}
        """
        entries, problems = FORMATS["bibtex"].read(text)
        assert problems == []
        first, second = entries
        assert first.title == "The Dust of Müller's 50% rule in firn"
        assert first.authors == (
            Author("Okafor", "Ngõzi A."), Author("van der Berg", "Jan-Peter Jr"), Author("World Ice Council"),
        )  # fmt: skip
        assert first.others
        assert (first.journal, first.years, first.pages, first.doi) == (
            "Annals of Ice",
            (2019,),
            "12-19",
            "10.1234/x_y",
        )
        assert (second.title, second.years, second.pmid) == ("Ice facts", (2021,), "77")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            pytest.param("@article{a, title={x}\n@article{b, title={y}}", "line 1: not BibTeX", id="open brace"),
            pytest.param(
                "@article{a, title={x}}\n@article{a, title={y}}", "line 2: its key is used before", id="twice"
            ),
            pytest.param("@article{a, author={{A}, {B}, {C}, {D}}}", "(a)", id="impossible name"),
            pytest.param("@article{a, title={" + "{" * 3000 + "x" + "}" * 3000 + "}}", "(a)", id="nested"),
        ],
    )
    def test_a_broken_entry_is_named(self, text, told):
        _, problems = FORMATS["bibtex"].read(text)
        assert len(problems) == 1
        assert told in problems[0]

    @given(st.text('@{}=,"\\ab%$ \n#', max_size=80) | st.text(max_size=80))
    def test_no_text_breaks_the_reader(self, text):
        FORMATS["bibtex"].read(text)


class TestRis:
    def test_what_other_programs_write(self):
        text = (
            "\ufeffTY  - JOUR\r\nA1  - Okafor, Ngozi A.\r\nAU  - van der Berg, Jan-Peter, Jr\r\n"
            "T1  - Dust on\r\n      ice\r\n"
            "JF  - Annals of Ice\r\nPY  - 2019/12/30/\r\nSP  - 12\r\nEP  - 12\r\nDO  - https://doi.org/10.1234/X\r\n"
            "UR  - https://example.org/a;b\r\nXX  - unknown\r\nER  - \r\n"
        )
        entries, problems = FORMATS["ris"].read(text)
        assert problems == []
        assert entries[0].title == "Dust on ice"
        assert set(entries[0].authors) == {Author("Okafor", "Ngozi A."), Author("van der Berg", "Jan-Peter Jr")}
        assert (entries[0].years, entries[0].pages, entries[0].url) == ((2019,), "12", "https://example.org/a;b")

    def test_a_reference_without_an_end_is_told(self):
        _, problems = FORMATS["ris"].read("TY  - JOUR\nTI  - a\nER  - \nTY  - JOUR\nTI  - b\n")
        assert problems == ["1 of 2 references have no end mark (ER  - )"]

    @given(
        st.lists(st.sampled_from(["TY  - JOUR", "TI  - a", "AU  - ", "ER  - ", "PY  -", "", "XX  - b", "  c"])).map(
            "\n".join
        )
    )
    def test_no_text_breaks_the_reader(self, text):
        FORMATS["ris"].read(text)


class TestCsl:
    def test_what_other_programs_write(self):
        text = """[{"id": 7, "title": "Dust", "author": [{"family": "Berg", "non-dropping-particle": "van der",
          "given": "Jan-Peter", "suffix": "Jr"}, {"literal": "World Ice Council"}], "issued": {"raw": "2019-12-30"},
          "volume": 8, "page": "12-19", "DOI": "10.1234/X", "PMID": 31}]"""
        entries, problems = FORMATS["csl"].read(text)
        assert problems == []
        assert entries[0].authors == (Author("van der Berg", "Jan-Peter Jr"), Author("World Ice Council"))
        assert (entries[0].years, entries[0].volume, entries[0].pmid, entries[0].key) == ((2019,), "8", "31", None)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("{", "line 1: not JSON"),
            ("[1]", "item 1: not an item"),
            ("{}", "item 1"),
            ("[" * 99999, "not JSON that can"),
        ],
    )
    def test_what_is_no_item_is_told(self, text, told):
        entries, problems = FORMATS["csl"].read(text)
        assert entries == []
        assert told in problems[0]

    @given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
    def test_no_field_breaks_the_reader(self, value):
        import json

        names = ("id", "title", "author", "issued", "container-title", "volume", "page", "DOI", "PMID", "URL")
        FORMATS["csl"].read(json.dumps({"type": "x", **dict.fromkeys(names, value)}))
