/** Findings as SARIF 2.1.0, written piece by piece so that thousands of files stream. */
import pages from 'virtual:pages';
import type { Finding, Severity } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import type { Analysis } from '../document/analysis.ts';
import { nameOf, plain } from '../features/render.ts';
import { type Lines, linesOf } from '../lines.ts';
import type { Span } from '../text/span.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

export const sarifStart = (version: string): string => {
  const rules = CHECKS.map((c) => ({
    id: c.id,
    shortDescription: { text: `${c.summary}.` },
    ...(pages[c.id] === undefined ? {} : { help: { text: plain(pages[c.id] as string), markdown: pages[c.id] } }),
    defaultConfiguration: { level: LEVELS[c.severity], ...(c.off ? { enabled: false } : {}) },
  }));
  const driver = { name: 'Declaration Lens', version, semanticVersion: /^\d+\.\d+\.\d+/.test(version) ? version : '0.0.0', rules };
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`;
};

/** `complete`: every file could be read. */
export const sarifEnd = (complete: boolean): string => `],"invocations":[{"executionSuccessful":${complete}}]}]}\n`;

const uriOf = (path: string): string => {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '');
  const encoded = plain.split('/').map(encodeURIComponent).join('/');
  return plain.startsWith('/') ? `file://${encoded}` : /^[A-Za-z]:\//.test(plain) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
};

const regionOf = (lines: Lines, s: Span) => {
  const from = lines.at(s.start);
  const to = lines.at(s.end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    charOffset: s.start,
    charLength: s.end - s.start,
  };
};

let counted: { readonly text: string; readonly lines: Lines } | undefined;

export function sarifOf(path: string, analysis: Analysis, f: Finding) {
  if (counted?.text !== analysis.text) counted = { text: analysis.text, lines: linesOf(analysis.text) };
  const { lines } = counted;
  const artifactLocation = { uri: uriOf(path) };
  return {
    ruleId: f.check,
    ruleIndex: CHECKS.findIndex((c) => c.id === f.check),
    level: LEVELS[f.severity],
    message: { text: f.message },
    locations: [
      { physicalLocation: { artifactLocation, region: { ...regionOf(lines, f.span), snippet: { text: analysis.text.slice(f.span.start, f.span.end) } } } },
    ],
    ...(f.see.length > 0
      ? {
          relatedLocations: f.see.map((p, id) => ({
            id,
            message: { text: `${analysis.library.head(p.instrument)?.title ?? p.instrument}, ${nameOf(p.paragraph)}` },
            logicalLocations: [{ fullyQualifiedName: `${p.instrument}/${p.paragraph}`, kind: 'declaration' }],
          })),
        }
      : {}),
    ...(f.fixes.length > 0
      ? {
          fixes: f.fixes.map((x) => ({
            description: { text: x.title },
            artifactChanges: [
              { artifactLocation, replacements: x.edits.map((e) => ({ deletedRegion: regionOf(lines, e.span), insertedContent: { text: e.text } })) },
            ],
          })),
        }
      : {}),
  };
}
