/** Writes a citation of a passage as the document's author writes them: by key or by name, and in the document's format. */
import type { Analysis, Citation, Quotation } from '../document/analysis.ts';
import { renderPinpoint } from '../document/restyle.ts';
import { inFormat } from './phrases.ts';

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

/** The pinpoint with the signs that the format asks for. */
function signs(analysis: Analysis, pin: string): string {
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
