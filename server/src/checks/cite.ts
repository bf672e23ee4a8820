/** Writes a citation of a passage as the document's author writes them: by key or by name, and in the document's format. */
import type { Analysis, Citation, Pinpoint, Quotation } from '../document/analysis.ts';
import { renderPinpoint } from '../document/restyle.ts';
import type { Edit } from './check.ts';
import { inFormat } from './phrases.ts';
import { rewritten } from './rewrite.ts';

/**
 * With the space before it: " (Washington Declaration, para. 4)", " [@key, para. 4]", " \\cite[para.~4]{key}". The pinpoint is written as the
 * first one that the document has, the key as its own. Empty without a source.
 */
export function citationFor(analysis: Analysis, q: { readonly source: Quotation['source'] }): string {
  if (!q.source) return '';
  const { instrument, paragraph } = q.source;
  const like = analysis.citations.find((c) => c.instrument === instrument && c.pinpoints.some((p) => !p.inherited));
  const style = like?.pinpoints.find((p) => !p.inherited)?.text ?? 'para. 1';
  const pin = signs(analysis, renderPinpoint(style, [paragraph]));
  const keyed = like?.form === 'key' ? byKey(analysis, like, pin) : undefined;
  const title = analysis.library.head(instrument)?.title ?? instrument;
  return keyed ?? ` (${inFormat(analysis, title)}, ${pin})`;
}

/** A pinpoint written anew where it stands: "\\P~2", "&para;&nbsp;2" and "<b>2</b>" keep their signs; `undefined` across markup. */
export function repin(analysis: Analysis, pin: Pinpoint, text: string): Edit | undefined {
  const raw = analysis.text.slice(pin.span.start, pin.span.end);
  const entity = /&(?:para|#182|#xb6);/i.exec(raw)?.[0];
  const tied = /\\P(?![A-Za-z])/.test(raw);
  return rewritten(analysis, pin.block, pin.inProse, text, (added) =>
    tied ? added.replace(/¶\s?/g, (m) => (m === '¶' ? '\\P' : '\\P~')) : entity ? added.replace(/¶/g, entity) : added,
  );
}

/** The pinpoint with the signs that the format asks for. */
export function signs(analysis: Analysis, pin: string): string {
  if (analysis.format !== 'latex') return pin;
  const tied = pin.replace(/\.\s(?=\d)/, '.~');
  return analysis.text.includes('¶') ? tied : tied.replace(/¶\s?/g, '\\P~');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `undefined` where the format has no keys, or none is found. */
function byKey(analysis: Analysis, like: Citation, pin: string): string | undefined {
  const key = /@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]|[\p{L}\p{N}_])/u.exec(like.text)?.[1];
  if (key === undefined) return undefined;
  switch (analysis.format) {
    case 'markdown':
      return ` [@${key}, ${pin}]`;
    case 'org':
      return ` [cite:@${key} ${pin}]`;
    case 'typst':
      return analysis.text.includes(`#cite(<${key}>`) ? ` #cite(<${key}>, supplement: [${pin}])` : ` @${key}[${pin}]`;
    case 'latex': {
      const command = new RegExp(`\\\\((?!text|Text)\\w*cite\\w*)\\*?(?:\\[[^\\]]*\\]){0,2}\\{${escaped(key)}\\}`).exec(analysis.text)?.[1] ?? 'cite';
      return `${command.startsWith('foot') ? '' : ' '}\\${command}[${pin}]{${key}}`;
    }
    default:
      return undefined;
  }
}
