"""Descriptions: whom « le chef de l'État », « le parti » and « l'étude » mean, and when they mean nobody known."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le président français Emmanuel Macron était à Berlin. « L'Europe avance », a dit [[le "
            "chef de l'État]].",
            ["Emmanuel Macron"],
        ),
        (
            "Le président serbe Boris Tadic a reçu son homologue russe Dmitri Medvedev. [[Le président "
            "russe]] a dit « oui ».",
            ["Dmitri Medvedev"],
        ),
        (
            "Le Premier ministre, Édouard Philippe, a parlé. « J'assume », a dit [[le chef du "
            "gouvernement]].",
            ["Édouard Philippe"],
        ),
        (
            "Le ministre de l'Intérieur, Gérald Darmanin, était à Calais. [[Le ministre de la "
            "Justice]] a dit qu'il n'irait pas.",
            ["ministre de la Justice"],
        ),
        (
            "Le ministre de l'Intérieur, Gérald Darmanin, était à Calais. [[Le ministre]] a dit qu'il "
            "reviendrait.",
            ["Gérald Darmanin"],
        ),
        (
            "Sergueï Lavrov était à Paris. « Nous sommes prêts », a dit [[le chef de la diplomatie russe]].",
            ["Sergueï Lavrov"],
        ),
        (
            "Jean Dupont a été retrouvé mort dans sa cave. [[Le procureur]] a annoncé l'ouverture "
            "d'une enquête.",
            ["procureur"],
        ),
        (
            "Monique Rivals a tout perdu. [[Le maire]] a promis des aides.",
            ["maire"],
        ),
        (
            "La sénatrice Laurence Rossignol a voté contre. « C'est un recul », a dit [[l'élue socialiste]].",
            ["Laurence Rossignol"],
        ),
        (
            "Le député Éric Ciotti a pris la parole. « C'est honteux », a dit [[l'élu]].",
            ["Éric Ciotti"],
        ),
        (
            "Le député Éric Ciotti a pris la parole après Olivier Faure, premier secrétaire du PS. « "
            "C'est honteux », a dit [[le patron des socialistes]].",
            ["Olivier Faure"],
        ),
        (
            "Le directeur de l'usine, Paul Morel, et le délégué CGT, Marc Petit, se sont vus. [[Le "
            "directeur]] a promis des primes. [[Le délégué]] a dit qu'il n'y croyait pas.",
            ["Paul Morel", "Marc Petit"],
        ),
        (
            "Benoît Hamon présente sa liste. « Je suis prêt », a lancé [[l'ancien candidat à la "
            "présidentielle]].",
            ["Benoît Hamon"],
        ),
        (
            "Le roi Philippe a parlé à la télévision. « Restons unis », a dit [[le souverain]].",
            ["Philippe"],
        ),
        (
            "[[Le patron de la NSA]] a démenti. Le général Keith Alexander, patron de la NSA, parlait "
            "au Sénat.",
            ["Keith Alexander"],
        ),
    ],
)
def test_roles(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Marie Dupont a été tuée lundi. [[Son mari]] a été entendu : il dit être « innocent ».",
            ["mari de Marie Dupont"],
        ),
        (
            "Le président Macron a vu le président Poutine. [[Le président français]] a parlé de paix. "
            "[[Le président russe]] a promis un geste.",
            ["Macron", "Poutine"],
        ),
        (
            "Le ministre de la Santé, Olivier Véran, et le ministre de l'Éducation, Jean-Michel "
            "Blanquer, ont tenu une conférence. [[Le ministre de l'Éducation]] a dit que les écoles "
            "rouvriraient.",
            ["Jean-Michel Blanquer"],
        ),
        (
            "Le maire de Lille, Martine Aubry, a écrit au maire de Lyon, Grégory Doucet. [[Le maire de "
            "Lyon]] a répondu que le projet était prêt.",
            ["Grégory Doucet"],
        ),
        (
            "Barack Obama a succédé à George Bush. « Je promets le changement », avait dit [[Obama]].",
            ["Barack Obama"],
        ),
        (
            "Le FC Nantes a perdu. « On a mal joué », a reconnu [[l'entraîneur]].",
            ["entraîneur"],
        ),
        (
            "La victime, Paul Roux, vivait seule. [[Une voisine]] raconte qu'elle criait. [[La "
            "voisine]] dit avoir appelé la police.",
            ["voisine"] * 2,
        ),
        (
            "L'Union européenne et la Chine négocient. [[Pékin]] exige un accord. [[Bruxelles]] hésite "
            "à dire oui.",
            ["Pékin", "Bruxelles"],
        ),
        (
            "Le directeur de la banque, Luc Roy, part. Le directeur de l'hôpital, Guy Lenoir, reste. "
            "[[Le directeur de l'hôpital]] dit que tout va bien.",
            ["Guy Lenoir"],
        ),
        (
            "Marie Durand travaille à Nice. Sa mère, Anne Durand, y vit. « Il fait beau », dit [[Anne "
            "Durand]].",
            ["Anne Durand"],
        ),
        (
            "« La loi sera votée », a dit le ministre Paul Roy. Le sénateur Jean Blanc en doute. « "
            "Elle est mal écrite », estime [[le sénateur]].",
            ["Jean Blanc"],
        ),
        (
            "Theresa May a rencontré Emmanuel Macron à Paris. « Le temps presse », a dit [[la Première "
            "ministre britannique]].",
            ["Theresa May"],
        ),
        (
            "Paul Roy a vu le juge. « Je n'ai rien fait », a-t-[[il]] dit.",
            ["Paul Roy"],
        ),
        (
            "Alors que la ministre visitait le centre, [[des militants]] ont crié « démission ».",
            ["militants"],
        ),
    ],
)
def test_kept_apart(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Solène Marchal n'a pas attendu. [[La députée d'Indre-et-Loire]] a dit qu'elle irait « au "
            "bout ».",
            ["Solène Marchal"],
        ),
        (
            "Plus discret, Paul Roy a appelé au calme. [[L'élu écologiste]] a dit que la loi était « dure ».",
            ["Paul Roy"],
        ),
        (
            "Jean Petit, 40 ans, vit à Metz. [[Le quadragénaire]] raconte qu'il a tout perdu.",
            ["Jean Petit"],
        ),
        (
            "Clara Luciani sort un disque. « Il me ressemble », confie [[la chanteuse]].",
            ["Clara Luciani"],
        ),
        (
            "Michel Houellebecq était à Berlin. « L'Europe est morte », y a déclaré [[l'écrivain]].",
            ["Michel Houellebecq"],
        ),
        (
            "Rafael Nadal a perdu contre Novak Djokovic. « Il était plus fort », a admis [[l'Espagnol]].",
            ["Rafael Nadal"],
        ),
        (
            "Zinédine Zidane quitte le Real. [[L'entraîneur français]] a dit avoir besoin de repos.",
            ["Zinédine Zidane"],
        ),
    ],
)
def test_somebody_just_named(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le premier ministre François Legault a parlé mardi. « On va y arriver », a lancé [[le "
            "chef de la CAQ]].",
            ["chef de la CAQ"],
        ),
        (
            "La mairesse de Montréal, Valérie Plante, est contre. « C'est non », dit [[la mairesse]].",
            ["Valérie Plante"],
        ),
        (
            "[[La présidente de la commission scolaire, Diane Roy,]] se dit inquiète. [[Mme Roy]] "
            "affirme que les classes débordent.",
            ["Diane Roy"] * 2,
        ),
    ],
)
def test_quebec(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "L'Organisation mondiale de la santé (OMS) a publié un rapport. [[L'OMS]] estime que le "
            "virus recule. [[L'organisation]] appelle à la prudence.",
            ["Organisation mondiale de la santé"] * 2,
        ),
        (
            "Le Syndicat national des contrôleurs (SNC) a déposé un préavis. [[Le syndicat]] dénonce « "
            "un mépris ».",
            ["Syndicat national des contrôleurs"],
        ),
        (
            "[[Le New York Times]] a révélé l'affaire. Selon [[le quotidien]], trois agents savaient.",
            ["New York Times"] * 2,
        ),
        (
            "L'entreprise Verrelec ferme son usine. [[La direction]] invoque la crise.",
            ["direction"],
        ),
        (
            "Une étude de l'Insee est parue lundi. Selon [[l'étude]], le chômage baisse.",
            ["étude de l'Insee"],
        ),
        (
            "Airbus supprime 500 postes. [[L'avionneur]] assure qu'il n'y aura pas de licenciement.",
            ["Airbus"],
        ),
        (
            "La France a protesté. [[Paris]] dit qu'il s'agit d'une « provocation ».",
            ["Paris"],
        ),
        (
            "[[Le Kremlin]] a démenti. [[La Maison Blanche]] a parlé d'« un pas utile ». [[Bruxelles]] "
            "a dit attendre.",
            ["Kremlin", "Maison Blanche", "Bruxelles"],
        ),
        (
            "Le Parti socialiste (PS) a voté contre. [[Le PS]] juge que la loi est « injuste ». [[Le "
            "parti]] appelle à manifester.",
            ["Parti socialiste"] * 2,
        ),
        (
            "[[Le ministère de l'Intérieur]] a compté 3000 manifestants, [[les syndicats]] 10 000. "
            "[[Le ministère]] a précisé que tout s'était bien passé.",
            ["ministère de l'Intérieur", "syndicats", "ministère de l'Intérieur"],
        ),
        (
            "Amnesty International publie un rapport. [[L'ONG]] accuse l'armée de crimes de guerre.",
            ["Amnesty International"],
        ),
        (
            "La Commission européenne a ouvert une enquête. [[La Commission]] estime que la règle est "
            "claire.",
            ["Commission européenne"],
        ),
        (
            "[[L'agence Reuters]] rapporte que le ministre part. [[L'agence]] cite trois sources.",
            ["Reuters"] * 2,
        ),
    ],
)
def test_organisations(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Un rapport de la Cour des comptes a été publié lundi. [[Le document]] estime que le coût "
            "est « excessif ».",
            ["rapport de la Cour des comptes"],
        ),
        (
            "Dans un communiqué, [[la direction]] dit regretter l'accident. [[Le texte]] précise que "
            "l'usine rouvrira.",
            ["direction", "communiqué"],
        ),
        (
            "D'après [[un sondage Ifop pour le JDD]], 60 % des Français sont inquiets.",
            ["sondage Ifop pour le JDD"],
        ),
        (
            "[[Le site de la BBC]] indique que le vol a été annulé.",
            ["site de la BBC"],
        ),
        (
            "[[La Constitution]] dit que la République est une.",
            ["Constitution"],
        ),
        (
            "[[Une enquête de l'Insee]] montre que les prix montent. [[Cette enquête]] précise que le "
            "pain coûte plus.",
            ["enquête de l'Insee"] * 2,
        ),
    ],
)
def test_documents(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le Monde]] révèle que le ministre part. Selon [[le journal]], il était au courant.",
            ["Le Monde"] * 2,
        ),
        (
            "Selon [[Mediapart]], le ministre savait. [[Le site]] cite deux témoins.",
            ["Mediapart"] * 2,
        ),
        (
            "« C'est fini », a-t-il dit [[au Monde]]. D'après [[France Info]], il partira.",
            ["Monde", "France Info"],
        ),
        (
            "Le journal [[Le Figaro]] affirme le contraire.",
            ["Le Figaro"],
        ),
    ],
)
def test_media(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[L'Assemblée nationale]] a voté. [[L'Assemblée]] estime que la loi est bonne.",
            ["Assemblée nationale"] * 2,
        ),
        (
            "L'Agence régionale de santé (ARS) ferme le site. [[L'ARS]] dit que l'eau est sale. "
            "[[L'agence]] promet des tests.",
            ["Agence régionale de santé"] * 2,
        ),
        (
            "[[Le Conseil d'État]] juge la mesure légale.",
            ["Conseil d'État"],
        ),
        (
            "[[La Cour de cassation]] a dit non. [[La Cour]] estime que le droit est clair.",
            ["Cour de cassation"] * 2,
        ),
        (
            "La Direction générale de la santé (DGS) alerte. [[La DGS]] dit que le virus circule.",
            ["Direction générale de la santé"],
        ),
        (
            "Toyota rappelle 300 000 voitures. [[Le constructeur japonais]] dit regretter.",
            ["Toyota"],
        ),
        (
            "Renault et Nissan se parlent. [[Le groupe français]] dit attendre.",
            ["groupe français"],
        ),
        (
            "Le gouvernement recule. [[Le gouvernement]] promet de consulter. [[L'exécutif]] dit écouter.",
            ["gouvernement", "exécutif"],
        ),
    ],
)
def test_full_names_of_organisations(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Paul Roux a été blessé dans l'accident. [[Le médecin]] dit qu'il vivra.",
            ["médecin"],
        ),
        (
            "Jean Dupont a été condamné mardi. [[L'avocat]] a annoncé qu'il ferait appel.",
            ["avocat"],
        ),
        (
            "Un homme a été arrêté lundi. Le maire, Paul Roux, est venu. [[L'homme]] a avoué.",
            ["homme"],
        ),
        (
            "Le président Emmanuel Macron a parlé mardi. Le président du conseil départemental a "
            "répondu. [[Le président du conseil départemental]] a dit non.",
            ["président du conseil départemental"],
        ),
        (
            "Le président de la FNSEA, Arnaud Rousseau, a vu Emmanuel Macron. « Il nous écoute », a "
            "dit [[le président de la FNSEA]].",
            ["Arnaud Rousseau"],
        ),
        (
            "Le ministre Bruno Le Maire a parlé. [[Le patron de Renault]] a dit qu'il investirait.",
            ["patron de Renault"],
        ),
        (
            "Le directeur Paul Morel est parti. [[Le patron de la CGT]] s'est dit « soulagé ».",
            ["patron de la CGT"],
        ),
        (
            "L'entraîneur de Lyon, Paul Roux, a perdu contre celui de Nice, Jean Petit. [[L'entraîneur "
            "de Nice]] a dit sa joie.",
            ["Jean Petit"],
        ),
        (
            "La chancelière Angela Merkel a reçu la Première ministre Theresa May. [[La chancelière]] "
            "a dit « peut-être ». [[La Première ministre]] a dit « oui ».",
            ["Angela Merkel", "Theresa May"],
        ),
        (
            "Le père de la victime, Marc Roux, était là. [[La mère]] a refusé de parler mais a dit « "
            "merci ».",
            ["mère"],
        ),
        (
            "Le Sénat a rejeté le texte. [[Le rapporteur]] a dit que la loi était mauvaise.",
            ["rapporteur"],
        ),
        (
            "Michel Dupont, maire de Vire, et Paul Dupont, son fils, sont venus. « Il pleut », a dit "
            "[[Michel Dupont]]. « Il fait froid », a dit [[Paul Dupont]].",
            ["Michel Dupont", "Paul Dupont"],
        ),
    ],
)
def test_nobody_else_known(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
