/** Findings as GitHub workflow commands: one annotation a line. */
import type { Finding, Severity } from '../checks/check.ts';
import type { Analysis } from '../document/analysis.ts';
import { printEach } from './places.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export function toGithub(path: string, analysis: Analysis, findings: readonly Finding[]): string {
  return printEach(analysis, findings, (f, { from, to }) => {
    // Columns are shown only where beginning and end are on one line.
    const columns = from.line === to.line ? `,col=${from.character + 1},endColumn=${to.character + 1}` : '';
    const where = `file=${property(path.replaceAll('\\', '/'))},line=${from.line + 1},endLine=${to.line + 1}${columns}`;
    return `::${COMMANDS[f.severity]} ${where},title=${property(f.check)}::${data(f.message)}\n`;
  });
}
