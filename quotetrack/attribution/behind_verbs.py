"""What stands behind a verb of saying and a comma: what it says, or who says it."""

from __future__ import annotations

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.speakers import is_person
from quotetrack.attribution.stretches import opened_bracket
from quotetrack.syntax import Sentence, Word


def is_object_alone(article: Article, sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« Anne Roux, leur avocate, demande une enquête »: she, and what she asks for; nothing is said before.

    « Luc Roux, un voisin, a confié à Radio Alpha le récit de la nuit » as well.
    """
    head = sentence.head(behind) if behind.relation == "flat" else behind
    if head is None or head.relation not in {"obj", "obl", "iobj"} or is_person(sentence, head, article.text):
        return False
    before = any(w.feat("VerbForm") == "Fin" and w.end <= cue.span.start for w in sentence.words)
    return not (before or _heads_what_follows(article, sentence, cue, head))


def leads_to_colon(sentence: Sentence, word: Word) -> bool:
    """« La maire, qui brigue un siège, martèle le même message : « … » »: an object, and the words behind a colon."""
    last = max(w.id for w in sentence.subtree(word) if w.upos != "PUNCT")
    near = sentence.words[word.id : word.id + 4]
    return any(w.text == ":" for w in (*near, *sentence.words[last : last + 1]))


def _heads_what_follows(article: Article, sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« Première scène, relate le journal, « un loup passe » »: a noun without an article, and the words behind."""
    word = next((w for w in sentence.children(cue.word, "nsubj") if w.upos == "NOUN"), None)
    if word is None or sentence.child(word, "det") is not None:
        return False
    last = max(w.end for w in sentence.subtree(behind) if w.upos != "PUNCT")
    return any(
        article.text[last : p.span.start].strip() == "," for p in article.passages if p.span.start > last
    )


def closes_a_bracket(article: Article, sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« Le projet (un gouffre, regrette le maire) sera revu »: who says what the bracket holds, no relative."""
    opened = opened_bracket(article.text, cue.span.start)
    first = next((w for w in sentence.words if opened is not None and w.start > opened), None)
    if first is None or first.feat("PronType") == "Rel":
        return False
    if any(w.feat("Definite") == "Ind" for w in sentence.children(behind, "det")):
        return False  # « (son adjointe, demande une enquête) »
    last = max(w.end for w in sentence.subtree(behind) if w.upos != "PUNCT")
    return article.text[last : last + 1] == ")"


def judged_in_marks(article: Article, sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« Un élu, joint dimanche, juge la décision « indiscutable » »: what is judged, whatever the parser says."""
    if cue.category != "judging" or behind.upos != "NOUN" or behind.id < cue.word.id:
        return False
    if is_person(sentence, behind, article.text):
        return False
    last = max(
        w.end for w in sentence.subtree(behind) if w.upos != "PUNCT" and not article.in_marks(sentence, w)
    )
    return bool(article.passage_spans.beginning(last + 1, last + 2))
