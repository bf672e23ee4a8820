/** The shapes that the command line prints: what is here keeps its name and meaning from version to version. */
import type { Finding } from '../checks/check.ts';
import type { Analysis } from '../document/analysis.ts';
import type { Instrument } from '../instrument/instrument.ts';

export const documentShape = (path: string, a: Analysis, findings: readonly Finding[]) => ({
  path,
  language: a.format,
  instruments: a.cites.map((c) => c.instrument.id),
  citations: a.citations.map((c) => ({
    ...c.span,
    text: c.text,
    form: c.form,
    instrument: c.instrument ?? null,
    pinpoints: c.pinpoints.map((p) => ({ ...p.span, text: p.text, paragraphs: p.paragraphs, exists: p.unknown.length === 0 })),
  })),
  terms: a.mentions.map((m) => ({
    ...m.span,
    text: m.text,
    short: m.short,
    long: m.long,
    instrument: m.instrument ?? null,
    paragraph: m.paragraph ?? null,
    definedHere: m.definedHere,
  })),
  quotations: a.quotations.map((q) => ({
    ...q.span,
    text: q.text,
    instrument: q.source?.instrument ?? q.instrument,
    paragraph: q.source?.paragraph ?? null,
    match: q.match,
    source: q.sourceText ?? null,
  })),
  claims: a.claims.map((c) => ({
    ...c.span,
    text: c.text,
    instrument: c.instrument,
    paragraph: c.paragraph,
    commitment: c.commitment,
    force: c.force,
    sourceForce: c.sourceForce,
    verdict: c.verdict,
    reasons: c.reasons,
  })),
  findings: findings.map((f) => findingShape(a.text, f)),
});

/** `line` and `column` are from 1, beside the offsets. */
export const findingShape = (text: string, f: Finding) => {
  const before = text.slice(0, f.span.start);
  const at = before.lastIndexOf('\n') + 1;
  return {
    ...f.span,
    line: before.split('\n').length,
    column: f.span.start - at + 1,
    check: f.check,
    severity: f.severity,
    message: f.message,
    fixes: f.fixes.map((x) => ({ title: x.title, edits: x.edits.map((e) => ({ ...e.span, text: e.text })) })),
  };
};

export const instrumentShape = (i: Instrument) => ({
  id: i.id,
  title: i.title,
  date: i.date ?? null,
  source_url: i.sourceUrl ?? null,
  aliases: i.aliases,
  paragraphs: i.paragraphs.map((p) => ({ label: p.label, number: p.number, ...p.span, text: p.prose.text })),
  terms: i.terms.map((t) => ({
    short: t.short ?? null,
    long: t.long,
    kind: t.kind,
    paragraphs: t.paragraphs,
    definedInText: t.definedInText,
    note: t.note ?? null,
  })),
  commitments: i.commitments.map((c) => ({
    paragraph: c.paragraph,
    ...c.span,
    text: c.text,
    actors: c.actors,
    beneficiary: c.beneficiary ?? null,
    verb: c.verb,
    force: c.force,
    hedges: c.hedges.map((h) => h.text),
    condition: c.condition ?? null,
    rule: c.rule,
    ...(c.conjunctOf === undefined ? {} : { conjunctOf: c.conjunctOf }),
    ...(c.kind ? { kind: c.kind } : {}),
    ...(c.deadline ? { deadline: c.deadline } : {}),
    ...(c.figures ? { figures: c.figures } : {}),
  })),
});
