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
