/** The names of semantic tokens, in the order of the legend. */

export const TOKEN_TYPES = [
  'declarationTerm',
  'declarationCitation',
  'declarationPinpoint',
  'declarationQuotation',
  'declarationCommitment',
  'declarationClaim',
] as const;
export const TOKEN_MODIFIERS = [
  'recognizes',
  'affirms',
  'intends',
  'commits',
  'obliges',
  'enacts',
  /** The words that soften a commitment, and operative words that are softened. */
  'hedged',
  /** The operative words of a commitment, inside the whole of it. */
  'operative',
  'unresolved',
  'definition',
  'verbatim',
  'marked',
  'altered',
  'absent',
  'elsewhere',
  'faithful',
  'overstated',
  'understated',
  'wrongActor',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
