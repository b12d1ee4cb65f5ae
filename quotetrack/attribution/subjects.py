"""Whom a cue points to: the source of an incise, a participle, a passive, a coordinated verb."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.afterwards import last_before_afterwards
from quotetrack.attribution.antecedents import agent_of, subject
from quotetrack.attribution.bearing import tells_bearing
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.groups import group_end, group_start
from quotetrack.attribution.houses import name_behind_a_house
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import can_speak, may_be_person, speaking_noun
from quotetrack.attribution.stretches import trimmed
from quotetrack.attribution.times import tells_when
from quotetrack.attribution.verbs import inverted_pronoun
from quotetrack.attribution.voice import opens_with_who
from quotetrack.datelines import past_dateline
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_IMPERSONAL = {
    "avoir", "falloir", "agir", "pleuvoir", "neiger", "sembler", "paraître", "exister", "rester", "suffire", "convenir",
    "arriver", "manquer", "être",
}  # fmt: skip
_NOT_A_SOURCE = {"qu'", "que", "qu’", "ce", "c'", "c’", "cela", "ça", "dont", "où", "quoi", "rien", "tout"}


def source_of(sentence: Sentence, cue: Cue, text: str, others: Sequence[Cue] = ()) -> Reference | None:
    """Return the mention that a verb of saying points to, or None where nothing stands there.

    The subject of a verb, the agent of a passive (« il a été annoncé par X que »), for a participle the source of
    the verb of saying in front of it (« a déclaré X, citant … ») or else the subject of its governor.
    """
    word: Word | None
    if cue.passive or cue.form == "past_participle":
        word = agent_of(sentence, cue.word)
    elif (made := _made_to_say(sentence, cue)) is not None:
        word = made
    elif cue.incise:
        word = _incise_subject(sentence, cue)
    elif cue.form == "participle" or _not_without(sentence, cue, others):
        word = _participle_subject(sentence, cue, others)
    elif (narrated := _who_goes_on(sentence, cue)) is not None:
        word = narrated
    else:
        word = _coordinated_subject(sentence, cue, others) or subject(sentence, cue.word)
        word = _past_a_thing(sentence, cue, word)
    if (
        word is not None
        and cue.form == "infinitive"
        and word.upos == "NOUN"
        and not may_be_person(sentence, word)
    ):
        word = None  # « Et de conclure, un brin désabusé : « … » »
    if word is None and cue.form == "finite" and _behind_relative(sentence, cue):
        word = postverbal_subject(sentence, cue.word, group_end(sentence, cue))
    if word is None and cue.form in {"infinitive", "participle"}:
        word = _earlier_speaker(sentence, cue, others)
    if word is None and opens_with_who(sentence, cue.word):  # « …, précise Luc Roux. Qui ajoute : « … » »
        return Reference(sentence.words[0].span, cue.sentence, 1)
    if word is None or plain(word.text) in _NOT_A_SOURCE or word.stand_in:
        return None
    word = _name_of(sentence, _behind_dateline(sentence, word, text))
    span = noun_phrase(sentence, word, text)
    if span.start < cue.span.start < span.end:  # « Et le sénateur de conclure »
        first = min(w.id for w in sentence.words if cue.span.contains(w.span))
        span = trimmed(Span(span.start, sentence.word(first - 1).start), text)
    return Reference(span, cue.sentence, word.id)


def _made_to_say(sentence: Sentence, cue: Cue) -> Word | None:
    """« Ce vote fait dire à Luc Roux que … », « ce qui fait dire au maire : « … » »: his words, whatever makes him."""
    if cue.word.lemma not in {"dire", "écrire"}:
        return None
    first = group_start(sentence, cue)
    if not any(w.lemma == "faire" for w in sentence.words[max(first - 2, 0) : cue.word.id - 1]):
        return None
    for word in sentence.words[cue.word.id :]:
        if word.text == ":" or word.upos in {"SCONJ", "VERB"} or word.stand_in:
            return None
        head = sentence.head(word)
        if word.text.lower() in {"à", "au", "aux"} and head is not None and may_be_person(sentence, head):
            return head
    return None


def _behind_dateline(sentence: Sentence, word: Word, text: str) -> Word:
    """« Munich – Le président du directoire craint … »: the parser takes the place for the subject."""
    begin = past_dateline(text, sentence.span.start, sentence.span.end)
    if word.end > begin:
        return word
    return next((w for w in sentence.children(word, "appos", "parataxis", "conj") if w.start >= begin), word)


def _name_of(sentence: Sentence, word: Word) -> Word:
    """« a déclaré à l'AFP Me Karim Roux »: the name, where the parser parts it from its title."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    apart = is_title(word.text) and following is not None and following.upos == "PROPN"
    return following if apart and following is not None and following.head != word.id else word


def _who_goes_on(sentence: Sentence, cue: Cue) -> Word | None:
    """« Et le sénateur de conclure : « … » »: the phrase in front of « de » and an infinitive."""
    head = sentence.head(cue.word)
    if cue.form != "infinitive" or head is None or head.id >= cue.word.id:
        return None
    first = group_start(sentence, cue)
    if first == 1 or sentence.word(first - 1).text.lower() not in {"de", "d'", "d’"}:
        return None
    alone = (head.head == 0 or head.head > cue.word.id) and head.id <= 4
    latter = head.text.lower() in {
        "dernier",
        "dernière",
        "derniers",
        "dernières",
    }  # « Et ce dernier d'ajouter »
    speaks = head.upos in {"NOUN", "PROPN"} and can_speak(sentence, head)
    return head if alone and (speaks or latter) else None


def _not_without(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> bool:
    """« La maire invite la presse à patienter, non sans reconnaître que … »: hers, whoever is to be patient.

    « L'avocat dit que son client est innocent, avant d'ajouter que … »: the lawyer's.
    """
    if cue.form != "infinitive":
        return False
    first = group_start(sentence, cue)
    before = [w.text.lower() for w in sentence.words[max(first - 3, 0) : first - 1]]
    return before == ["non", "sans"] or last_before_afterwards(sentence, cue, others) is not None


def _behind_relative(sentence: Sentence, cue: Cue) -> bool:
    """« C'est ce qu'a annoncé, hier à Rennes, le président »: « que » right in front, the subject far behind."""
    first = group_start(sentence, cue)
    return first > 1 and plain(sentence.word(first - 1).text) in {"que", "qu'"}


def _earlier_speaker(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> Word | None:
    """« … », s'est agacé le président, avant d'ajouter: …: the source of the incise in front."""
    earlier = [c for c in others if c.word.id < cue.word.id and c.incise]
    return _incise_subject(sentence, earlier[-1]) if earlier else None


def _coordinated_subject(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> Word | None:
    """« Il a ajouté que … et rappelé que … »: a participle without auxiliary shares that of an earlier cue.

    « Il assure que « le peuple a parlé » et accuse … »: so does a verb that the parser ties to quoted words.
    """
    if (
        cue.word.relation == "conj"
        and not sentence.child(cue.word, "nsubj")
        and _leaves_marks(sentence, cue.word)
    ):
        outside = [c for c in others if c.word.id < cue.word.id and c.form == "finite"]
        return subject(sentence, outside[-1].word) if outside else None
    if cue.word.feat("VerbForm") != "Part" or sentence.children(cue.word, "aux", "nsubj"):
        return None
    earlier = [c for c in others if c.word.id < cue.word.id and sentence.children(c.word, "aux")]
    return subject(sentence, earlier[-1].word) if earlier else None


def _past_a_thing(sentence: Sentence, cue: Cue, word: Word | None) -> Word | None:
    """« Il évoque une marche qui aura lieu lundi et assure que … »: no march assures, whatever the parser joins."""
    head = sentence.head(cue.word) if cue.word.relation == "conj" else None
    if word is None or head is None or head.deprel != "acl:relcl" or word.upos != "NOUN" or word.stand_in:
        return word
    main = subject(sentence, sentence.root) if sentence.root.id < word.id else None
    if main is None or may_be_person(sentence, word) or not may_be_person(sentence, main):
        return word
    return main


def _leaves_marks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a closing mark, and no opening one, stands between a word's governor and the word."""
    between = [w.text for w in sentence.words[max(word.head - 1, 0) : word.id - 1]]
    closing = sum(between.count(mark) for mark in ("»", "”"))
    opening = sum(between.count(mark) for mark in ("«", "“"))
    return word.head < word.id and (closing > opening or (not closing and between.count('"') % 2 == 1))


def _incise_subject(sentence: Sentence, cue: Cue) -> Word | None:
    """Return the subject behind an incise verb, or the one in front (« … », il a dit)."""
    if pronoun := inverted_pronoun(sentence, cue.word):
        return pronoun
    word = subject(sentence, cue.word)
    if word is not None and (named := _behind_a_house(sentence, cue, word)) is not None:
        return named
    behind_verb = word is not None and word.id > cue.word.id
    if word is not None and (tells_when(sentence, word) or (behind_verb and tells_bearing(sentence, word))):
        word = None
    behind = postverbal_subject(sentence, cue.word, group_end(sentence, cue))
    if word is not None and word.id < cue.word.id and behind is not None and can_speak(sentence, behind):
        return behind  # « La route rouvre, a fait savoir la mairie »: the subject in front is the clause's
    if word is None or (word.id > cue.word.id and word.start > cue.span.end + 60) or word.relation == "obj":
        return postverbal_subject(sentence, cue.word, group_end(sentence, cue)) or word
    if word.head != cue.word.id:  # « En effet, souligne X, plusieurs partis … »: borrowed from the clause
        behind = postverbal_subject(sentence, cue.word, group_end(sentence, cue))
        # « La digue est « sale », a dit à la presse X »
        of_clause = word.id < cue.word.id and word.upos != "PRON"
        return behind or (None if of_clause else word)
    return word


def _behind_a_house(sentence: Sentence, cue: Cue, word: Word) -> Word | None:
    """« a indiqué à Métro Joël Simard, le porte-parole du maire »: Simard, where the parser takes his role."""
    between = sentence.words[cue.word.id : max(word.id - 1, cue.word.id)]
    if any(w.upos == "NOUN" and may_be_person(sentence, w) for w in between):
        return None
    return next(filter(None, (name_behind_a_house(sentence, w) for w in between)), None)


def _participle_subject(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> Word | None:
    """« X a assuré que …, ajoutant que »: X; « un rapport soulignant que »: it; « Soulignant que …, X a »: X."""
    verb = cue.word
    before = sentence.word(verb.id - 1) if verb.id > 1 else None
    head = sentence.head(verb)
    if (
        before is not None
        and before.text != ","
        and before.upos in {"NOUN", "PROPN", "ADJ"}
        and verb.relation == "acl"
    ):
        return _who_issued(sentence, head) or (_who_serves(sentence, head) if head is not None else None)
    if before is not None and before.text != "," and (paper := _paper_in_front(sentence, before)) is not None:
        return paper
    if (own := _own_subject(sentence, verb)) is not None:
        return own
    if _opens_sentence(sentence, verb):
        return _told_behind(sentence, verb, others) or _main_subject(sentence, verb)
    if (received := _paper_received(sentence, verb)) is not None:
        return received
    earlier = [c for c in others if c.word.id < verb.id and c.form == "finite" and not c.needs_marks]
    if cue.form == "participle" and (governing := _governing_subject(sentence, verb, earlier)) is not None:
        return governing
    for other in reversed(earlier):
        word = _incise_subject(sentence, other) if other.incise else subject(sentence, other.word)
        if word is not None and not _within(sentence, other, earlier):
            return word
    return subject(sentence, verb)


def _paper_received(sentence: Sentence, verb: Word) -> Word | None:
    """« Le maire a reçu une lettre, assurant que … »: the letter; « a réagi à une lettre, assurant … »: he."""
    above = next((w for w in sentence.ancestors(verb) if w.upos == "VERB" and w.id < verb.id), None)
    if above is None or above.lemma not in _RECEIVING:
        return None
    word = sentence.child(above, "obj")
    noun = speaking_noun(sentence, word) if word is not None and above.id < word.id < verb.id else None
    if any(w.relation == "conj" and w.upos == "VERB" for w in sentence.words[above.id : verb.id - 1]):
        return None  # « a reçu la lettre et s'est tu, assurant que … »
    return word if noun is not None and noun.entry.kind == "document" else None


_RECEIVING = {"recevoir", "trouver", "retrouver", "découvrir", "intercepter", "saisir", "récupérer"}


def _who_serves(sentence: Sentence, house: Word) -> Word:
    """« un responsable de son administration affirmant que … »: the responsable, where the parser takes the house."""
    noun = speaking_noun(sentence, house) if house.upos == "NOUN" else None
    above = sentence.head(house)
    if noun is None or noun.entry.kind != "organisation" or house.relation != "nmod" or above is None:
        return house
    person = speaking_noun(sentence, above) if above.upos == "NOUN" else None
    return above if person is not None and person.entry.kind in {"person", "anonymous"} else house


def _who_issued(sentence: Sentence, thing: Word | None) -> Word | None:
    """« La préfecture a pris des mesures demandant « à chacun … » »: measures say nothing, whoever takes them does."""
    verb = sentence.head(thing) if thing is not None and thing.relation == "obj" else None
    if thing is None or verb is None or verb.lemma not in _ISSUING or can_speak(sentence, thing):
        return None
    who = subject(sentence, verb)
    return who if who is not None and can_speak(sentence, who) else None


_ISSUING = {"prendre", "adopter", "publier", "émettre", "lancer", "diffuser", "édicter"}


def _paper_in_front(sentence: Sentence, before: Word) -> Word | None:
    """« a balayé les informations du New York Times affirmant que … »: the paper right in front of the participle."""
    head = before
    while (
        head.relation in {"flat", "appos"}
        and (above := sentence.head(head)) is not None
        and above.id < head.id
    ):
        head = above
    name = " ".join(w.text for w in sentence.words[head.id - 1 : before.id])
    return head if before.upos == "PROPN" and medium(name) is not None else None


def _governing_subject(sentence: Sentence, verb: Word, earlier: Sequence[Cue]) -> Word | None:
    """« Le chef avait annoncé 100 élus, son équipe a revu le chiffre, assurant que … »: the team, that speaks last.

    « La milice a écrit à l'agence Nour, indiquant que … »: behind a comma the militia, not the agency.
    """
    head = sentence.head(verb)
    if head is not None and head.upos not in {"VERB", "AUX"} and verb.relation == "acl":
        if earlier or verb.id < 2 or sentence.word(verb.id - 1).text != ",":
            return None
        head = next((w for w in sentence.ancestors(head) if w.upos == "VERB"), None)
    elif (
        head is None
        or not earlier
        or head.id <= earlier[-1].word.id
        or head.id in {c.word.id for c in earlier}
    ):
        return None
    own = sentence.child(head, "nsubj") if head is not None else None
    after = earlier[-1].word.id if earlier else 0
    named = own is not None and own.text.lower() != "qui" and after < own.id < verb.id
    return own if own is not None and named and can_speak(sentence, own) else None


def _own_subject(sentence: Sentence, verb: Word) -> Word | None:
    """« Kiev a revendiqué la ville, Moscou reconnaissant l'avoir perdue »: a subject of its own, behind a comma."""
    before = sentence.child(verb, "nsubj")
    nearest = sentence.word(verb.id - 1) if verb.id > 1 else verb
    if before is None and nearest.relation == "nsubj" and nearest.head == verb.head:
        before = nearest  # a second subject of the verb before the comma
    if before is not None and before.id < verb.id:
        first = min(w.id for w in sentence.subtree(before))
    else:  # the parser hangs the name on what stands before the comma
        first = verb.id
        while first > 1 and sentence.word(first - 1).upos == "PROPN":
            first -= 1
        before = sentence.word(first) if first < verb.id else None
    if before is None or not can_speak(sentence, before):
        return None
    return before if first > 1 and sentence.word(first - 1).text == "," else None


def _within(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> bool:
    """Tell whether a cue stands in a clause that another cue of the sentence reports."""
    return any(
        ancestor.id == other.word.id and cue.word.relation not in {"conj", "parataxis"}
        for other in others
        if other is not cue and not other.incise
        for ancestor in sentence.ancestors(cue.word)
    )


def _opens_sentence(sentence: Sentence, verb: Word) -> bool:
    return all(w.upos in {"PUNCT", "ADV", "CCONJ", "ADP"} for w in sentence.words[: verb.id - 1])


def _told_behind(sentence: Sentence, verb: Word, others: Sequence[Cue]) -> Word | None:
    """« Rappelant que son groupe avait traversé des crises, il a ajouté : … »: who speaks right behind a comma."""
    for other in others:
        word = subject(sentence, other.word) if other.word.id > verb.id and other.form == "finite" else None
        if word is None or other.incise or not verb.id < word.id < other.word.id:
            continue
        first = min(w.id for w in sentence.subtree(word))
        if first > 1 and sentence.word(first - 1).text == ",":
            return word
    return None


def _main_subject(sentence: Sentence, verb: Word) -> Word | None:
    """Return the subject of the clause that a participle at the sentence's beginning opens onto."""
    finite = [
        w
        for w in sentence.words
        if w.id > verb.id and w.upos in {"VERB", "AUX"} and w.feat("VerbForm") == "Fin"
    ]
    found: Word | None = None
    for word in finite:
        bearer = sentence.head(word) if word.relation in {"aux", "cop"} else word
        if bearer is None or bearer.deprel.startswith("acl") or bearer.relation in {"ccomp", "advcl"}:
            continue
        own = [w for w in sentence.children(bearer, "nsubj") if w.text.lower() not in {"qui"}]
        if not own and bearer.lemma not in _IMPERSONAL:
            own = sentence.children(
                bearer, "expl:subj"
            )  # « Fustigeant ses pairs, il n'y va pas par quatre chemins »
        if own:
            found = own[-1] if own[-1].id < bearer.id else own[0]
            break
    return found or subject(sentence, verb)
