/** What a reader reads of each format: source on the left, the prose of its blocks, drawn, on the right. */
import { describe, expect, test } from 'vitest';
import { parseMarkup } from '../../../server/src/text/markup/index.ts';
import type { Format, Markup } from '../../../server/src/text/markup/markup.ts';
import { toSource } from '../../../server/src/text/prose.ts';

/** One line a block: `h1`, `item`, `cell`, `caption`; `>` when quoted; `[id#order]` for a note; objects are drawn `▢`, notes `^id`. */
function draw(m: Markup): string {
  return m.blocks
    .map((b) => {
      const kind = b.kind === 'paragraph' ? '' : b.kind === 'heading' ? `h${b.level ?? ''} ` : `${b.kind} `;
      let text = b.prose.text;
      for (const i of b.inlines.filter((x) => x.kind === 'note').sort((x, y) => y.span.start - x.span.start))
        text = `${text.slice(0, i.span.start)}^${(i as { id: string }).id}${text.slice(i.span.start)}`;
      return `${kind}${b.quote ? '> ' : ''}${b.note === undefined ? '' : `[${b.note}#${b.order}] `}${text.replaceAll('\uFFFC', '▢')}`;
    })
    .join('\n');
}

const check = (format: Format, table: readonly (readonly [name: string, source: string, prose: string])[]): void => {
  describe(format, () => {
    for (const [name, source, prose] of table) test(name, () => expect(draw(parseMarkup(source, format))).toBe(prose));
  });
};

check('markdown', [
  ['headings, emphasis and escapes', '# The *NCG* {#sec-x .unnumbered}\n\nA \\### mark **here**.\n\nSetext\n===', 'h1 The NCG\nA ### mark here.\nh1 Setext'],
  ['inline HTML and entities', '26<sup>th</sup> April&nbsp;2023 &ldquo;so&rdquo; &#8212; x<br>y <q>z</q>', '26th April 2023 “so” — x y “z”'],
  ['code, maths and addresses are objects; money is not maths', '`NCG` $x_i$ https://a.org/NCG <https://b.org> costs $5 and $6', '▢ ▢ ▢ ▢ costs $5 and $6'],
  [
    'links read as their text',
    '[the text](https://a.org "NCG"), [one][ref], [ref], [North Korea], [T]he\n\n[ref]: https://b.org',
    'the text, one, ref, [North Korea], [T]he',
  ],
  ['hard-wrapped lines and names that a line cuts', 'The U.S.-\nROK Alliance\\\nstands  \nfirm', 'The U.S.-ROK Alliance stands firm'],
  ['quotations, lazy and nested', 'Intro:\n\n> first\nlazy\n> > second\n\nafter', 'Intro:\n> first lazy\n> second\nafter'],
  [
    'notes in the order of reference',
    'A[^b] and B[^a].\n\n[^a]: Ibid.\n[^b]: See para. 4.\n\n    More.',
    'A^b and B^a.\n[a#2] Ibid.\n[b#1] See para. 4.\n[b#1] More.',
  ],
  ['notes in the line', 'A^[See *para. 4*.] b', 'A^inline-1 b\n[inline-1#1] See para. 4.'],
  ['lists and tables', '- one\n  more\n  - two\n\n| A | B |\n|---|---|\n| x *y* | z |', 'item one more\nitem two\ncell A\ncell B\ncell x y\ncell z'],
  ['code blocks and comments are not read', '```r\nNCG\n```\n\n    NCG\n\n<!-- NCG -->\n\ntext <!-- NCG --> end', 'text end'],
  ['front matter is not read', '---\ntitle: NCG\n---\n\ntext', 'text'],
  ['TOML front matter is not read', '+++\ntitle = "NCG"\n+++\n\ntext', 'text'],
  ['a rule and prose are no front matter', '---\n\nSome prose here.\n\n---\n\ntext', 'Some prose here.\ntext'],
  ['divs, shortcodes, speaker notes', '::: {.callout}\nread\n:::\n\n::: notes\nNCG\n:::\n\n{{< include NCG >}} tail', 'read\ntail'],
  ['module lines and expressions', 'import X from "./NCG"\n\nexport const a = "NCG"\n\ntext {/* NCG */} end', 'text end'],
  [
    'HTML blocks',
    '<div class="NCG"><p>one &mdash; <b>two</b></p>\n<p>three</p></div>\n\n<script>NCG</script>\n\n<blockquote>\n\nwords\n\n</blockquote>\n\nafter',
    'one — two\nthree\n> words\nafter',
  ],
  ['citations keep their form', 'So [see @a, para. 4; -@b] and @c [p. 3], a@b.org.', 'So [see @a, para. 4; -@b] and @c [p. 3], ▢.'],
  ['attributes and superscripts', '[NCG]{.smallcaps} 26^th^ ~~gone~~', 'NCG 26th gone'],
  ['an image alone shows its caption', '![The *NCG*](NCG.png){width=50%}', 'caption The NCG'],
  ['BOM and CRLF', '\uFEFF# H\r\n\r\nOne\r\ntwo\r\n\r\n> q\r\n> r\r\n', 'h1 H\nOne two\n> q r'],
]);

check('latex', [
  [
    'the preamble, comments and the end are not read',
    '\\documentclass{NCG}\n\\author{NCG}\n% \\title{NCG}\n\\begin{document}\ntext % NCG\nmore\n\\end{document}\nNCG',
    'text more',
  ],
  ['but the title is, wherever it stands', '\\title[NCG]{A \\emph{b}\\thanks{NCG}}\n\\begin{document}\n\\maketitle\ntext\n\\end{document}', 'h1 A b\ntext'],
  ['what was put in or left out', 'a \\textelp{} b \\textins{c} \\textelp{d} e', 'a […] b [c] […] [d] e'],
  ['an epigraph', 'a\n\\epigraph{Words \\emph{here}}{Text, \\P~4}\nb', 'a\n> Words here\n> — Text, ¶ 4\nb'],
  ['quotation marks, dashes, spaces', "``so'' and `so', don't, 3--5 --- para.~4, para.\\,5\\ldots{} end", '“so” and ‘so’, don’t, 3–5 — para. 4, para. 5… end'],
  ['accents and signs', 'Caf\\\'e, na\\"{\\i}ve, Erdo\\u{g}an, \\P~4, \\S\\,2, 100\\%', 'Café, naïve, Erdoğan, ¶ 4, § 2, 100%'],
  ['emphasis and quotations', '\\emph{a \\textbf{b}} {\\em c} \\enquote{d \\enquote{e}}', 'a b c “d ‘e’”'],
  [
    'citations in pandoc form',
    '\\cite[para.~3]{k} \\parencite[see][p. 4]{k} \\textcite[paras. 3--5]{k} \\cites[1]{a}[2]{b} \\cite{a,b}',
    '[@k, para. 3] [see @k, p. 4] @k [paras. 3–5] [@a, 1; @b, 2] [@a; @b]',
  ],
  ['notes', 'A\\footnote{See \\emph{ibid.}, para.~4.} b.', 'A^inline-1 b.\n[inline-1#1] See ibid., para. 4.'],
  ['quotations that stand apart', 'Intro:\n\\begin{quote}\none\n\ntwo\n\\end{quote}\nafter', 'Intro:\n> one\n> two\nafter'],
  [
    'sections, lists and tables',
    '\\section{A}\n\\begin{itemize}\\item one \\item two\\end{itemize}\n\\begin{tabular}{ll}a & b\\\\ c & d\\end{tabular}',
    'h1 A\nitem one\nitem two\ncell a\ncell b\ncell c\ncell d',
  ],
  [
    'labels, code, addresses and maths are not read',
    '\\label{NCG}\\ref{NCG} \\verb|NCG| \\url{http://NCG} $NCG$ \\texttt{NCG}\n\\begin{lstlisting}\nNCG\n\\end{lstlisting}',
    '▢ ▢ ▢ ▢ ▢',
  ],
]);

check('typst', [
  ['headings, emphasis, quotation marks', '= Head <NCG>\n"So" *b* _e_ -- isn\'t...', 'h1 Head\n“So” b e – isn’t…'],
  ['citations', '@k[para. 4], @k and #cite(<k>, supplement: [art. VI])', '[@k, para. 4], [@k] and [@k, art. VI]'],
  [
    'notes and quotations',
    'A#footnote[See _ibid._] b.\n\n#quote(block: true)[\n  words\n  here\n]\n\n#quote[short] end',
    'A^inline-1 b.\n[inline-1#1] See ibid.\n> words here\n“short” end',
  ],
  ['code, comments and raw text are not read', '#let x = [NCG]\n#set text(font: "NCG")\n// NCG\n/* NCG */\ntext `NCG` $NCG$\n```\nNCG\n```', 'text ▢ ▢'],
  [
    'content inside code is read',
    '#figure(\n  table(columns: 2, [a], [b]),\n  caption: [cap],\n)\n#text(fill: red)[red] [T]he',
    'cell a\ncell b\ncaption cap\nred [T]he',
  ],
]);

check('asciidoc', [
  ['title, attributes, inline marks', '= Title\nAuthor\n:NCG: x\n\nA *b* _c_ `NCG` "`d`" -- e...', 'h1 Title\nA b c ▢ “d” – e…'],
  [
    'notes, citations, links',
    'A footnote:[See para. 4.] cite:k[para. 4] https://NCG.org[b] <<x,y>>',
    'A^inline-1 [@k, para. 4] b y\n[inline-1#1] See para. 4.',
  ],
  ['quotations', '[quote, Speaker, Source]\n____\none\n\ntwo\n____\n\n[quote]\nthree', 'Speaker, Source\n> one\n> two\n> three'],
  ['lists, tables, captions', '.Cap\n|===\n|a |b\n|===\n\n* one\nmore\n. two', 'caption Cap\ncell a\ncell b\nitem one more\nitem two'],
  ['listings and comments are not read', '----\nNCG\n----\n\n// NCG\n////\nNCG\n////\n\ntext\n\n NCG', 'text'],
]);

check('restructuredtext', [
  ['titles and inline marks', 'Title\n=====\n\n*a* **b** ``NCG`` `c <http://NCG>`_ -- d', 'h1 Title\na b ▢ c – d'],
  ['notes', 'A [1]_ b.\n\n.. [1] See para. 4.\n\n   More.\n\nafter', 'A^1 b.\n[1#1] See para. 4.\n[1#1] More.\nafter'],
  ['references within the documentation are not read', ':ref:`NCG <x>` and :doc:`NCG </y>`, :abbr:`ROK (Korea)`', '▢ and ▢, ROK (Korea)'],
  ['citations', ':cite:p:`{see}k{para. 4}` :cite:t:`k`', '[see @k, para. 4] @k'],
  ['quotations by indentation', 'Intro:\n\n   words\n   here\n\n   -- Speaker\n\nafter', 'Intro:\n> words here\nSpeaker\nafter'],
  ['literal blocks, directives and comments are not read', 'So::\n\n  NCG\n\n.. code:: x\n\n   NCG\n\n.. NCG\n\n.. note:: read\n   this', 'So:\nread this'],
  ['lists and tables', '- one\n  more\n- two\n\n=== ===\na   b\n=== ===\nc   d\n=== ===', 'item one more\nitem two\ncell a\ncell b\ncell c\ncell d'],
]);

check('org', [
  [
    'headlines, options, drawers',
    '#+AUTHOR: NCG\n#+TITLE: /T/\n* Head :tag:\n:PROPERTIES:\n:ID: NCG\n:END:\n/a/ *b* =NCG= [[http://NCG][c]]',
    'h1 T\nh1 Head\na b ▢ c',
  ],
  ['notes and citations', 'A[fn:1] [cite:@k para. 4] [cite/t:@k]\n\n[fn:1] See para. 4.', 'A^1 [@k, para. 4] @k\n[1#1] See para. 4.'],
  ['quotations, code, comments', '#+begin_quote\nwords\n#+end_quote\n#+begin_src x\nNCG\n#+end_src\n# NCG\nafter', '> words\nafter'],
  ['lists and tables', '- one\n  more\n- two\n\n| a | b |\n|---+---|\n| c | d |', 'item one more\nitem two\ncell a\ncell b\ncell c\ncell d'],
]);

check('plaintext', [
  [
    'wrapped paragraphs and headings',
    'OPENING REMARKS\n\nThe *Washington\nDeclaration* and the U.S.-\nROK pact -- so.',
    'h OPENING REMARKS\nThe Washington Declaration and the U.S.-ROK pact – so.',
  ],
  ['quotation of mail and by indentation', '> quoted\n> words\n\nText:\n\n     set off\n     words\n\nafter', '> quoted words\nText:\n> set off words\nafter'],
  ['notes in brackets', 'So it is [1].\n\n[1] See para. 4.\n[2] Not referred to.', 'So it is^1.\n[1#1] See para. 4.\n[2#2] Not referred to.'],
  ['brackets that are no notes', 'They [1] say [the ROK] so.', 'They [1] say [the ROK] so.'],
  ['items and addresses', '- one\n  more\n- two https://NCG.org', 'item one more\nitem two ▢'],
]);

check('html', [
  [
    'blocks, tags and references',
    '<html><head><title>NCG</title><style>NCG</style></head><body><h2>A</h2><p class="NCG">b &amp; <b>c</b><br>d<p>e<ul><li>f<li>g</ul><table><tr><td>h<td>i</table></body>',
    'h2 A\nb & c d\ne\nitem f\nitem g\ncell h\ncell i',
  ],
  [
    'quotations, code, scripts, comments',
    '<blockquote><p>a</p><p>b</p></blockquote><p><q>c</q> <code>NCG</code></p><pre>NCG</pre><script>"NCG"</script><!-- NCG -->',
    '> a\n> b\n“c” ▢',
  ],
  ['notes', '<p>A<sup><a href="#fn1">1</a></sup> b.</p><ol><li id="fn1">See para. 4. <a href="#r1">↩</a></li></ol>', 'A^fn1 b.\nitem [fn1#1] See para. 4.'],
]);

const words = (m: Markup): string[] => m.blocks.flatMap((b) => b.prose.text.match(/[\p{L}\p{N}]+/gu) ?? []);

test('every word leads back to exactly itself', () => {
  const sources: readonly (readonly [Format, string])[] = [
    ['markdown', '# One *two*\n\n> three [four](five) &amp; six[^a] @seven [eight]\n\n[^a]: nine **ten**'],
    ['latex', "one \\emph{two} ``three''~four\\footnote{five \\cite[six]{seven}} \\textcite[eight]{nine}"],
    ['typst', '= one\n_two_ "three" @four[five] #quote[six]'],
    ['asciidoc', 'one *two* "`three`" cite:four[five] footnote:[six]'],
    ['restructuredtext', '*one* `two <x>`_ :cite:p:`{three}four{five}`'],
    ['org', '*one* /two/ [cite:three @four five] [[x][six]]'],
    ['html', '<p>one <b>two</b> &ldquo;three&rdquo;</p>'],
    ['plaintext', 'one *two* -- three'],
  ];
  for (const [format, source] of sources) {
    const m = parseMarkup(source, format);
    for (const b of m.blocks)
      for (const w of b.prose.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const at = toSource(b.prose, { start: w.index, end: w.index + w[0].length });
        expect(source.slice(at.start, at.end), format).toBe(w[0]);
      }
  }
});

test('what the format hides is never read, and what it shows always is', () => {
  const hidden: Readonly<Record<Exclude<Format, 'notebook' | 'plaintext'>, readonly string[]>> = {
    markdown: ['`NCG`', '<!-- NCG -->', '[x](http://a.org/NCG)', '<b title="NCG">x</b>', '$NCG$', '{{< NCG >}}'],
    latex: ['\\verb|NCG|', '% NCG\n', '\\label{NCG}', '$NCG$', '\\url{NCG}', '\\index{NCG}', '\\iffalse NCG \\fi'],
    typst: ['`NCG`', '/* NCG */', '<NCG>', '$NCG$', '#hide[NCG]', '#link("NCG")[x]'],
    asciidoc: ['`NCG`', 'https://a.org/NCG[x]', 'image:NCG.png[NCG]', '(((NCG)))', '{NCG}'],
    restructuredtext: ['``NCG``', '`x <NCG>`__', ':ref:`NCG`', '|NCG|'],
    org: ['=NCG=', '~NCG~', '[[NCG][x]]', '@@html:NCG@@', '{{{NCG}}}'],
    html: ['<code>NCG</code>', '<!-- NCG -->', '<a href="NCG">x</a>', '<script>NCG</script>', '<b title="NCG">x</b>'],
  };
  for (const [format, list] of Object.entries(hidden))
    for (const piece of list) {
      const read = words(parseMarkup(`before ${piece} after`, format as Format));
      expect(read, piece).not.toContain('NCG');
      expect(read, piece).toContain('before');
      expect(read, piece).toContain('after');
    }
});

test('comments are kept for magic words, in every format', () => {
  const magic = 'declaration-lens-disable-next-line misquotation -- reason';
  const sources: readonly (readonly [Format, string])[] = [
    ['markdown', `a\n\n<!-- ${magic} -->\n\nb`],
    ['latex', `a\n% ${magic}\nb`],
    ['typst', `a\n// ${magic}\nb`],
    ['asciidoc', `a\n\n// ${magic}\nb`],
    ['restructuredtext', `a\n\n.. ${magic}\n\nb`],
    ['org', `a\n# ${magic}\nb`],
    ['html', `<p>a</p><!-- ${magic} --><p>b</p>`],
    ['plaintext', `a\n\n[${magic}]\nb`],
  ];
  for (const [format, source] of sources)
    expect(
      parseMarkup(source, format).comments.map((c) => c.text),
      format,
    ).toEqual([magic]);
});

test('bibliographies are named where the format names them', () => {
  const sources: readonly (readonly [Format, string])[] = [
    ['markdown', '---\nbibliography: [refs.bib]\n---\n'],
    ['latex', '\\addbibresource{refs.bib}\n% \\addbibresource{no.bib}'],
    ['latex', '\\bibliography{refs}'],
    ['typst', '#bibliography("refs.bib")'],
    ['asciidoc', '= T\n:bibtex-file: refs.bib\n'],
    ['restructuredtext', '.. bibliography:: refs.bib\n'],
    ['org', '#+bibliography: refs.bib\n'],
  ];
  for (const [format, source] of sources) expect(parseMarkup(source, format).bibliographies, source).toEqual(['refs.bib']);
});

test('front matter that does not parse says so in one line', () => {
  const m = parseMarkup('---\ntitle: [\n---\n\ntext', 'markdown');
  expect(m.frontMatter?.data).toEqual({});
  expect(m.frontMatter?.error).toMatch(/^[^\n]+$/);
  expect(draw(m)).toBe('text');
});

test('a notebook reads its Markdown cells with offsets into the file', () => {
  const file = JSON.stringify(
    {
      nbformat: 4,
      cells: [
        { cell_type: 'markdown', source: ['# Head\n', 'The "NCG" 선언'] },
        { cell_type: 'code', source: 'NCG', outputs: [{ text: ['NCG'] }] },
        { source: '> last', cell_type: 'markdown' },
      ],
    },
    null,
    1,
  );
  const m = parseMarkup(file, 'notebook');
  expect(draw(m)).toBe('h1 Head\nThe "NCG" 선언\n> last');
  const second = m.blocks[1];
  const at = second && toSource(second.prose, { start: 4, end: 9 });
  expect(at && file.slice(at.start, at.end)).toBe('\\"NCG\\"');
});

test('keys of a citation know their prefix and suffix', () => {
  for (const [format, source] of [
    ['markdown', 'x [see @k, para. 4; also @l]'],
    ['latex', 'x \\cites[see][para. 4]{k}[also][]{l}'],
  ] as const) {
    const block = parseMarkup(source, format).blocks[0];
    const cite = block?.inlines.find((i) => i.kind === 'cite');
    const text = (s: { start: number; end: number } | undefined): string | undefined => s && block?.prose.text.slice(s.start, s.end);
    expect(cite?.kind === 'cite' && cite.items.map((i) => [text(i.prefix), i.key, text(i.span), text(i.suffix)]), format).toEqual([
      ['see', 'k', '@k', 'para. 4'],
      ['also', 'l', '@l', undefined],
    ]);
  }
});
