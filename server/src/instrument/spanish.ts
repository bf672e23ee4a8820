/** Spanish as instruments are drafted in it: "las Partes se comprometen a", "reafirmamos nuestro compromiso con", the future that obliges. */
import type { Tongue } from './romance.ts';

const ADV = '(?: (?:\\p{L}+mente|también|además|asimismo|todos|todas|juntos|conjuntamente|en particular|igualmente|de nuevo))*';
const INF = '(?:no )?\\p{L}+(?:ar|er|ir|ír)(?:se|los?|las?|les?)?(?![\\p{L}])';
const re = (source: string, flags = 'gu') => new RegExp(source.replace(/ADV/g, ADV).replace(/INF/g, INF), flags);

/** Sources of the forms: the Spanish texts of treaties and declarations of the Americas; forces by the same ladder as in English. */
export const SPANISH: Tongue = {
  code: 'es',
  common: /(?<!\p{L})(?:los|las|del|el|y|una|para|con|sus?|por)(?!\p{L})/giu,
  treaty: /acuerdo|tratado|convenio|convención|protocolo|carta|pacto/,
  collective: re(
    '(?<!\\p{L})(?:(?:los|las|nuestros|nuestras|ambos|ambas|estos|estas)(?: dos| tres| cuatro)? (?:países|partes|gobiernos|presidentes|presidentas|mandatarios|líderes|dirigentes|ministros|estados|delegaciones|naciones|jefes de estado(?: y de gobierno)?|miembros|participantes|signatarios)|cada (?:una? de (?:las partes|los países|los estados)|país|parte|gobierno|estado|participante)|la alianza)(?: (?:contratante|participante|signatari[oa]|miembro|parte)s?)?(?!\\p{L})',
  ),
  role: /(?<!\p{L})(?:las|los|cada(?: una de las| uno de los)?|toda|todo|ninguna|ningún|la otra|la|el|una|un|ambas)\s+(?:altas )?((?:altas )?(?:partes?(?: contratantes?)?|estados? (?:partes?|miembros?|contratantes?|signatarios?)|miembros|signatarios))(?!\p{L})/giu,
  office:
    /(?:(?:el |la |los |las |del )?(?:gobiernos?|presidente|presidenta|primer ministro|reino|república(?: (?:federativa|federal|popular|islámica|oriental|árabe|democrática|bolivariana))?|principado|estado(?: plurinacional)?|federación)(?: (?:del |de la |de los |de las |de |el ))+)+$|(?:el |la |los )$/,
  pronoun: /(?<!\p{L})nosotr[oa]s(?!\p{L})/gu,
  third: /(?<!\p{L})(?:ellos|ellas|éstos|éstas|estos|estas)(?!\p{L}| \p{L}+s\b)/gu,
  gap: re('^ADV ?$', 'u'),
  operatives: [
    [
      'performative',
      re('(?:se comprometen?|nos comprometemos|se comprometieron|se comprometió|se han? comprometido|nos hemos comprometido)ADV ?(?:a|con|en|(?=:))(?!\\p{L})'),
    ],
    [
      'performative',
      re(
        '(?:acuerdan?|acordamos|acordaron|acordó|(?:han?|hemos) acordado|deciden?|decidimos|decidieron|decidió|(?:han?|hemos) decidido)ADV (?=INF)|(?:convienen?|convenimos|convinieron|convino|(?:han?|hemos) convenido|resuelven?|resolvemos)ADV (?:en )?(?=INF)',
      ),
    ],
    ['determined', re('(?:está|están|estamos)ADV (?:decidid|resuelt|determinad|comprometid)[oa]s?ADV (?:a|con|en)(?!\\p{L})')],
    [
      'remains',
      re(
        '(?:siguen?|seguimos|permanecen?|permanecemos|continúan?|continuamos|se mantienen?|nos mantenemos)ADV (?:comprometid|decidid|resuelt|determinad)[oa]s?ADV (?:a|con|en)(?!\\p{L})',
      ),
    ],
    [
      'restated',
      re(
        '(?:(?:reafirm|afirm|reiter|renov|confirm|ratific|refrend)(?:an?|amos|aron|ó)|renuevan?|(?:han?|hemos) (?:reafirmado|reiterado|renovado|confirmado|ratificado))ADV (?:sus?|nuestr[oa]s?|el)(?: \\p{L}+){0,2}? (?:compromisos?|voluntad|determinación|adhesión)(?: \\p{L}+){0,3}? (?:a|de|con|por|para|en favor de|del|al)(?!\\p{L})',
      ),
    ],
    [
      'intends',
      re(
        '(?:(?:tienen?|tenemos)ADV (?:la )?intención de|se proponen?(?= INF)|nos proponemos(?= INF)|(?:buscan?|buscamos|procuran?|procuramos|planean?|planeamos|prevén?|prevemos|pretenden?|pretendemos)ADV(?= INF)|(?:aspiran?|aspiramos)ADV a|(?:se esfuerzan?|nos esforzamos)ADV (?:por|para|en))(?!\\p{L})',
      ),
    ],
    ['ready', re('(?:está|están|estamos)ADV (?:dispuest|list|preparad)[oa]s?ADV (?:a|para)(?!\\p{L})')],
    [
      'intention',
      re(
        '(?:expresan?|expresamos|expresaron|expresó|manifiestan?|manifestamos|manifestaron)ADV (?:su|nuestra) (?:intención|disposición|disponibilidad) (?:de|a|para)(?!\\p{L})',
      ),
    ],
    [
      'founding-act',
      re(
        '(?:anuncian?|anunciamos|anunciaron|anunció|(?:han?|hemos) anunciado)ADV (?:la creación|el lanzamiento|el establecimiento|la puesta en marcha|la constitución) del?(?!\\p{L})',
      ),
    ],
    ['shall', re('(?:deben?|deberán?|est(?:ará|arán|án|á) obligad[oa]s? a)(?= \\p{L})')],
  ],
  we: /(?:mos)(?!\p{L})/u,
  future: /(?<![\p{L}-])(?:(?:no |se |nos |les? |los? |las? )*)(?!extremos\b|supremos\b|temeremos\b)\p{L}+(?:rán|rá|(?:a|e|i|d)remos)(?!\p{L})/giu,
  passive: /(?:será|serán)(?: \p{L}+mente)? \p{L}+(?:ad|id|t|ch|st|t)[oa]s?(?!\p{L})/u,
  effect:
    /^(?:(?:no |se |nos |les? |los? |las? )*)(?:podr|deber|entrar(?:á|án) en vigor|(?:permanecer|continuar|estar|seguir)(?:á|án) (?:\p{L}+ )?en vigor|aplicar|surtir|cesar|tendr(?:á|án|emos) (?:el|la|derecho)|ser(?:á|án)(?: \p{L}+mente)? (?:ratificad|aplicable|considerad|abiert|prorrogad|renovad|válid|obligatori)|estará(?:n)? (?:abiert|sujet)|habrá|querr|requerir|significar|comprender(?:á|án) )/u,
  negation: /(?:^|\s)(?:no|ninguna|ningún)(?!\p{L})/u,
  infinitive: re('(?<!\\p{L})INF', 'u'),
  member: re(`((?:,? y |, |[;:.] ?(?:y )?)(?:[a-z]{1,3}\\) ?)?(?:- ?)?)(a |de |en )?${INF}`),
  remark:
    /(?:,? y|,|;)(?: también| asimismo)? (?:salud|acog|celebr|agradec|tom(?:an|amos|aron) nota|inst(?:an|amos|aron)|exhort|invit(?:an|amos|aron)|alient|alent|subray|destac|reconoc|conden|lament|record|recuerd|hacen? un llamado|hacemos un llamado)\p{L}*(?!\p{L})/gu,
  tail: /, (?:incluid[oa]s?|incluyendo|en particular|en especial|tales como|entre (?:ell[oa]s|otr[oa]s)|lo que|l[oa]s cuales|cuy[oa]s?|que |mediante )/gu,
  dependent: /(?:^|[\s,])(?:que|quien(?:es)?|cuy[oa]s?|donde|si|cuando|como|aunque|porque|en caso de que)(?!\p{L})[^,;]*$/u,
  soft: /^(?:se |nos )?(?:(?:esforzar|trabajar|tratar)\p{L}+(?: (?:juntos|conjuntamente|\p{L}+mente))* (?:por|para|en|de)(?!\p{L})|(?:procurar|buscar|estudiar|explorar|examinar|considerar)\p{L}+)/u,
  effort:
    /^ ?(?:esforzarse (?:por|para|en)|hacer todo lo posible (?:por|para)|trabajar(?: (?:juntos|conjuntamente|\p{L}+mente))* (?:para|por|en)|procurar|explorar|estudiar|considerar|examinar|tratar de|buscar (?=\p{L}+(?:ar|er|ir)(?!\p{L})))(?!\p{L})/u,
  hedges:
    /(?<!\p{L})(?:(?:cuando|según|si) (?:proceda|corresponda|procede|sea (?:posible|necesario|apropiado|pertinente))|según (?:sea necesario|convenga)|en su caso|de ser (?:necesario|posible)|en la (?:mayor )?medida (?:de lo posible|de sus posibilidades|posible|en que [^,;.]+)|(?:tan pronto como|cuando) sea posible|lo antes posible|a la (?:mayor )?brevedad(?: posible)?|(?:de conformidad con|conforme a|con arreglo a|de acuerdo con|en el marco de) (?:su|sus|la|las|los|el)(?: \p{L}+){0,2}? (?:legislación|legislaciones|leyes|ordenamientos?|constitución|constituciones|derecho interno|procedimientos|disponibilidad)[^,;.]{0,40}|sujeto a [^,;.]+|a reserva de [^,;.]+|sin perjuicio de[^,;.]+|con carácter voluntario|de manera voluntaria|voluntariamente|en principio|teniendo en cuenta (?:sus?|las)[^,;.]+|de su elección|salvo que [^,;.]+|a menos que [^,;.]+)/gu,
  deadline:
    /(?:(?:para|hasta|antes de|a más tardar)(?: el| la)?(?: fin(?:ales)? de(?:l)?)? ?(?:\d{1,2} de \p{L}+ de )?(?:en )?(?:\d{4}|año)|(?:en|dentro de) (?:un plazo de |los próximos |las próximas )\p{L}+ (?:meses|días|años|semanas))/u,
};
