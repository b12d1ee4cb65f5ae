"""Content that hangs on a verb of saying as an object: « évoque « … » », « appelle à la grève »."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.finding import Finding, addressed, stretch
from quotetrack.attribution.nonspeech import called_so, is_named_thing
from quotetrack.attribution.object_bounds import object_end, object_start
from quotetrack.attribution.readings import is_read_there
from quotetrack.attribution.speakers import may_be_person
from quotetrack.attribution.stretches import trimmed
from quotetrack.lexicon import Frame
from quotetrack.lexicon.tables import plain
from quotetrack.model import Passage, Span
from quotetrack.syntax import Sentence, Word
from quotetrack.syntax.masking import reads_like_a_sentence

_LINKED = regex.compile(r"\b(?:comme|d['’]|de|d['’]une?|comme une?)$")
_BREAK = regex.compile(r"[,.;:]")
_BY_MEANS_OF = regex.compile(r"\bpar[\s\p{Z}]+(?:des|les|ses|leurs)[\s\p{Z}]*[«“\"]?[\s\p{Z}]*$")
_OBJECTS = {Frame.OBJ, Frame.DE_OBJ, Frame.SUR, Frame.A_OBJ, Frame.ATTR, Frame.EN_OBJ}
_FUNCTION_WORD_BEFORE = regex.compile(
    r"(?:\b(?:du|de|des|le|la|les|un|une|au|aux|son|sa|ses|ce|cette|leur)|[dl]['’])$", regex.I
)
_PLURAL_DETERMINER = regex.compile(
    r"\b(?:quelques|les|des|ces|ses|leurs|plusieurs)[\s\p{Z}]*[«“\"]?[\s\p{Z}]*$"
)
_THEREUPON = regex.compile(r"(?:,|»|”)?[\s\p{Z}]+avant[\s\p{Z}]d(?:e[\s\p{Z}]|['’])(?:s['’]|se[\s\p{Z}])?$")
_BESIDES = regex.compile(r"\b(?:avec|sans)[\s\p{Z}]+(?:(?:une?|des|les?|la|l['’])[\s\p{Z}]*)?$")
"""« présentait des plaies avec « dix jours d'arrêt » »: no object."""
_MANNER = regex.compile(
    r"(?:avec|sans|par)[\s\p{Z}]+\p{L}+(?:[\s\p{Z}]+\p{L}+)?|(?:(?:très|bien|tout|plus|assez|trop)[\s\p{Z}])?"
    r"\p{L}{3,}(?:em|am|um|im)ent",
    regex.IGNORECASE,
)
_TITLED = regex.compile(
    r"(?:(?:La|Le|Les|Un|Une)[\s\p{Z}]|L['’])\p{Lu}[\p{L}-]+(?:[\s\p{Z}](?:de|du|des|d['’]|la|le|les|à|au|et)*[\s\p{Z}]?[\p{L}-]+){0,3}"
)


_OF = regex.compile(r"[\s\p{Z}]+(?:de|du|d['’]|(?:de|d['’])[\s\p{Z}]*(?:la|l['’]|une?))[\s\p{Z}]*")
_HAS = regex.compile(r"[\s\p{Z}](?:des|une?|d['’]|de)[\s\p{Z}]?")
"""« La femme présente des « antécédents » »: what she has, nobody's words of hers."""


def plain_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the object of an appeal, which counts without quoted words: « appellent à la grève »."""
    if Frame.A_OBJ not in cue.frames:
        return None
    sentence = article.sentences[cue.sentence]
    for word in sentence.children(cue.word, "obl", "iobj", "nmod"):
        case = sentence.child(word, "case")
        if case is None or word.id < cue.word.id or case.text.lower() not in {"à", "au", "aux"}:
            continue
        # « ont appelé au secours »
        cries = word.lemma == "secours" and not sentence.children(word, "amod", "nmod")
        if cries or _how_often(sentence, word):
            continue
        if word.upos in {"NOUN", "PROPN"} and not word.stand_in:
            last = clause_end(sentence, cue, word, case.id + 1, others)
            start = case.id + 1
            while start < word.id and (
                sentence.word(start).upos == "PUNCT" or sentence.word(start).start < case.end
            ):
                start += 1  # of « au » nothing belongs to what is called for
            return Finding("appeal", stretch(article, sentence, start, max(last.id, word.id)))
    return None


def _how_often(sentence: Sentence, word: Word) -> bool:
    """« avoir appelé à sept reprises », « à 22 heures »: a telephone call; « en a appelé, à un mois du vote, à … »."""
    before = any(w.lemma == "un" or w.upos == "NUM" for w in sentence.children(word, "det", "nummod"))
    if (
        before
        and word.lemma in {"semaine", "jour", "mois", "an", "année"}
        and sentence.children(word, "nmod")
    ):
        return True
    counted = word.lemma in {"reprise", "heure", "minute"} and sentence.child(word, "nummod", "det", "amod")
    return bool(counted) or word.lemma in {"midi", "minuit"}


def quoted_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find an object with quoted words in it: « évoque « un jeu dangereux » », « se félicite de « … » ».

    Only the words from the object's beginning to its end; the verb must be the nearest cue before them.
    """
    if cue.form == "past_participle":
        return _participle_object(article, cue)
    sentence = article.sentences[cue.sentence]
    end = sentence.span.end
    later = [
        c.span.start
        for c in others
        if c.word.id > cue.word.id
        and (
            c.form in {"finite", "participle"}
            or c.word.relation == "advcl"  # « a écrit à la maire pour dénoncer « … » »
            or _THEREUPON.search(article.text, cue.span.end, c.span.start)
        )
    ]
    limit = min(later, default=end)
    passages = [
        i
        for i in article.passages_in(Span(cue.span.end, end), sentence.inside)
        if cue.span.end <= article.passages[i].span.start < limit and not _is_name(article, i)
    ]
    if not passages or not _governed(sentence, cue, article.passages[passages[0]].inner):
        return None
    first = article.passages[passages[0]]
    if cue.needs_marks and len(first.inner.of(article.text).split()) == 1 and Frame.DE_OBJ not in cue.frames:
        return None
    if not cue.frames & _OBJECTS and not (
        _utters(article, sentence, cue, passages[0]) or _what_he_calls(article, cue, first)
    ):
        return None
    if Frame.EN_OBJ in cue.frames and not _of_something(sentence, cue, first.inner):
        return None
    between = article.text[cue.span.end : first.span.start]
    if "," in between and (has_its_object(sentence, cue) or _has_incise_behind(article, passages[0], others)):
        return None  # « Les élus s'alarment, « … », dit Luc Roux »
    if ":" in between or _calls_by_name(article, cue, first) or _BESIDES.search(between):
        return None
    if cue.word.lemma == "présenter" and _HAS.fullmatch(between):
        return None
    if cue.word.lemma == "relever" and _falls_under(sentence, between, first.inner):
        return None
    judged = Frame.DE_OBJ in cue.frames and _LINKED.search(between.rstrip()) is not None
    if (not judged and _tells_how(first.inner.of(article.text))) or _mere_label(
        article, sentence, cue, passages[0]
    ):
        return None
    taken = [passages[0]]
    for i in passages[1:]:
        if _somebody_elses(sentence, article.passages[taken[-1]].span.end, article.passages[i].span.start):
            break
        if _has_incise_behind(article, i, others):
            break  # « y voit « une chance » : « C'est le moment », plaide-t-elle »
        if _governed(sentence, cue, article.passages[i].inner):
            taken.append(i)
    last = article.passages[taken[-1]].inner
    finish = object_end(article, sentence, cue, last, limit)
    start = object_start(article, sentence, cue, first.inner, finish > last.end)
    content = trimmed(Span(start, finish), article.text)
    return Finding("quoted_object", content, addressed(sentence, cue))


def has_its_object(sentence: Sentence, cue: Cue) -> bool:
    """« Une note, que la direction a démentie, pointe « un oubli » »: what she denied is the note."""
    opening = sentence.children(cue.word, "obj", "mark") if cue.word.deprel == "acl:relcl" else []
    return any(plain(w.text) in {"que", "qu'"} and w.id < cue.word.id for w in opening)


def _has_incise_behind(article: Article, passage: int, others: Sequence[Cue]) -> bool:
    end = article.passages[passage].span.end
    return any(c.incise and 0 <= c.span.start - end <= 4 for c in others)


def _somebody_elses(sentence: Sentence, end: int, start: int) -> bool:
    """« Roux fustige « l'assistanat », Morel « la finance » »: the verb is left out, the name is not his."""
    between = [w for w in sentence.words if end <= w.start and w.end <= start]
    words = [w for w in between if w.upos != "PUNCT"]
    apart = bool(between) and between[0].text in {",", ";"}
    return (
        apart and bool(words) and words[0].upos == "PROPN" and all(w.upos in {"PROPN", "DET"} for w in words)
    )


def _of_something(sentence: Sentence, cue: Cue, inner: Span) -> bool:
    """« L'opposition y voit « … » », « voit en elle « … » »; « On voit des « bulles » partout » says nothing of it."""
    group = [w.text.lower() for w in sentence.words if cue.span.contains(w.span)]
    between = [w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start]
    named = any(w.text.lower() in {"en", "dans", "comme"} and w.upos == "ADP" for w in between)
    return "y" in group or named


def _what_he_calls(article: Article, cue: Cue, passage: Passage) -> bool:
    """« a déploré ce qu'il a appelé « un immense gâchis » »: his words, right behind « ce que » and the verb."""
    between = article.text[cue.span.end : passage.span.start]
    return not between.strip() and called_so(article.text[: passage.span.start])


def _falls_under(sentence: Sentence, between: str, inner: Span) -> bool:
    """« Ce texte relève de « la provocation » »: what it is a case of; « L'audit relève de « graves lacunes » »."""
    noun = next((w for w in sentence.words if inner.contains(w.span) and w.upos == "NOUN"), None)
    several = noun is not None and noun.feat("Number") == "Plur"
    return _OF.fullmatch(between) is not None and not (several and between.strip() == "de")


def _calls_by_name(article: Article, cue: Cue, passage: Passage) -> bool:
    """« on l'appelle « la Générale » », « ils appellent ce lieu « le frigo » »: a name, not what is asked for."""
    if cue.word.lemma != "appeler" or Frame.A_OBJ not in cue.frames:
        return False
    between = article.text[cue.span.end : passage.span.start]
    asked = regex.search(r"(?:^|\s)(?:à|au|aux)\b", between)
    return asked is None and not called_so(article.text[: passage.span.start])


def _tells_how(inner: str) -> bool:
    """« a répondu « avec force » à l'attaque », « approuve « pleinement » le plan »: how he acts, not what he says."""
    return _MANNER.fullmatch(inner.strip()) is not None


def _participle_object(article: Article, cue: Cue) -> Finding | None:
    """« le « jeu dangereux » dénoncé par Macron »: the quoted words right in front of the participle."""
    if not cue.frames & _OBJECTS:
        return None
    sentence = article.sentences[cue.sentence]
    for i in article.passages_in(Span(sentence.span.start, cue.span.start), sentence.inside):
        passage = article.passages[i]
        gap = article.text[passage.span.end : cue.span.start]
        if passage.span.end <= (sentence.head(cue.word) or cue.word).start < cue.word.start:
            continue  # « dit « prendre acte » des chiffres communiqués par le ministère »: the figures are
        if len(gap.split()) <= 2 and "." not in gap and "," not in gap and not _is_name(article, i):
            return Finding("quoted_object", passage.inner)
    for i in article.passages_in(Span(cue.span.end, sentence.span.end), sentence.inside):
        inner = article.passages[i].inner
        before = article.text[cue.span.end : article.passages[i].span.start].rstrip()
        linked = not before.strip() or _LINKED.search(before) is not None
        if linked and not _BREAK.search(before) and not _is_name(article, i) and len(inner):
            return Finding("quoted_object", inner)
    return None


def _is_name(article: Article, number: int) -> bool:
    """« sa vision du « Vivre ensemble » », « le programme baptisé « MUSCULAR » »: a title or a name, no words said."""
    passage = article.passages[number]
    if is_named_thing(article, passage):
        return True
    inner = passage.inner.of(article.text)
    before = article.text[max(passage.span.start - 12, 0) : passage.span.start].rstrip()
    if before.endswith("(") or _TITLED.fullmatch(inner):
        return True
    return (
        inner[:1].isupper() and inner[-1:] not in ".!?…" and _FUNCTION_WORD_BEFORE.search(before) is not None
    )


def _mere_label(article: Article, sentence: Sentence, cue: Cue, passage: int) -> bool:
    """« présenter quelques « œuvres » », « l'affaire traite de « Kosovars » »: one noun, or no speaker."""
    inner = article.passages[passage].inner
    before = article.text[max(inner.start - 14, 0) : inner.start].lower()
    if _BY_MEANS_OF.search(before):
        return False  # « justifie ce refus par des « irrégularités » »
    plain = cue.category in {"neutral", "adding", "explaining", "manner", "revealing", "concluding"}
    words = inner.of(article.text).split()
    if plain and len(words) == 1 and _PLURAL_DETERMINER.search(before):
        return True
    if plain and len(words) == 2 and _called_so_by_all(sentence, cue, inner):
        return True
    speaker = subject(sentence, cue.word) if not cue.passive and cue.form != "past_participle" else None
    return speaker is not None and speaker.upos == "NOUN" and not may_be_person(sentence, speaker)


def _called_so_by_all(sentence: Sentence, cue: Cue, inner: Span) -> bool:
    """« a commenté le retour des « gilets jaunes » »: what such people or things are called; the noun is another's."""
    between = [w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start]
    words = [w for w in between if w.upos != "PUNCT"]
    while words and words[-1].upos in {"DET", "ADP"}:
        words.pop()
    behind = [
        w.text.lower() for w in between if w.upos in {"DET", "ADP"} and words and w.start > words[-1].start
    ]
    if not words or words[-1].upos != "NOUN" or behind not in (["des"], ["de", "les"]):
        return False
    several = any(w.feat("Number") == "Plur" for w in sentence.words if inner.contains(w.span))
    return several and words[-1].relation in {"obj", "nmod"}


def _utters(article: Article, sentence: Sentence, cue: Cue, passage: int) -> bool:
    """« Il ajoute « Nous irons au bout » »: a verb without object frames, a whole sentence right behind it."""
    inner = article.passages[passage].inner
    paragraph = article.paragraphs[sentence.paragraph]
    if Frame.QUE not in cue.frames or not reads_like_a_sentence(
        article.text, article.passages[passage], paragraph
    ):
        return False
    between = [
        w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start and w.upos != "PUNCT"
    ]
    return all(w.upos in {"ADV", "DET"} for w in between)


def _governed(sentence: Sentence, cue: Cue, inner: Span) -> bool:
    """Tell whether quoted words depend on the cue (not merely follow it)."""
    start, end = inner.start, inner.end
    words = [w for w in sentence.words if start <= w.start and w.end <= end and w.upos != "PUNCT"]
    between = [w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start]
    if not words or any(w.feat("VerbForm") == "Fin" and not _in_relative(sentence, w) for w in between):
        return False
    if any(is_read_there(sentence, w) for w in between):
        return False
    for word in words:
        below = word
        for ancestor in sentence.ancestors(word):
            if _by_doing(sentence, below) or _before_or_after(sentence, below):
                break
            if ancestor.id == cue.word.id and (
                _alongside(sentence, below, word) or _another_clause(sentence, below, inner)
            ):
                break
            if ancestor.id == cue.word.id:
                return True
            if below.deprel == "acl:relcl" and not sentence.child(cue.word, "obj"):
                break
            mark = sentence.child(below, "mark") if below.relation == "advcl" else None
            if mark is not None and mark.text.lower() not in {"pour", "afin", "à", "de", "comme"}:
                break
            below = ancestor
    return not any(w.upos in {"VERB", "AUX"} or w.text in {";", ".", ","} for w in between)


def _another_clause(sentence: Sentence, word: Word, inner: Span) -> bool:
    """« Il a attendu, et « on attendra encore » »: a clause with a subject of its own is no object."""
    if word.relation != "conj" or not inner.contains(word.span) or word.feat("VerbForm") != "Fin":
        return False
    own = sentence.child(word, "nsubj", "expl:subj")
    mark = sentence.child(word, "mark")
    return own is not None and inner.contains(own.span) and mark is None


def _by_doing(sentence: Sentence, word: Word) -> bool:
    """« Il a anticipé en prenant « deux heures d'avance » »: what the gerund governs is not what he says."""
    before = sentence.word(word.id - 1).text.lower() if word.id > 1 else ""
    return word.relation == "advcl" and word.text.endswith("ant") and before == "en"


def _alongside(sentence: Sentence, word: Word, quoted: Word) -> bool:
    """« Les fouilles reprennent avec des renforts, parmi lesquels « sept chiens » »: whom they have with them."""
    case = sentence.child(word, "case") if word.relation == "obl" and word.id < quoted.id else None
    return case is not None and case.text.lower() in {"avec", "sans"}


def _before_or_after(sentence: Sentence, word: Word) -> bool:
    """« s'inquiète de leur sécurité, après avoir vu des images « effrayantes » »: what came before he said so."""
    mark = sentence.child(word, "mark") if word.relation == "advcl" else None
    return mark is not None and mark.text.lower() in {"après", "avant"}


def _in_relative(sentence: Sentence, word: Word) -> bool:
    verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
    return verb is not None and verb.deprel == "acl:relcl"
