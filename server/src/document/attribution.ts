/** Ties a quotation to what it is quoted from: the citation that governs it, and how surely the words are presented as a text's own. */
import type { Block } from '../text/markup/markup.ts';
import { firstFrom } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Resolved } from './analysis.ts';
import { ANOTHER_SOURCE, BRACKETS, COMPARES, DIRECT, isAlone, isAttribution, leadsIn, leadsTo, parted } from './between.ts';
import type { Quoted } from './quoted.ts';
import { extent, isInTitle, outerStart, type Scene, type Standing, stage, startOf } from './scene.ts';
import { hear, isInterposed, turnsAway, type Voice } from './voices.ts';

export interface Tie {
  /** Index into `citations`. */
  readonly citation: number;
  /** `direct`: beside the quotation, or in the note on it. `shared`: closes its sentence. `before`: its sentence opens with it.
   *  `near`: in the sentence or block before. */
  readonly by: 'direct' | 'shared' | 'before' | 'near';
}

export interface Attribution {
  /** Citations that may govern the quotation, surest first. Only `near` ones do not govern, but say what is spoken of. */
  readonly ties: readonly Tie[];
  readonly voice: Voice;
}

/** Nobody is named. */
const SILENT: Voice = { text: false, other: false, signatories: false, reported: false, denied: false, deniedOutright: false, unsaid: false };
/** "What the Declaration Means, 3 Harbour L.J. 1", in a format without italics. */
const TITLE_GOES_ON = /^\s(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+/;
/** Items of a list that its lead-in is sought above. */
const LONG_LIST = 40;

/** How far around a quotation words are looked at, and citations, in code units: no sentence needs more. */
const NEAR = 500;
const FAR = 1500;

export function createAttribution(resolved: Resolved, quoted: readonly Quoted[]): (q: Quoted) => Attribution {
  const { markup, citations, cites } = resolved;
  const byBlock = new Map<number, number[]>();
  citations.forEach((c, i) => {
    const list = byBlock.get(c.block);
    if (list) list.push(i);
    else byBlock.set(c.block, [i]);
  });
  const quotedIn = new Map<number, Quoted[]>();
  for (const q of quoted) {
    const list = quotedIn.get(q.block);
    if (list) list.push(q);
    else quotedIn.set(q.block, [q]);
  }
  const noteBlocks = new Map<string, number[]>();
  markup.blocks.forEach((b, i) => {
    if (b.note === undefined) return;
    const list = noteBlocks.get(b.note);
    if (list) list.push(i);
    else noteBlocks.set(b.note, [i]);
  });
  const titles = cites.map((c) => c.instrument.title).join(' ');
  const ours = new Set(cites.map((c) => c.instrument.id));
  const scenes = new Map<number, Scene>();
  const sceneOf = (index: number): Scene => {
    let scene = scenes.get(index);
    if (!scene) {
      scene = stage(markup.blocks[index] as Block, byBlock.get(index) ?? [], quotedIn.get(index) ?? [], citations);
      scenes.set(index, scene);
    }
    return scene;
  };
  const inNote = (id: string): readonly number[] => (noteBlocks.get(id) ?? []).flatMap((b) => byBlock.get(b) ?? []);

  /** False for what a note only compares, or names behind another source: "Press conference, 26 April 2023. Compare …". */
  const isSource = (c: number): boolean => {
    const citation = citations[c] as Citation;
    const note = markup.blocks[citation.block];
    if (note && citation.pinpoints.length === 0 && (isInTitle(note, citation.inProse) || TITLE_GOES_ON.test(note.prose.text.slice(citation.inProse.end))))
      return false;
    const before = (markup.blocks[citation.block]?.prose.text ?? '').slice(0, extent(citation).start);
    if (COMPARES.test(before)) return false;
    return byBlock.get(citation.block)?.[0] !== c || !ANOTHER_SOURCE.test(before);
  };

  const noteText = (id: string): string => (noteBlocks.get(id) ?? []).map((b) => markup.blocks[b]?.prose.text ?? '').join(' ');

  /** The sentence around a quotation; a bracketed citation or an attribution behind the stop still belongs to it. */
  const sentenceAround = (scene: Scene, s: Span): Span => {
    const { sentences, masked } = scene;
    let at = firstFrom(sentences, (x) => x.end, s.start + 1);
    if (at >= sentences.length) return { start: 0, end: masked.length };
    let { start } = sentences[at] as Span;
    // A bracketed citation behind a stop closes the sentence before.
    if (start > 0) {
      const closing = /^(?:\([^()]{1,120}\)|\[[^[\]]{1,120}\])\s+(?=\p{Lu})/u.exec(masked.slice(start, start + 130));
      if (closing && start + closing[0].length <= s.start) start += closing[0].length;
    }
    let end = (sentences[at] as Span).end;
    while (at + 1 < sentences.length && end < s.end) end = (sentences[++at] as Span).end;
    const next = sentences[at + 1];
    if (next) {
      const text = masked.slice(next.start, Math.min(next.end, next.start + 200));
      const aside = /^(?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/.exec(text);
      if (aside) end = Math.min(next.end, next.start + aside[0].length);
    }
    return { start, end };
  };

  const surroundings = (scene: Scene, sentence: Span, q: Span) => {
    const from = Math.max(sentence.start, q.start - NEAR);
    const left = scene.masked.slice(from, q.start);
    const nextQuote = scene.quoted[firstFrom(scene.quoted, outerStart, q.end)];
    const right = scene.masked.slice(q.end, Math.min(sentence.end, nextQuote?.outer.start ?? Infinity, q.end + NEAR));
    const own = scene.standing
      .slice(firstFrom(scene.standing, startOf, from), firstFrom(scene.standing, startOf, q.start))
      .filter((c) => c.span.end <= q.start && ours.has(citations[c.index]?.instrument ?? ''))
      .map((c) => ({ start: c.span.start - from, end: c.span.end - from }));
    return { left, right, own, comma: /,\W?$/.test(scene.block.prose.text.slice(Math.max(q.start, q.end - 2), q.end)) };
  };

  const attributeMarks = (q: Quoted): Attribution => {
    const scene = sceneOf(q.block);
    const { masked, standing, block } = scene;
    const sentence = sentenceAround(scene, q.outer);
    let voice = hear(surroundings(scene, sentence, q.outer), titles);
    const ties: Tie[] = [];
    const nth = firstFrom(scene.quoted, outerStart, q.outer.end);
    const next = scene.quoted[nth] && (scene.quoted[nth] as Quoted).outer.start < sentence.end ? scene.quoted[nth] : undefined;
    const first = firstFrom(standing, startOf, Math.max(sentence.start, q.outer.start - FAR));
    const here = standing.slice(first, firstFrom(standing, startOf, Math.min(sentence.end, q.outer.end + FAR))).filter((c) => c.span.end <= sentence.end + 1);
    // "the latter [@key]", "the Declaration [@key]": in brackets, but the subject of what follows.
    const attached = (c: Standing): boolean => {
      const x = standing[firstFrom(standing, startOf, c.span.start) - 1];
      const named = x !== undefined && !x.aside && /^[\s~[(]*$/.test(masked.slice(x.span.end, c.span.start));
      return named || /\b(?:former|latter)\s+[[(]?$/.test(masked.slice(Math.max(0, c.span.start - 12), c.span.start));
    };
    const behind = here.filter((c) => c.span.start >= q.outer.end);
    const before = here.filter((c) => c.span.end <= q.outer.start);
    // A citation right behind: brackets, a comma, an arrow, "in" or "of" between; but not one that leads in the next quotation.
    for (const c of behind) {
      const gap = masked.slice(q.outer.end, c.span.start);
      if (gap.length > 90) break;
      // "“…” under the NPT (para. 3)": what the words are about, not where they stand.
      if (!c.aside && !ours.has(citations[c.index]?.instrument ?? '') && behind.some((x) => x.aside && ours.has(citations[x.index]?.instrument ?? '')))
        continue;
      if (!DIRECT.test(gap)) break;
      if (!c.aside && next && leadsTo(masked.slice(c.span.end, next.outer.start))) break;
      ties.push({ citation: c.index, by: 'direct' });
      if (!/^[^)\]]{0,40}[;,]/.test(masked.slice(c.span.end, c.span.end + 50))) break;
    }
    // A note on it.
    const nearest = scene.notes[firstFrom(scene.notes, startOf, q.outer.end)];
    const note = nearest && nearest.span.start <= sentence.end + 1 ? nearest : undefined;
    if (note && (!next || note.span.start <= next.outer.start)) {
      const gap = masked.slice(q.outer.end, note.span.start);
      const on = /^[\s.,;:!?)\]]*$/.test(gap);
      const sources = inNote(note.id).filter(isSource);
      for (const c of sources) ties.push({ citation: c, by: on ? 'direct' : 'shared' });
      // A note on it that cites nothing we know cites something else, unless it is only a remark.
      if (on && ties.length === 0 && sources.length === 0 && noteText(note.id).length > 40) voice = { ...voice, text: false, other: true };
    } else if (note && ties.length === 0) for (const c of inNote(note.id)) if (isSource(c)) ties.push({ citation: c, by: 'shared' });
    if (ties.some((t) => t.by === 'direct')) return { ties, voice };
    // Its sentence's subject: the nearest citation before, unless it is an aside that belongs to an earlier quotation.
    for (const c of before.toReversed()) {
      const owner = scene.quoted[firstFrom(scene.quoted, outerStart, c.span.start) - 1];
      if (
        owner &&
        owner.outer.start >= sentence.start &&
        owner.outer.end <= c.span.start &&
        !isInterposed(masked.slice(sentence.start, c.span.start), masked.slice(c.span.end, q.outer.start)) &&
        (c.aside ? !attached(c) : DIRECT.test(masked.slice(owner.outer.end, c.span.start)) && !leadsIn(masked.slice(c.span.end, q.outer.start)))
      )
        continue;
      ties.push({ citation: c.index, by: parted(masked.slice(c.span.end, q.outer.start)) ? 'near' : 'before' });
    }
    // An aside further behind, which closes the sentence or the series of fragments; not where another text leads in the words, or the next ones.
    const subject = before.at(-1);
    const foreign = subject !== undefined && citations[subject.index]?.instrument === undefined && leadsIn(masked.slice(subject.span.end, q.outer.start));
    const turn = behind.find((c) => {
      const later = scene.quoted[firstFrom(scene.quoted, outerStart, c.span.end)];
      return !c.aside && later !== undefined && later.outer.start < sentence.end && leadsIn(masked.slice(c.span.end, later.outer.start).replace(BRACKETS, ' '));
    });
    for (const c of behind)
      if (c.aside && !foreign && !(turn && c.span.start >= turn.span.end) && !masked.slice(q.outer.end, c.span.start).includes(';'))
        ties.push({ citation: c.index, by: 'shared' });
    const alone = block.kind === 'cell' || isAlone(q, block);
    if (alone) for (const c of inRow(q)) ties.push({ citation: c, by: 'direct' });
    if (block.cell && ties.length === 0)
      for (const c of atHead(block)) ties.push({ citation: c, by: ours.has(citations[c]?.instrument ?? '') ? 'shared' : 'direct' });
    if (alone && block.kind === 'item' && isAsked(q.block)) voice = { ...voice, text: false, denied: true, deniedOutright: true };
    // "It" and "the text" are of what the sentence before spoke of last: perhaps another text.
    if (!before.some((c) => ours.has(citations[c.index]?.instrument ?? ''))) {
      const prior = scene.sentences[firstFrom(scene.sentences, (x) => x.end, sentence.start + 1) - 1];
      if (prior) {
        const named = standing[firstFrom(standing, startOf, prior.end) - 1]?.span.end ?? 0;
        if (turnsAway(masked.slice(Math.max(prior.start, named), prior.end), titles)) voice = { ...voice, text: false, other: true };
        else if (turnsAway(masked.slice(Math.max(prior.start, prior.end - FAR), prior.end), titles)) voice = { ...voice, text: false };
      }
    }
    if (ties.length === 0) {
      const earlier = standing[firstFrom(standing, startOf, q.outer.start) - 1];
      if (earlier) ties.push({ citation: earlier.index, by: 'near' });
      else for (const c of inItemAbove(q.block)) ties.push({ citation: c, by: 'near' });
    }
    return { ties, voice };
  };

  /** "Which of these stand in the text?": what the list beneath a question holds need not stand there. */
  const isAsked = (index: number): boolean => {
    const { stream } = markup.blocks[index] as Block;
    let k = index - 1;
    while (k > index - LONG_LIST && markup.blocks[k]?.kind === 'item' && markup.blocks[k]?.stream === stream) k--;
    const lead = markup.blocks[k];
    return lead?.kind === 'paragraph' && lead.stream === stream && /\?[^?]{0,60}$/.test(lead.prose.text.slice(-80));
  };

  /** In a table or a list that stands for one, the cell beside that holds nothing but a citation. */
  const inRow = (q: Quoted): readonly number[] => {
    const own = markup.blocks[q.block] as Block;
    const cites = (k: number): readonly number[] => {
      const cell = markup.blocks[k];
      const found = byBlock.get(k) ?? [];
      if (!cell || found.length === 0 || cell.kind !== own.kind || cell.stream !== own.stream) return [];
      if (cell.cell?.table !== own.cell?.table || cell.cell?.row !== own.cell?.row) return [];
      const covered = found.reduce((sum, i) => sum + extent(citations[i] as Citation).end - extent(citations[i] as Citation).start, 0);
      return covered >= 0.6 * cell.prose.text.length ? found : [];
    };
    const [before, behind] = [cites(q.block - 1), cites(q.block + 1)];
    // In a row that says where before what, each citation goes with the words behind it.
    // "WD | the words | para. 4": the text before them, the place behind.
    const pinned = (list: readonly number[]) => list.some((i) => (citations[i]?.pinpoints.length ?? 0) > 0);
    const texts = new Set([...before, ...behind].map((i) => citations[i]?.instrument));
    if (before.length > 0 && !pinned(before) && pinned(behind) && texts.size === 1 && !quotedIn.has(q.block + 2)) return behind;
    if (before.length > 0 && (own.cell?.column === 1 || behind.length === 0) && !(own.cell && own.cell.column > 1 && quotedIn.has(q.block - 2))) return before;
    return behind;
  };

  /** What a column's head is the name of, and nothing else. */
  const atHead = ({ cell, stream }: Block): readonly number[] => {
    if (!cell || cell.row === 0) return [];
    heads ??= new Map(markup.blocks.flatMap((b, i) => (b.cell?.row === 0 ? [[`${b.stream} ${b.cell.table} ${b.cell.column}`, i] as const] : [])));
    const head = heads.get(`${stream} ${cell.table} ${cell.column}`);
    const [c, ...more] = head === undefined ? [] : (byBlock.get(head) ?? []);
    if (head === undefined || c === undefined || more.length > 0) return [];
    const { start, end } = extent(citations[c] as Citation);
    return end - start >= 0.7 * (markup.blocks[head] as Block).prose.text.length ? [c] : [];
  };
  let heads: Map<string, number> | undefined;

  /** What the block before speaks of, when it leads in by its last words. */
  const inItemAbove = (index: number): readonly number[] => {
    const above = markup.blocks[index - 1];
    if (!above || above.stream !== markup.blocks[index]?.stream || !/:\W{0,3}$/.test(above.prose.text)) return [];
    return (byBlock.get(index - 1) ?? []).slice(-1);
  };

  const attributeBlock = (q: Quoted): Attribution => {
    const block = markup.blocks[q.block] as Block;
    const ties: Tie[] = [];
    let first = q.block;
    while (first > 0 && markup.blocks[first - 1]?.quote === block.quote) first--;
    let final = q.block;
    while (markup.blocks[final + 1]?.quote === block.quote && block.quote) final++;
    // In its tail, in a note on it, or in a line of its own beneath.
    for (let k = q.block; k <= final; k++) {
      const own = byBlock.get(k) ?? [];
      const rest =
        k === q.block
          ? own.filter((i) => extent(citations[i] as Citation).start >= q.inner.end)
          : own.length > 0 && isAttribution(markup.blocks[k] as Block)
            ? own
            : [];
      for (const i of rest) ties.push({ citation: i, by: 'direct' });
      for (const i of markup.blocks[k]?.inlines ?? [])
        if (i.kind === 'note' && i.span.start >= q.inner.end) for (const c of inNote(i.id)) ties.push({ citation: c, by: 'direct' });
    }
    const below = markup.blocks[final + 1];
    if (ties.length === 0 && below && below.stream === block.stream && isAttribution(below))
      for (const i of byBlock.get(final + 1) ?? []) ties.push({ citation: i, by: 'direct' });
    const above = first > 0 ? markup.blocks[first - 1] : undefined;
    let voice: Voice = SILENT;
    if (above && above.kind !== 'heading' && above.stream === block.stream) {
      const scene = sceneOf(first - 1);
      const end = scene.masked.length;
      const sentence = scene.sentences.at(-1) ?? { start: 0, end };
      voice = hear(surroundings(scene, sentence, { start: end, end }), titles);
      // Only a sentence that breaks off speaks of what follows.
      const leads = /[:,—–-]\W{0,2}$/.test(above.prose.text) || !/[.!?]\W{0,2}$/.test(above.prose.text);
      if (!leads) voice = SILENT;
      const named = scene.standing.slice(Math.max(firstFrom(scene.standing, startOf, sentence.start), scene.standing.length - 20)).toReversed();
      for (const c of named) ties.push({ citation: c.index, by: leads ? 'before' : 'near' });
      for (const i of above.inlines)
        if (i.kind === 'note' && i.span.start >= sentence.start) for (const c of inNote(i.id)) ties.push({ citation: c, by: leads ? 'before' : 'near' });
      if (named.length === 0 && scene.standing.length > 0) ties.push({ citation: (scene.standing.at(-1) as Standing).index, by: 'near' });
      const said = below && below.stream === block.stream ? below : undefined;
      if (said && ties.length === 0 && /^(?:That|This|So|Thus)\b/.test(said.prose.text))
        for (const i of (byBlock.get(final + 1) ?? []).slice(0, 1)) ties.push({ citation: i, by: 'near' });
    }
    return { ties, voice };
  };

  return (q) => (q.form === 'block' ? attributeBlock(q) : attributeMarks(q));
}
