/** Terms of an instrument: what it defines, what it names, what its terms file adds, and where each is used. */
import declarations from 'virtual:declarations';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instrument, Term } from '../../server/src/instrument/instrument.ts';
import { findNames } from '../../server/src/instrument/named.ts';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { readTermsFile } from '../../server/src/instrument/terms-file.ts';
import { runs } from '../properties.ts';

const read = (text: string, terms?: string): Instrument =>
  readInstrument({
    path: 'harbour.md',
    text: `---\ntitle: Harbour Declaration\n---\n\n${text}\n`,
    format: 'markdown',
    ...(terms === undefined ? {} : { terms }),
  });
const term = (i: Instrument, short: string): Term => i.terms.find((t) => t.short === short || t.long === short) as Term;
const written = (i: Instrument, spans: Term['uses']): readonly string[] => spans.map((s) => i.text.slice(s.start, s.end));
const defined = (text: string): readonly string[] => read(text).terms.map((t) => `${t.short} = ${t.long}`);

describe('what the text defines', () => {
  const harbour = read(
    'Both leaders founded the Joint Harbour Council (JHC).\n\nThe JHC’s seat is Oslo; the Joint Harbour Council meets yearly. JHC-led drills follow.\n\nNothing else was said.',
  );

  test('a pairing is the definition, and every mention a use', () => {
    const jhc = term(harbour, 'JHC');
    expect(jhc).toMatchObject({ short: 'JHC', long: 'Joint Harbour Council', kind: 'body', definedInText: true, paragraphs: ['1', '2'] });
    expect(jhc.definition && written(harbour, [jhc.definition])).toEqual(['Joint Harbour Council (JHC']);
    expect(written(harbour, jhc.uses)).toEqual(['Joint Harbour Council', 'JHC', 'JHC', 'Joint Harbour Council', 'JHC']);
  });

  test('the longest name wins where one name is part of another', () => {
    const korea = read(
      "The Republic of Korea (ROK) and the Democratic People’s Republic of Korea (DPRK) met.\n\nThe Democratic People's Republic of Korea spoke; the Republic of Korea listened.",
    );
    expect(written(korea, term(korea, 'ROK').uses)).toEqual(['Republic of Korea', 'ROK', 'Republic of Korea']);
    expect(written(korea, term(korea, 'DPRK').uses)).toEqual(['Democratic People’s Republic of Korea', 'DPRK', "Democratic People's Republic of Korea"]);
  });

  test('plurals and possessives belong to the mention, not to the short form', () => {
    expect(defined('They count unmanned harbour vessels (UHVs) and read the Coastal Watch Group’s (CWG’s) reports.')).toEqual([
      'UHV = unmanned harbour vessels',
      'CWG = Coastal Watch Group',
    ]);
  });

  test('roles are terms: what a treaty calls its parties, its depositary, itself', () => {
    expect(
      defined('Instruments shall be deposited with the Government of Iceland, hereby designated as the depositary Government. It shall keep them.'),
    ).toEqual(['depositary Government = Government of Iceland']);
    expect(defined('The Governments of Iceland, Norway and Denmark, hereinafter referred to as the “Original Parties”, have agreed to this.')).toEqual([
      'Original Parties = Governments of Iceland, Norway and Denmark',
    ]);
    expect(defined('In this Treaty the North Sea Framework Convention (“the Convention”) holds.')).toEqual(['Convention = North Sea Framework Convention']);
  });

  test('a verb behind “hereby” is no role; what several are called is not the last one’s name', () => {
    expect(defined('The Parties hereby establish a council, on which each of them shall sit.')).toEqual([]);
    expect(defined('Iceland, Norway and the Kingdom of Denmark, hereinafter the “Coastal States”, have agreed.')).toEqual([
      'Coastal States = Iceland, Norway and the Kingdom of Denmark',
    ]);
    expect(defined('They and the Kingdom of Denmark, hereinafter the “Depositary”, have agreed.')).toEqual([]);
  });
});

describe('what the text names in full', () => {
  const named = (text: string): readonly string[] => read(text).terms.map((t) => `${t.long} (${t.kind})`);

  test('treaties and bodies, each by the noun that says what it is', () => {
    expect(
      named(
        'They recalled the Charter of the United Nations, the Treaty on the Demilitarisation of Straits, the Northern Islands Forum, the International Court of Justice and the North Sea Treaty Organization.',
      ),
    ).toEqual([
      'Charter of the United Nations (treaty)',
      'Treaty on the Demilitarisation of Straits (treaty)',
      'Northern Islands Forum (body)',
      'International Court of Justice (body)',
      'North Sea Treaty Organization (organization)',
    ]);
  });

  test('not the text itself, not common nouns, not half a name', () => {
    expect(
      named(
        'The Harbour Declaration is short. This Treaty, the Joint Committee and the Review Conference follow the Norway-Iceland Treaty of Mutual Aid and Security. HARBOUR COUNCIL',
      ),
    ).toEqual([]);
  });

  test('names that go on in small letters or in a list are left out; an owner is no part, “New” before capitals is', () => {
    expect(
      named(
        'They read the Convention on Early Warning of a Wreck, the Protocol against the Illicit Landing of fish, the Conference on the Repair, Renewal and Reopening of Ports, the Bergen Convention on Circular relations, the Ports Act’s National Harbour Renewal Fund, the New SEAL Treaty and the Nordic Women’s Trade Forum.',
      ),
    ).toEqual(['National Harbour Renewal Fund (organization)', 'New SEAL Treaty (treaty)', 'Nordic Women’s Trade Forum (body)']);
  });

  test('each use counts, and what is defined is not named twice', () => {
    const text = 'The Northern Islands Forum met.\n\nThe Northern Islands Forum (NIF) and the Coastal Fund met. The Coastal Fund pays.';
    expect(read(text).terms.map((t) => [t.short ?? t.long, t.definedInText, t.uses.length])).toEqual([
      ['NIF', true, 3],
      ['Coastal Fund', false, 2],
    ]);
  });
});

test('twenty thousand names in one paragraph are told apart without comparing each with each', { retry: 2 }, () => {
  const text = 'Northern Islands Forum, '.repeat(20_000);
  const from = performance.now();
  expect(findNames(text)).toHaveLength(20_000);
  expect(performance.now() - from).toBeLessThan(2500);
});

describe('what the terms file adds', () => {
  const text = 'The leaders praised the North Sea Pact and the table-top drill.\n\nThey follow the Pact of the North Sea and the Joint Harbour Council (JHC).';
  const file = `
- short: NSP
  long: North Sea Pact
  aliases: [Pact of the North Sea]
  names: { ko: [북해 조약] }
  kind: treaty
  note: Signed in 1951.
  source: Norwegian Treaty Series
- short: JHC
  long: Joint Harbour Council
  kind: body
  note: It sits in Oslo.
- short: TTD
  long: naval simulation
  inText: table-top drill
  kind: exercise
- short: XYZ
  long: Xylophone Youth Zone
  kind: other
`;
  const harbour = read(text, file);

  test('a name that the text has but does not shorten', () => {
    const pact = term(harbour, 'NSP');
    expect(pact).toMatchObject({
      long: 'North Sea Pact',
      kind: 'treaty',
      definedInText: false,
      note: 'Signed in 1951.',
      source: 'Norwegian Treaty Series',
      paragraphs: ['1', '2'],
    });
    expect(pact.aliases).toEqual(['Pact of the North Sea', '북해 조약']);
    expect(written(harbour, pact.uses)).toEqual(['North Sea Pact', 'Pact of the North Sea']);
  });

  test('a note for what the text defines itself', () => {
    expect(term(harbour, 'JHC')).toMatchObject({ definedInText: true, note: 'It sits in Oslo.' });
  });

  test('words of the text that the field calls otherwise', () => {
    expect(written(harbour, term(harbour, 'TTD').uses)).toEqual(['table-top drill']);
  });

  test('an entry that the text never mentions is no term of it', () => {
    expect(term(harbour, 'XYZ')).toBeUndefined();
  });

  test('a bad entry is named, and the others hold', () => {
    const { entries, problems } = readTermsFile('- short: A\n- long: Board of Pilots\n  kind: bodie\n- 7\n- long: Fund\n');
    expect(entries.map((e) => `${e.long} (${e.kind})`)).toEqual(['Board of Pilots (other)', 'Fund (other)']);
    expect(problems).toEqual([
      'terms file: entry 1 has no long form',
      'terms file: entry 2 (Board of Pilots) has the unknown kind “bodie”',
      'terms file: entry 3 has no long form',
    ]);
  });

  test('a file that is no list, or does not parse, is a problem and nothing more', () => {
    expect(readTermsFile('short: A').problems).toEqual(['terms file: a list of entries was expected']);
    expect(readTermsFile('- a: [').problems).toHaveLength(1);
    expect(readTermsFile('')).toEqual({ entries: [], problems: [] });
    expect(read(text, '- a: [').terms.map((t) => t.short ?? t.long)).toEqual(['JHC', 'North Sea Pact']);
  });
});

describe('the Washington Declaration', () => {
  const declaration = readInstrument(declarations.find((d) => d.path === 'washington-declaration.md') as (typeof declarations)[number]);

  test('its terms file reads without a problem, and every term says what it is and where that comes from', () => {
    expect(declaration.problems).toEqual([]);
    for (const t of declaration.terms) {
      expect(t.note, t.long).toMatch(/^[^\n]{20,}\.$/);
      expect(t.source, t.long).toBeTruthy();
      expect(t.kind, t.long).not.toBe('other');
    }
  });

  test('it defines three short forms itself', () => {
    expect(declaration.terms.filter((t) => t.definedInText).map((t) => `${t.short} = ${t.long}`)).toEqual([
      'ROK = Republic of Korea',
      'NCG = Nuclear Consultative Group',
      'DPRK = Democratic People’s Republic of Korea',
    ]);
  });

  test('whatever it names has an entry that stands where it is named', () => {
    const named = (short: string): string => {
      const t = term(declaration, short);
      return `${short}: ${t.paragraphs.join(', ')}: ${[...new Set(written(declaration, t.uses).map((u) => u.replace(/\s+/g, ' ')))].join(' | ')}`;
    };
    const shorts = ['EDSCG', 'NPT', 'NPR', 'MDT', '123 Agreement', 'ROKSTRATCOM', 'CFC', 'USSTRATCOM', 'TTS', 'TTX', 'SSBN', 'CNI'];
    expect(shorts.map(named)).toEqual([
      'EDSCG: 5: Extended Deterrence Strategy and Consultation Group',
      'NPT: 3: Nuclear Nonproliferation Treaty',
      'NPR: 3: Nuclear Posture Review',
      'MDT: 2: U.S.-ROK Mutual Defense Treaty',
      '123 Agreement: 3: U.S.-ROK Agreement for Cooperation Concerning Peaceful Uses of Nuclear Energy',
      'ROKSTRATCOM: 6: ROK Strategic Command',
      'CFC: 6: U.S.-ROK Combined Forces Command',
      'USSTRATCOM: 6: U.S. Strategic Command',
      'TTS: 4: table-top simulation',
      'TTX: 6: table-top exercise',
      'SSBN: 5: nuclear ballistic missile submarine',
      'CNI: 4: ROK conventional support to U.S. nuclear operations',
    ]);
  });
});

test('on any text and terms file, uses and definitions lie in the file, and each use is one of the term’s forms', () => {
  const words = fc.array(
    fc.constantFrom(
      'Joint',
      'Harbour',
      'Council',
      '(JHC)',
      'JHC’s',
      'the',
      '“Parties”',
      'hereinafter',
      '\n\n',
      'Government of',
      'Iceland',
      '**bold**',
      '&amp;',
      'ＪＨＣ',
    ),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(words, fc.option(fc.string({ maxLength: 60 }), { nil: undefined }), (parts, terms) => {
      const i = read(parts.join(' '), terms ?? '- short: JHC\n  long: Joint Harbour Council\n');
      for (const t of i.terms)
        for (const s of [...t.uses, ...(t.definition ? [t.definition] : [])]) {
          expect(s.start).toBeGreaterThanOrEqual(0);
          expect(s.end).toBeLessThanOrEqual(i.text.length);
          expect(s.end).toBeGreaterThan(s.start);
        }
    }),
    { numRuns: runs(100) },
  );
});
