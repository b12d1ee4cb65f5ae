"""Questions that a fact-checker asks of the database, with their answers as SQL.

The one source of Datasette's canned queries (``quotetrack.web.configuration``).
Parameters are written ``:name``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question in French, what its answer shows, and the SQL that finds it.

    Attributes:
        name: identifier in an address, without accents.
        needs: table or view of a part of the store that may not be there yet, beside the store's own.
    """

    name: str
    title: str
    description: str
    sql: str
    needs: str | None = None


QUESTIONS: tuple[Question, ...] = (
    Question(
        "qui_a_dit",
        "Qui a dit ces mots ?",
        "Toutes les citations qui contiennent ces mots, sans souci des accents ni de la casse : "
        "qui les a dits, où, quand, et sur la foi de qui.",
        """SELECT d.date, d.outlet, coalesce(s.name, q.source_name, q.mention, '?') AS qui, q.text AS propos,
       q.kind AS genre, q.stance, coalesce(d.title, d.name) AS article, q.id AS quote
FROM quotes_fts f JOIN quotes q ON q.rowid = f.rowid
JOIN documents d ON d.id = q.document LEFT JOIN sources s ON s.id = q.source
WHERE quotes_fts MATCH '"' || replace(:mots, '"', ' ') || '"' ORDER BY rank LIMIT 200""",
    ),
    Question(
        "tout_ce_qu_a_dit",
        "Tout ce qu’a dit quelqu’un, dans l’ordre du temps",
        "Le nom, ou n’importe quel autre nom sous lequel la source est connue.",
        """SELECT d.date, d.outlet, q.text AS propos, q.kind AS genre, q.stance, s.name AS qui,
       coalesce(d.title, d.name) AS article, q.id AS quote
FROM source_names n JOIN quotes q ON q.source = n.source
JOIN sources s ON s.id = q.source JOIN documents d ON d.id = q.document
WHERE n.alias = :nom COLLATE NOCASE GROUP BY q.id ORDER BY d.date, q.position LIMIT 1000""",
    ),
    Question(
        "de_seconde_main",
        "Qu’est-ce qui n’est connu que de seconde main ?",
        "Les propos rapportés à l’intérieur des propos d’un autre : qui les aurait tenus, et d’après qui.",
        "SELECT * FROM second_hand ORDER BY date DESC LIMIT 500",
    ),
    Question(
        "oui_dire",
        "Qu’est-ce qui est écrit au conditionnel ?",
        "Les informations que l’article donne au conditionnel de presse, sans dire d’où il les tient.",
        "SELECT * FROM hearsay ORDER BY date DESC LIMIT 500",
    ),
    Question(
        "sources_anonymes",
        "Qui parle sans donner son nom ?",
        "Les citations de sources anonymes, avec les mots exacts par lesquels l’article les désigne.",
        "SELECT * FROM anonymous ORDER BY date DESC LIMIT 500",
    ),
    Question(
        "part_d_anonymat",
        "Quels titres citent le plus de sources anonymes ?",
        "Par titre : le nombre de citations, la part de sources anonymes, et la part d’ouï-dire.",
        """SELECT d.outlet, count(*) AS citations,
       round(100.0 * avg(q.source_kind = 'anonymous'), 1) AS pour_cent_anonymes,
       round(100.0 * avg(q.stance = 'hearsay'), 1) AS pour_cent_oui_dire
FROM quotes q JOIN documents d ON d.id = q.document GROUP BY d.outlet ORDER BY citations DESC""",
    ),
    Question(
        "sources_les_plus_citees",
        "Qui est le plus cité ?",
        "Les sources, avec le nombre de leurs citations et des articles où elles parlent.",
        """SELECT s.name AS source, s.kind AS nature, s.role AS fonction, count(*) AS citations,
       count(DISTINCT q.document) AS articles
FROM quotes q JOIN sources s ON s.id = q.source GROUP BY s.id ORDER BY citations DESC LIMIT 200""",
    ),
    Question(
        "femmes_et_hommes",
        "Qui parle : des femmes, des hommes ?",
        "Par titre, les citations de personnes selon le genre grammatical que donnent les articles "
        "(« Mme », « elle », « la ministre ») ; vide où rien ne le dit.",
        """SELECT d.outlet, s.gender AS genre, count(*) AS citations
FROM quotes q JOIN sources s ON s.id = q.source JOIN documents d ON d.id = q.document
WHERE s.kind = 'person' GROUP BY d.outlet, s.gender ORDER BY d.outlet, citations DESC""",
    ),
    Question(
        "sans_source",
        "Quels guillemets n’ont pas trouvé leur source ?",
        "Les citations dont la source n’a pas été identifiée : à relire dans l’article.",
        """SELECT d.date, d.outlet, q.text AS propos, q.mention, q.cue, coalesce(d.title, d.name) AS article,
       q.id AS quote
FROM quotes q JOIN documents d ON d.id = q.document WHERE q.source IS NULL ORDER BY d.date DESC LIMIT 500""",
    ),
    Question(
        "mots_modifies",
        "Quels mots ont été modifiés d’un article à l’autre ?",
        "Des propos entre guillemets des deux côtés, mais pas les mêmes mots ; négations, nombres et noms d’abord.",
        """SELECT severity AS gravite, one_says AS qui, one_words AS ici, one_outlet AS titre, one_date AS date,
       other_words AS la, other_outlet AS autre_titre, other_date AS autre_date, claim_key
FROM altered_words ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, seq LIMIT 500""",
        needs="altered_words",
    ),
    Question(
        "locuteurs_disputes",
        "Quels mots sont prêtés à deux personnes ?",
        "Les mêmes mots, attribués à l’un dans un article et à l’autre dans un autre.",
        """SELECT one_says AS qui, other_says AS ou_bien, one_words AS propos, one_outlet AS titre, one_date AS date,
       other_outlet AS autre_titre, other_date AS autre_date, claim_key
FROM disputed_speaker ORDER BY seq DESC LIMIT 500""",
        needs="disputed_speaker",
    ),
    Question(
        "oui_dire_devenus_faits",
        "Quels ouï-dire sont devenus des faits ?",
        "Au conditionnel dans un titre, affirmés dans un autre.",
        """SELECT one_words AS ici, one_outlet AS titre, one_date AS date, other_words AS la,
       other_says AS qui, other_outlet AS autre_titre, other_date AS autre_date, claim_key
FROM hearsay_turned_fact ORDER BY seq DESC LIMIT 500""",
        needs="hearsay_turned_fact",
    ),
    Question(
        "propos_les_plus_repris",
        "Quels propos ont été le plus repris ?",
        "Les propos qui figurent dans le plus d’articles, avec le nombre de leurs versions.",
        """SELECT c.text AS propos, sum(v.documents) AS articles, c.versions, min(v.first_date) AS d_abord,
       c.key AS claim
FROM claims c JOIN claim_versions v ON v.claim = c.id
GROUP BY c.id HAVING sum(v.documents) > 1 ORDER BY articles DESC LIMIT 200""",
        needs="claim_versions",
    ),
    Question(
        "derniers_avis",
        "Qu’a-t-on vérifié dernièrement ?",
        "Les avis rendus sur des citations, les plus récents d’abord.",
        """SELECT reviewed_at, verdict, quote_text AS propos, source_name AS source, note, url, by, quote
FROM reviews ORDER BY reviewed_at DESC LIMIT 500""",
    ),
)
