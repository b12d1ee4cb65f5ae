"""Who enters right in front of words that stand alone, or right behind those that open an article."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import mention_of
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import begins_a_name, can_speak, is_person, may_be_person
from quotetrack.attribution.word_owners import is_of
from quotetrack.lexicon import noun as reporting_noun
from quotetrack.lexicon.tables import fold, plain, word_class
from quotetrack.model import Passage
from quotetrack.syntax import Sentence, Word

_OF_ONESELF = regex.compile(r"(?<!\w)(?:[jm]['’]|(?:je|moi|mon|ma|mes|me|nous|notre|nos|on)(?!\w))", regex.I)
_ALONE = regex.compile(r"(?<!\w)(?:[jm]['’]|(?:je|me|moi|mon|ma|mes)(?!\w))", regex.I)

_THESE_WORDS = regex.compile(
    r"c' est (?:par|avec|en|sur|dans) (?:ces|cette|ce|les) (?:\p{L}+ )?(?:mots|termes|phrase|formule)"
)
_NOT_THERE = {"aucun", "aucune", "sans", "contre"}
"""« Aucun signe de Luc Roux, le chauffeur. ¶ « Nous le cherchons. » »: who is missing does not speak."""


def newcomer(article: Article, passage: Passage, index: int) -> Reference | None:
    """« Parmi eux, Luc Roux, 54 ans, chauffeur. ¶ « Je gagne moins qu'avant. » »: the one person whom it names.

    Only where something is told of that person, and the words are somebody's about himself.
    """
    sentence = article.sentences[index]
    lone = subject(sentence, sentence.root)
    if lone is not None and lone.upos == "PRON" and lone.text.lower() in {"il", "elle", "ils", "elles"}:
        return None
    named = [w for w in sentence.words if _begins_full_name(sentence, w)]
    if any(w.text.lower() in _NOT_THERE for w in sentence.words):
        return None
    if len(named) != 1 or not _OF_ONESELF.search(passage.inner.of(article.text)):
        return None
    word = named[0]
    last = word.id + 1
    while last < len(sentence.words) and sentence.word(last + 1).upos == "PROPN":
        last += 1
    behind = sentence.words[last:]
    told = len(behind) > 1 and behind[0].text in {",", "("}
    if not told or _of_somebody_else(sentence, word) or _tells_on(behind):
        return None
    return mention_of(article, index, word)


def opens(article: Article, number: int) -> bool:
    """Tell whether a paragraph is the article's first, its title left out."""
    if number != 1:
        return number == 0
    title, first = article.document.title, article.paragraphs[0].of(article.text)
    return title is not None and " ".join(first.lstrip("# ").split()) == title


def presented_below(article: Article, passage: Passage, number: int) -> Reference | None:
    """« « On nous a menti. » ¶ Paul Roux, éleveur, ne décolère pas »: whom the paragraph below begins with.

    « « Il avait un couteau. » ¶ Paul Roux a été arrêté lundi » tells of whom the words are.
    """
    index = next(iter(article.by_paragraph.get(number + 1, ())), None)
    behind = article.text[passage.span.end : article.paragraphs[number].end]
    if index is None or any(c.isalnum() for c in behind):
        return None  # « « On nous a menti. » Devant sa ferme, Paul Roux … ¶ La maire … »: the next one is another
    sentence = article.sentences[index]
    if (opener := in_these_words(sentence)) is not None:
        return mention_of(article, index, opener)
    bearers = [sentence.root, *sentence.children(sentence.root, "cop")]
    word = next((w for w in (subject(sentence, b) for b in bearers) if w is not None), None)
    if word is None or word.id > sentence.root.id or not can_speak(sentence, word):
        return None
    named = is_named(sentence, word)
    if undergoes(sentence, word):
        named = named and speaks_of_himself(article, passage)
    if not named or not _OF_ONESELF.search(passage.inner.of(article.text)):
        return None
    return mention_of(article, index, word)


def undergoes(sentence: Sentence, subject_of_root: Word) -> bool:
    """Tell whether something is done to a subject: « Paul Roux a été arrêté »; « est sonné » is how he feels."""
    passive = sentence.child(sentence.root, "aux:pass") is not None or subject_of_root.deprel == "nsubj:pass"
    done = len(sentence.auxiliaries(sentence.root)) > 1 or fold(sentence.root.text) in word_class("court")
    return passive and done


def speaks_of_himself(article: Article, passage: Passage) -> bool:
    """« « On m'a tout pris. » »: words of somebody to whom things are done."""
    return _ALONE.search(passage.inner.of(article.text)) is not None


def in_these_words(sentence: Sentence) -> Word | None:
    """« « On ferme. » C'est par ces mots que le directeur a accueilli les salariés » → le directeur."""
    if (owner := _whose_they_were(sentence)) is not None:
        return owner
    opening = " ".join(plain(w.text) for w in sentence.words[:7])
    if not _THESE_WORDS.match(opening):
        return None
    that = next((w for w in sentence.words[4:] if plain(w.text) in {"que", "qu'"}), None)
    clause = sentence.head(that) if that is not None else None
    word = subject(sentence, clause) if clause is not None else None
    return word if word is not None and word.upos != "PRON" and can_speak(sentence, word) else None


def _whose_they_were(sentence: Sentence) -> Word | None:
    """« « On a tout essayé. » Ça, c'est l'excuse du maire », « Telle est la version de X »: whose they were."""
    opening = [plain(w.text) for w in sentence.words[:3]]
    points = opening[0] in {"voilà", "voici", "c'"} or opening[:2] in (["telle", "est"], ["tel", "est"])
    if not points and opening != ["ça", ",", "c'"]:
        return None
    said = next((w for w in sentence.words[:7] if w.upos == "NOUN"), None)
    words = said is not None and (reporting_noun(said.text.lower()) is not None or said.text in _ACCOUNTS)
    if (
        said is None
        or not words
        or not any(plain(w.text) in {"l'", "la", "le"} for w in sentence.children(said, "det"))
    ):
        return None
    return next(
        (w for w in sentence.children(said, "nmod") if can_speak(sentence, w) and is_of(sentence, w)), None
    )


_ACCOUNTS = {"version", "théorie", "devise", "défense", "philosophie"}


def who_comments(sentence: Sentence, text: str) -> Word | None:
    """« « … », dit le maire. Ce que son opposant déplore. « … » » → son opposant."""
    opening = [plain(w.text) for w in sentence.words[:2]]
    if opening[:1] != ["ce"] or opening[-1] not in {"que", "qu'", "dont"}:
        return None
    verb = next((w for w in sentence.words[2:] if w.deprel == "acl:relcl" or w.head == 0), None)
    word = subject(sentence, verb) or postverbal_subject(sentence, verb) if verb is not None else None
    return word if word is not None and word.upos != "PRON" and is_person(sentence, word, text) else None


def shown_and_followed(article: Article, indices: Sequence[int]) -> bool:
    """« Le préfet sourit. Il se lève. | « On y croit. » »: the last sentences are about one person, by a pronoun.

    Args:
        article: where.
        indices: the sentences between somebody's words and the next, in order.
    """
    pronouns: list[str] = []
    for index in reversed(indices):
        sentence = article.sentences[index]
        word = subject(sentence, sentence.root)
        if word is None or word.id > sentence.root.id:
            return False
        if word.upos == "PRON":
            pronouns.append(word.text.lower())
            continue
        gender = {"il": "Masc", "elle": "Fem"}.get(pronouns[0]) if len(set(pronouns)) == 1 else None
        told = word.feat("Gender")
        return gender is not None and told in {None, gender} and is_person(sentence, word, article.text)
    return False


def tells_him_to(sentence: Sentence) -> bool:
    """« Une attachée lui dit d'arrêter. « Je vais vous laisser. » »: perhaps his words who is told to."""
    told = sentence.child(sentence.root, "iobj")
    asked = sentence.child(sentence.root, "xcomp", "ccomp")
    to_do = asked is not None and asked.feat("VerbForm") == "Inf"
    return to_do and told is not None and told.text.lower() in {"lui", "leur"}


def set_against(sentence: Sentence) -> Word | None:
    """« Le ministre accuse la FIQ, alors que sa présidente affirme le contraire. « … » » → la présidente."""
    for clause in sentence.children(sentence.root, "advcl"):
        marks = [plain(m.text) for m in sentence.children(clause, "mark")]
        word = sentence.child(clause, "nsubj") if clause.id > sentence.root.id else None
        if (
            word is not None
            and marks[:1]
            and marks[0] in {"alors", "tandis"}
            and may_be_person(sentence, word)
        ):
            return word
    return None


def is_named(sentence: Sentence, word: Word) -> bool:
    """« Paul Roux », « son voisin, Paul Roux, »: a full name, by itself or in apposition."""
    return any(_begins_full_name(sentence, w) for w in (word, *sentence.children(word, "appos", "flat")))


def _begins_full_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a first name or a civility stands here with a last name behind it."""
    if not begins_a_name(word) or word.id >= len(sentence.words):
        return False
    before = sentence.word(word.id - 1) if word.id > 1 else None
    return sentence.word(word.id + 1).upos == "PROPN" and (before is None or before.upos != "PROPN")


def _of_somebody_else(sentence: Sentence, word: Word) -> bool:
    """« la fille de Marc Petit, éleveur »: two persons, and nothing tells which of them speaks."""
    head = sentence.head(word)
    if word.relation != "nmod" or head is None or reporting_noun(head.lemma) is not None:  # « l'avis de »
        return False
    return may_be_person(sentence, head)


def _tells_on(behind: Sequence[Word]) -> bool:
    """Tell whether the sentence's own clause goes on behind what is told of a person."""
    relative = next((i for i, w in enumerate(behind) if w.feat("PronType") == "Rel"), len(behind))
    return any(w.feat("VerbForm") == "Fin" for w in behind[:relative])
