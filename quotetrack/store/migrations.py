"""The schema of the database, as sqlite-utils migrations: what a row is, and how it points to others.

Add a change as a new function at the end of its set; never edit one that has been released, since databases
remember which ones they have had. A part of the store that keeps tables of its own brings its own set
(see `quotetrack.store.parts`).
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("quotetrack")


@MIGRATIONS()
def m001_documents_and_quotes(db: Database) -> None:
    """What was read and what was found in it."""
    db.executescript(DOCUMENTS_AND_QUOTES)


@MIGRATIONS()
def m002_sources(db: Database) -> None:
    """Who speaks, over all documents, and what people decided about it."""
    db.executescript(SOURCES)


@MIGRATIONS()
def m003_reviews(db: Database) -> None:
    """What people say about a quote; outlives the quote."""
    db.executescript(REVIEWS)


@MIGRATIONS()
def m004_search(db: Database) -> None:
    """Full text, kept right by triggers."""
    db.executescript(SEARCH)


@MIGRATIONS()
def m005_views(db: Database) -> None:
    """Answers that read like sentences."""
    db.executescript(VIEWS)


@MIGRATIONS()
def m006_one_index_of_sightings(db: Database) -> None:
    """One index of a source's sightings in place of three: each costs a page a source when a document is stored."""
    db.executescript(
        """
        DROP INDEX sightings_source;
        DROP INDEX sightings_source_gender;
        DROP INDEX sightings_source_kind;
        CREATE INDEX sightings_source ON sightings(source, kind, gender, role, date);
        """
    )


@MIGRATIONS()
def m007_verbatim_by_quote(db: Database) -> None:
    """The verbatim parts in the order of their quotes, without an index beside them."""
    db.executescript(
        """
        CREATE TABLE verbatim_by_quote (
            quote TEXT NOT NULL REFERENCES quotes(id) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (quote, start)
        ) WITHOUT ROWID;
        INSERT INTO verbatim_by_quote SELECT quote, start, "end", text FROM verbatim ORDER BY quote, start;
        DROP TABLE verbatim;
        ALTER TABLE verbatim_by_quote RENAME TO verbatim;
        """
    )


@MIGRATIONS()
def m008_search_by_document(db: Database) -> None:
    """The full text of a document's quotes goes in together (`quotetrack.store.writing`): row by row, behind a trigger,
    each would be written down apart. What is deleted or changed by whomever still leaves by its trigger."""
    db.execute("DROP TRIGGER quotes_ai")


DOCUMENTS_AND_QUOTES = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,          -- what people see: version, model, when
    version TEXT NOT NULL,
    model TEXT,
    options TEXT,                -- JSON object
    started TEXT NOT NULL,
    finished TEXT                -- NULL: still running, or killed
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,         -- hash of name and text
    name TEXT NOT NULL,
    title TEXT,
    date TEXT,                   -- ISO, possibly partial: 2020-06
    outlet TEXT,
    url TEXT,
    path TEXT,                   -- absolute
    article TEXT NOT NULL,       -- the same for all the versions of one article
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL,
    warnings TEXT,               -- JSON array
    fingerprint TEXT NOT NULL,   -- hash of all that was saved: equal means nothing to do
    extracted_at TEXT NOT NULL,
    run INTEGER REFERENCES runs(id) ON DELETE SET NULL
);
CREATE INDEX documents_name ON documents(name);
CREATE INDEX documents_url ON documents(url) WHERE url IS NOT NULL;
CREATE INDEX documents_article ON documents(article);
CREATE UNIQUE INDEX documents_in_time ON documents(date, name, id);
CREATE INDEX documents_run ON documents(run);

CREATE TABLE sources (
    id TEXT PRIMARY KEY,         -- hash of key and variant
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    gender TEXT,                 -- f, m, or NULL: nothing says
    role TEXT,                   -- the last one seen; all of them are in source_roles
    wikidata TEXT,
    imported INTEGER NOT NULL DEFAULT 0,
    key TEXT NOT NULL,           -- what makes it one source: its folded name, or its place in one document
    variant TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sources_key ON sources(key);
CREATE INDEX sources_name ON sources(name);

-- A source as one document knows it: the evidence on which all that is said of sources rests.
CREATE TABLE sightings (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    source TEXT REFERENCES sources(id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    gender TEXT,
    role TEXT,
    aliases TEXT,                -- JSON array
    date TEXT,                   -- the document's
    article TEXT NOT NULL,       -- the document's
    key TEXT NOT NULL,
    acronym TEXT,                -- key of the acronym that the document explains by this name
    how TEXT NOT NULL DEFAULT '' -- why it belongs to this source
);
CREATE INDEX sightings_document ON sightings(document);
CREATE INDEX sightings_source ON sightings(source, role, date);
CREATE INDEX sightings_source_gender ON sightings(source, gender);
CREATE INDEX sightings_source_kind ON sightings(source, kind);
CREATE INDEX sightings_key ON sightings(key, gender);
CREATE INDEX sightings_acronym ON sightings(acronym, key) WHERE acronym IS NOT NULL;

CREATE TABLE quotes (
    id TEXT PRIMARY KEY,         -- content hash
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,   -- order in the document, from 0
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    cue TEXT, cue_start INTEGER, cue_end INTEGER,
    mention TEXT, mention_start INTEGER, mention_end INTEGER,
    source TEXT REFERENCES sources(id),
    source_name TEXT,            -- as the document names it; sources.name is the archive's name for it
    source_kind TEXT,
    sighting INTEGER REFERENCES sightings(id) ON DELETE SET NULL,
    addressee TEXT, addressee_start INTEGER, addressee_end INTEGER,
    medium TEXT, medium_start INTEGER, medium_end INTEGER,
    via TEXT REFERENCES quotes(id) ON DELETE SET NULL,
    stance TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX quotes_document ON quotes(document, position);
CREATE INDEX quotes_source ON quotes(source);
CREATE INDEX quotes_sighting ON quotes(sighting);
CREATE INDEX quotes_via ON quotes(via) WHERE via IS NOT NULL;
CREATE INDEX quotes_hearsay ON quotes(document) WHERE stance = 'hearsay';
CREATE INDEX quotes_anonymous ON quotes(document) WHERE source_kind = 'anonymous';

CREATE TABLE verbatim (
    quote TEXT NOT NULL REFERENCES quotes(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (quote, start)
);

CREATE TABLE non_speech (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (document, start, "end")
);
"""

SOURCES = """
CREATE TABLE source_names (
    source TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,        -- without accents, case, titles and articles: what is looked up
    surname TEXT,                -- folded, where the alias is a person's first and last name
    how TEXT NOT NULL,           -- name, alias, description: so called in a document; import; decision
    key TEXT,                    -- for imported names: the sightings that they claim
    documents INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (source, alias, how)
);
CREATE INDEX source_names_folded ON source_names(folded);
CREATE INDEX source_names_surname ON source_names(surname) WHERE surname IS NOT NULL;
CREATE INDEX source_names_key ON source_names(key) WHERE key IS NOT NULL;

CREATE TABLE source_roles (
    source TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    first_seen TEXT,             -- dates of the documents that say so
    last_seen TEXT,
    documents INTEGER NOT NULL,
    PRIMARY KEY (source, role)
);

-- What people decided about sources; never deleted by extraction, replayed on every save.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    action TEXT NOT NULL,        -- merge, split, rename
    source TEXT NOT NULL,        -- id at that time; no foreign key: the source may come and go
    source_name TEXT NOT NULL,
    target TEXT,
    target_name TEXT,
    by TEXT,
    note TEXT,
    decided_at TEXT NOT NULL,
    undone_at TEXT
);

-- A decision in terms that outlive the next extraction: who goes where.
CREATE TABLE decision_edges (
    decision INTEGER NOT NULL REFERENCES decisions(id),
    key TEXT NOT NULL,
    variant TEXT NOT NULL,       -- '', m, f; @article: as seen in one article; =name: as called
    gender TEXT,                 -- of the source when it was decided
    quote TEXT,                  -- for one quote only: its id, its article and its words
    article TEXT,
    words TEXT,
    to_key TEXT,                 -- NULL: renamed in place
    to_variant TEXT,
    to_gender TEXT
);
CREATE INDEX decision_edges_key ON decision_edges(key);
CREATE INDEX decision_edges_to_key ON decision_edges(to_key);
CREATE INDEX decision_edges_article ON decision_edges(article) WHERE article IS NOT NULL;
CREATE INDEX decision_edges_decision ON decision_edges(decision);
"""

REVIEWS = """
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    quote TEXT REFERENCES quotes(id) ON DELETE SET NULL,  -- NULL: its quote is gone for now
    quote_id TEXT NOT NULL,      -- the id, the words and the article that were reviewed
    quote_text TEXT NOT NULL,
    source_name TEXT,
    article TEXT NOT NULL,
    document_name TEXT NOT NULL,
    verdict TEXT,
    note TEXT,
    url TEXT,
    by TEXT,
    reviewed_at TEXT NOT NULL
);
CREATE INDEX reviews_quote ON reviews(quote);
CREATE INDEX reviews_article ON reviews(article);
"""

SEARCH = """
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, source_name,
    content="quotes", tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotes_ai AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, source_name) VALUES (new.rowid, new.text, new.source_name);
END;
CREATE TRIGGER quotes_ad AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, source_name)
        VALUES ('delete', old.rowid, old.text, old.source_name);
END;
CREATE TRIGGER quotes_au AFTER UPDATE OF text, source_name ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, source_name)
        VALUES ('delete', old.rowid, old.text, old.source_name);
    INSERT INTO quotes_fts (rowid, text, source_name) VALUES (new.rowid, new.text, new.source_name);
END;
"""

# Documents lead the loop of the first view, so that its beginning comes at once however long it is; the others
# start from an index of the few quotes that they show.
VIEWS = """
CREATE VIEW who_said_what AS
SELECT d.date, d.outlet, coalesce(d.title, d.name) AS document,
       coalesce(s.name, q.source_name, q.mention, '?') AS who,
       coalesce(s.kind, q.source_kind, 'unknown') AS kind_of_source,
       q.text AS what, q.kind AS how, q.cue, q.addressee AS to_whom,
       coalesce(vs.name, v.source_name, v.mention) AS via_whom,
       q.stance, q.id AS quote, q.document AS document_id, q.source AS source_id
FROM documents d CROSS JOIN quotes q ON q.document = d.id
LEFT JOIN sources s ON s.id = q.source
LEFT JOIN quotes v ON v.id = q.via
LEFT JOIN sources vs ON vs.id = v.source
ORDER BY d.date, d.name, d.id, q.position;

CREATE VIEW second_hand AS
SELECT d.date, d.outlet, coalesce(d.title, d.name) AS document,
       coalesce(s.name, q.source_name, q.mention, '?') AS who, q.text AS what,
       coalesce(vs.name, v.source_name, v.mention, '?') AS according_to, v.text AS in_the_words,
       q.stance, q.id AS quote, q.via AS via_quote
FROM quotes q JOIN documents d ON d.id = q.document JOIN quotes v ON v.id = q.via
LEFT JOIN sources s ON s.id = q.source LEFT JOIN sources vs ON vs.id = v.source
WHERE q.via IS NOT NULL
ORDER BY d.date, d.name, d.id, q.position;

CREATE VIEW hearsay AS
SELECT d.date, d.outlet, coalesce(d.title, d.name) AS document, q.text AS what,
       coalesce(s.name, q.source_name, q.mention) AS according_to,
       coalesce(s.kind, q.source_kind, 'unknown') AS kind_of_source, q.cue, q.id AS quote
FROM quotes q JOIN documents d ON d.id = q.document LEFT JOIN sources s ON s.id = q.source
WHERE q.stance = 'hearsay'
ORDER BY d.date, d.name, d.id, q.position;

CREATE VIEW anonymous AS
SELECT d.date, d.outlet, coalesce(d.title, d.name) AS document,
       coalesce(s.name, q.source_name, q.mention, '?') AS who, q.text AS what, q.kind AS how, q.cue,
       q.addressee AS to_whom, q.stance, q.id AS quote
FROM quotes q JOIN documents d ON d.id = q.document LEFT JOIN sources s ON s.id = q.source
WHERE q.source_kind = 'anonymous' AND coalesce(s.kind, 'anonymous') = 'anonymous'
ORDER BY d.date, d.name, d.id, q.position;

-- One name, several sources: people who must not be confused, or one person whom the evidence divides.
CREATE VIEW homonyms AS
SELECT s.name, s.kind, s.gender, s.role, s.wikidata, h.sources AS bearers, s.id AS source
FROM (SELECT folded, count(DISTINCT source) AS sources FROM source_names
      WHERE surname IS NOT NULL AND how <> 'description' GROUP BY folded HAVING count(DISTINCT source) > 1) h
JOIN source_names n ON n.folded = h.folded JOIN sources s ON s.id = n.source
GROUP BY h.folded, s.id ORDER BY h.folded, s.gender, s.id;
"""
