import { describe, expect, it } from 'vitest';
import { previewOf } from '../server/src/preview.ts';

const TEXT = `# Pier Understanding

1. The Parties recognize that a pier is longer than it looks.

2. The Parties shall mend every plank before winter.

3. The Parties will count the planks in spring.
`;

describe('the preview of a declaration', () => {
  it('says what is recognised, and gives a text without front matter some that can be corrected', async () => {
    const { instrument, report } = await previewOf('pier.md', TEXT, undefined);
    expect(instrument.text).toMatch(/^---\nid: pier-understanding\ntitle: Pier Understanding\naliases: \[\]\n/);
    expect(report).toContain('3 paragraphs');
    expect(report).toContain('Numbering: paragraphs as the text itself numbers them.');
    expect(report).toContain('Language: en.');
  });

  it('is read anew with what a person puts right, which is kept in the front matter', async () => {
    const corrections = { id: 'pier', title: 'Understanding: the Pier', aliases: ['Pier Pact', 'Plank Pact'], language: 'fr' };
    const { instrument, report } = await previewOf('pier.md', TEXT, undefined, corrections);
    expect(instrument).toMatchObject(corrections);
    expect(report).toContain('Other names: Pier Pact; Plank Pact.');
    const again = await previewOf('pier.md', instrument.text, undefined);
    expect(again.instrument).toMatchObject(corrections);
  });

  it('counts the paragraphs where a person says so, and takes it back', async () => {
    const front = '---\ntitle: Pier\nparties: [Norland] # and no other\n---\n\n';
    const counted = await previewOf('pier.md', `${front}The Parties met.\n\n${TEXT.slice(22)}\nThey parted in good spirits.\n`, undefined, { counted: true });
    expect(counted.instrument.paragraphs.map((p) => p.label)).toEqual(['1', '2']);
    expect(counted.instrument.text).toContain('parties: [ Norland ] # and no other\nnumbering: counted\n---\n');
    const own = await previewOf('pier.md', counted.instrument.text, undefined, { counted: false });
    expect(own.instrument.text).not.toContain('numbering');
    expect(own.instrument.paragraphs.map((p) => p.label)).toEqual(expect.arrayContaining(['1', '2', '3']));
  });

  it('leaves front matter that is no YAML alone, and says so', async () => {
    const { instrument, report } = await previewOf('pier.md', `---\ntitle: "Pier\n---\n\n${TEXT}`, undefined, { title: 'Other' });
    expect(instrument.text).toContain('title: "Pier\n');
    expect(report).toContain('**Not read:** front matter');
  });
});
