/** Finds authorities that are no declarations but are cited beside them: resolutions, judgments, codes and reports, works by author and year. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { OtherName } from './names.ts';

const CAP = "\\p{Lu}[\\p{L}.’'&-]{0,30}";
/** What may follow a report's name before the pinpoint: series, volume, page, year. */
const REST =
  '(?:[\\s,]{1,3}(?:Reports?|Rep\\.|Recueil|\\([Ss]er\\.\\s?[A-Z/]{1,5}\\)|[Nn]os?\\.\\s?\\d{1,4}|pp?\\.\\s?\\d{1,4}(?:[-–]\\d{1,4})?|at\\s\\d{1,4}|\\(\\d{4}\\)|\\d{1,4}(?!\\d))){0,6}';
const PATTERNS: readonly (readonly [RegExp, noun: string])[] = [
  [/(?<![\p{L}\p{N}])(?:[Rr]esolutions?|Res\.|UNSCR|RES)\s+(?:[AS]\/(?:RES\/)?)?\d{1,4}(?:\/\d{1,4})?(?:\s?\(\d{4}\))?/gu, 'resolution'],
  [/(?<![\p{L}\p{N}])(?:UN\s+Doc\.?\s+)?[AS]\/(?:RES\/|PV\.)?\d{1,4}(?:\/\d{1,4}){0,2}(?:\s?\(\d{4}\))?/gu, 'resolution'],
  [new RegExp(`(?<![\\p{L}\\p{N}])(?:\\d{4}\\s)?(?:P\\.?C\\.?)?I\\.?C\\.?J\\.?(?![\\p{L}])${REST}`, 'gu'), 'judgment'],
  [new RegExp(`(?<![\\p{L}\\p{N}])P\\.?C\\.?I\\.?J\\.?(?![\\p{L}])${REST}`, 'gu'), 'judgment'],
  [new RegExp(`(?<![\\p{L}\\p{N}])${CAP}(?:\\s${CAP}){0,3}\\sv\\.?\\s${CAP}(?:\\s${CAP}){0,3}`, 'gu'), 'judgment'],
  [/(?<![\p{L}])(?:Judge?ment|Advisory Opinion|Arbitral Award)(?:\s+of\s+\d{1,2}\s+\p{Lu}\p{Ll}+\s+\d{4})?(?=[\s,]+(?:at\s)?(?:para|¶|§))/gu, 'judgment'],
  [
    /(?<![\p{L}\p{N}])\d{1,4}\s(?:U\.S\.(?:C\.)?|F\.(?:2d|3d|4th)|S\.\sCt\.|Stat\.|C\.F\.R\.|Fed\.\sReg\.|U\.N\.T\.S\.|UNTS|I\.L\.M\.|ILM)\s(?:§{1,2}\s?)?\d{1,5}(?:,\s\d{1,4})?/gu,
    'report',
  ],
  [/결의\s?(?:안\s?)?(?:제\s?)?\d{1,4}호?/gu, 'resolution'],
  [/[가-힣]{0,12}(?:헌법|조약|협정|법률|의정서|협약|백서|보고서|공동성명|공동선언|원칙|성명|합의서|합의|각서|논문|글)(?=\s?(?:제\s?)?\d)/gu, 'treaty'],
];

/** "(Kim 2019", "(see Kim and Lee, 2019a": by author and year, in parentheses. */
const AUTHOR =
  /(?<=[([;]\s?(?:(?:[Ss]ee|[Cc]f\.|e\.g\.,?|also)\s){0,2})(\p{Lu}[\p{L}’'-]{1,30})(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]{1,30}|\set\sal\.?)?,?\s(?:19|20)\d{2}[a-z]?(?=[,:;)\]])|(?<![\p{L}\p{N}])(\p{Lu}[\p{L}’'-]{1,30})(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]{1,30}|\set\sal\.?)?\s\((?:19|20)\d{2}[a-z]?(?=[,:)])/gu;
const NO_AUTHOR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|In|On|Of|By|Since|From|Until|After|Before|During|Spring|Summer|Autumn|Fall|Winter|The|Washington|Seoul|Declarations?|Statements?|Treaty|Charter|Principles|Resolution|Communiqu[eé]|Agreement|Convention|Memorandum|Accord|Act|Protocol|Pact)$/u;

/** In no particular order, possibly overlapping one another. Total. */
export function findAuthorities(text: string): readonly OtherName[] {
  if (!/\d/.test(text)) return [];
  const out: OtherName[] = [];
  const add = (span: Span, noun: string, legal: boolean): void => {
    out.push({ span, name: text.slice(span.start, span.end), noun, legal });
  };
  for (const [pattern, noun] of PATTERNS)
    for (const m of matches(pattern, text)) {
      const lead = /^(?:In|See|Cf\.|As|But|The)\s/.exec(m[0])?.[0].length ?? 0;
      add({ start: m.index + lead, end: m.index + m[0].length }, noun, false);
    }
  for (const m of matches(AUTHOR, text)) {
    if (NO_AUTHOR.test((m[1] ?? m[2]) as string)) continue;
    add({ start: m.index, end: m.index + m[0].length }, 'work', true);
  }
  return out;
}
