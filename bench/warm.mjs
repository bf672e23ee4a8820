// Reading a document of 100 KB again after one edit, beside reading it for the first time; and a document with 300 quotations checked again.
import { document, engine, median, random } from './measure.mjs';

const host = { read: async () => undefined, find: async () => [], log: () => {} };

/** Median milliseconds of the first reading and of readings after one edit each, checks included. */
async function measure({ createService, declarations }, text, rounds) {
  const cold = [];
  const warm = [];
  const next = random(7);
  for (let i = 0; i < rounds; i++) {
    const service = createService(host, declarations);
    const uri = `file:///bench/${i}.md`;
    let version = 1;
    const read = async (t) => {
      service.open({ uri, languageId: 'markdown', version: version++, text: t });
      const began = performance.now();
      service.findings(await service.read(uri));
      return performance.now() - began;
    };
    // The library is read once for all documents of a session; a first, short document pays for it.
    await read('The Washington Declaration, para. 1.');
    let now = `${text}\nRound ${i}.\n`;
    cold.push(await read(now));
    for (let k = 0; k < 5; k++) {
      const space = now.indexOf(' ', Math.floor(next() * (now.length - 1000)));
      now = `${now.slice(0, space)} also${now.slice(space)}`;
      warm.push(await read(now));
    }
  }
  return [median(cold), median(warm)];
}

export async function warm(rounds = 11) {
  const code = await engine();
  const rows = [];
  for (const [what, text, goal] of [
    ['100 KB of Markdown, one edit', document(100_000, 3), 0.25],
    ['a document with 300 quotations, one edit', quotations(300), 0.1],
  ]) {
    // Until both are compiled.
    await measure(code, text, 5);
    const [cold, again] = await measure(code, text, rounds);
    rows.push({ what, ours: `${again.toFixed(1)} ms`, beside: `cold ${cold.toFixed(1)} ms`, ratio: again / cold, goal });
  }
  return rows;
}

const QUOTED = [
  'make every effort to consult with the ROK on any possible nuclear weapons employment on the Korean Peninsula',
  'maintain robust communication infrastructure to facilitate these consultations',
  'engage in deeper, cooperative decision-making on nuclear deterrence',
  'strengthen extended deterrence, discuss nuclear and strategic planning',
];
function quotations(n) {
  const out = ['# On the Washington Declaration\n'];
  for (let i = 0; i < n; i++)
    out.push(`Point ${i} is that “${QUOTED[i % QUOTED.length]}” is a promise of a kind (Washington Declaration, para. ${3 + (i % 2)}).\n`);
  return out.join('\n');
}
