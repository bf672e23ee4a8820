/** Ties a quotation to what it is quoted from: the citation that governs it, and how surely the words are presented as a text's own. */
import type { Block, Inline } from '../text/markup/markup.ts';
import { firstFrom, remember } from '../text/remember.ts';
import { findSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Resolved } from './analysis.ts';
import type { Quoted } from './quoted.ts';
import { hear, turnsAway, type Voice } from './voices.ts';

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

/** A citation as it stands in a block: with its pinpoints, and whether it is an aside (in brackets, a key, a note). */
interface Standing {
  readonly index: number;
  readonly span: Span;
  readonly aside: boolean;
}

interface Scene {
  readonly block: Block;
  /** The prose with quotations blanked, so that their commas and stops mean nothing here. */
  readonly masked: string;
  readonly sentences: readonly Span[];
  /** What stands in marks; in order, as all lists here. */
  readonly quoted: readonly Quoted[];
  readonly standing: readonly Standing[];
  readonly notes: readonly Extract<Inline, { kind: 'note' }>[];
}

/** Nobody is named. */
const SILENT: Voice = { text: false, other: false, reported: false, denied: false, deniedOutright: false };

/** How far around a quotation words are looked at, and citations, in code units: no sentence needs more. */
const NEAR = 500;
const FAR = 1500;

const startOf = (x: { readonly span: Span }): number => x.span.start;
const outerStart = (q: Quoted): number => q.outer.start;
/** Sentences of a masked block: most blocks are as they were before the last edit. */
const sentencesOf = remember(findSentences, 4000);

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
    const before = (markup.blocks[citation.block]?.prose.text ?? '').slice(0, extent(citation).start);
    if (COMPARES.test(before)) return false;
    const first = Math.min(...(byBlock.get(citation.block) ?? []).map((i) => extent(citations[i] as Citation).start));
    return !(first === before.length && ANOTHER_SOURCE.test(before));
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
    return { left, right, own };
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
      if (!c.aside && next && leadsIn(masked.slice(c.span.end, next.outer.start))) break;
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
        (c.aside ? true : DIRECT.test(masked.slice(owner.outer.end, c.span.start)) && !leadsIn(masked.slice(c.span.end, q.outer.start)))
      )
        continue;
      ties.push({ citation: c.index, by: parted(masked.slice(c.span.end, q.outer.start)) ? 'near' : 'before' });
    }
    // An aside further behind, which closes the sentence or the series of fragments.
    for (const c of behind) if (c.aside && !masked.slice(q.outer.end, c.span.start).includes(';')) ties.push({ citation: c.index, by: 'shared' });
    if (block.kind === 'cell' || isAlone(q, block)) for (const c of inRow(q)) ties.push({ citation: c, by: 'direct' });
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

  /** In a table or a list that stands for one, the cell beside that holds nothing but a citation. */
  const inRow = (q: Quoted): readonly number[] => {
    for (const k of [q.block + 1, q.block - 1]) {
      const cell = markup.blocks[k];
      const found = byBlock.get(k) ?? [];
      const first = citations[found[0] ?? -1];
      if (!cell || !first || cell.kind !== markup.blocks[q.block]?.kind || cell.stream !== markup.blocks[q.block]?.stream) continue;
      const covered = found.reduce((sum, i) => sum + extent(citations[i] as Citation).end - extent(citations[i] as Citation).start, 0);
      if (covered >= 0.6 * cell.prose.text.length) return found;
    }
    return [];
  };

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

/** Right before a citation that is only to be compared, and a source of its own that ends before the citation begins. */
const COMPARES = /(?:^|[.;:(]\s*)(?:but\s+)?(?:(?:see\s+(?:also|generally))|cf\.?|compare|contrast|contra)[,\s][^.;]{0,50}$/i;
const ANOTHER_SOURCE =
  /(?:\b(?:19|20)\d{2}\b|\bpp?\.\s?\d|\b(?:interview|press conference|speech|remarks|testimony|briefing|conversation)\b)[^.;]{0,60}[.;]\s[^.;]{0,40}$/i;

/** Nothing but the quotation stands in its block. */
const isAlone = (q: Quoted, block: Block): boolean => !/[\p{L}\p{N}]/u.test(block.prose.text.slice(0, q.outer.start) + block.prose.text.slice(q.outer.end));

/** A line that only says whose words stand above it. */
const isAttribution = (block: Block): boolean => /^\W{0,3}[—–―(-]/.test(block.prose.text) && block.prose.text.length < 160;

/** Between a quotation and the citation on it. */
const DIRECT =
  /^[\s.,:!?…]*(?:;\s*(?=see|cf|id|ibid))?(?:\(|\[|[—–-]{1,3}|[→⇒➔]|=+>|-+>|\|)?\s*(?:(?:see|cf\.?|accord|quoting|citing|from|in|of|at|under|per|via|source:?|is|the|its|comes|taken|stands?|appears?|says|say|reads?|runs|are|both|also|e\.g\.,?|i\.e\.,?|often|given|as|quoted|found)\s+){0,4}$/i;

/** Between the citation that opens a sentence and a quotation: another clause, with another subject. */
const parted = (gap: string): boolean =>
  /;|\s[—–]\s|,\s(?:and|but|while|whereas|yet|so|though|although)\s[\s\S]{16,}$/.test(gap.replace(/^[^()[\]]{0,160}\]|\[[^[\]]{0,200}\]/g, ' '));

/** What stands between a citation and the next quotation, when the citation is the subject that says it. */
const leadsIn = (gap: string): boolean => gap.length < 90 && /\p{L}{2}/u.test(gap) && !/^[^(]+\)|[,;]/.test(gap);

/** The citation with those of its pinpoints that stand in the same block. */
const extent = (c: Citation): Span => {
  let { start, end } = c.inProse;
  for (const p of c.pinpoints) {
    if (p.block !== c.block || p.inherited) continue;
    start = Math.min(start, p.inProse.start);
    end = Math.max(end, p.inProse.end);
  }
  return { start, end };
};

function stage(block: Block, found: readonly number[], quoted: readonly Quoted[], citations: readonly Citation[]): Scene {
  const text = block.prose.text;
  const pieces: string[] = [];
  let at = 0;
  for (const { form, outer } of quoted) {
    if (form !== 'marks' || outer.end - outer.start < 2 || outer.start < at) continue;
    const inside = text.slice(outer.start + 1, outer.end - 1);
    // The stop that ends the quotation may end the sentence; what is inside does not.
    const stop = /[.!?…]$/.exec(inside)?.[0] ?? '';
    pieces.push(text.slice(at, outer.start + 1), 'q'.repeat(inside.length - stop.length), stop);
    at = outer.end - 1;
  }
  const masked = pieces.join('') + text.slice(at);
  const marks = quoted.filter((q) => q.form === 'marks');
  const keys = block.inlines.filter((i) => i.kind === 'cite').toSorted((x, y) => x.span.start - y.span.start);
  const standing: Standing[] = [];
  for (const index of found) {
    const c = citations[index] as Citation;
    const span = extent(c);
    const around = marks[firstFrom(marks, outerStart, span.start) - 1];
    if (around && span.end <= around.inner.end) continue;
    const key = keys[firstFrom(keys, startOf, span.start + 1) - 1];
    const aside = key?.kind === 'cite' && key.span.end >= span.end ? !key.narrative : inBrackets(masked, span.start);
    standing.push({ index, span, aside });
  }
  standing.sort((x, y) => x.span.start - y.span.start);
  const notes = block.inlines.filter((i) => i.kind === 'note').toSorted((x, y) => x.span.start - y.span.start);
  return { block, masked, sentences: sentencesOf(masked), quoted: marks, standing, notes };
}

/** True when a bracket is open at the offset, looking no further back than a sentence. */
function inBrackets(text: string, at: number): boolean {
  const left = text.slice(Math.max(0, at - 240), at);
  let depth = 0;
  for (let i = left.length - 1; i >= 0; i--) {
    const c = left[i];
    if (c === ')' || c === ']') depth++;
    else if (c === '(' || c === '[') {
      if (depth === 0) return true;
      depth--;
    }
  }
  return false;
}
