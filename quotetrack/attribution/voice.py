"""Does the verb report? Negated, merely intended, or the author's own voice: it does not."""

from __future__ import annotations

from quotetrack.attribution.verbs import Form, inverted_pronoun
from quotetrack.lexicon.tables import plain
from quotetrack.syntax import Sentence, Word

_NE = {"ne", "n'", "n’", "Ne", "N'", "N’", "NE"}
_NEGATIVE = {"pas", "plus", "jamais", "guère", "point", "nullement", "aucunement"}
_INTENDING = {
    "vouloir", "souhaiter", "entendre", "devoir", "pouvoir", "compter", "espérer", "refuser", "éviter", "aller",
    "prévoir", "envisager", "préférer", "hésiter", "falloir", "sembler", "désirer",
    "obliger", "contraindre", "forcer", "permettre", "empêcher", "autoriser", "dispenser",
}  # fmt: skip
_HOLDING_BACK = {
    "refuser", "éviter", "hésiter", "omettre", "oublier", "négliger", "renoncer", "abstenir", "garder", "faillir",
    "interdire", "dissuader", "empêcher",
}  # fmt: skip
_GOVERNING = _INTENDING | _HOLDING_BACK | {"laisser", "faire"}
_AMOUNTING = {"revenir", "équivaloir", "consister"}
_ASSERTED_UNDER_NEGATION = {"denying", "hiding"}


def is_negated(sentence: Sentence, word: Word, category: str) -> bool:
    """Tell whether a report is denied: « n'a pas dit que », « rien ne dit que »; « n'exclut pas » is a report."""
    if category in _ASSERTED_UNDER_NEGATION:
        return False
    subject = sentence.child(word, "nsubj")
    if subject is not None and subject.lemma.lower() in {"rien", "personne", "nul", "aucun"}:
        return True
    helpers = sentence.auxiliaries(word)
    infinitive = helpers[0] if helpers and "VerbForm=Inf" in helpers[0].feats else word
    if "VerbForm=Inf" in infinitive.feats and _without_saying(sentence, word, infinitive):
        return True
    if _without(sentence, word):
        return True
    if not any([w.text in _NE for w in sentence.words[max(word.id - 7, 0) : word.id]]):
        return False
    if "VerbForm=Inf" not in infinitive.feats and subject is not None and _nobody(sentence, word, subject):
        return True
    return any(
        abs(w.id - word.id) <= 4 and (w.lemma in _NEGATIVE or w.text.lower() in _NEGATIVE)
        for w in sentence.children(word, "advmod")
    )


def _without_saying(sentence: Sentence, word: Word, infinitive: Word) -> bool:
    """« Il part sans dire que … », « Loin d'affirmer que … », « conteste avoir dit que … ».

    Args:
        sentence: where the words stand.
        word: the verb of saying.
        infinitive: the same, or its auxiliary.
    """
    before = [plain(w.text) for w in sentence.words[max(infinitive.id - 5, 0) : infinitive.id - 1]]
    while before and before[-1] in _CLITICS:
        before.pop()
    if before[-1:] == ["sans"]:
        return before[-2:-1] != ["non"]
    if before[-2:] in (["loin", "de"], ["loin", "d'"], ["ne", "pas"]):
        return True  # « reconnaît ne pas avoir dit que … »
    head = sentence.head(word) if word.relation == "xcomp" else None
    if head is None:
        return False
    if head.lemma in _DENYING and infinitive is not word:
        return True
    # « Ni l'un ni l'autre n'ont affirmé avoir constaté « des fraudes » »
    return head.lemma in _CLAIMING and is_negated(sentence, head, "neutral")


def _nobody(sentence: Sentence, word: Word, subject: Word) -> bool:
    """« Aucun témoin n'a dit que … », « Ni l'un ni l'autre n'ont affirmé que … »."""
    before = [plain(w.text) for w in sentence.words[max(word.id - 5, 0) : word.id - 1]]
    if subject.id > word.id or not {"ne", "n'"} & set(before):
        return False
    none = any(w.lemma.lower() in {"aucun", "nul"} for w in sentence.children(subject, "det", "advmod"))
    return none or any(w.text.lower() == "ni" for w in sentence.words[: word.id - 1] if w.id > subject.id - 4)


_DENYING = {"contester", "démentir", "nier", "réfuter"}
_CLAIMING = {"affirmer", "assurer", "déclarer", "dire", "prétendre"}
_CLITICS = {
    "le",
    "la",
    "l'",
    "les",
    "lui",
    "leur",
    "y",
    "en",
    "me",
    "m'",
    "nous",
    "vous",
    "se",
    "s'",
    "jamais",
}


def is_wished(sentence: Sentence, verb: Word) -> bool:
    """« Que le dossier consigne que je suis venu »: a wish, which reports nothing."""
    first = sentence.words[0]
    return (
        verb.head == 0
        and plain(first.text) in {"que", "qu'"}
        and first.head == verb.id
        and first.upos == "SCONJ"
    )


def is_general(sentence: Sentence, word: Word) -> bool:
    """« des consultations lorsque l'un d'eux estime que … »: what anybody may say some day, nobody said."""
    if "Tense=Pres" not in word.feats or sentence.auxiliaries(word):
        return False
    marks = {plain(w.text) for w in sentence.children(word, "mark", "advmod")}
    if marks.isdisjoint({"lorsque", "lorsqu'", "quand"}):
        return False
    subject = sentence.child(word, "nsubj")
    indefinite = subject is not None and (
        subject.text.lower() in {"un", "une", "quelqu'un", "chacun", "on"}
        or any(w.lemma == "un" for w in sentence.children(subject, "det"))
    )
    return indefinite


def _without(sentence: Sentence, word: Word) -> bool:
    """« sans que la justice lui ait notifié … »: it was not."""
    words = sentence.words
    for mark in sentence.children(word, "mark"):
        if mark.text.lower() == "sans" and mark.id < len(words) and words[mark.id].text.lower()[:2] == "qu":
            return True
    return False


def is_authors_voice(sentence: Sentence, word: Word, form: Form) -> bool:
    """« Autant dire que … », « À noter que … », « il faut dire que », « on peut parler de »: the author speaks."""
    if word.lemma == "témoigner" and word.id > 1 and sentence.word(word.id - 1).text.lower() == "en":
        return True  # « En témoigne la réponse du maire »
    chain = [word]
    head = sentence.head(word)
    while head is not None and chain[-1].relation == "xcomp":
        chain.append(head)
        head = sentence.head(head)
    top = chain[-1]
    if (
        form == "finite"
        and word.text.lower().endswith(("ons", "ez"))
        and not sentence.child(word, "nsubj", "expl:subj")
    ):
        return True  # « Rappelons que … », « (entendez : … »)
    governed = head is not None and head.lemma == "falloir" and not _stands_apart(sentence, top)
    if governed or "falloir" in [w.lemma for w in chain]:
        return True  # but « Il faut partir, lance-t-il », « Il faut partir, tempère la maire »
    if form == "infinitive" and _is_fitting(sentence, word):
        return True
    if form == "infinitive" and _AMOUNTING & {w.lemma for w in (*chain[1:], head) if w is not None}:
        return True  # « Cela revient à dire que … », « … équivaut à reconnaître que … »
    people = _subjects_of(sentence, top)
    if "on" in people or "t-on" in people:
        if any(w.lemma in {"pouvoir", "devoir"} for w in chain) and not _can_be_read(sentence, word):
            return True
        marks = {w.lemma.lower() for w in sentence.children(top, "mark", "advmod")}
        if marks & {"quand", "lorsque", "si"}:
            return True  # « Quand on lui demande si elle songe à partir, … »: whoever asks is the author
    if form == "infinitive" and any(w.id == 1 and w.lemma.lower() in _VERBLESS for w in (*chain, head) if w):
        return True  # « Impossible de dire si … »
    if head is not None and head.upos == "ADJ" and sentence.child(head, "expl:subj") and form == "infinitive":
        return True  # « il est intéressant de préciser que »
    if form == "infinitive" and word.lemma == "dire" and _sums_up(sentence, word):
        return True  # « Cela pour dire que … », « Tout ça pour dire que … »
    if form != "infinitive" or word.relation in {"xcomp", "conj"}:
        return False
    before = sentence.word(word.id - 1).text.lower() if word.id > 1 else ""
    if word.head == 0 or before in {"autant", "à"} or (top.head == 0 and word.id <= 3):
        return before not in {"de", "d'", "d’"}
    return bool(head is not None and head.lemma in {"force", "reste", "autant", "rester", "noter"})


def _subjects_of(sentence: Sentence, verb: Word) -> list[str]:
    """Return the subjects of a verb in lower case, inverted ones without their hyphen."""
    return [w.text.lower().lstrip("-") for w in sentence.children(verb, "nsubj", "expl:subj")]


def _is_fitting(sentence: Sentence, word: Word) -> bool:
    """« Il convient de rappeler que … », « Il y a lieu de noter que … », « Force est de reconnaître que … »."""
    head = sentence.head(word)
    if "force" in _subjects_of(sentence, word):
        return True
    if head is None or "il" not in _subjects_of(sentence, head):
        return False
    lieu = head.lemma == "avoir" and any(w.lemma == "lieu" for w in sentence.children(head, "obj"))
    return lieu or head.lemma in _FITTING


_FITTING = {"convenir", "importer", "seoir", "sied", "agir", "siéger"}


def _sums_up(sentence: Sentence, word: Word) -> bool:
    """« Cela pour dire que la salle était pleine »: the author draws his conclusion."""
    before = [plain(w.text) for w in sentence.words[: word.id - 1] if w.upos != "PUNCT"]
    return before[-1:] == ["pour"] and set(before[:-1]) <= {
        "tout",
        "cela",
        "ça",
        "ceci",
        "c'",
        "est",
        "et",
        "juste",
    }


_VERBLESS = {"impossible", "difficile", "inutile", "facile", "interdit", "interdire"}


def _stands_apart(sentence: Sentence, verb: Word) -> bool:
    """« Il faut partir, tempère la maire », « … alors que l'édile assure »: its own clause, whatever it hangs on."""
    contrast = any(w.text.lower() in {"alors", "tandis"} for w in sentence.children(verb, "mark"))
    finite = verb.relation == "advcl" and verb.feat("VerbForm") == "Fin"
    return contrast or verb.relation == "parataxis" or (finite and not sentence.child(verb, "mark"))


def _can_be_read(sentence: Sentence, word: Word) -> bool:
    """« … », peut-on lire dans le communiqué: it is there, whoever reads it."""
    return word.lemma == "lire" and any(
        w.text == "-on" for w in sentence.words[max(word.id - 3, 0) : word.id]
    )


def is_intended(sentence: Sentence, word: Word, form: Form) -> bool:
    """« veut insister sur », « devrait annoncer », « va rappeler »: not said yet (« a voulu rassurer » is)."""
    if form == "infinitive" and _is_unable(sentence, word):
        return True
    if (
        form != "infinitive"
        or word.relation not in {"xcomp", "ccomp", "csubj"}
        or _can_be_read(sentence, word)
    ):
        return False
    head = sentence.head(word)
    if head is None or head.lemma not in _GOVERNING or _goes_so_far(sentence, head, word):
        return False
    if head.lemma in {"laisser", "faire"}:  # « fait penser à « … » »: not who does the thinking
        return word.lemma in {"penser", "croire", "supposer", "imaginer", "espérer", "présager", "augurer"}
    if head.lemma in _HOLDING_BACK:
        return not is_negated(
            sentence, head, "neutral"
        )  # « a refusé de dire où », but « n'hésite pas à dire »
    if is_negated(sentence, head, "neutral"):
        return True  # « n'a pas souhaité dire si »
    if sentence.auxiliaries(head):
        return False
    if head.id > 1 and sentence.word(head.id - 1).upos == "PUNCT" and word.id == head.id + 1:
        return False  # « … », veut croire le maire
    past_in_incise = (
        head.lemma == "devoir" and head.feat("Tense") in {"Imp", "Past"} and head.feat("Mood") != "Cnd"
    )
    return not past_in_incise


def _goes_so_far(sentence: Sentence, head: Word, word: Word) -> bool:
    """« va jusqu'à dire que … »: he does say it."""
    between = {plain(w.text)[:6] for w in sentence.words[head.id : word.id - 1]}
    return head.lemma == "aller" and "jusqu'" in between


def _is_unable(sentence: Sentence, word: Word) -> bool:
    """« n'est pas en mesure de dire si … », « incapable de préciser où »: it was not said."""
    head = sentence.head(word)
    if head is None or head.lemma not in {"mesure", "capable", "incapable", "état"}:
        return False
    before = {w.text.lower() for w in sentence.words[max(head.id - 6, 0) : head.id]}
    return head.lemma == "incapable" or bool(before & {"pas", "plus", "jamais"})


def is_asked(sentence: Sentence, word: Word) -> bool:
    """« Le maire a-t-il dit que le pont fermerait ? », « Qui a dit cela ? »: the author only asks."""
    if "?" not in [w.text for w in sentence.words[-2:]]:
        return False
    if opens_with_who(sentence, word):
        return True
    head = sentence.head(word) if word.relation == "conj" else None
    return any(
        (pronoun := inverted_pronoun(sentence, verb)) is not None
        and pronoun.text.endswith(("il", "elle", "ils", "elles"))
        for verb in (word, head)
        if verb is not None
    )


def opens_with_who(sentence: Sentence, verb: Word) -> bool:
    """« Qui a dit que … ? », « …, précise Luc Roux. Qui ajoute : « … » »: the verb that opens behind « Qui »."""
    first = sentence.words[0]
    return first.text == "Qui" and verb.id <= 5 and sentence.child(verb, "nsubj") is first


def goes_on_alone(verb: Word, form: Form) -> bool:
    """« Ajoutant que … », « Tout en assurant que … »: a participle that is a sentence of its own."""
    return form == "participle" and verb.head == 0 and verb.id <= 3
