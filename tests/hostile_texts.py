"""Texts that nobody wrote to be read: one thing, said again until the text has the size asked for.

Articles come from anywhere. Whatever is repeated in them, twice the text may take twice the work and no more.
"""

from __future__ import annotations

PIECES = {
    "opening marks": "«",
    "opening marks, spaced": "« ",
    "opening marks between words": "mot « ",
    "closing marks": "» ",
    "closing marks between words": "mot » ",
    "turned marks": "» mot « ",
    "straight marks": '" ',
    "straight marks between words": 'mot " ',
    "straight marks in words": 'a"b ',
    "single marks": "‘ami ",
    "upright marks": " 'ami",
    "closing upright marks": " 'ami n' a' ",
    "curly marks": "“ ",
    "marks of two families": "« “ ",
    "chevrons": "<< mot ",
    "nested marks": "« un “ deux ” trois » ",
    "marks in marks": "« un « deux » trois ",
    "unclosed speech": "Il dit : « Oui. ",
    "brackets": "[ ",
    "round brackets": "( ",
    "brackets in marks": "« [mot] (mot) ",
    "dashes": "— ",
    "quotes": "« oui » ",
    "straight quotes": '"oui" ',
    "speech": "« Le pont sera fermé lundi. » ",
    "incises": "« Le pont sera fermé lundi », a-t-il dit. ",
    "incises without a stop": "« Le pont sera fermé lundi », a-t-il dit, ",
    "said": "a-t-il dit ",
    "said, with a comma": ", a-t-il dit",
    "verbs": "dit ",
    "he said": "Il dit que oui. ",
    "he says that he says": "il dit que ",
    "according to": "selon lui, ",
    "according to somebody": "Selon Paul Roux, le pont est fermé. ",
    "conditional": "Le maire serait parti. ",
    "names": "Paul Roux ",
    "names, with a comma": "Paul Roux, ",
    "sentences about a name": "Paul Roux est venu. ",
    "family names": "M. Roux est venu. ",
    "pronouns": "il ",
    "sentences of pronouns": "Il est venu. ",
    "descriptions": "le maire ",
    "sentences of descriptions": "Le maire est venu. ",
    "descriptions that speak": "« Le pont est fermé », a dit le maire. ",
    "descriptions of somebody": "le maire de Vars, Paul Roux, ",
    "roles": "maire et ",
    "his people": "son adjoint ",
    "an endless sentence": "le pont est fermé et ",
    "a long word": "a",
    "hyphens": "a-",
    "apostrophes": "l'",
    "stops": ". ",
    "dots": "...",
    "ellipses": "… ",
    "digits": "1",
    "figures": "12 345 ",
    "ages": "Paul Roux, 42 ans, ",
    "colons": "oui : ",
    "colons alone": ": ",
    "commas": ", ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "capitals": "A ",
    "initials": "A.",
    "acronyms": "ABC ",
    "acronyms explained": "Union des ponts (UDP) ",
    "questions": "Viendra-t-il ? ",
    "exclamations": "!",
    "emphasis": "*",
    "underscores": "_",
    "invisible": "\u200b",
}
"""What one paragraph repeats, by what it is."""

LINES = {
    "lines": "Oui.\n",
    "letters": "a\n",
    "lines of a verb": "Il dit oui.\n",
    "dialogue": "— Tu viens ?\n",
    "lists": "- Viens.\n",
    "interview": "Vous venez ? Oui, je viens.\n\n",
    "questions and answers": "Pourquoi venez-vous ?\n\nJe viens parce que le pont est fermé.\n\n",
    "initialled turns": "P. R. : Je viens.\n\n",
    "lines of quotes": "« Le pont est fermé. »\n\n",
    "lines of opening marks": "« Le pont est fermé.\n\n",
    "lines of marks": "«\n",
    "lines of closing marks": "Le pont est fermé. »\n\n",
    "lines of names": "Paul Roux est venu.\n\n",
    "lines of speech": "« Le pont est fermé », a dit le maire.\n\n",
    "lines of pronouns": "« Le pont est fermé », a-t-il dit.\n\n",
    "words in their own paragraph": "Le maire est en colère.\n\n« Le pont est fermé. »\n\n",
    "blank lines": "\n",
    "headings": "# Le pont\n\n",
    "colons at the end": "Le maire a dit :\n\n",
}
"""What many lines repeat, by what it is."""


def hostile(name: str, size: int) -> str:
    """Return a text of ``size`` characters, or a few more, that repeats one thing."""
    piece = PIECES.get(name) or LINES[name]
    return "Le pont.\n\n" + piece * (size // len(piece) + 1)


def varied(name: str, size: int) -> str:
    """Return such a text in which no two people, places or words are the same."""
    piece = PIECES.get(name) or LINES[name]
    return "Le pont.\n\n" + "".join(
        piece.replace("Roux", f"Roux{_letters(i)}").replace("pont", f"pont{_letters(i)}")
        for i in range(size // len(piece) + 1)
    )


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, last = divmod(number, 26)
        letters += chr(97 + last)
    return letters
