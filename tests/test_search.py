"""What is searched for is found: in any language, with any accents, begun, or written a little wrongly."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from demo.seu.procedures import Procedures as DemoProcedures
from kiosk.search import Entry, Index, edits_to, folded, index_of, search
from kiosk.services.procedures.shelf import shelf_of
from kiosk.seu.models import Procedures

ENTRIES = (
    Entry(
        "padro-alta",
        ("Alta al padró", "Alta en el padrón", "Register your address"),
        ("empadronament", "empadronarse", "empadronamiento", "canvi de domicili", "census"),
        ("Per viure a la ciutat cal ser al padró.",),
    ),
    Entry(
        "padro-volant",
        ("Volant d’empadronament", "Volante de empadronamiento", "Residence slip"),
        ("padró", "convivència"),
    ),
    Entry(
        "rebuts",
        ("Impost de béns immobles", "Impuesto de bienes inmuebles", "Property tax"),
        ("IBI", "contribució", "rebut", "recibo"),
    ),
    Entry(
        "escombraries",
        ("Taxa d’escombraries", "Tasa de basura", "Waste charge"),
        ("residus", "brossa", "rubbish", "bin"),
    ),
    Entry(
        "collegi",
        ("Preinscripció al col·legi", "Preinscripción escolar", "School admission"),
        ("escola", "escuela", "matrícula"),
    ),
    Entry("boda", ("Casament civil", "Matrimonio civil", "Civil wedding"), ("boda", "noces", "casar-se")),
    Entry("nen", ("Ajut de menjador", "Beca comedor", "School meal grant"), ("niño", "nen", "àpats")),
)
INDEX = index_of(ENTRIES)
TOWN = shelf_of(
    Procedures.model_validate_json(json.dumps(DemoProcedures().catalogue())),
    datetime(2026, 12, 1, tzinfo=UTC),
)
TOWN_NAMES = [
    (procedure.id, name) for procedure in TOWN.procedures.procedures for name in procedure.name.values()
]
NAMES = [(entry.id, name) for entry in ENTRIES for name in entry.names]


@given(st.data())
def test_of_a_whole_towns_procedures_each_name_finds_its_own_first_and_misspelt_among_three(
    data: st.DataObject,
) -> None:
    procedure, name = data.draw(st.sampled_from(TOWN_NAMES))
    assert search(TOWN.index, name, 3)[0] == procedure
    spelt = list(folded(name))
    long = [place for place, word in enumerate(spelt) if len(word) >= 5]
    if long:
        place = data.draw(st.sampled_from(long))
        spelt[place] = data.draw(edited(spelt[place]))
        assert procedure in search(TOWN.index, " ".join(spelt), 3)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("empadronamiento", "padro_alta"),
        ("empadronarse", "padro_alta"),
        ("padro", "padro_alta"),
        ("enpadronament", "padro_alta"),
        ("IBI", "ibi"),
        ("basura", "escombraries"),
        ("escombraries", "escombraries"),
        ("escombreries", "escombraries"),
        ("multa trafico", "multa"),
        ("guarderia", "escola_bressol"),
        ("boda", "casament"),
        ("perro", "animals"),
        ("arraigo", "arrelament"),
        ("large family", "ibi_bonificacio"),
        ("pagar el cotxe", "ivtm"),
    ],
)
def test_in_a_whole_town_people_find_what_they_mean(typed: str, wanted: str) -> None:
    assert wanted in search(TOWN.index, typed, 3)


def first(typed: str) -> str:
    return next(iter(search(INDEX, typed, 5)), "")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("empadronamiento", {"padro-alta", "padro-volant"}),
        ("empadronarse", {"padro-alta"}),
        ("empadronarme", {"padro-alta", "padro-volant"}),
        ("EMPADRONAMENT", {"padro-alta", "padro-volant"}),
        ("padro", {"padro-alta", "padro-volant"}),
        ("pàdron", {"padro-alta"}),
        ("alta padron", {"padro-alta"}),
        ("ibi", {"rebuts"}),
        ("l'IBI", {"rebuts"}),
        ("basura", {"escombraries"}),
        ("escombraries", {"escombraries"}),
        ("escombrerias", {"escombraries"}),
        ("taxa de basura", {"escombraries"}),
        ("tasa escombraries", {"escombraries"}),
        ("col.legi", {"collegi"}),
        ("collegi", {"collegi"}),
        ("col·legi", {"collegi"}),
        ("nino", {"nen"}),
        ("boda", {"boda"}),
        ("vull pagar la basura", {"escombraries"}),
        ("bin", {"escombraries"}),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, wanted: set[str]) -> None:
    assert first(typed) in wanted


@pytest.mark.parametrize("typed", ["", " ", "··", "'", "🦄", "qqqq", "xyzzy plugh"])
def test_what_is_nothing_finds_nothing(typed: str) -> None:
    assert search(INDEX, typed, 5) == ()


def test_a_small_word_alone_is_searched_for() -> None:
    index = index_of([Entry("on", ("On",)), Entry("other", ("Ibi",))])
    assert search(index, "on", 5) == ("on",)


@given(st.sampled_from(NAMES), st.sampled_from([str.upper, str.lower, str.title, str.strip]))
def test_a_whole_name_finds_it_first(named: tuple[str, str], written: object) -> None:
    assert callable(written)
    assert first(written(named[1])) == named[0]


@given(st.data())
def test_a_name_with_one_edit_in_a_long_word_is_still_among_the_first_three(data: st.DataObject) -> None:
    entry, name = data.draw(st.sampled_from(NAMES))
    words = list(folded(name))
    long = [place for place, word in enumerate(words) if len(word) >= 5]
    place = data.draw(st.sampled_from(long))
    words[place] = data.draw(edited(words[place]))
    assert entry in search(INDEX, " ".join(words), 3)


@st.composite
def edited(draw: st.DrawFn, word: str) -> str:
    """`word` with a letter more, one less, another one, or two that changed places."""
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyzçñàé"))
    return draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            ]
        )
    )


names = st.lists(st.text("abcdefgàçñ·’ 9", min_size=1, max_size=25), min_size=1, max_size=30)


@given(names, st.text())
def test_any_text_in_any_catalogue_is_answered_and_always_alike(made: list[str], typed: str) -> None:
    index: Index = index_of(Entry(str(number), (name,), (typed,)) for number, name in enumerate(made))
    found = search(index, typed, 5)
    assert found == search(index, typed, 5)
    assert len(set(found)) == len(found) <= 5
    for name in made:
        words = folded(name)
        if words:
            assert search(index, name, 1) == (str(next(n for n, m in enumerate(made) if folded(m) == words)),)


@given(st.text(min_size=1))
def test_folding_leaves_words_that_fold_to_themselves(text: str) -> None:
    assert folded(" ".join(folded(text))) == folded(text)


def test_as_a_word_is_typed_it_is_found_ever_more_surely() -> None:
    typed = ["esc", "esco", "escom", "escomb", "escombr", "escombraries"]
    places = [search(INDEX, begun, 5).index("escombraries") for begun in typed]
    assert all(later <= sooner for sooner, later in pairwise(places))
    assert places[-1] == 0


WORDS = st.text("abcde", max_size=7)


@given(WORDS, WORDS)
def test_the_beginning_of_a_word_costs_nothing(word: str, more: str) -> None:
    assert edits_to(word, word + more, 0) == 0


@given(WORDS, WORDS)
def test_the_distance_is_never_more_than_typing_it_anew(typed: str, word: str) -> None:
    edits = edits_to(typed, word, len(typed))
    assert edits is not None
    assert 0 <= edits <= len(typed)


def test_each_slip_costs_one() -> None:
    for typed in ("padrro", "parro", "padto", "pardo"):
        assert edits_to(typed, "padro", 2) == 1, typed


@given(st.sampled_from(TOWN_NAMES))
def test_a_name_without_its_spaces_is_among_the_first_three(named: tuple[str, str]) -> None:
    id_, name = named
    assert id_ in search(TOWN.index, "".join(folded(name)), 3)
