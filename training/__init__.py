"""How the embedded French models are made: from treebanks to a Stanza resources folder.

    python -m training.build --treebanks DIR --out DIR

Treebanks are read (`treebanks`, `trees`), brought to one convention (`harmony`), and told over with the typography and
the constructions of the press (`typography`, `quoted`, `reported`, `masked`); from these come the files that Stanza
learns from (`corpus`). Word vectors (`vectors`), tokeniser, multi-word expander, tagger, lemmatiser and parser are
trained (`networks`, with `speed` and `start`), packed (`package`), scored (`scores`), and described (`card`).
"""
