"""Questions that a fact-checker asks of the database, with their answers as SQL.

The one source of Datasette's canned queries (``quotetrack.web.configuration``): columns and values in French, as
the questions are. Parameters are written ``:name``. A column called ``citation`` or ``versions_du_propos`` holds an id
that the pages turn into a link.
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


def _in_words(column: str, alias: str, **words: str) -> str:
    """Return SQL for a column whose values are shown in these words; any other value shows itself."""
    cases = " ".join(f"WHEN '{value}' THEN '{word}'" for value, word in words.items())
    return f"CASE {column} {cases} ELSE {column} END AS {alias}"


def _kind(column: str) -> str:
    return _in_words(column, "genre", direct="directe", mixed="mixte", indirect="indirecte")


def _stance(column: str) -> str:
    return _in_words(column, "statut", asserted="affirmée", hearsay="ouï-dire")


_SOURCE_KIND = _in_words(
    "s.kind",
    "nature",
    person="personne",
    group="groupe",
    place="lieu qui parle pour une institution",
    anonymous="source anonyme",
    unknown="source non identifiée",
)
_SEVERITY = _in_words("severity", "gravite", high="grave", medium="à vérifier", low="à savoir")
_VERDICT = _in_words(
    "verdict",
    "verdict",
    true="vrai",
    false="faux",
    misleading="trompeur",
    unverifiable="invérifiable",
    **{"missing-context": "manque de contexte"},
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "qui_a_dit",
        "Qui a dit ces mots ?",
        "Toutes les citations qui contiennent ces mots, sans souci des accents ni de la casse : "
        "qui les a dits, où, quand, et sur la foi de qui.",
        f"""SELECT d.date, d.outlet AS titre, coalesce(s.name, q.source_name, q.mention, '?') AS qui, q.text AS propos,
       {_kind("q.kind")}, {_stance("q.stance")},
       coalesce(d.title, d.name) AS article, q.id AS citation
FROM quotes_fts f JOIN quotes q ON q.rowid = f.rowid
JOIN documents d ON d.id = q.document LEFT JOIN sources s ON s.id = q.source
WHERE quotes_fts MATCH '"' || replace(replace(:mots, '"', ' '), ' ', '" "') || '"' ORDER BY rank LIMIT 200""",
    ),
    Question(
        "tout_ce_qu_a_dit",
        "Tout ce qu’a dit quelqu’un, dans l’ordre du temps",
        "Le nom, ou n’importe quel autre nom sous lequel la source est connue ; le nom de famille suffit.",
        f"""SELECT d.date, d.outlet AS titre, q.text AS propos, {_kind("q.kind")},
       {_stance("q.stance")}, s.name AS qui,
       coalesce(d.title, d.name) AS article, q.id AS citation
FROM source_names n JOIN quotes q ON q.source = n.source
JOIN sources s ON s.id = q.source JOIN documents d ON d.id = q.document
WHERE n.alias = :nom COLLATE NOCASE OR n.folded = lower(:nom) OR n.surname = lower(:nom)
GROUP BY q.id ORDER BY d.date, q.position LIMIT 1000""",
    ),
    Question(
        "de_seconde_main",
        "Qu’est-ce qui n’est connu que de seconde main ?",
        "Les propos rapportés à l’intérieur des propos d’un autre : qui les aurait tenus, et d’après qui.",
        f"""SELECT date, outlet AS titre, who AS qui, what AS propos, according_to AS d_apres,
       in_the_words AS dans_ces_mots, {_stance("stance")}, document AS article, quote AS citation
FROM second_hand ORDER BY date DESC LIMIT 500""",
    ),
    Question(
        "oui_dire",
        "Qu’est-ce qui est écrit au conditionnel ?",
        "Les informations que l’article donne au conditionnel de presse, sans dire d’où il les tient.",
        """SELECT date, outlet AS titre, what AS propos, according_to AS d_apres, cue AS signal, document AS article,
       quote AS citation
FROM hearsay ORDER BY date DESC LIMIT 500""",
    ),
    Question(
        "sources_anonymes",
        "Qui parle sans donner son nom ?",
        "Les citations de sources anonymes, avec les mots exacts par lesquels l’article les désigne.",
        f"""SELECT date, outlet AS titre, who AS qui, what AS propos, {_kind("how")}, to_whom AS a_qui,
       {_stance("stance")}, document AS article, quote AS citation
FROM anonymous ORDER BY date DESC LIMIT 500""",
    ),
    Question(
        "part_d_anonymat",
        "Quels titres citent le plus de sources anonymes ?",
        "Par titre : le nombre de citations, la part de sources anonymes, et la part d’ouï-dire.",
        """SELECT d.outlet AS titre, count(*) AS citations,
       round(100.0 * avg(q.source_kind IS 'anonymous'), 1) AS pour_cent_anonymes,
       round(100.0 * avg(q.stance = 'hearsay'), 1) AS pour_cent_oui_dire
FROM quotes q JOIN documents d ON d.id = q.document GROUP BY d.outlet ORDER BY citations DESC""",
    ),
    Question(
        "sources_les_plus_citees",
        "Qui est le plus cité ?",
        "Les sources, avec le nombre de leurs citations et des articles où elles parlent.",
        f"""SELECT s.name AS source, {_SOURCE_KIND}, s.role AS fonction, count(*) AS citations,
       count(DISTINCT q.document) AS articles
FROM quotes q JOIN sources s ON s.id = q.source GROUP BY s.id ORDER BY citations DESC LIMIT 200""",
    ),
    Question(
        "femmes_et_hommes",
        "Qui parle : des femmes, des hommes ?",
        "Par titre, les citations de personnes selon le genre grammatical que donnent les articles "
        "(« Mme », « elle », « la ministre ») ; vide où rien ne le dit.",
        f"""SELECT d.outlet AS titre, {_in_words("s.gender", "genre", f="femme", m="homme")}, count(*) AS citations
FROM quotes q JOIN sources s ON s.id = q.source JOIN documents d ON d.id = q.document
WHERE s.kind = 'person' GROUP BY d.outlet, s.gender ORDER BY d.outlet, citations DESC""",
    ),
    Question(
        "sans_source",
        "Quels guillemets n’ont pas trouvé leur source ?",
        "Les citations dont la source n’a pas été identifiée : à relire dans l’article.",
        """SELECT d.date, d.outlet AS titre, q.text AS propos, q.mention, q.cue AS signal,
       coalesce(d.title, d.name) AS article, q.id AS citation
FROM quotes q JOIN documents d ON d.id = q.document WHERE q.source IS NULL ORDER BY d.date DESC LIMIT 500""",
    ),
    Question(
        "mots_modifies",
        "Quels mots ont été modifiés d’un article à l’autre ?",
        "Des propos entre guillemets des deux côtés, mais pas les mêmes mots ; négations, nombres et noms d’abord.",
        f"""SELECT {_SEVERITY}, one_says AS qui, one_words AS ici, one_outlet AS titre, one_date AS date,
       other_words AS la, other_outlet AS autre_titre, other_date AS autre_date, claim_key AS versions_du_propos
FROM altered_words ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, seq LIMIT 500""",
        needs="altered_words",
    ),
    Question(
        "locuteurs_disputes",
        "Quels mots sont prêtés à deux personnes ?",
        "Les mêmes mots, attribués à l’un dans un article et à l’autre dans un autre.",
        """SELECT one_says AS qui, other_says AS ou_bien, one_words AS propos, one_outlet AS titre, one_date AS date,
       other_outlet AS autre_titre, other_date AS autre_date, claim_key AS versions_du_propos
FROM disputed_speaker ORDER BY seq DESC LIMIT 500""",
        needs="disputed_speaker",
    ),
    Question(
        "oui_dire_devenus_faits",
        "Quels ouï-dire sont devenus des faits ?",
        "Au conditionnel dans un titre, affirmés dans un autre.",
        """SELECT one_words AS ici, one_outlet AS titre, one_date AS date, other_words AS la,
       other_says AS qui, other_outlet AS autre_titre, other_date AS autre_date, claim_key AS versions_du_propos
FROM hearsay_turned_fact ORDER BY seq DESC LIMIT 500""",
        needs="hearsay_turned_fact",
    ),
    Question(
        "propos_les_plus_repris",
        "Quels propos ont été le plus repris ?",
        "Les propos qui figurent dans le plus d’articles, avec le nombre de leurs versions.",
        """SELECT c.text AS propos, count(DISTINCT p.document) AS articles, c.versions, c.d_abord,
       c.key AS versions_du_propos
FROM (SELECT c.id, c.text, c.versions, c.key, min(v.first_date) AS d_abord
      FROM claims c JOIN claim_versions v ON v.claim = c.id
      GROUP BY c.id HAVING sum(v.documents) > 1 ORDER BY sum(v.documents) DESC LIMIT 400) c
JOIN claim_versions w ON w.claim = c.id JOIN claim_quotes p ON p.version = w.id
GROUP BY c.id HAVING articles > 1 ORDER BY articles DESC LIMIT 200""",
        needs="claim_versions",
    ),
    Question(
        "derniers_avis",
        "Qu’a-t-on vérifié dernièrement ?",
        "Les avis rendus sur des citations, les plus récents d’abord.",
        f"""SELECT reviewed_at AS le, {_VERDICT}, quote_text AS propos, source_name AS source, note,
       url AS lien, by AS par, quote AS citation
FROM reviews ORDER BY reviewed_at DESC LIMIT 500""",
    ),
)
