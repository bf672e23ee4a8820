/** Finds the paragraphs of an instrument and the labels by which they are cited. */

import type { Markup } from '../text/markup/markup.ts';
import { findSentences } from '../text/sentences.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';

export function findParagraphs(markup: Markup, _head: InstrumentHead): { readonly paragraphs: readonly Paragraph[]; readonly numbering: string } {
  const body = markup.blocks.filter((b) => b.kind === 'paragraph' && b.prose.text.length > 0);
  return {
    paragraphs: body.map((b, i) => ({ label: String(i + 1), number: i + 1, span: b.span, prose: b.prose, sentences: findSentences(b.prose.text) })),
    numbering: 'body paragraphs, counted from the opening',
  };
}
