/** French as instruments are drafted in it: "les Parties s'engagent à", "nous réaffirmons notre engagement à", the future that obliges. */
import type { Tongue } from './romance.ts';

const ADV = '(?: (?:\\p{L}+ment|également|aussi|ainsi|en outre|notamment|tous|toutes|tous deux|ensemble|en particulier|de nouveau|à nouveau))*';
const INF =
  "(?:ne (?:pas|jamais) )?(?:se |s'|y |en |les? |la |l'|leur |lui )*(?!(?:mer|fer|hier|hiver|avenir|plaisir|loisir|papier|dossier|chantier|premier|dernier|particulier|février|janvier|quartier|calendrier)\\b)\\p{L}+(?:er|ir|oir|ndre|ttre|uire|ivre|aire|dire|crire|ître|rompre|clure)(?![\\p{L}])";
const BE = '(?:est|sont|sommes|demeurent?|demeurons|restent?|restons)';
const re = (source: string, flags = 'gu') => new RegExp(source.replace(/ADV/g, ADV).replace(/INF/g, INF), flags);

/** Sources of the forms: the French texts of treaties and the United Nations' editorial practice; forces by the same ladder as in English. */
export const FRENCH: Tongue = {
  code: 'fr',
  common: /(?<!\p{L})(?:les|des|du|et|une|dans|pour|leurs?|aux?|sont)(?!\p{L})/giu,
  treaty: /accord|traité|convention|protocole|charte|pacte/,
  collective: re(
    "(?<!\\p{L})(?:(?:les|nos|ces) (?:deux |trois |quatre )?(?:pays|parties|gouvernements|présidents|premiers ministres|ministres|dirigeants|États|états|côtés|délégations|nations|chefs d'état(?: et de gouvernement)?|membres|participants|signataires)|chacun[e]? d(?:es|e nos|es deux) (?:pays|parties|gouvernements|états)|chaque (?:pays|partie|gouvernement|état|participant)|l'une et l'autre parties?|l'alliance)(?: (?:contractante|participant|signataire|membre)s?)?(?!\\p{L})",
  ),
  role: /(?<!\p{L})(?:les|chaque|chacune des|chacun des|toute|tout|aucune|aucun|l'autre|la|une|un|des deux|l'une des)\s+(?:hautes )?((?:hautes )?(?:parties?(?: contractantes?)?|états? (?:parties?|membres?|contractants?|signataires?)|membres|signataires))(?! (?:de|du|des) l'accord)(?!\p{L})/giu,
  office:
    /(?:(?:les? |la |l'|du |des )?(?:gouvernements?|président|premier ministre|royaume|république(?: (?:fédérative|fédérale|populaire|islamique|orientale|arabe|démocratique))?|principauté|grand-duché|état|fédération)(?: (?:du |de la |de l'|des |de |d'))+)+$|(?:les? |la |l')$/,
  pronoun: /(?<!\p{L})nous(?!\p{L})/gu,
  third: /(?<!\p{L})(?:ils|elles)(?!\p{L})/gu,
  gap: re('^(?:,? chacune?,?)?ADV ?$', 'u'),
  operatives: [
    [
      'performative',
      re(
        `(?:s'engagent?|(?:nous )?engageons|s'est engagée?|se sont engagée?s|sommes engagés)ADV(?:,[^,;:.]{1,80},)? ?(?:à|en faveur d[eu']|(?=:))(?! (?:nouveau|cet égard))`,
      ),
    ],
    [
      'performative',
      re(
        `(?:conviennent|convenons|convient|(?:sont|est|sommes) convenue?s?|(?:ont|a|avons) convenu|décident|décidons|décide|(?:ont|a|avons) décidé|promettent|promettons)ADV (?:de (?=INF)|d'(?=INF))`,
      ),
    ],
    ['determined', re(`(?:est|sont|sommes)ADV (?:résolu|déterminé|engagé)e?s?ADV (?:à|en faveur d[eu'])`)],
    ['remains', re(`(?:restent?|restons|demeurent?|demeurons)ADV (?:résolu|déterminé|attaché|engagé)e?s?ADV (?:à|aux?|en faveur d[eu'])`)],
    [
      'restated',
      re(
        `(?:(?:(?:ré)?affirm|réitèr|réitér|renouvell|renouvel|confirm)(?:ent|ons|e)|(?:ont|a|avons)ADV (?:(?:ré)?affirmé|réitéré|renouvelé|confirmé))ADV (?:leur|notre|son|l')(?: ?\\p{L}+){0,2}? ?(?:engagements?|volonté|détermination|attachement|résolution)(?: \\p{L}+){0,3}? (?:à|de (?=INF)|d'(?=INF)|en faveur d[eu']|envers|pour|aux?)`,
      ),
    ],
    [
      'intends',
      re(
        `(?:(?:ont|a|avons)ADV (?:pour |l')intention (?:de |d')|entend(?:ent|ons)? (?=INF)|prévo(?:it|ient|yons)ADV (?:de |d')|cherch(?:ent|ons|e)ADV (?:à|(?:de|d')(?=INF))|(?:s'efforcent?|(?:nous )?efforçons)ADV (?:de |d')|envisage(?:nt|ons)?ADV (?:de |d')(?=INF)|se proposent?ADV (?:de |d')|proposons (?:de |d')(?=INF))`,
      ),
    ],
    ['ready', re(`${BE}ADV (?:disposée?s?|prête?s?)ADV à`)],
    ['intention', re(`(?:expriment?|exprimons|(?:ont|a|avons) exprimé|déclarent?|déclarons)ADV (?:leur|notre|son) intention (?:de |d')`)],
    [
      'founding-act',
      re(
        `(?:annoncent?|annonçons|(?:ont|a|avons) annoncé)ADV (?:la création|le lancement|l'établissement|la mise en place|l'instauration|la constitution) (?:d[eu]s? |d'|de l')`,
      ),
    ],
    ['shall', re(`(?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont) tenue?s? d[e'])(?= ?INF| \\p{L})`)],
  ],
  we: /(?:ons|sommes|avons)(?!\p{L})/u,
  future:
    /(?<![\p{L}-])(?:(?:ne |n'|se |s'|y |en |leur |lui |les |l'|le |la |nous )*)(?!front\b|affront\b|opéra\b)(?:\p{L}+(?:ront|erons|drons|ttrons|ivrons|aurons)|\p{L}*(?:f|av|s)(?:era|erons)|\p{L}+(?:era|ira|dra|tra|vra|ura|irons))(?!\p{L})/giu,
  passive: /(?:sera|seront)(?: \p{L}+ment)? \p{L}+(?:ée?s?|ie?s?|ue?s?|tes?|ts?|ses?)(?!\p{L})/u,
  effect:
    /^(?:(?:ne |n'|se |s'|y |en |leur |lui |les |l'|le |la |nous )*)(?:pourr|p(?:ou|eu)rr|devr|entrer(?:a|ont) en vigueur|(?:rester|demeurer|sera|seront)(?:a|ont)?(?: \p{L}+)? en vigueur|appliquer|prendr(?:a|ont) (?:effet|fin)|cesser|aur(?:a|ont|ons) (?:le|la|l')|ser(?:a|ont)(?: \p{L}+ment)? (?:ratifié|applicable|considéré|réputé|ouvert|soumise?s? (?:à (?:la |l')?(?:ratification|approbation|acceptation|signature)|aux lois)|prorogé|reconduit|valable|lié|libre|fonction)|ser(?:ons)? (?:heureux|en mesure)|aura lieu|faudr|conviendr|s'agir|admirons|inspirons|aspirons|désirons|retirons|tirons|respirons|expirer|signifier|comprendr(?:a|ont) |viendr|(?:fer)(?:a|ont) exception|demeurer(?:a|ont))/u,
  negation: /(?:^|[\s'])(?:n'|(?:ne|aucune?)(?!\p{L}))/u,
  infinitive: re('(?<!\\p{L})INF', 'u'),
  member: re(`((?:,? et |, |[;:.] ?(?:et )?)(?:[a-z]{1,3}\\) ?)?(?:- ?)?)(à |de |d')?${INF}`),
  remark:
    /(?:,? et|,|;|, tout en)(?: nous| ils| elles)?(?: \p{L}+ment)? (?!notamment)(?:salu|félicit|se félicit|remerci|not|appel|invit|encourage|soulign|reconn|prenn|condamn|rappel|exhort|accueil|demand|regrett|déplor)\p{L}*(?:ent|ons)(?!\p{L})/gu,
  tail: /, (?:notamment|y compris|en particulier|tels? que|telles? que|ce qui|tout en|en \p{L}+ant|lesquel|dont|qui |et ce,)/gu,
  dependent:
    /(?:^|[\s,])(?:qui|que|qu'(?!elles?\b|ils\b)\p{L}*|dont|où|si|s'il|s'ils|lorsqu(?:e|')\p{L}*|quand|auquel|à laquelle|auxquels|comme)(?![\p{L}])[^,;]*$/u,
  soft: /^(?:(?:nous |s')?(?:efforcer|œuvrer|tenter|chercher|travailler)\p{L}+(?: ensemble)? (?:de |d'|à |pour )|(?:étudier|explorer|examiner|envisager)\p{L}+)/u,
  effort:
    /^ ?(?:s'efforcer (?:de|d')|œuvrer(?: (?:ensemble|\p{L}+ment))*(?: (?:à|pour|en vue de|en faveur de))?|travailler (?:ensemble )?(?:à|pour)|chercher à|tenter de|explorer|étudier|examiner|envisager|tout mettre en œuvre (?:pour|afin de)|faire tout (?:son|leur|notre) possible pour|n'épargner aucun effort pour)(?!\p{L})/u,
  hedges:
    /(?<!\p{L})(?:le cas échéant|si (?:nécessaire|possible|besoin)|s'il y a lieu|selon (?:que de besoin|les besoins)|suivant le cas|en tant que de besoin|au besoin|dans (?:toute )?la mesure (?:du possible|de leurs possibilités|de ses moyens|des? (?:leurs |ses )?(?:moyens|possibilités)[^,;.]{0,40}|où [^,;.]+)|autant que (?:possible|faire se peut)|(?:dès|aussitôt) que possible|dans (?:les meilleurs délais|le plus bref délai)(?: possible)?s?|conformément (?:à (?:leurs?|sa|son|ses|la|l')[^,;.]{0,40}?(?:législations?|lois?|constitutions?|droit interne|procédures)[^,;.]{0,30}|aux (?:lois|législations|dispositions législatives)[^,;.]{0,60})|dans le respect de (?:la|leurs?|sa) législations?[^,;.]{0,40}|sous réserve d[eu'][^,;.]+|sans préjudice d[eu'][^,;.]+|à titre volontaire|sur une base volontaire|en principe|compte tenu d[eu'][^,;.]+|de (?:leur|son) choix|tous leurs efforts|avec bienveillance|à moins que [^,;.]+)/gu,
  deadline:
    /(?:d'ici (?:à )?(?:la fin de |fin )?(?:l'année )?(?:\d{4}|l'année)|avant (?:le |la fin de )?(?:\d{1,2}(?:er)? \p{L}+ )?(?:\d{4}|l'année)|au plus tard (?:le |en )?(?:\d{1,2}(?:er)? \p{L}+ )?\d{4}|dans (?:un délai de |les )\p{L}+ (?:mois|jours|ans|semaines))/u,
};
