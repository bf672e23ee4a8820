/** Roles that a treaty gives apart from its parties at large: a depositary, a body, parties of one kind; and who is put in the wrong one. */

import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { ALL, partiesOf } from './parties.ts';

interface Role {
  /** As sentences name it, without its article. */
  readonly name: string;
  /** Bodies and depositaries act beside the parties; parties of one kind are some of them. */
  readonly kind: 'body' | 'kind of party';
  readonly pattern: RegExp;
}

const ARTICLE = /^(?:each|every|the|an?|any|all|other|provisional)\s+/i;
const SOME = /^(?<which>.*?)[\s-]?(?:States?\s+Part(?:y|ies)|Part(?:y|ies)|member\s+states?|States?|countr(?:y|ies))(?:\s+to\b.*)?$/i;
/** Words that tell no party from another. */
const PLAIN = /^(?:(?:each|every|the|an?|any|all|other|one|high|contracting|signatory|acceding|ratifying|member|working|concerned|states?)\s*)*$/i;
const BODY =
  /\b(?:Council|Assembly|Secretariat|secretariat|Secretary-General|Director[\s-]General|Conference|Commission|Committee|Agency|Organi[sz]ation|Court)\b/;

/** Where all parties sit, so that what it does they may be said to do. */
const OF_ALL = /\b(?:Conference|Assembly|Organi[sz]ation|Committee|Commission|(?<!Security )Council)\b/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]+');

/** `undefined` for parties at large, by whatever name. */
function roleOf(actor: string): Role | undefined {
  const name = actor.replace(ARTICLE, '');
  if (/^depositar/i.test(name))
    return { name: 'depositary', kind: 'body', pattern: /(?<![\p{L}-])depositar(?:y|ies)(?:\s+(?:governments?|states?|powers?))?(?![\p{L}-])/giu };
  const which = SOME.exec(name)?.groups?.which?.replace(/\s+countr(?:y|ies)$/i, '');
  if (which !== undefined) {
    if (PLAIN.test(which)) return undefined;
    // "Non-nuclear-weapon State" is no "nuclear-weapon State".
    return {
      name: `${which.toLowerCase()} state`,
      kind: 'kind of party',
      pattern: new RegExp(`(?<![\\p{L}-])${escaped(which)}[\\s-]+(?:states?(?:\\s+part(?:y|ies))?|part(?:y|ies)|countr(?:y|ies)|members?)(?![\\p{L}-])`, 'giu'),
    };
  }
  if (!BODY.test(name)) return undefined;
  const short = /\S+$/.exec(name)?.[0] ?? name;
  return { name: name.toLowerCase(), kind: 'body', pattern: new RegExp(`(?<![\\p{L}-])(?:${escaped(name)}|the\\s+${escaped(short)})(?![\\p{L}-])`, 'giu') };
}

/** Bodies that act for many treaties, though one may give them nothing to do. */
const ABROAD: readonly Role[] = ['Secretary-General', 'Security Council', 'General Assembly', 'depositary'].flatMap((name) => roleOf(name) ?? []);

const known = new WeakMap<Instrument, readonly Role[]>();

/** The roles in which an instrument has somebody undertake something; none where its parties are named states. */
function rolesOf(instrument: Instrument): readonly Role[] {
  let roles = known.get(instrument);
  if (!roles) {
    const found = new Map<string, Role>();
    const own = partiesOf(instrument);
    for (const actor of instrument.commitments.flatMap((c) => c.actors)) {
      const role = own.includes(actor) ? undefined : roleOf(actor);
      if (role) found.set(role.name, role);
    }
    // A text in which no party at large undertakes anything is a body's own: its word, not a part in a treaty.
    roles = instrument.commitments.some((c) => c.actors.some((a) => own.includes(a) || !roleOf(a))) ? [...found.values()] : [];
    known.set(instrument, roles);
  }
  return roles;
}

const HANGS = /\b(?:of|with|for|to|by|on|against|between|in|from|towards?|upon|under|at|than|including|among|before|after|inform|notify)\s+(?:\w+\s+){0,2}$/i;
const ACTS =
  /^(?:\s+(?:also|then|in\s+turn|\w+ly))?\s+(?:shall|will|must|is\s+to|are\s+to|has\s+to|have\s+to|undertakes?|agrees?|commits?|promises?|pledges?|is\s+(?:obliged|bound|required)|are\s+(?:obliged|bound|required))\b/i;

/** The role that the sentence has act. */
function actingRole(text: string, instrument: Instrument): { readonly role: Role; readonly said: string } | undefined {
  for (const role of [...rolesOf(instrument), ...ABROAD])
    for (const m of matches(role.pattern, text)) {
      const end = m.index + m[0].length;
      if (ACTS.test(text.slice(end, end + 60)) && !HANGS.test(text.slice(Math.max(0, m.index - 40), m.index))) return { role, said: m[0] };
    }
  return undefined;
}

/** As sentences name them: "the depositary", "all parties". */
interface WrongRole {
  readonly mine: string;
  readonly other: string;
}

/**
 * Who undertakes it in the text, and on whom the sentence puts it, where that is another role or the parties at large. `subject` is the party that
 * the sentence names as acting. Silent where the text's own actors are not sure to exclude the one named.
 */
export function wrongRole(sentence: string, subject: string | undefined, commitment: Commitment, instrument: Instrument): WrongRole | undefined {
  if (rolesOf(instrument).length === 0 || commitment.actors.length !== 1) return undefined;
  const [actor] = commitment.actors as readonly [string];
  const mine = roleOf(actor);
  const text = foldTypography(sentence);
  const acting = actingRole(text, instrument);
  const tell = (other: string): WrongRole => ({ mine: `the ${actor.replace(ARTICLE, '')}`, other });
  if (acting) {
    if (mine && (acting.role.name === mine.name || (mine.kind === 'body' && (mine.name.includes(acting.role.name) || acting.role.name.includes(mine.name)))))
      return undefined;
    // Some parties do what all are to do; and who does what "shall be done" the text may not say.
    return mine || (acting.role.kind === 'body' && !/\bshall\s+be\s+\w+/i.test(commitment.text)) ? tell(`the ${acting.said}`) : undefined;
  }
  return mine && subject === ALL && !OF_ALL.test(actor) && text.search(mine.pattern) < 0 ? tell('all parties') : undefined;
}
