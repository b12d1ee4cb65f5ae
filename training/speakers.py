"""Who speaks, and the verb group that says so: « a déclaré mardi le ministre », « Anne Hidalgo explique »."""

from __future__ import annotations

import random
from dataclasses import replace

from training.lists import CIRCUMSTANCES, FUNCTIONS, NAMES, OF_WHAT, VERBS, Function, Verb
from training.trees import Token, Word, mark, new_key, single, with_after

FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
LEMMA_OF_IL = "il"

Tokens = list[Token]


def said_by(rng: random.Random, head: int | None, deprel: str, *, inverted: bool) -> tuple[Tokens, int]:
    """Return a clause of saying and the key of its verb.

    Inverted, the subject stands behind the verb: « a expliqué lundi Marie Lefèvre », « précise-t-elle »; otherwise
    before it: « Le maire a indiqué ».
    """
    verb, compound = rng.choice(VERBS), rng.random() < 0.5
    key = new_key()
    lead = rng.random()
    if inverted:
        if lead < 0.25:
            return _with_clitic(rng, verb, key, head, deprel, compound), key
        subject = speaker(rng, key)
        return [*_verb(verb, key, head, deprel, compound), *circumstance(rng, key, 0.35), *subject], key
    if lead < 0.2:
        form = rng.choice(("il", "elle"))
        subject = [single(form, "PRON", key, "nsubj", lemma=LEMMA_OF_IL, feats=_person(form))]
    else:
        subject = speaker(rng, key)
    if any(token.form == "," for token in subject):
        top = next(w.key for token in subject for w in token.words if w.deprel == "nsubj")
        subject = [*subject[:-1], with_after(subject[-1], ""), mark(",", top)]
    return [*subject, *_verb(verb, key, head, deprel, compound), *circumstance(rng, key, 0.2)], key


def speaker(rng: random.Random, verb: int) -> Tokens:
    """Return a subject: a name, a title with a name, or a function, perhaps with an apposition."""
    lead = rng.random()
    if lead < 0.5:
        found = _name(rng.choice(NAMES), verb, "nsubj")
        if rng.random() < 0.35:
            function = rng.choice(FUNCTIONS)
            noun = _noun(function, found[0].words[0].key, "appos")
            found = [*found[:-1], with_after(found[-1], ""), mark(",", noun.words[0].key), noun]
            found += _of_what(rng, noun.words[0].key)
        return found
    if lead < 0.62:
        short, title, gender = ("M.", "monsieur", "Masc") if rng.random() < 0.6 else ("Mme", "madame", "Fem")
        first = single(short, "NOUN", verb, "nsubj", lemma=title, feats=f"Gender={gender}|Number=Sing")
        return [first, single(rng.choice(NAMES).split()[-1], "PROPN", first.words[0].key, "flat:name")]
    function = rng.choice(FUNCTIONS)
    noun = _noun(function, verb, "nsubj")
    top = noun.words[0].key
    found = [_article(function, top), noun]
    if rng.random() < 0.5:
        found += _of_what(rng, top)
    if rng.random() < 0.4:
        name = _name(rng.choice(NAMES), top, "appos")
        if rng.random() < 0.5:
            found = [*found[:-1], with_after(found[-1], ""), mark(",", name[0].words[0].key)]
        found += name
    return found


def circumstance(rng: random.Random, verb: int, share: float) -> Tokens:
    """Return, in a share of the cases, what stands beside a verb of saying: « mardi », « à l'AFP », « notamment »."""
    if rng.random() > share:
        return []
    words = rng.choice(CIRCUMSTANCES)
    keys = [verb, *(new_key() for _ in words)]
    return [
        Token(
            word.form,
            (Word(keys[i], word.form, word.lemma, word.upos, word.feats, keys[word.head], word.deprel),),
            "" if word.form.endswith("'") else " ",
        )
        for i, word in enumerate(words, 1)
    ]


def _verb(verb: Verb, key: int, head: int | None, deprel: str, compound: bool) -> Tokens:
    if not compound:
        word = Word(key, verb.present, verb.lemma, "VERB", FINITE, head, deprel)
        return [Token(verb.present, (word,))]
    word = Word(key, verb.participle, verb.lemma, "VERB", PARTICIPLE, head, deprel)
    return [
        single("a", "AUX", key, "aux:tense", lemma="avoir", feats=FINITE),
        Token(verb.participle, (word,)),
    ]


def _with_clitic(
    rng: random.Random, verb: Verb, key: int, head: int | None, deprel: str, compound: bool
) -> Tokens:
    """Return « a-t-il déclaré » or « déclare-t-elle », « répond-il »."""
    form = rng.choice(("il", "elle"))
    tokens = _verb(verb, key, head, deprel, compound)
    joint = "-" if not compound and verb.present[-1] in "td" else "-t-"
    clitic = single(joint + form, "PRON", key, "nsubj", lemma=LEMMA_OF_IL, feats=_person(form))
    return [with_after(tokens[0], ""), clitic, *tokens[1:]]


def _person(form: str) -> str:
    gender = "Masc" if form == "il" else "Fem"
    return f"Gender={gender}|Number=Sing|Person=3|PronType=Prs"


def _name(name: str, head: int, deprel: str) -> Tokens:
    first, *rest = name.split()
    token = single(first, "PROPN", head, deprel)
    return [token, *(single(part, "PROPN", token.words[0].key, "flat:name") for part in rest)]


def _noun(function: Function, head: int, deprel: str) -> Token:
    feats = f"Gender={function.gender}|Number=Sing"
    return single(function.noun, "NOUN", head, deprel, lemma=function.lemma, feats=feats)


def _article(function: Function, head: int) -> Token:
    form = function.article
    definite = "Ind" if form in ("un", "une") else "Def"
    gender = "" if form == "l'" else f"Gender={'Fem' if form in ('la', 'une') else 'Masc'}|"
    return single(
        form,
        "DET",
        head,
        "det",
        lemma="un" if definite == "Ind" else "le",
        feats=f"Definite={definite}|{gender}Number=Sing|PronType=Art",
        after="" if form == "l'" else " ",
    )


def _of_what(rng: random.Random, head: int) -> Tokens:
    """Return « du syndicat », « de la région », « de l'hôpital »."""
    both, noun, gender = rng.choice(OF_WHAT)
    token = single(noun, "NOUN", head, "nmod", feats=f"Gender={gender}|Number=Sing")
    top = token.words[0].key
    of = single("de", "ADP", top, "case")
    article = _article(Function(both.split()[1], noun, noun, gender), top)
    if article.form == "le":
        return [replace(of, form="du", words=of.words + article.words), token]
    return [of, article, token]
