"""What the same speaker says next: « …, avant d'ajouter que … », and without a comma « … avant de préciser que … »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.groups import group_start
from quotetrack.attribution.speakers import can_speak, may_be_person
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.syntax import Sentence, Word


def last_before_afterwards(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> int | None:
    """Return the last word before what an infinitive tells of somebody's next words, None where it tells nothing so.

    « assure que son client dort mal, avant d'ajouter que » → mal
    """
    if cue.form != "infinitive":
        return None
    first = group_start(sentence, cue)
    before = [plain(w.text) for w in sentence.words[max(first - 4, 0) : first - 1]]
    if len(before) < 3 or before[1:] not in (["avant", "de"], ["avant", "d'"]):
        return None
    if before[0] == ",":
        return first - 4
    return first - 3 if _goes_on(sentence, cue, first, others) else None


def _goes_on(sentence: Sentence, cue: Cue, first: int, others: Sequence[Cue]) -> bool:
    """« Il a affirmé que le pont rouvrirait avant de préciser que … »: he, for a bridge says nothing.

    « Il assure que la préfète a menti avant de reconnaître que … » may be the préfète's doing.
    """
    behind = [plain(w.text) for w in sentence.words[cue.word.id : cue.word.id + 4]]
    earlier = [c for c in others if c.word.id < first and not c.incise and not c.needs_marks]
    if not {"que", "qu'", ":", "«", "“", '"'} & set(behind) or not earlier:
        return False
    says = earlier[-1]
    if says.form != "finite" or says.passive:
        return False
    if cue.category in {"adding", "concluding"} or cue.word.lemma in word_class("saying more"):
        return True
    clause = [w for w in sentence.words[says.word.id : first - 1] if w.feat("VerbForm") == "Fin"]
    return bool(clause) and not any(_may_say_it(sentence, w) for w in clause)


def _may_say_it(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the subject of a clause is somebody who may say what follows; a pronoun may be."""
    bearer = sentence.head(verb) if verb.relation in {"aux", "cop"} else verb
    word = subject(sentence, bearer) if bearer is not None else None
    if word is None:
        return False
    return word.upos != "NOUN" or may_be_person(sentence, word) or can_speak(sentence, word)
