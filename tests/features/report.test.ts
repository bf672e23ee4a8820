import { expect, it } from 'vitest';
import { reportHtml, reportMarkdown } from '../../server/src/features/report.ts';
import { analysed } from './check.ts';

const audited = async (text: string) => {
  const w = await analysed(text);
  const reading = await w.read();
  return [{ path: 'brief.md', analysis: reading.analysis, findings: w.service.findings(reading) }];
};
const markdown = async (text: string) => reportMarkdown(await audited(text), () => 'abc', '1');

it('a quotation whose pinpoint is wrong is no good one, and says so in its own row', async () => {
  const text = 'It says that “The JHC will meet twice each year” (Harbour Declaration, para. 3).';
  expect(await markdown(text)).toContain('### 1. Line 1: quotation, verbatim, in another paragraph than cited');
  expect(await markdown(text)).not.toContain('Other findings');
  expect(reportHtml(await audited(text), () => 'abc', '1')).toContain('<tr class="look">');
});

it('where only the punctuation differs nothing is said to be changed, and the sign stands out with its word', async () => {
  const report = await markdown('It says “The JHC will meet twice each year, and will publish its minutes” (Harbour Declaration, para. 4).');
  expect(report).toContain('quotation, only the punctuation differs');
  expect(report).toContain('> The JHC will meet twice each **year,** and will publish its minutes');
});

it('what there is none of is not counted out of nothing', async () => {
  expect(await markdown('It says “The JHC will meet twice each year” (Harbour Declaration, para. 4).')).toContain(
    '1 quotation, 1 of them as in the text; no claims.',
  );
  expect(await markdown('The Harbour Declaration is short.')).toContain('No quotations; no claims.');
});
