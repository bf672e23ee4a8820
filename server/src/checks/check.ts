/** A check: one file, one finding. The file's name is the id, the diagnostic code, the setting and the documentation page. */
import type { Analysis, Passage } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one fix that is surely meant, for "fix all" and the keyboard. */
  readonly preferred?: boolean;
}

/** What a check yields; its id is added by `runChecks`. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  /** Less than the check's own severity where the case is weaker. */
  readonly severity?: Severity;
  /** Passages that show why. */
  readonly see?: readonly Passage[];
  readonly fixes?: readonly Fix[];
}

export interface Check {
  readonly id: string;
  readonly severity: Severity;
  /** Off unless the settings turn it on. */
  readonly off?: boolean;
  /** One line, no full stop: what it finds. */
  readonly summary: string;
  run(analysis: Analysis): Iterable<Report>;
}

export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly see: readonly Passage[];
  readonly fixes: readonly Fix[];
}
