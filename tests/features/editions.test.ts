import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { HARBOUR, world } from '../support/world.ts';

const edition = (front: string, body: string) => `---\n${front}\n---\n\n${body}\n`;
const FRENCH = edition(
  'id: port\ntitle: Déclaration du Port\nlanguage: fr\nedition_of: harbour-declaration',
  ['Premier.', 'Deuxième.', 'L’Islande s’engage à consulter la Norvège.', 'Quatrième.', 'Cinquième.'].join('\n\n'),
);
const body = HARBOUR.replace(/^---[\s\S]*?---\n\n/, '')
  .trim()
  .split('\n\n'); // prettier-ignore
const NUMBERED = edition(
  'id: harbour-numbered\ntitle: Harbour Declaration (numbered)',
  ['Met in the harbour.', ...body].map((p, i) => `${i + 1}. ${p}`).join('\n\n'),
);

async function hovered(files: string): Promise<string> {
  const w = world(`//- /brief.md\nThe Harbour Declaration is short. See para. $03 of the Harbour Declaration.\n${files}`);
  return hover((await w.read()).analysis, w.offset)?.markdown ?? '';
}

describe('a pinpoint is shown in the other editions too', () => {
  it('in another language, by its label', async () => {
    const shown = await hovered(`//- /declarations/harbour-declaration.md\n${HARBOUR}//- /declarations/port.md\n${FRENCH}`);
    expect(shown).toContain('**Déclaration du Port, paragraph 3** *(French)*\n\n> L’Islande s’engage à consulter la Norvège.');
  });

  it('with other numbers, by its words, whichever of the two says that they belong together', async () => {
    const own = HARBOUR.replace('parties:', 'editions: [harbour-numbered]\nparties:');
    const shown = await hovered(`//- /declarations/harbour-declaration.md\n${own}//- /declarations/harbour-numbered.md\n${NUMBERED}`);
    expect(shown).toContain('The same words: Harbour Declaration (numbered), paragraph 4');
  });

  it('between languages by articles, whatever their numerals, and not by counts that do not agree', async () => {
    const articles = (words: readonly string[], numerals: readonly string[]) => numerals.map((n, i) => `Article ${n}\n\n${words[i]}`).join('\n\n');
    const english = edition('id: treaty\ntitle: Harbour Treaty', articles(['Ports are open.', 'Tugs are free.', 'It ends.'], ['I', 'II', 'III']));
    const french = edition(
      'id: traite\ntitle: Traité\nlanguage: fr\nedition_of: treaty',
      articles(['Les ports sont ouverts.', 'Les remorqueurs sont libres.', 'Fin.'], ['1', '2', '3']),
    );
    const w = world(
      `//- /brief.md\nThe Harbour Treaty is short. See Article $0II of the Harbour Treaty.\n//- /declarations/treaty.md\n${english}//- /declarations/traite.md\n${french}`,
    );
    expect(hover((await w.read()).analysis, w.offset)?.markdown).toContain('Les remorqueurs sont libres.');
    const longer = FRENCH.replace('Premier.', 'Avant tout.\n\nPremier.');
    expect(await hovered(`//- /declarations/harbour-declaration.md\n${HARBOUR}//- /declarations/port.md\n${longer}`)).not.toContain('French');
  });

  it('where one edition joins what another parts', async () => {
    const own = HARBOUR.replace('parties:', 'editions: [harbour-joined]\nparties:');
    const joined = edition('id: harbour-joined\ntitle: Harbour Declaration (joined)', `${body.join(' ')}\n\nThe end of it.`);
    expect(await hovered(`//- /declarations/harbour-declaration.md\n${own}//- /declarations/harbour-joined.md\n${joined}`)).toContain(
      'Harbour Declaration (joined), paragraph 1',
    );
  });

  it('and not where nothing says that they are editions, or the other one is not known', async () => {
    const stranger = HARBOUR.replace('parties:', 'edition_of: nobody\nparties:');
    const shown = await hovered(`//- /declarations/harbour-declaration.md\n${stranger}//- /declarations/harbour-numbered.md\n${NUMBERED}`);
    expect(shown).toContain('paragraph 3');
    expect(shown).not.toContain('numbered');
  });
});
