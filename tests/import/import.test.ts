import { strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile, toMarkdown } from '../../server/src/import/import.ts';
import type { LoadReader } from '../../server/src/import/page.ts';

const load: LoadReader = async (kind) =>
  kind === 'html'
    ? await import('../../server/src/import/html.ts')
    : kind === 'docx'
      ? await import('../../server/src/import/docx.ts')
      : kind === 'akn'
        ? await import('../../server/src/import/akn.ts')
        : await import('../../server/src/import/pdf.ts');

const bytes = (text: string) => new TextEncoder().encode(text);
const imported = (path: string, content: string | Uint8Array) => importFile(path, typeof content === 'string' ? bytes(content) : content, load);
const body = async (path: string, content: string | Uint8Array) => (await imported(path, content)).replace(/^---[\s\S]*?\n---\n\n/, '');

/** A PDF of the given pages, each a list of lines, as small as the format allows. */
const pdf = (pages: readonly (readonly string[])[]): Uint8Array =>
  pdfOf(pages.map((lines) => `/F1 12 Tf 72 720 Td 14 TL ${lines.map((l) => (l === '' ? '0 -14 Td' : `(${l}) Tj T*`)).join(' ')}`));
/** The same from lines with their places: x, y, size, words. */
const placed = (pages: readonly (readonly (readonly [number, number, number, string])[])[]): Uint8Array =>
  pdfOf(pages.map((lines) => lines.map(([x, y, size, words]) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj`).join(' ')));

function pdfOf(pages: readonly string[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  pages.forEach((drawing, i) => {
    const stream = `BT ${drawing} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  let out = '%PDF-1.4\n';
  const offsets = objects.map((o, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${o}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return bytes(out);
}

const word = (paragraphs: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    ...more,
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
    ),
  });
const para = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe('a web page', () => {
  const page = `<!doctype html><html lang="en"><head><title>Joint Statement on Harbours | Ministry</title>
    <meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel="canonical" href="https://example.org/harbours"></head>
    <body><header><a href="/">Home</a></header><nav class="menu"><ul><li>News</li></ul></nav>
    <main><h1>Joint Statement on Harbours</h1><div class="share-buttons">Share this</div>
    <p>The two Ministers met on the 5<sup>th</sup> of March.</p><p>They <em>will</em> open<br>both ports.</p>
    <ol><li>Pilots are free.</li><li>Berths are not:<ul><li>for yachts;</li><li>for tugs.</li></ul></li></ol>
    <blockquote><p>A quotation.</p></blockquote></main><footer>© Ministry</footer></body></html>`;

  test('is read without its menus, buttons and footer', async () => {
    const text = await body('a.html', page);
    expect(text).toContain('The two Ministers met on the 5<sup>th</sup> of March.');
    for (const noise of ['Home', 'News', 'Share this', '©']) expect(text).not.toContain(noise);
  });

  test('keeps numbers, bullets and quotations', async () => {
    const text = await body('a.html', page);
    expect(text).toContain('1.  Pilots are free.');
    expect(text).toContain('    -   for yachts;');
    expect(text).toContain('> A quotation.');
  });

  test('gives its title, date and address to the front matter', async () => {
    const text = await imported('a.html', page);
    expect(text).toMatch(/^---\nid: joint-statement-on-harbours\ntitle: Joint Statement on Harbours\n/);
    expect(text).toContain('date: 2024-03-05');
    expect(text).toContain('source_url: https://example.org/harbours');
  });

  test('nested a hundred thousand deep is cut, not followed', async () => {
    const text = await body('deep.html', `<p>The Parties shall meet.</p>${'<div>'.repeat(100_000)}<p>abyss</p>`);
    expect(text).toContain('The Parties shall meet.');
  });

  test('with more than a person writes is refused, in letters or in tags; its pictures do not count', async () => {
    await expect(imported('a.html', `<!doctype html><p>${'x '.repeat(5 << 20)}`)).rejects.toThrow('larger than 8 MB');
    await expect(imported('a.html', `<!doctype html>${'<p>x'.repeat(300_000)}`)).rejects.toThrow('more than 200000 tags');
    const picture = `<img src="data:image/png;base64,${'A'.repeat(9 << 20)}">`;
    expect(await body('a.html', `<!doctype html><main>${picture}<p>The Parties meet.</p></main>`)).toBe('The Parties meet.\n');
  });

  test('is measured once, however its lists nest', async () => {
    const began = Date.now();
    await body('a.html', `<!doctype html>${'<ul><li>'.repeat(2000)}${'The Parties will meet. '.repeat(20_000)}`);
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test('with a byte order mark is read in the encoding that this says', async () => {
    const page = '<!doctype html><meta charset="utf-8"><p>Déclaration de Réunion.</p>';
    expect(await body('a.html', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')])))).toBe('Déclaration de Réunion.\n');
  });

  test('keeps breaks, and two breaks part paragraphs', async () => {
    expect(await body('a.html', '<html><body><p>1. We met.<br><br>2. We decided:<br>(a) to act;<br>(b) to rest.</p></body></html>')).toBe(
      '1. We met.\n\n2. We decided:  \n(a) to act;  \n(b) to rest.\n',
    );
  });

  test('keeps bold and underlined headings, which old pages have instead of others, and no mark around white space', async () => {
    const html =
      '<html><body><p><strong>Pilots<br></strong>They are free.</p><p><u>Tugs</u> </p><p>They <em>will </em>sail at 3 * 4.</p><p><span style="font-weight: 700">Ports</span></p><p>They are open.</p></body></html>';
    expect(await body('a.html', html)).toBe('**Pilots**  \nThey are free.\n\n**Tugs**\n\nThey *will* sail at 3 \\* 4.\n\n**Ports**\n\nThey are open.\n');
  });

  test('writes the letters of lettered lists', async () => {
    const html =
      '<html><body><ol><li>We open ports:<ol type="a"><li>in the north;</li><li>in the south.</li></ol></li><li value="5">We train pilots.</li></ol></body></html>';
    expect(await body('a.html', html)).toBe('1.  We open ports:\n\n    (a) in the north;\n\n    (b) in the south.\n\n5.  We train pilots.\n');
    expect(await body('a.html', '<html><body><ol style="list-style-type: lower-roman"><li>One thing.</li><li>Another.</li></ol></body></html>')).toBe(
      '(i) One thing.\n\n(ii) Another.\n',
    );
  });

  test('keeps a text that stands in what elsewhere surrounds one: a form around the page, a class with a telling name', async () => {
    const text = `<p>${'The Ministers met and spoke of ports. '.repeat(10)}</p>`;
    for (const html of [
      `<html><body><form id="aspnetForm">${text}</form></body></html>`,
      `<html><body><div class="has-sidebar print">${text}</div></body></html>`,
      `<html><body><div aria-hidden="true">${text}</div></body></html>`,
    ])
      expect(await body('a.html', html)).toContain('The Ministers met');
  });

  test('has the title of its heading when the site adds its name to each', async () => {
    const html =
      '<html><head><meta property="og:title" content="Joint Statement - Ministry of Ports"></head><body><h1>Joint Statement</h1><p>We met.</p></body></html>';
    expect(await imported('a.html', html)).toContain('title: Joint Statement\n');
  });

  test('without text says so', async () => {
    await expect(imported('empty.html', '<html><body><nav>Menu</nav></body></html>')).rejects.toThrow('no text');
  });
});

test('the name of a site is no part of a title, where the rest stands in the text', () => {
  const title = (given: string, markdown: string) => /^title: (.*)$/m.exec(toMarkdown({ title: given, markdown }, 'a.pdf'))?.[1];
  expect(title('Bergen Accord – Ministry of Foreign Affairs', '# Bergen Accord\n\nText.\n')).toBe('Bergen Accord');
  expect(title('Iceland – Norway Accord', 'The Iceland – Norway Accord\n\nText.\n')).toBe('Iceland – Norway Accord');
});

describe('a Word document', () => {
  test('is read paragraph by paragraph', async () => {
    expect(await body('a.docx', word(para('The Parties will meet.') + para('They will meet again.')))).toBe(
      'The Parties will meet.\n\nThey will meet again.\n',
    );
  });

  test('that unpacks to far more than it weighs is refused', async () => {
    const part = new Uint8Array(35 << 20);
    await expect(imported('bomb.docx', zipSync({ 'word/document.xml': part }, { level: 1 }))).rejects.toThrow('larger than 32 MB');
    const pictures = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`word/media/${i}.bmp`, part]));
    await expect(imported('bomb.docx', zipSync({ 'word/document.xml': bytes('<w/>'), ...pictures }, { level: 1 }))).rejects.toThrow(
      'unpacks to more than 128 MB',
    );
  }, 90_000);

  test('is called what its first line says, where that is a title', async () => {
    const title = async (line: string) => /^title: (.*)$/m.exec(await imported('scan-17.docx', word(para(line) + para('The Parties will meet.'))))?.[1];
    expect(await title('Bergen Accord on Open Berths')).toBe('Bergen Accord on Open Berths');
    expect(await title('The Parties to this Accord,')).toBe('scan-17');
  });

  test('that is another archive is refused by what it lacks', async () => {
    await expect(imported('a.docx', zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('not a Word document');
  });

  test('cut short is refused', async () => {
    const whole = word(para('The Parties will meet.'));
    await expect(imported('a.docx', whole.subarray(0, whole.length / 2))).rejects.toThrow(/damaged|cannot be read|not a Word/);
  });
});

describe('a PDF', () => {
  test('is read into paragraphs, lines joined and hyphens closed', async () => {
    const text = await body(
      'a.pdf',
      pdf([
        [
          'The Parties will consult one another on all matters of inter-',
          'est to both of them, without delay and in good faith today.',
          '',
          'They will meet again.',
        ],
      ]),
    );
    expect(text).toBe(
      'The Parties will consult one another on all matters of interest to both of them, without delay and in good faith today.\n\nThey will meet again.\n',
    );
  });

  test('loses page numbers and running heads', async () => {
    const text = await body(
      'a.pdf',
      pdf([1, 2, 3, 4].map((n) => ['Treaty Series 17', `Sentence number ${['one', 'two', 'three', 'four'][n - 1]} stands here.`, String(n)])),
    );
    expect(text).not.toContain('Treaty Series');
    expect(text.match(/Sentence/g)).toHaveLength(4);
  });

  test('in two columns is read down the left one and then the right one, without running heads and notes', async () => {
    const column = (x: number, y: number, lines: readonly string[]) => lines.map((l, i): [number, number, number, string] => [x, y - i * 13, 10, l]);
    const file = placed([
      [
        [200, 760, 8, 'Ports of the World'],
        [160, 720, 16, 'Statement on Ports'],
        ...column(60, 690, ['The Ministers met in Lisbon and they', 'spoke of ports and of pilots for all', 'of a long day, and then of the tugs']),
        ...column(320, 690, ['that sail there.', 'They agreed to open their ports to all', 'ships that come in peace, at any hour.']),
        [60, 90, 7, '1 The ports are named in the annex.'],
        [300, 30, 9, '1'],
      ],
      [
        [200, 760, 8, 'Ports of the World'],
        ...column(60, 690, ['They will train pilots together for as', 'long as pilots are needed in the ports', 'of both, and they will pay for them.']),
        ...column(320, 690, ['They will meet again in spring, if they', 'can, and will then speak of the piers', 'and of the charts.']),
        [300, 30, 9, '2'],
      ],
    ]);
    expect(await imported('a.pdf', file)).toContain('title: Statement on Ports\n');
    expect(await body('a.pdf', file)).toBe(
      [
        'Statement on Ports',
        'The Ministers met in Lisbon and they spoke of ports and of pilots for all of a long day, and then of the tugs that sail there.',
        'They agreed to open their ports to all ships that come in peace, at any hour.',
        'They will train pilots together for as long as pilots are needed in the ports of both, and they will pay for them.',
        'They will meet again in spring, if they can, and will then speak of the piers and of the charts.',
      ]
        .map((p) => `${p}\n`)
        .join('\n'),
    );
  });

  test('of two thousand pages is refused with the count', async () => {
    await expect(imported('long.pdf', pdf(Array.from({ length: 2000 }, () => ['x'])))).rejects.toThrow('2000 pages');
  });

  test('with a stream that holds far more than it weighs is refused, once packed or twice', async () => {
    const packed = Buffer.from(zlibSync(new Uint8Array(140 << 20), { level: 1 })).toString('latin1');
    const holding = (filter: string, what = '') =>
      Buffer.from(`%PDF-1.4\n4 0 obj\n<< /Length ${packed.length} ${what} /Filter ${filter} >>\nstream\n${packed}\nendstream\nendobj\n`, 'latin1');
    await expect(imported('a.pdf', holding('/FlateDecode'))).rejects.toThrow('unpacks to more than 128 MB');
    await expect(imported('a.pdf', holding('[ /FlateDecode /FlateDecode ]'))).rejects.toThrow('packed twice');
    await expect(imported('a.pdf', holding('/FlateDecode', '/Subtype /Image'))).rejects.toThrow('the PDF cannot be read');
  }, 60_000);

  test('without a text layer says so', async () => {
    await expect(imported('scan.pdf', pdf([[]]))).rejects.toThrow('no text layer');
  });

  test('that is not one says so', async () => {
    await expect(imported('a.pdf', 'hello')).rejects.toThrow('not a PDF');
  });
});

test('numbers that Word counts by itself are written out, and bullets stay bullets', async () => {
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const level = (i: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const part = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const counted = (text: string, properties: string) => para(text).replace('<w:p>', `<w:p><w:pPr>${properties}</w:pPr>`);
  const at = (id: number, l: number) => `<w:numPr><w:ilvl w:val="${l}"/><w:numId w:val="${id}"/></w:numPr>`;
  const file = word(
    [
      counted('', '<w:pStyle w:val="Art"/>'),
      counted('Each Party shall:', at(1, 0)),
      counted('open ports;', at(1, 1)),
      counted('train pilots.', at(1, 1)),
      para('That is all.'),
      counted('No Party shall close them.', at(1, 0)),
      counted('a bullet', at(2, 0)),
      counted('', '<w:pStyle w:val="Art"/>'),
    ].join(''),
    {
      'word/_rels/document.xml.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${part}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${part}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'word/numbering.xml': strToU8(
        `<?xml version="1.0"?><w:numbering ${ns}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Article %1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
      ),
      'word/styles.xml': strToU8(
        `<?xml version="1.0"?><w:styles ${ns}><w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Art"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`,
      ),
    },
  );
  expect(await body('a.docx', file)).toBe(
    'Article I\n\n1. Each Party shall:\n\n(a) open ports;\n\n(b) train pilots.\n\nThat is all.\n\n2. No Party shall close them.\n\n-   a bullet\n\nArticle II\n',
  );
});

describe('Akoma Ntoso XML', () => {
  const akn = `<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification source="#x"><FRBRWork><FRBRdate date="2001-02-03" name="x"/></FRBRWork></identification></meta>
    <preface><p><docTitle>Treaty on Harbours</docTitle></p></preface><preamble><p>The Parties,</p></preamble>
    <body><article><num>Article 1</num><heading>Scope</heading><paragraph><num>1.</num><content><p>Each Party shall open its ports.</p></content></paragraph><paragraph><num>2.</num><content><p>No Party shall close them.</p></content></paragraph></article></body></act></akomaNtoso>`;

  test('is read with its articles and numbers', async () => {
    const text = await imported('a.xml', akn);
    expect(text).toContain('title: Treaty on Harbours');
    expect(text).toContain('date: 2001-02-03');
    expect(text).toContain('### Article 1\n\n**Scope**\n\n1. Each Party shall open its ports.\n\n2. No Party shall close them.\n');
  });

  test('keeps the number of a paragraph that opens with a list, and leaves notes out', async () => {
    const xml =
      '<?xml version="1.0"?><akomaNtoso><act><body><article><num>Article 1</num><paragraph><num>1.</num><list><intro><p>Each Party shall:</p></intro><point><num>(a)</num><content><p>open ports.<authorialNote><p>As amended.</p></authorialNote></p></content></point></list></paragraph></article></body></act></akomaNtoso>';
    expect(await body('a.xml', xml)).toBe('### Article 1\n\n1. Each Party shall:\n\n(a) open ports.\n');
  });

  test('with entities is refused', async () => {
    const evil = '<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><akomaNtoso><p>&b;</p></akomaNtoso>';
    await expect(imported('evil.xml', evil)).rejects.toThrow('entities');
  });

  test('with a fault names it', async () => {
    await expect(imported('bad.xml', '<?xml version="1.0"?><akomaNtoso><p>x</akomaNtoso>')).rejects.toThrow('not well formed');
  });
});

test('an empty file and an unknown kind are refused in one line', async () => {
  await expect(imported('a.html', '')).rejects.toThrow('empty');
  await expect(imported('a.xyz', 'hello')).rejects.toThrow('this kind of file is not read');
});
