/** What must be out of the way before Markdown is parsed, replaced unit for unit so that every offset stays true. */
import type { Comment } from './reading.ts';

/** Vanishes in prose and, unlike a space, never makes indented code of what follows it. */
export const GHOST = '\u200B';
const SHORTCODE = /\{\{[<%][^{}\n]{0,500}[>%]\}\}|\{\/\*[\s\S]{0,2000}?\*\/\}/g;
const DIV = /^[ \t]*(:{3,})(.*)$/gm;
const ESM = /^(?:import\s[^\n]{0,300}\sfrom\s+['"][^'"\n]*['"];?|import\s+['"][^'"\n]*['"];?|export\s+(?:const|default|function|let)\b[^\n]*)[ \t]*$/gm;

const blank = (s: string): string => s.replace(/[^\n]/g, ' ');
const ghost = (s: string): string => s.replace(/[^\n]/g, GHOST);

/** The text for the parser: line ends are `\n`, front matter, fences of divs, shortcodes and module lines are blank. Same length. */
export function maskMarkdown(text: string, front: number): { readonly masked: string; readonly comments: Comment[] } {
  const comments: Comment[] = [];
  let masked = text;
  if (masked.includes('\r'))
    masked = masked
      .replace(/\\\r\n/g, ' \\\n')
      .replace(/\r\n/g, ' \n')
      .replace(/\r/g, '\n');
  if (masked.includes('\0')) masked = masked.replace(/\0/g, '\uFFFD');
  const head = masked.startsWith('\uFEFF') ? Math.max(front, 1) : front;
  if (head > 0) masked = blank(masked.slice(0, head)) + masked.slice(head);
  if (masked.includes('{{') || masked.includes('{/*')) {
    masked = masked.replace(SHORTCODE, (s, at: number) => {
      if (s.startsWith('{/*')) comments.push({ span: { start: at, end: at + s.length }, text: s.slice(3, -3).trim() });
      return ghost(s);
    });
  }
  if (/^(?:import|export)\s/m.test(masked)) masked = masked.replace(ESM, blank);
  if (masked.includes(':::')) masked = maskDivs(masked);
  return { masked, comments };
}

/** Fences of divs are blank lines; a div of speaker notes is blank as a whole. */
function maskDivs(masked: string): string {
  const fences = [...masked.matchAll(DIV)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    opens: (m[2] as string).trim() !== '',
    notes: /\bnotes\b/.test(m[2] as string),
  }));
  let out = '';
  let pos = 0;
  let depth = 0;
  let notesFrom = -1;
  let notesDepth = 0;
  for (const f of fences) {
    if (f.opens) {
      if (f.notes && notesFrom < 0) {
        notesFrom = f.start;
        notesDepth = depth;
      }
      depth++;
    } else if (depth > 0) depth--;
    if (notesFrom >= 0) {
      if (depth > notesDepth) continue;
      out += masked.slice(pos, notesFrom) + blank(masked.slice(notesFrom, f.end));
      notesFrom = -1;
    } else out += masked.slice(pos, f.start) + blank(masked.slice(f.start, f.end));
    pos = f.end;
  }
  return out + masked.slice(pos);
}

const FEW = 1000;
/** True when the whole text has no more of them than one paragraph may: nearly always, and told at once. */
function hasFew(masked: string): boolean {
  let count = 0;
  for (const mark of '[*_') for (let at = masked.indexOf(mark); at >= 0; at = masked.indexOf(mark, at + 1)) if (++count > FEW) return false;
  return !masked.includes(' '.repeat(FEW + 1));
}
const NEW_LEAF = /^[ \t]*(?:[-*+|#]|\d{1,9}[.)])/;

/**
 * The text for the parser alone: where one paragraph holds thousands of brackets or stars, those beyond the first thousand are
 * blotted out, for the parser's time grows with their square. They stay in the prose as they stand.
 */
export function blunt(masked: string): string {
  if (hasFew(masked)) return masked;
  let count = 0;
  const cuts: number[] = [];
  let lineStart = 0;
  let spaces = 0;
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    // At every space the parser looks for a hard break to the end of the run.
    spaces = c === 32 ? spaces + 1 : 0;
    if (spaces > FEW) cuts.push(i);
    if (c === 10) {
      // A blank line or a new item begins another paragraph.
      if (masked.charCodeAt(i + 1) === 10 || (count > 0 && NEW_LEAF.test(masked.slice(i + 1, i + 40))) || masked.slice(lineStart, i).trim() === '') count = 0;
      lineStart = i + 1;
    } else if ((c === 91 || c === 42 || c === 95) && ++count > FEW) cuts.push(i);
  }
  if (cuts.length === 0) return masked;
  const units = masked.split('');
  for (const at of cuts) units[at] = 'x';
  return units.join('');
}
