/** Where a restated commitment stands, and how another wording of the claim would compare with it. */

import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { foldTypography, lower } from '../text/fold.ts';
import { fromSource } from '../text/prose.ts';
import type { Claim } from './analysis.ts';
import { type Comparison, compareClaim, type Setting } from './claim-compare.ts';
import { subjectOf } from './claim-subject.ts';

/** `claim`: the sentence that restates the commitment. */
export function settingOf(commitment: Commitment, instrument: Instrument, claim: string): Setting {
  const paragraph = instrument.paragraphs.find((p) => p.label === commitment.paragraph);
  const at = paragraph ? fromSource(paragraph.prose, commitment.span.start) : 0;
  const whole = paragraph?.sentences.find((s) => at >= s.start && at < s.end);
  return {
    sentence: paragraph && whole ? paragraph.prose.text.slice(whole.start, whole.end) : commitment.text,
    paragraph: paragraph?.prose.text ?? commitment.text,
    verbatim: standsIn(claim, instrument),
  };
}

/** What would be said of the claim if it were worded like this; `undefined` when its commitment is not known. */
export function reword(claim: Claim, text: string, instrument: Instrument): Comparison | undefined {
  const commitment = instrument.commitments[claim.commitment];
  return commitment && compareClaim(text, subjectOf(text, instrument), commitment, instrument, settingOf(commitment, instrument, text));
}

const texts = new WeakMap<Instrument, string>();
const folded = (text: string): string => lower(foldTypography(text)).replace(/\s+/g, ' ');

/** Whether the sentence is the instrument's own, word for word, though not in quotation marks. */
function standsIn(sentence: string, instrument: Instrument): boolean {
  let known = texts.get(instrument);
  if (known === undefined) {
    known = folded(instrument.paragraphs.map((p) => p.prose.text).join(' '));
    texts.set(instrument, known);
  }
  const plain = folded(sentence).replace(/^[^a-z]+|[^a-z]+$/g, '');
  return plain.split(' ').length > 5 && known.includes(plain);
}
