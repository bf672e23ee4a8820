/** The checks of short forms: near misses and other meanings told apart, and fixes that leave nothing to find. */
import declarations from 'virtual:declarations';
import { describe, expect, it, test } from 'vitest';
import type { Edit, Finding } from '../../server/src/checks/check.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS, type Settings } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));
const CITE = 'The Washington Declaration of April 2023 is meant.\n\n';
const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toSorted((a, b) => b.span.start - a.span.start).reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);

function find(id: string, text: string, settings: Partial<Settings> = {}, format: Format = 'markdown'): readonly Finding[] {
  const analysis = analyseText(text, format, library, { ...DEFAULTS, checks: { [id]: 'warning' }, ...settings });
  return runChecks(analysis).filter((f) => f.check === id);
}

describe('wrong-expansion', () => {
  const wrong = (text: string, format?: Format) => find('wrong-expansion', CITE + text, {}, format).map((f) => (CITE + text).slice(f.span.start, f.span.end));

  it.each([
    ['The Nuclear Consultation Group (NCG) met.', ['Nuclear Consultation Group (NCG']],
    ['The NCG (Nuclear Consulting Group) met.', ['NCG (Nuclear Consulting Group']],
    ['The Nuclear Policy Review (NPR) of 2022.', ['Nuclear Policy Review (NPR']],
    ['The Extended Deterrence Strategic Consultation Group (EDSCG).', ['Extended Deterrence Strategic Consultation Group (EDSCG']],
    ['The Mutual Security Treaty (MST) and the Mutual Security Defense Treaty (MSDT).', []],
    ['Conventional-nuclear\ninteroperability (CNI) is said to follow.', ['Conventional-nuclear\ninteroperability (CNI']],
    ['- CFC: Combined Field Command', ['CFC: Combined Field Command']],
    ['| Short | Name |\n| --- | --- |\n| CFC | Combined Field Command |', ['Combined Field Command']],
    ['| Name | Short |\n| --- | --- |\n| Combined Field Command | CFC |', ['Combined Field Command']],
  ])('%s', (text, spans) => expect(wrong(text)).toEqual(spans));

  it.each([
    // Right names, as others write them.
    'The Nuclear Consultative Group (NCG) and Nuclear Consultative Groups (NCGs).',
    'The Treaty on the Non-Proliferation of Nuclear Weapons (NPT), the Nuclear Non-Proliferation Treaty (NPT), the Non-proliferation Treaty (NPT).',
    'The Mutual Defence Treaty (MDT) and the U.S.–ROK Mutual Defense Treaty (MDT).',
    'United States Strategic Command (USSTRATCOM), US Strategic Command (STRATCOM), Strategic Command (STRATCOM).',
    'The Extended Deterrence Strategy & Consultation Group (EDSCG).',
    'The tabletop exercise (TTX) and the table-top simulation (TTS).',
    'The United States (U.S.), the United States of America (US), South Korea (ROK), the Republic of Korea (ROK).',
    'The Korea-US Combined Forces Command (CFC).',
    '대한민국(ROK)과 핵협의그룹(NCG)',
    // Other things with the same letters.
    'National Public Radio (NPR) and the Northern Coastguard (NCG).',
    'Chlorofluorocarbons (CFCs), text-to-speech (TTS) and a master data table (MDT).',
    // Not said to be the same.
    'The Nuclear Planning Group met before the NCG did (in Seoul).',
    'Code is not read: `Nuclear Consultation Group (NCG)`.',
  ])('accepts: %s', (text) => expect(wrong(text)).toEqual([]));

  test('says what the declaration has, shows where, and the fix leaves nothing to find', () => {
    const text = `${CITE}The Nuclear Consultation Group (NCG) met.`;
    const [finding] = find('wrong-expansion', text);
    expect(finding?.message).toBe('NCG stands for “Nuclear Consultative Group”, as the Washington Declaration has it, not for “Nuclear Consultation Group”.');
    expect(finding?.see?.map((p) => p.paragraph)).toEqual(['4']);
    const fixed = apply(text, finding?.fixes[0]?.edits ?? []);
    expect(fixed).toBe(`${CITE}The Nuclear Consultative Group (NCG) met.`);
    expect(find('wrong-expansion', fixed)).toEqual([]);
  });

  test('is found in LaTeX, HTML and plain text too', () => {
    expect(wrong('The \\emph{Nuclear Consultation Group} (NCG) met.', 'latex')).toHaveLength(1);
    expect(wrong('<p>The Nuclear Consultation&nbsp;Group (<b>NCG</b>) met.</p>', 'html')).toHaveLength(1);
    expect(wrong('NCG = Nuclear Consultation Group; NPT = Nuclear Nonproliferation Treaty', 'plaintext')).toHaveLength(1);
  });

  test('a document that does not cite the declaration may call its bodies what it likes', () => {
    expect(find('wrong-expansion', 'The Nuclear Consultation Group (NCG) met.')).toEqual([]);
  });
});

describe('undefined-acronym', () => {
  const text = `${CITE}The EDSCG and the NCG met. The EDSCG met again, as did the Nuclear Consultative Group (NCG).`;
  const words = (settings: Partial<Settings>) => find('undefined-acronym', text, settings).map((f) => text.slice(f.span.start, f.span.end));

  test('reports each use of what is never expanded', () => {
    expect(words({})).toEqual(['EDSCG', 'EDSCG']);
  });

  test('or the first use only', () => {
    expect(words({ acronyms: { firstUseOnly: true } })).toEqual(['EDSCG']);
  });

  test('is off unless a setting turns it on', () => {
    expect(runChecks(analyseText(text, 'markdown', library, DEFAULTS)).filter((f) => f.check === 'undefined-acronym')).toEqual([]);
  });

  test('the fix writes the name where the short form first stands, and leaves nothing to find', () => {
    const [finding] = find('undefined-acronym', text);
    const fixed = apply(text, finding?.fixes[0]?.edits ?? []);
    expect(fixed).toContain('The Extended Deterrence Strategy and Consultation Group (EDSCG) and the NCG met.');
    expect(find('undefined-acronym', fixed)).toEqual([]);
  });
});
