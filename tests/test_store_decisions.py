"""What people decide about sources outlives extraction, can be explained, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive import Draft, archive

from quotetrack.model import QuotetrackError, Source
from quotetrack.store import ClaimStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ClaimStore]:
    with ClaimStore(tmp_path / "claims.db") as opened:
        yield opened


def person(name: str, gender: str | None = None, *aliases: str, role: str | None = None) -> Source:
    return Source(name, "person", aliases, role, gender)  # type: ignore[arg-type]


def article(name: str, *said: tuple[str, Source], date: str | None = None) -> object:
    draft = Draft()
    for words, source in said:
        draft.say(source.name, words, source)
    return draft.extraction(name, date=date)


def who(store: ClaimStore) -> dict[str, str | None]:
    """Return the name of the archive's source for each quote's words."""
    return {quote.text: quote.who for quote in store.quotes()}


POUTINE, PUTIN = person("Vladimir Poutine", "m"), person("Vladimir Putin", "m")


def test_two_spellings_become_one_source_and_stay_so(store: ClaimStore) -> None:
    store.save(article("a", ("oui", POUTINE)))
    store.save(article("b", ("non", PUTIN)))
    decision = store.merge("Vladimir Putin", "Vladimir Poutine", by="ana", note="translittération")
    assert who(store) == {"oui": "Vladimir Poutine", "non": "Vladimir Poutine"}
    store.delete("b")
    store.save(article("b", ("non, corrigé", PUTIN)))
    store.save(article("c", ("peut-être", PUTIN)))
    assert set(who(store).values()) == {"Vladimir Poutine"}
    assert [quote.text for quote in store.quotes_by("putin")] == ["oui", "non, corrigé", "peut-être"]
    assert [s.how for s in store.explain("Putin")] == [
        "same full name",
        f"same full name; decision {decision.id}",
        f"same full name; decision {decision.id}",
    ]
    assert (decision.action, decision.source_name, decision.target_name, decision.by, decision.note) == (
        "merge", "Vladimir Putin", "Vladimir Poutine", "ana", "translittération",
    )  # fmt: skip


def test_undoing_a_merge_restores_what_was(store: ClaimStore) -> None:
    store.save(article("a", ("oui", POUTINE)))
    store.save(article("b", ("non", PUTIN)))
    before = store.sources()
    decision = store.merge("Vladimir Putin", "Vladimir Poutine")
    assert len(store.sources()) == 1
    assert store.undo(decision.id).undone_at is not None
    assert store.sources() == before
    with pytest.raises(QuotetrackError, match="already undone"):
        store.undo(decision.id)


def test_merges_can_follow_one_another(store: ClaimStore) -> None:
    for name in ("Jean Un", "Jean Deux", "Jean Trois"):
        store.save(article(name, (name, person(name))))
    first = store.merge("Jean Un", "Jean Deux")
    store.merge("Jean Deux", "Jean Trois")
    assert set(who(store).values()) == {"Jean Trois"}
    store.undo(first.id)
    assert who(store) == {"Jean Un": "Jean Un", "Jean Deux": "Jean Trois", "Jean Trois": "Jean Trois"}


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda s: s.merge("Jean Un", "Jean Un"), "is already that source"),
        (lambda s: s.merge("Jean Un", "Jean Quatre"), "No source is called “Jean Quatre”"),
        (lambda s: s.merge("", "Jean Un"), "No source is called “”"),
        (lambda s: s.merge("Jean Un", "Martin"), r"Several sources are called “Martin”: .*\[[0-9a-f]{16}\]"),
        (lambda s: s.rename("Jean Un", "  "), "not empty"),
        (lambda s: s.split("Jean Un"), "Say what to split off"),
        (lambda s: s.split("Jean Un", alias="Jeannot"), "No document calls Jean Un “Jeannot”"),
        (lambda s: s.split("Jean Un", quotes=("ffffff",)), "No quote has an id"),
        (lambda s: s.split("Jean Un", quotes=(s.quotes_by("Jean Martin")[0].id,)), "Not quotes of Jean Un"),
        (lambda s: s.undo(7), "There is no decision 7"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    store: ClaimStore, attempt: Callable[[ClaimStore], object], message: str
) -> None:
    store.save(
        article("a", ("un", person("Jean Un")), ("deux", person("Jean Martin")), ("x", person("Luc Martin")))
    )
    before = who(store)
    with pytest.raises(QuotetrackError, match=message):
        attempt(store)
    assert who(store) == before
    assert store.decisions() == []


def test_merging_again_what_is_merged_is_refused(store: ClaimStore) -> None:
    store.save(article("a", ("oui", POUTINE), ("non", PUTIN)))
    store.merge("Vladimir Putin", "Vladimir Poutine")
    with pytest.raises(QuotetrackError, match="already that source"):
        store.merge("Vladimir Poutine", "Vladimir Putin")


def test_a_new_name_stays(store: ClaimStore) -> None:
    store.save(article("a", ("oui", PUTIN)))
    decision = store.rename("Vladimir Putin", "Vladimir Poutine")
    store.save(article("a", ("oui, corrigé", PUTIN)))
    store.save(article("b", ("non", PUTIN)))
    assert set(who(store).values()) == {"Vladimir Poutine"}
    assert len(store.quotes_by("vladimir poutine")) == 2
    store.delete("a")
    store.delete("b")
    store.save(article("c", ("encore", PUTIN)))
    assert who(store) == {"encore": "Vladimir Poutine"}
    store.undo(decision.id)
    assert who(store) == {"encore": "Vladimir Putin"}
    assert store.find_sources("Vladimir Poutine") == []


def test_quotes_of_a_namesake_are_split_off_and_stay_so(store: ClaimStore) -> None:
    girard = person("Paul Girard", "m")
    store.save(article("a", ("le but était valable", girard), ("bonne question", girard)))
    store.save(article("b", ("l'acte est signé", girard)))
    (quote,) = [q for q in store.quotes() if q.text == "l'acte est signé"]
    decision = store.split("Paul Girard", quotes=(quote.id,), name="Paul Girard (notaire)")
    expected = {
        "le but était valable": "Paul Girard",
        "bonne question": "Paul Girard",
        "l'acte est signé": "Paul Girard (notaire)",
    }
    assert who(store) == expected
    assert [q.text for q in store.quotes_by("Paul Girard (notaire)")] == ["l'acte est signé"]
    store.save(article("b", ("Un mot de plus.", girard), ("l'acte est signé", girard)))
    assert who(store) == expected | {"Un mot de plus.": "Paul Girard"}
    store.delete("b")
    assert [source.name for source in store.sources(quoted_only=False)] == ["Paul Girard"]
    store.save(article("b", ("l'acte est signé", girard)))
    assert who(store) == expected
    store.undo(decision.id)
    assert set(who(store).values()) == {"Paul Girard"}
    assert len(store.sources(quoted_only=False)) == 1


def test_an_acronym_is_split_off(store: ClaimStore) -> None:
    party = Source("Rassemblement national des indépendants", "organisation", ("RNI",))
    store.save(article("a", ("oui", party)))
    store.save(article("b", ("non", Source("RNI", "organisation"))))
    assert who(store) == {"oui": party.name, "non": party.name}
    decision = store.split(party.name, alias="RNI", name="Réseau national d'information")
    store.save(article("c", ("encore", Source("R.N.I.", "organisation"))))
    assert who(store) == {
        "oui": party.name,
        "non": "Réseau national d'information",
        "encore": "Réseau national d'information",
    }
    store.undo(decision.id)
    assert set(who(store).values()) == {party.name}


def test_a_man_and_a_woman_of_one_name_are_two_and_what_is_unclear_stays_apart(store: ClaimStore) -> None:
    store.save(article("a", ("lui", person("Camille Roche", "m"))))
    store.save(article("b", ("inconnu", person("Camille Roche"))))
    assert len({q.source for q in store.quotes()}) == 1
    store.save(article("c", ("elle", person("Camille Roche", "f"))))
    assert len({q.source for q in store.quotes()}) == 3
    assert [s.how for s in store.explain(next(q.source or "" for q in store.quotes("b")))] == [
        "a man and a woman bear this name, and the article does not say which"
    ]
    store.delete("c")
    assert len({q.source for q in store.quotes()}) == 1


def test_one_decision_mends_a_gender_that_was_misread(store: ClaimStore) -> None:
    store.save(article("a", ("lui", person("Camille Roche", "m"))))
    store.save(article("b", ("inconnu", person("Camille Roche"))))
    store.save(article("c", ("faux genre", person("Camille Roche", "f"))))
    (man,) = [s for s in store.find_sources("Camille Roche") if s.gender == "m"]
    (woman,) = [s for s in store.find_sources("Camille Roche") if s.gender == "f"]
    decision = store.merge(woman.id, man.id)
    assert len({q.source for q in store.quotes()}) == 1
    store.undo(decision.id)
    assert len({q.source for q in store.quotes()}) == 3


def test_a_decision_about_one_of_two_homonyms_survives_the_others_coming(store: ClaimStore) -> None:
    store.save(article("a", ("lui", person("Camille Roche", "m"))))
    store.save(article("d", ("le procureur", person("Camille Roché-Petit", "m"))))
    store.merge("Camille Roche", "Camille Roché-Petit")
    store.rename("Camille Roché-Petit", "Le procureur Roche")
    store.save(article("c", ("elle", person("Camille Roche", "f"))))
    assert who(store) == {
        "lui": "Le procureur Roche",
        "le procureur": "Le procureur Roche",
        "elle": "Camille Roche",
    }
    store.delete("c")
    assert set(who(store).values()) == {"Le procureur Roche"}


def test_an_anonymous_source_of_one_article_can_be_named_and_stays_so(store: ClaimStore) -> None:
    leak = Source("source proche du dossier", "anonymous")
    store.save(article("a", ("secret", leak)))
    store.save(article("b", ("autre secret", leak), ("oui", POUTINE)))
    (first,) = {q.source for q in store.quotes("a")}
    store.merge(first or "", "Vladimir Poutine")
    store.save(article("a", ("secret, corrigé", leak)))
    assert who(store) == {
        "secret, corrigé": "Vladimir Poutine",
        "autre secret": "source proche du dossier",
        "oui": "Vladimir Poutine",
    }


def test_decisions_and_articles_may_come_in_any_order(tmp_path: Path) -> None:
    articles = [a.extraction for a in archive(80)]
    with ClaimStore(tmp_path / "one.db") as one, ClaimStore(tmp_path / "two.db") as two:
        for extraction in articles[:40]:
            one.save(extraction)
        for store in (one, two):
            for extraction in articles[:20]:
                store.save(extraction)
            store.merge("Jean Martin", "Jeanne Martin")
            store.rename("Yann Le Braz", "Yann Le Braz (ancien Premier ministre)")
        for extraction in articles:
            one.save(extraction)
        for extraction in reversed(articles):
            two.save(extraction)
        assert one.sources(quoted_only=False) == two.sources(quoted_only=False)
        assert [(q.id, q.source) for q in one.quotes()] == [(q.id, q.source) for q in two.quotes()]


def test_a_quote_that_is_split_off_takes_no_other_of_the_same_words_along(store: ClaimStore) -> None:
    anna, chloe = person("Anna Alba"), person("Chloé Clair")
    said = (("oui", anna), ("oui", chloe), ("peut-être", anna), ("peut-être, vraiment", chloe))

    def speakers() -> list[str | None]:
        return [quote.who for quote in store.quotes()]

    store.save(article("a", *said))
    first, _, third, _ = store.quotes()
    store.split("Anna Alba", quotes=(first.id, third.id), name="Une autre")
    assert speakers() == ["Une autre", "Chloé Clair", "Une autre", "Chloé Clair"]
    store.save(article("a", ("non", chloe), *said))
    # « oui » has two mouths now, and nobody can tell which was meant.
    assert speakers() == ["Chloé Clair", "Anna Alba", "Chloé Clair", "Une autre", "Chloé Clair"]
    store.save(article("a", *said))
    assert speakers() == ["Une autre", "Chloé Clair", "Une autre", "Chloé Clair"]
