/** What a restating sentence adds to a promise: wider scope, longer time, means and consequences that the text does not name. */
import { matches } from '../text/matches.ts';

/** `scope` is held against the sentence in which the commitment stands, `matter` against its whole paragraph. */
type Against = 'scope' | 'matter';

interface Addition {
  readonly against: Against;
  readonly pattern: RegExp;
  /** What in the text says the same in other words. */
  readonly unless?: RegExp;
}

const row = (against: Against, parts: readonly string[], unless?: RegExp): Addition => ({
  against,
  pattern: new RegExp(`(?<![\\p{L}-])(?:${parts.join('|')})(?![\\p{L}])`, 'giu'),
  ...(unless ? { unless } : {}),
});

const PERIOD = '(?:hour|day|night|week|fortnight|month|quarter|spring|summer|autumn|winter|season)';
const COUNT = '(?:an?|one|two|three|four|five|six|seven|ten|twelve|\\d+)';
const WEAPONS = '(?:weapons?|warheads?|bombs?|missiles?|arms|submarines?|bombers?|aircraft|fighters?|forces?|arsenal)';

/** Kinds of additions that writers on security texts make; each row is one kind. */
const ADDITIONS: readonly Addition[] = [
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
      'beyond\\s+the\\s+peninsula',
    ],
    /\bglobal/i,
  ),
  row(
    'scope',
    [
      '(?:in|across|throughout|of)\\s+(?:the\\s+(?:whole\\s+|entire\\s+)?region|(?:all\\s+of\\s+)?(?:Northeast\\s+|East\\s+)?Asia)',
      '(?:whole|entire)\\s+region',
    ],
    /\b(?:region|asia|indo-pacific)/i,
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
      'all\\s+(?:its|their|american|nuclear|u\\.s\\.)\\s+(?:decisions?|operations?)',
    ],
    /\bany\b/i,
  ),
  row(
    'scope',
    [
      '(?:any|every|all|each)\\s+(?:other\\s+|american\\s+|u\\.s\\.\\s+|its\\s+|of\\s+its\\s+|asian\\s+)*(?:ally|allies|partners?|neighbou?rs?)',
      'other\\s+allies',
    ],
    /\ball(?:y|ies)\b.*\bany\b/i,
  ),
  row(
    'scope',
    [
      '(?:conventional|chemical|biological|cyber|missile|armed|non-?nuclear)(?:\\s+(?:or|and)\\s+\\p{L}+)?\\s+(?:attacks?|strikes?|provocations?|assaults?|aggression)',
      '(?:conventional|non-?nuclear)\\s+(?:or|and)\\s+nuclear',
      'nuclear\\s+or\\s+(?:conventional|otherwise|not)',
      'of\\s+any\\s+(?:kind|sort)',
      'any\\s+provocation',
    ],
    /\bconventional\s+(?:attack|or)/i,
  ),
  row('scope', ['unconditional\\w*'], /\bwithout\s+(?:pre)?conditions|ironclad/i),
  row('scope', ['total(?:ly)?'], /\btotal/i),
  row('scope', ['exclusively', 'solely', 'irrevers\\w+', 'irrevocabl\\w+', 'henceforth\\s+(?:be\\s+)?(?:taken|made|decided)', 'abolish\\w*', 'eliminat\\w+']),
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
      '(?:finger|hand)\\s+on\\s+(?:the|a|america\\p{L}*)',
      'nuclear\\s+(?:trigger|button|codes)',
      'nuclear[\\s-]sharing',
      'share\\s+(?:its|american|u\\.s\\.|nuclear)\\s+\\p{L}*\\s*(?:weapons|arsenal|warheads)',
    ],
    /\bveto|joint decision/i,
  ),
  row(
    'scope',
    [
      '(?:prior\\s+)?(?:consent|approval|permission|assent|authori[sz]ation)',
      'approve',
      'sign(?:s|ed)?\\s+off',
      'prior\\s+(?:agreement|consultation|notice)',
      '(?:must|has\\s+to|have\\s+to)\\s+(?:first\\s+)?agree',
      'ask(?:s|ing)?\\s+(?:\\p{L}+\\s+)?first',
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
  row('matter', [
    'amend\\w*',
    're-?writ\\w+',
    're-?wrote',
    're-?negotiat\\w+',
    'replac(?:e|es|ed|ing)',
    'revis(?:e|es|ed|ing)',
    'supersed\\w+',
    '(?:now\\s+)?covers?\\s+(?:any|a|an|every|nuclear)\\b',
    '(?:broaden|extend|expand|widen)(?:s|ed|ing)?\\s+the\\s+(?:\\p{L}+\\s+){0,4}treaty',
  ]),
  // Consequences.
  row(
    'matter',
    [
      'regime\\s+change',
      "(?:end(?:s|ed|ing)?|finish\\p{L}*|fall|demise|collapse|remov\\p{L}+|ruin|death)\\s+(?:of\\s+|for\\s+|to\\s+)?(?:the\\s+|that\\s+|his\\s+|its\\s+|(?:kim|pyongyang|north\\s+korea)(?:[’']s)?\\s+|north\\s+korean\\s+)+(?:\\p{L}+\\s+)?(?:regime|rule|state|dynasty|government)",
      '(?:mean|spell|bring|be)(?:s|ing)?\\s+(?:about\\s+)?(?:the|its|their|his)\\s+end',
      'overthrow\\w*',
      'toppl\\w+',
      'wip(?:e|es|ed|ing)\\s+(?:out|\\p{L}+(?:\\s+\\p{L}+)?\\s+(?:off|out))',
      'destroy\\w*',
      'destruction',
      'annihilat\\w*',
      'obliterat\\w*',
      'eradicat\\w+',
      'rais(?:e|ing)\\s+to\\s+the\\s+ground',
      'flatten\\w*',
      'invad\\w*',
      'invasion',
      'pre-?empt\\w*',
      'first\\s+(?:use|strike)',
      'all-out\\s+war',
      '(?:go|goes|going|went)\\s+to\\s+war',
      'declare\\s+war',
      'capitulat\\w+',
      'massive\\s+retaliation',
    ],
    /\bend of (?:the|that|his)\b/i,
  ),
  row('matter', [
    'nuclear\\s+(?:retaliat\\w+|response|counter-?(?:strike|attack)|repl(?:y|ies)|answer|reprisal|strike\\s+on\\s+(?:pyongyang|the\\s+north|north\\s+korea))',
    '(?:with|by)\\s+(?:its\\s+|american\\s+|u\\.s\\.\\s+)?nuclear\\s+(?:weapons|arms|forces|means|strikes?)',
    'in\\s+kind',
    '(?:use|using|employ|employing|launch|launching|fire|firing)\\s+(?:\\p{L}+\\s+){0,2}nuclear\\s+(?:weapons|arms|missiles|arsenal|forces)(?=\\s+(?:to|in\\s+(?:defen|respon|retaliat|repl)|against|whenever|if|should)\\b)',
    '(?:use|employ|launch|fire)\\s+its\\s+nuclear\\s+\\p{L}+',
  ]),
  // Means.
  row('matter', [
    'station(?:s|ed|ing)?',
    'homeport\\w*',
    'based\\s+(?:in|at|near|off|there)',
    'bas(?:e|ing)\\s+(?:its\\s+|american\\s+|u\\.s\\.\\s+)*(?:nuclear|strategic)',
    'perman\\w+\\s+(?:bas|deploy|station)\\w+',
    're-?deploy\\w*',
    '(?:deploy|return|bring|brings|brought|keep|keeping|store|storing|place|placing|send|sending|host|hosting|put|putting)(?:s|ed|ing)?\\s+(?:back\\s+)?(?:\\p{L}+[\\s-]+){0,3}?(?:nuclear|tactical)[\\s-]+(?:armed\\s+|capable\\s+)?' +
      WEAPONS,
    'tactical\\s+nuclear',
    'nuclear-armed\\s+\\p{L}+',
    'nuclear\\s+(?:hotline|umbrella\\s+treaty|base|war-?planning)',
    'live[\\s-](?:nuclear|fire|weapons?|exercises?|warheads?)',
    'hotline',
    'aircraft\\s+carriers?',
    'targeting\\s+data',
    'launch\\s+codes',
    'pay(?:s|ing)?\\s+for',
    'fund(?:s|ed|ing)?',
    'billions?',
    'sanctions?',
  ]),
  // Forces put together or under another's command.
  row('matter', [
    'merg\\w+',
    'amalgamat\\w+',
    'fus(?:e|es|ed|ing)\\s',
    'absorb\\w*',
    'subordinat\\w+',
    '(?:single|unified|one)\\s+(?:\\p{L}+\\s+)?(?:command|force|army|organi[sz]ation|staff)',
    "(?:under|to)\\s+(?:american|u\\.s\\.|us|south\\s+korean|korean|washington[’']s|seoul[’']s|its|foreign)\\s+(?:operational\\s+)?(?:command|control|authority)",
    '(?:hand|hands|handed|handing|cede[sd]?|ceding|transfer\\w*|surrender\\w*)\\s+(?:over\\s+)?(?:\\p{L}+\\s+){0,4}?(?:command|control|authority|forces)',
    'command(?:s|ed|ing)?\\s+(?:its|their|all|the)\\s+(?:\\p{L}+\\s+)?(?:forces|troops|armies)',
    '(?:place|put|bring)(?:s|ed|ing)?\\s+(?:\\p{L}+\\s+){1,4}under\\s+(?:\\p{L}+\\s+){0,2}(?:command|control)',
    'wartime\\s+(?:operational\\s+)?\\p{L}+',
    'withdraw\\w*',
    'dissol\\w+',
    'disband\\w*',
    'unif(?:y|ies|ied|ication)',
    'reunif\\w+',
  ]),
  // Something given up.
  row('matter', [
    'renounc\\w*',
    'renunciation',
    'forswear\\w*',
    'forswore',
    'forgo\\w*',
    'foreswear\\w*',
    'abandon\\w*',
    '(?:give|gives|gave|given|giving)\\s+up',
    '(?:not|never)\\s+to\\s+(?:build|acquire|develop|seek|make|possess|produce|enrich|reprocess)',
    'enrich\\w*',
    'reprocess\\w*',
    'dismantl\\w+',
    'swore\\s+off',
    '(?:ruled|rules|ruling)\\s+out',
  ]),
  // Outcomes of talks.
  row('matter', [
    '(?:open|begin|start|resume|launch|hold|enter)(?:s|ed|ing|n)?\\s+(?:into\\s+)?(?:direct\\s+|formal\\s+|new\\s+|immediate\\s+|peace\\s+)*(?:negotiations|talks)',
    '(?:began|begun|opened|resumed|started|launched)\\s+(?:\\p{L}+\\s+){0,2}(?:negotiations|talks|dialogue)',
    'summit',
    'invit(?:e|es|ed|ing)',
    'meet(?:s|ing)?\\s+(?:with\\s+)?(?:kim|chairman|the\\s+north\\s+korean\\s+leader)',
    'peace\\s+treaty',
    '(?:lift|eas|suspend|relax)(?:e|es|s|ed|ing)?\\s+(?:\\p{L}+\\s+){0,3}?sanctions',
    'recogni[sz](?:e|es|ed|ing)\\s+(?:the\\s+)?(?:dprk|north|pyongyang)',
    'normali[sz]\\w+',
    'concessions?',
    'diplomatic\\s+relations',
  ]),
  // A seat for others.
  row('matter', [
    'founding\\s+members?',
    '(?:perman\\w+|third|observer)\\s+(?:seat|member\\w*)',
    'hosted\\s+(?:in|on|by)',
    'on\\s+(?:its|korean|their)\\s+soil',
    '(?:opened|open)\\s+to\\s+(?:other|third|all)\\b',
    'all\\s+(?:asian|regional)\\s+\\p{L}+',
    '(?:decide|decides|deciding|determin\\w+)\\s+(?:when|whether|on\\s+the\\s+use|how)',
  ]),
];

const stem = (word: string): string => word.replace(/(?:ly|ing|ed|es|s|e|ment)$/, '');

/** Whether the text itself says these words, whatever their endings. */
export function stands(phrase: string, source: string): boolean {
  const words = source.toLowerCase();
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .every((w) => words.includes(stem(w)));
}

/**
 * Phrases of the claim that add to what the text promises, in order of kind, at most one of each kind. `sentence` and `paragraph` are
 * those in which the commitment stands.
 */
export function additionsTo(claim: string, sentence: string, paragraph: string): readonly { readonly phrase: string; readonly against: Against }[] {
  const out: { phrase: string; against: Against }[] = [];
  for (const { against, pattern, unless } of ADDITIONS) {
    const source = against === 'scope' ? sentence : paragraph;
    if (unless?.test(source)) continue;
    for (const m of matches(pattern, claim)) {
      const phrase = m[0].trim();
      if (stands(phrase, source)) continue;
      out.push({ phrase, against });
      break;
    }
  }
  return out;
}
