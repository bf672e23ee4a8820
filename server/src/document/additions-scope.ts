/** Additions that widen a promise: where, when, how much, for whom, with whose say, and that it binds in law. */
import { type Addition, row } from './addition-rows.ts';

const PERIOD = '(?:hour|day|night|week|fortnight|month|quarter|spring|summer|autumn|winter|season|year)';
const COUNT = '(?:an?|one|two|three|four|five|six|seven|ten|twelve|\\d+)';

/** Each row is one kind. General to agreements on any matter between states; nothing here names a state or a text. */
export const SCOPE: readonly Addition[] = [
  // Place.
  row(
    'scope',
    [
      'anywhere',
      'everywhere',
      'wherever',
      'world-?wide',
      'globally',
      'around\\s+the\\s+(?:world|globe)',
      'no\\s+matter\\s+where',
      'beyond\\s+(?:the|its|their)\\s+(?:region|area|peninsula|continent|borders?|territory)',
    ],
    /\bglobal/i,
  ),
  row(
    'scope',
    [
      '(?:in|across|throughout|of)\\s+(?:the\\s+(?:whole\\s+|entire\\s+)?(?:region|continent|Middle\\s+East|Pacific|Atlantic)|(?:all\\s+of\\s+)?(?:(?:North|South|East|West|Northeast|Southeast|Central|Eastern|Western|Latin)\\s+)?(?:Asia|Europe|Africa)|(?:North|South|Central|Latin)\\s+America)',
      '(?:whole|entire)\\s+region',
    ],
    /\b(?:region|asia|europe|africa|pacific|atlantic|continent)/i,
  ),
  // Time: always, by a date, so often.
  row(
    'scope',
    ['always', 'for\\s?ever', 'for\\s+good', 'perman\\w+', 'perpetual\\w*', 'indefinite\\w*', 'once\\s+and\\s+for\\s+all', 'for\\s+all\\s+time', 'eternal\\w*'],
    /\bendur|longstanding|ironclad|perman/i,
  ),
  row('scope', ['never\\s+again', 'automatic\\w*']),
  row('scope', [
    'all\\s+(?:the\\s+)?year(?:\\s+round)?',
    'year-round',
    '(?:a)?round[\\s-]the[\\s-]clock',
    'at\\s+(?:all\\s+times|all\\s+hours|any\\s+time|any\\s+hour)',
    'day\\s+and\\s+night',
    'without\\s+(?:interruption|pause|a\\s+break)',
  ]),
  row('scope', [
    `(?:every|each|once\\s+an?|twice\\s+an?)\\s+(?:\\w+\\s+)?${PERIOD}`,
    'daily',
    'weekly',
    'monthly',
    `within\\s+${COUNT}\\s+${PERIOD}s?`,
    'within\\s+(?:minutes|hours|days|weeks|months|an?\\s+year)',
    'by\\s+(?:the\\s+end\\s+of\\s+)?(?:19|20)\\d\\d',
    '(?:by|before)\\s+the\\s+end\\s+of\\s+(?:the|this|next)\\s+(?:year|month|decade|century|spring|summer|autumn|winter)',
    'next\\s+(?:year|month|week|spring|summer|autumn|winter)',
  ]),
  row(
    'scope',
    ['instant(?:ly|aneous\\w*)?', 'immediate(?:ly)?', 'at\\s+once', 'without\\s+(?:any\\s+)?(?:delay|hesitation|further\\s+debate)'],
    /\bswift|immediate|rapid|prompt/i,
  ),
  // Extent.
  row(
    'scope',
    [
      'without\\s+(?:any\\s+)?(?:exceptions?|limits?|reservations?|qualification)',
      'no\\s+(?:exceptions|limits)',
      'unlimited',
      'regardless(?:\\s+of)?',
      'no\\s+matter\\s+(?:what|how|which)',
      'whatever',
      'whenever',
      'in\\s+(?:all|any|every)\\s+(?:cases?|circumstances?|crisis|crises|war|conflict|contingency)',
      'under\\s+(?:all|any)\\s+circumstances',
      'at\\s+any\\s+(?:price|cost)',
    ],
    /\bany\b/i,
  ),
  row(
    'scope',
    [
      '(?:any|every)\\s+(?:change|decision|attack|use|strike|weapon|crisis|operation|nuclear\\s+(?:decision|question|move|matter|operation))',
      'every\\s+(?:\\p{L}+\\s+){1,2}(?:operation|decision|move|use)',
      'all\\s+(?:its|their|\\p{L}+)\\s+(?:decisions?|operations?|tests?|exports?|weapons?)',
    ],
    /\bany\b/i,
  ),
  row(
    'scope',
    ['(?:any|every|all|each)\\s+(?:other\\s+|of\\s+its\\s+|its\\s+|\\p{L}+\\s+)?(?:ally|allies|partners?|neighbou?rs?)', 'other\\s+allies'],
    /\ball(?:y|ies)\b.*\bany\b/i,
  ),
  row(
    'scope',
    [
      '(?:conventional|chemical|biological|cyber|missile|armed|non-?nuclear)(?:\\s+(?:or|and)\\s+\\p{L}+)?\\s+(?:attacks?|strikes?|provocations?|assaults?|aggression|ones?\\b)',
      '(?:conventional|non-?nuclear)\\s+(?:or|and)\\s+nuclear',
      'nuclear\\s+or\\s+(?:conventional|otherwise|not)',
      'any\\s+provocation',
    ],
    /\bconventional\s+(?:attack|or)/i,
  ),
  // To rule or to lessen is not to end.
  row(
    'scope',
    ['bans?', 'banned', 'banning', 'prohibit\\w*', 'outlaw\\w*', 'forbid\\w*', 'put(?:s|ting)?\\s+an\\s+end\\s+to'],
    /\b(?:not|no|never|nor|ban|bans|prohibit\w*|outlaw\w*|forbid\w*|refrain\w*|prevent\w*|end|ending|ends|stop\w*|ceas\w*|renounc\w*|eliminat\w*|phas\w+\s+out|without|free\s+(?:of|from))\b/i,
  ),
  row('scope', ['unconditional\\w*'], /\bwithout\s+(?:pre)?conditions|ironclad/i),
  row('scope', ['total(?:ly)?'], /\btotal/i),
  row('scope', ['of\\s+(?:any|every)\\s+(?:kind|sort|type)'], /\b(?:any|all|every)\b/i),
  row('scope', ['exclusively', 'solely'], /\b(?:only|sole|exclusiv)/i),
  row('scope', ['irrevers\\w+', 'irrevocabl\\w+', 'henceforth\\s+(?:be\\s+)?(?:taken|made|decided)', 'abolish\\w*', 'eliminat\\w+']),
  // A say in another's decision.
  row(
    'scope',
    [
      'veto\\w*',
      '(?:equal|full|real|final|decisive|formal)\\s+(?:vote|say|voice|partner\\w*|control|share|rights?)',
      'co-?deci\\w+',
      'co-?determin\\w+',
      '(?:has|have|gets?|gains?|wins?|won|given|giving)\\s+(?:\\w+\\s+){0,2}(?:vote|veto|say|right)\\b',
      'joint(?:ly)?\\s+(?:control\\w*|command\\w*|decid\\w*|decision|authori\\w+|own\\w*|possess\\w*|custody)',
      '(?:decid\\w+|taken|made|authori[sz]ed|controlled)\\s+(?:jointly|together|by\\s+both)',
      '(?:shar\\w+|joint|dual)\\s+(?:the\\s+)?(?:control|command|authority|ownership|key|custody|responsibility\\s+for\\s+(?:the\\s+)?use)',
      'dual[\\s-]key',
      "(?:finger|hand)\\s+on\\s+(?:the|a|\\p{L}+[’']s)\\s+(?:\\p{L}+\\s+)?(?:button|trigger|switch|key)",
      'nuclear\\s+(?:trigger|button|codes)',
      'nuclear[\\s-]sharing',
      'share\\s+(?:its|\\p{L}+)\\s+\\p{L}*\\s*(?:weapons|arsenal|warheads)',
    ],
    /\bveto|joint decision/i,
  ),
  row(
    'scope',
    [
      '(?:consent|approval|permission|assent|authori[sz]ation|blessing|green\\s+light|go-ahead)',
      '(?:obtain|need|secur|get|requir|await)(?:s|es|ed|ing)?\\s+(?:\\S+\\s+){0,3}?agreement(?=\\s+(?:to|on|for|before)\\b)',
      'approve',
      'sign(?:s|ed)?\\s+off',
      '(?:must|has\\s+to|have\\s+to)\\s+(?:first\\s+)?agree',
      'ask(?:s|ing)?\\s+(?:\\p{L}+\\s+)?first',
    ],
    /\b(?:consent|approv|permission|assent|authori[sz]|agreement of)/i,
  ),
  row(
    'scope',
    [
      'without\\s+(?:first|prior)',
      'prior\\s+(?:agreement|consultation|notice|consent|approval)',
      '(?:beforehand|in\\s+advance)',
      'before\\s+(?:any|it\\s+(?:uses|fires|launches|employs)|using|firing|launching|employing|every)',
    ],
    /\b(?:in advance|prior|before)\b/i,
  ),
  // Law.
  row('scope', [
    'legally',
    'legal\\s+(?:dut|obligation|guarantee|commitment|right|force)\\p{L}*',
    'enforceable',
    'treaty[\\s-](?:bound|obligation|commitment|guarantee)',
    'binding',
    'under\\s+international\\s+law',
    'by\\s+law',
    'ratif\\w+',
  ]),
];
