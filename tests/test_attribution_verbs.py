"""How a verb is built, on single words."""

from __future__ import annotations

import pytest

from quotetrack.attribution.verbs import is_conditional
from quotetrack.syntax import Word


def word(text: str, lemma: str, upos: str, feats: str) -> Word:
    return Word(1, text, lemma, upos, feats, 0, "root", 0, len(text))


@pytest.mark.parametrize(
    ("text", "lemma", "upos", "feats"),
    [
        ("serait", "être", "AUX", "Mood=Cnd|Number=Sing|VerbForm=Fin"),
        ("rouvrirait", "rouvrir", "VERB", "Mood=Ind|Tense=Imp"),
        ("prendraient", "prendre", "VERB", ""),
        ("pourrait", "pouvoir", "VERB", ""),
    ],
)
def test_a_conditional_is_known_by_its_mood_or_its_ending(
    text: str, lemma: str, upos: str, feats: str
) -> None:
    assert is_conditional(word(text, lemma, upos, feats))


@pytest.mark.parametrize(
    ("text", "lemma", "upos", "feats"),
    [
        ("ouvrait", "ouvrir", "VERB", "Mood=Ind|Tense=Imp"),
        ("portrait", "portrait", "NOUN", "Gender=Masc"),
        ("dit", "dire", "VERB", "Mood=Ind|SubMood=Cnd"),
        ("dit", "dire", "VERB", "Mood=Ind|Style=Mood=Cnd"),
    ],
)
def test_no_other_feature_or_ending_makes_one(text: str, lemma: str, upos: str, feats: str) -> None:
    assert not is_conditional(word(text, lemma, upos, feats))
