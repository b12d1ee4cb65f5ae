"""Persons and things found again by the parts of their names."""

from quotetrack.sources.entities import Entity
from quotetrack.sources.roll import FullNames, Roll


def named(*names: str) -> FullNames:
    full = FullNames()
    for name in names:
        full[tuple(name.split())] = Entity(name, "person")
    return full


def test_a_last_name_may_have_several_words() -> None:
    full = named("stephane le foll", "paul foll")
    assert [e.name for e in full.of_last_name(("foll",))] == ["stephane le foll", "paul foll"]
    assert [e.name for e in full.of_last_name(("le", "foll"))] == ["stephane le foll"]
    assert full.of_last_name(("paul", "foll")) == []


def test_a_name_without_end_takes_no_more_room_than_it_has_words() -> None:
    full = named(" ".join(["paul", "roux"] * 5000))
    assert len(full.of_last_name(("roux",))) == 1
    assert sum(map(len, full._by_end)) < 100


def test_an_arabic_article_may_be_left_out() -> None:
    assert [e.name for e in named("abdel al-sissi").of_part("sissi")] == ["abdel al-sissi"]


def test_a_first_name_is_the_first_word() -> None:
    assert [e.name for e in named("anne verdier", "marie anne roux").of_first_name("anne")] == [
        "anne verdier"
    ]


def test_a_slip_makes_no_other_person() -> None:
    full = named("fatmir sejdiu", "fatmir krasniqi")
    twin = full.twin(("fatmir", "sedjiu"))
    assert twin is not None and twin.name == "fatmir sejdiu"
    assert full.twin(("fatmir", "rugova")) is None


def test_entities_are_found_by_name_in_the_order_in_which_they_were_met() -> None:
    roll = Roll()
    for name in ("Sénat", "ONU", "Nations unies", "senat"):
        roll.append(Entity(name, "organisation"))
    assert [e.name for e in roll.called("Nations unies", "ONU")] == ["ONU", "Nations unies"]
    assert [e.name for e in roll.called("sénat")] == ["Sénat", "senat"]
