/** What the status bar's pick list writes into a document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaring } from '../../client/src/declaring.ts';

function check(text: string, language: string, ids: readonly string[] | undefined, wanted: string) {
  const edit = declaring(text, language, ids);
  expect(edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(wanted);
}

describe('a document is made to say what it cites', () => {
  it('in new front matter where there is none', () => check('# A\n', 'markdown', ['a', 'b'], '---\ndeclarations: [a, b]\n---\n\n# A\n'));
  it('at the end of the front matter there is', () =>
    check('---\ntitle: A\n---\n\nText\n', 'markdown', ['a'], '---\ntitle: A\ndeclarations: [a]\n---\n\nText\n'));
  it('in place of what it said before, in brackets or line by line', () => {
    check('---\ndeclarations: [a]\ntitle: A\n---\n', 'markdown', [], '---\ndeclarations: []\ntitle: A\n---\n');
    check('---\ndeclarations:\n  - a\n  - b\ntitle: A\n---\n', 'quarto', ['c'], '---\ndeclarations: [c]\ntitle: A\n---\n');
  });
  it('in TOML where the front matter is TOML', () => check('+++\ntitle = "A"\n+++\n', 'markdown', ['a'], '+++\ntitle = "A"\ndeclarations = ["a"]\n+++\n'));
  it('in a comment where the format has no front matter', () => {
    check('\\section{A}\n', 'latex', ['a', 'b'], '% declaration-lens: a, b\n\\section{A}\n');
    check('% declaration-lens: a\n\\section{A}\n', 'latex', [], '% declaration-lens: none\n\\section{A}\n');
    check('<p>A</p>\n', 'html', ['a'], '<!-- declaration-lens: a -->\n<p>A</p>\n');
  });
  it('with the line ends and the byte order mark that it has', () => {
    check('\uFEFFText\r\n', 'markdown', ['a'], '\uFEFF---\r\ndeclarations: [a]\r\n---\r\n\r\nText\r\n');
    check('---\r\ntitle: A\r\n---\r\n', 'markdown', ['a'], '---\r\ntitle: A\r\ndeclarations: [a]\r\n---\r\n');
  });
  it('and to say nothing any more, so that the text decides', () => {
    check('---\ntitle: A\ndeclarations: [a]\n---\n', 'markdown', undefined, '---\ntitle: A\n---\n');
    check('// declaration-lens: a\n= A\n', 'typst', undefined, '= A\n');
    check('Text\n', 'markdown', undefined, 'Text\n');
  });
  it('never touching another word of it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('---\n', '+++\n', 'declarations: [x]\n', 'a\n', '\n', '  - b\n', 'é ') }),
        fc.constantFrom('markdown', 'latex', 'html'),
        (text, language) => {
          const edit = declaring(text, language, ['a']);
          expect(edit).toBeDefined();
          if (edit) expect(text.slice(edit.start, edit.end)).toMatch(/^(?:|declarations[\s\S]*|.*declaration-lens.*\n?)$/);
        },
      ),
    );
  });
});
