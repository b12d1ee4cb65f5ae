"""Who stands behind a verb of saying, whatever the parser made of it: « …, a dit à la presse le haut responsable »."""

from __future__ import annotations

from quotetrack.attribution.bearing import aside_on_bearing
from quotetrack.attribution.houses import name_behind_an_acronym, paper_in_marks, told_to_a_house
from quotetrack.attribution.speakers import PLATFORMS, begins_a_name, begins_in, speaking_noun
from quotetrack.attribution.times import tells_when
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.people import is_title
from quotetrack.syntax import Sentence, Word


def postverbal_subject(sentence: Sentence, verb: Word, after: int | None = None) -> Word | None:
    """Return the noun phrase behind an incise verb that the parser took for something else.

    « …, lance le candidat » (labelled obj); « …, a déclaré à la presse le haut responsable » (nmod of presse):
    the first noun phrase without a preposition behind the verb.
    """
    position = after if after is not None else verb.id
    commas = past = 0
    for word in sentence.words[position:]:
        if word.id <= past:
            continue
        if word.text == "," and (closing := aside_on_bearing(sentence, word)) is not None:
            past = closing
            continue
        if word.text in {",", ".", ";", ":", "«", "“", '"', "(", "—"} and word.upos == "PUNCT":
            following = sentence.word(word.id + 1) if word.id < len(sentence.words) else None
            aside = following is not None and following.upos in {"ADP", "DET", "PROPN"}
            if (paper := paper_in_marks(sentence, word)) is not None:
                return paper
            if word.text == "," and (word.id <= verb.id + 1 or (aside and commas < 2)):
                commas += 1
                continue  # « a justifié devant les élus, à Strasbourg, le commissaire »
            return None
        if word.upos in {"VERB", "AUX", "SCONJ"}:
            return None
        if word.upos == "PRON" and word.text.startswith("-"):
            return word
        if _one_of(sentence, word) or _some(sentence, word):
            return word
        if (
            word.upos in {"NOUN", "PROPN"}
            or (word.upos in {"ADJ", "NUM", "PRON"} and _has_determiner(sentence, word))
        ) and not (_under_preposition(sentence, word, verb) or tells_when(sentence, word)):
            return _phrase_head(sentence, word, max(verb.id, past))
    return None


def _one_of(sentence: Sentence, word: Word) -> bool:
    """« glisse un de ses conseillers », « raconte l'une des victimes »: a pronoun with those it is one of."""
    following = sentence.word(word.id + 1).text.lower() if word.id < len(sentence.words) else ""
    return word.text.lower() in {"un", "une", "certains", "certaines", "plusieurs"} and following in {
        "de",
        "d'",
        "d’",
    }


def _some(sentence: Sentence, word: Word) -> bool:
    """« grincent certains », « persiflent d'autres »: an indefinite plural that closes the incise."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    closes = following is None or following.upos == "PUNCT"
    return closes and word.text.lower() in {"certains", "certaines", "plusieurs", "beaucoup", "d'aucuns"}


def _has_determiner(sentence: Sentence, word: Word) -> bool:
    return word.id > 1 and any(w.upos == "DET" for w in sentence.words[max(word.id - 3, 0) : word.id - 1])


def _under_preposition(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether a preposition opens the phrase in which a word stands, looking left up to the verb."""
    position = word.id - 1
    while position > verb.id:
        before = sentence.word(position)
        if before.text.lower() in _AT_ONCE:
            return False
        if before.upos == "ADP":
            return not begins_in(sentence, before)
        if before.upos == "DET":
            previous = sentence.word(position - 1)
            if previous.text.lower() == "même" and previous.id > verb.id + 1:
                previous = sentence.word(position - 2)  # « avant même la fin »
            return previous.upos == "ADP" and previous.id > verb.id
        if begins_a_name(word) and before.upos in {"NOUN", "ADJ"} and _tells_manner(sentence, before):
            return False  # « l'interrompt d'un ton sec Jean Roux »
        apart = is_title(word.text) or not speaking_noun(sentence, before)
        if before.upos == "NOUN" and begins_a_name(word) and apart:
            return False  # « devant les grilles Julien Carpentier », « à la presse M. Salcedo »
        if begins_a_name(word) and (medium(before.text) is not None or told_to_a_house(sentence, word, verb)):
            return False  # « a dit à Reuters Karim Dahmani », « estime auprès d'Actu.fr Karim Dahmani »
        if before.text.isupper() and name_behind_an_acronym(sentence, word):
            return False  # « a indiqué à l'AFP Jorane Barrat »
        if word.upos == "PROPN" and before.text.lower() in PLATFORMS:
            return False  # « a écrit sur Telegram Dmitri Medvedev »
        if before.upos in {"ADJ", "NUM", "PROPN", "NOUN"}:
            position -= 1
            continue
        return False
    return False


_AT_ONCE = {"emblée", "entrée", "avance", "exemple", "ailleurs"}
"""« a prévenu d'emblée le maire », « s'inquiète par exemple le maire »: what looks like a phrase is an adverb."""


_MANNERS = {"ton", "air", "voix", "geste", "trait", "ironie", "sourire"}
"""« l'interrompt d'un ton sec Jean Roux »: how it is said."""


def _tells_manner(sentence: Sentence, word: Word) -> bool:
    near = sentence.words[max(word.id - 2, 0) : word.id]
    return any(w.text.lower() in _MANNERS for w in near)


def _phrase_head(sentence: Sentence, word: Word, floor: int) -> Word:
    """Climb from a word to the head of its phrase without passing a preposition's phrase or the word ``floor``."""
    current = word
    while True:
        head = sentence.head(current)
        if head is None or head.id <= floor or head.upos not in {"NOUN", "PROPN", "ADJ"}:
            return current
        apart = medium(head.text) is not None or head.text.lower() in PLATFORMS
        if head.text.lower() in _AT_ONCE:
            return current  # « se désole par exemple Audrey Roux »
        apart = (current.relation == "flat" and apart) or (
            begins_a_name(current) and _tells_manner(sentence, head)
        )
        if apart or tells_when(sentence, head):
            return current
        if (
            current.relation in {"nmod", "obl"}
            or sentence.child(head, "case") is not None
            or any(c.upos == "ADP" for c in sentence.children(head, "case"))
        ):
            return current
        current = head
