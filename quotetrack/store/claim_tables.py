"""Tables of the claims: versions, where they stand, how they are kin, what deserves a second look."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from quotetrack.store.shingle_index import RECENT

CLAIM_MIGRATIONS = Migrations("quotetrack.claims")


@CLAIM_MIGRATIONS()
def c001_claims(db: Database) -> None:
    """Claims, versions, their index and their findings."""
    db.executescript(TABLES)


@CLAIM_MIGRATIONS()
def c002_views(db: Database) -> None:
    """One view a check, without what was dismissed."""
    db.executescript(FINDINGS_IN_WORDS)
    for view, check in CHECK_VIEWS.items():
        condition = f"\"check\" = '{check}' AND NOT dismissed"
        db.executescript(f"CREATE VIEW {view} AS SELECT * FROM findings_in_words WHERE {condition};")


@CLAIM_MIGRATIONS()
def c003_findings_by_check(db: Database) -> None:
    """Findings of one check in their order, and how many there are of each check, from an index."""
    db.executescript('CREATE INDEX findings_check ON findings("check", severity DESC, seq);')


@CLAIM_MIGRATIONS()
def c004_findings_about_claims(db: Database) -> None:
    """Findings about a whole claim, apart from the pairs of which a stock sentence has thousands."""
    db.executescript(
        """
        CREATE INDEX findings_whole ON findings(one) WHERE other IS NULL;
        CREATE INDEX findings_second_hand ON findings(one) WHERE "check" = 'second-hand';
        """
    )


@CLAIM_MIGRATIONS()
def c005_recent_shingles(db: Database) -> None:
    """New shingles apart from the large table, into which they go many at a time."""
    db.executescript(
        """
        CREATE TABLE recent_shingles (
            version INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            size INTEGER NOT NULL,
            PRIMARY KEY (version, hash)
        ) WITHOUT ROWID;
        """
    )


@CLAIM_MIGRATIONS()
def c006_recent_shingles_by_version(db: Database) -> None:
    """A row a version in place of one a shingle: they are looked up in memory."""
    db.executescript(
        """
        INSERT OR IGNORE INTO shingles (hash, version, size)
            SELECT hash, version, size FROM recent_shingles ORDER BY hash, version;
        DROP TABLE recent_shingles;
        """
    )
    db.executescript(RECENT)


@CLAIM_MIGRATIONS()
def c007_findings_by_versions(db: Database) -> None:
    """One index of what is about a version, those about it alone first."""
    db.executescript(
        """
        DROP INDEX findings_one;
        DROP INDEX findings_whole;
        CREATE INDEX findings_one ON findings(one, other);
        """
    )


@CLAIM_MIGRATIONS()
def c008_first_rank_of_claims(db: Database) -> None:
    """What the earliest wording of a claim goes by, so that a claim of thousands of wordings grows at no cost."""
    db.executescript(
        """
        ALTER TABLE claims ADD COLUMN first_rank TEXT NOT NULL DEFAULT '';
        UPDATE claims SET first_rank = (SELECT min(first_rank) FROM claim_versions WHERE claim = claims.id);
        """
    )


TABLES = """
CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,           -- smallest key of its versions: its name outside this database
    text TEXT NOT NULL,          -- its earliest printed wording
    versions INTEGER NOT NULL
);

CREATE TABLE claim_versions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    claim INTEGER NOT NULL REFERENCES claims(id),
    words TEXT NOT NULL,         -- folded
    marks TEXT NOT NULL,         -- a digit a word: 1 verbatim + 2 capital + 4 gap before it
    speaker TEXT NOT NULL,
    speaker_kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    depth INTEGER NOT NULL,      -- how many sources stand between the speaker and the article
    documents INTEGER NOT NULL,
    document TEXT,               -- the only one, if there is only one
    first_date TEXT,             -- earliest known
    first_quote TEXT,            -- the earliest quote that prints it
    first_rank TEXT              -- what "earliest" went by
);
CREATE INDEX claim_versions_claim ON claim_versions(claim);

-- Kept together by document, since that is how they come and go.
CREATE TABLE claim_quotes (
    document TEXT NOT NULL REFERENCES documents(id),
    quote TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES claim_versions(id),
    PRIMARY KEY (document, quote)
) WITHOUT ROWID;
CREATE INDEX claim_quotes_version ON claim_quotes(version, document);

-- What versions are found by; size: how many shingles of that sort the version has.
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    version INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (hash, version)
) WITHOUT ROWID;

CREATE TABLE kin (
    one INTEGER NOT NULL REFERENCES claim_versions(id),    -- the version with the smaller key
    other INTEGER NOT NULL REFERENCES claim_versions(id),
    kind TEXT NOT NULL,          -- same, contained, altered
    score REAL NOT NULL,
    touched TEXT NOT NULL,       -- negation,modality,number,name,date,wording,form
    touched_verbatim TEXT NOT NULL,
    shared INTEGER NOT NULL,
    verbatim_one INTEGER NOT NULL,
    verbatim_other INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX kin_other ON kin(other);

CREATE TABLE findings (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    "check" TEXT NOT NULL,
    severity INTEGER NOT NULL,   -- 3 high, 2 medium, 1 low
    one INTEGER NOT NULL REFERENCES claim_versions(id),
    other INTEGER REFERENCES claim_versions(id),
    detail TEXT NOT NULL,        -- JSON object
    found_at TEXT NOT NULL
);
CREATE INDEX findings_one ON findings(one);
CREATE INDEX findings_other ON findings(other) WHERE other IS NOT NULL;
CREATE INDEX findings_severity ON findings(severity DESC, seq);

-- What people set aside; outlives the finding, and holds again when the finding comes back.
CREATE TABLE dismissals (
    id INTEGER PRIMARY KEY,
    finding TEXT NOT NULL,
    "check" TEXT NOT NULL,
    anchor TEXT NOT NULL,        -- key of the version that the finding was named after
    reason TEXT NOT NULL,
    by TEXT,
    dismissed_at TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX dismissals_finding ON dismissals(finding);
CREATE INDEX dismissals_anchor ON dismissals(anchor);

-- How far `check --new` has been read.
CREATE TABLE findings_read (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    read_at TEXT NOT NULL
);
"""

FINDINGS_IN_WORDS = """
CREATE VIEW findings_in_words AS
SELECT f.id AS finding, f."check",
       CASE f.severity WHEN 3 THEN 'high' WHEN 2 THEN 'medium' ELSE 'low' END AS severity,
       c.text AS claim,
       coalesce(qa.source_name, qa.mention, '?') AS one_says, qa.text AS one_words,
       da.date AS one_date, da.outlet AS one_outlet, coalesce(da.title, da.name) AS one_document,
       coalesce(qb.source_name, qb.mention) AS other_says, qb.text AS other_words,
       db.date AS other_date, db.outlet AS other_outlet, coalesce(db.title, db.name) AS other_document,
       f.detail, f.found_at,
       EXISTS (SELECT 1 FROM dismissals d WHERE d.finding = f.id AND d.undone_at IS NULL) AS dismissed,
       a.first_quote AS one_quote, b.first_quote AS other_quote, c.key AS claim_key, f.seq
FROM findings f
JOIN claim_versions a ON a.id = f.one
JOIN claims c ON c.id = a.claim
JOIN quotes qa ON qa.id = a.first_quote
JOIN documents da ON da.id = qa.document
LEFT JOIN claim_versions b ON b.id = f.other
LEFT JOIN quotes qb ON qb.id = b.first_quote
LEFT JOIN documents db ON db.id = qb.document
-- People may have decided since that the two speakers are one.
WHERE NOT (f."check" = 'disputed speaker' AND coalesce(qa.source = qb.source, 0));
"""

CHECK_VIEWS = {
    "altered_words": "altered words",
    "disputed_speaker": "disputed speaker",
    "changed_story": "changed story",
    "hearsay_turned_fact": "hearsay turned fact",
    "paraphrase_made_verbatim": "paraphrase made verbatim",
    "second_hand_chains": "second-hand",
    "hearsay_claims": "hearsay",
    "anonymous_only": "anonymous only",
    "single_source": "single source",
}
