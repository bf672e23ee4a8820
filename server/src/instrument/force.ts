/** How strong a commitment is: the rules by name, each with the force it gives and the source that it follows. */
import type { Force } from './instrument.ts';

interface Rule {
  readonly force: Force;
  readonly means: string;
  readonly source: Source;
}
type Source = 'g7' | 'legalization' | 'grammar' | 'lexdemod';

const SOURCES: Readonly<Record<Source, string>> = {
  g7: 'G7 Research Group, commitment coding manual: a discrete, specific, publicly expressed, collectively agreed statement of intent to take future action',
  legalization: 'Abbott and others, “The Concept of Legalization”, International Organization 54 (2000): obligation is an axis of its own',
  grammar: 'Institutional Grammar 2.0: attribute, deontic, aim, object, activation condition; constitutive statements stand apart',
  lexdemod: 'LexDeMod: what obliges the actor entitles the beneficiary',
};

const RULES = {
  will: { force: 'commits', means: 'A party says that it will act, or will keep acting.', source: 'g7' },
  'will-passive': {
    force: 'commits',
    means: 'Something will be done, and no one else is named to do it: the party that says so is bound.',
    source: 'lexdemod',
  },
  performative: { force: 'commits', means: 'A party commits, pledges, agrees, decides, resolves or undertakes to act.', source: 'g7' },
  'announced-funds': { force: 'commits', means: 'A party announces a sum that it is to give.', source: 'g7' },
  determined: { force: 'commits', means: 'A party says that it is committed, determined, resolved or dedicated to a course.', source: 'g7' },
  restated: { force: 'affirms', means: 'A party affirms or restates a commitment that already stands.', source: 'g7' },
  remains: { force: 'affirms', means: 'A party says that it remains, or stands, committed to a course.', source: 'g7' },
  standing: { force: 'affirms', means: 'A standing commitment is said to be firm.', source: 'g7' },
  continues: { force: 'affirms', means: 'A party says, in the present, that it continues to act.', source: 'g7' },
  intends: { force: 'intends', means: 'A party says that it intends, plans, aims, seeks or strives to act.', source: 'legalization' },
  ready: { force: 'intends', means: 'A party says that it is ready, prepared or willing to act.', source: 'legalization' },
  intention: { force: 'intends', means: 'A party declares its intention, readiness or plans to act.', source: 'legalization' },
  decision: { force: 'commits', means: 'A party announces its decision or commitment, or expresses its determination, to act.', source: 'g7' },
  'founding-act': { force: 'enacts', means: 'The text itself founds, launches or designates something; it is done by being said.', source: 'grammar' },
  elaboration: { force: 'commits', means: 'A sentence says what the undertaking right before it includes; it has the same actors and force.', source: 'g7' },
  shall: { force: 'obliges', means: 'The text lays a duty on a party with “shall” or “must”.', source: 'legalization' },
  'treaty-undertaking': { force: 'obliges', means: 'In a treaty, what a party undertakes, agrees to or says it will do binds it.', source: 'legalization' },
  'treaty-prohibition': { force: 'obliges', means: 'A treaty forbids something; the duty falls on its parties.', source: 'legalization' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** The force that a rule gives. */
export const forceOf = (rule: RuleName): Force => RULES[rule].force;

/** One sentence that says what the rule reads and where the rule comes from; an unknown name gives an empty string. */
export function explainRule(rule: string): string {
  const found: Rule | undefined = (RULES as Readonly<Record<string, Rule>>)[rule];
  return found && Object.hasOwn(RULES, rule) ? `${found.means} (${SOURCES[found.source]}.)` : '';
}
