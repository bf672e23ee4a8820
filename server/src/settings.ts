/** Settings: their defaults, and reading unknown JSON into them. A value of the wrong shape is its default, never an error. */
import type { Severity } from './checks/check.ts';

export interface Settings {
  /** Ids that the user says a document cites; `undefined`: let the document say. */
  readonly instruments?: readonly string[];
  /** Folders with further instruments, beside the workspace's `declarations/`. */
  readonly libraries: readonly string[];
  /** By check id; absent is the check's own default. */
  readonly checks: Readonly<Record<string, Severity | 'off' | 'default'>>;
  readonly highlight: {
    readonly terms: boolean;
    readonly citations: boolean;
    readonly quotations: boolean;
    readonly commitments: boolean;
    readonly claims: boolean;
  };
  readonly inlayHints: boolean;
  readonly acronyms: { readonly firstUseOnly: boolean };
}

export const DEFAULTS: Settings = {
  libraries: [],
  checks: {},
  highlight: { terms: true, citations: true, quotations: true, commitments: true, claims: true },
  inlayHints: false,
  acronyms: { firstUseOnly: false },
};

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const bool = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
const strings = (value: unknown): readonly string[] | undefined => (Array.isArray(value) && value.every((x) => typeof x === 'string') ? value : undefined);
const LEVELS = new Set(['error', 'warning', 'information', 'hint', 'off', 'default']);

/** From the editor's `declarationLens` section, or a config file, as unknown JSON. */
export function readSettings(value: unknown): Settings {
  const o = object(value);
  const h = object(o.highlight);
  const d = DEFAULTS;
  const instruments = strings(o.instruments);
  return {
    ...(instruments && instruments.length > 0 ? { instruments } : {}),
    libraries: strings(o.libraries) ?? d.libraries,
    checks: Object.fromEntries(Object.entries(object(o.checks)).filter((e): e is [string, Severity | 'off' | 'default'] => LEVELS.has(e[1] as string))),
    highlight: {
      terms: bool(h.terms, d.highlight.terms),
      citations: bool(h.citations, d.highlight.citations),
      quotations: bool(h.quotations, d.highlight.quotations),
      commitments: bool(h.commitments, d.highlight.commitments),
      claims: bool(h.claims, d.highlight.claims),
    },
    inlayHints: bool(object(o.inlayHints).enabled, d.inlayHints),
    acronyms: { firstUseOnly: bool(object(o.acronyms).firstUseOnly, d.acronyms.firstUseOnly) },
  };
}

/** Settings as an editor's file has them, `"declarationLens.checks.misquotation": "off"`, nested as they are read. */
export function unfolded(value: unknown): Readonly<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  const put = (into: Record<string, unknown>, [key, ...rest]: readonly string[], what: unknown): void => {
    if (key === undefined || key === '__proto__') return;
    if (rest.length > 0) {
      into[key] = { ...object(into[key]) };
      put(into[key] as Record<string, unknown>, rest, what);
    } else into[key] = typeof what === 'object' && what !== null && !Array.isArray(what) ? { ...object(into[key]), ...what } : what;
  };
  for (const [key, what] of Object.entries(object(value)))
    if (key === 'declarationLens') for (const [k, w] of Object.entries(object(what))) put(out, k.split('.'), w);
    else put(out, key.replace(/^declarationLens\./, '').split('.'), what);
  return out;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': ['instruments', 'libraries', 'checks', 'highlight', 'inlayHints', 'acronyms', 'margin', 'ruler', 'trace'],
  highlight: ['terms', 'citations', 'quotations', 'commitments', 'claims'],
  inlayHints: ['enabled'],
  acronyms: ['firstUseOnly'],
};

/** What of a config file is not understood, one line each: `readSettings` takes the default for it, and nobody would know why. */
export function misread(value: unknown, checks: readonly string[]): readonly string[] {
  const o = object(value);
  const out: string[] = [];
  for (const [group, names] of Object.entries(KNOWN))
    for (const key of Object.keys(group === '' ? o : object(o[group])))
      if (!names.includes(key)) out.push(`there is no setting “${group === '' ? '' : `${group}.`}${key}”`);
  for (const [id, level] of Object.entries(object(o.checks))) {
    if (!checks.includes(id)) out.push(`there is no check “${id}”`);
    if (!LEVELS.has(level as string)) out.push(`checks.${id} is ${[...LEVELS].join(', ')}, not “${String(level)}”`);
  }
  for (const key of ['instruments', 'libraries']) if (o[key] !== undefined && strings(o[key]) === undefined) out.push(`${key} is a list of names`);
  return out;
}
