/** Recitals: what a resolution or treaty recalls, notes and is convinced of before it decides anything. */
import type { Unit } from './outline.ts';

/** A recital begins with a participle, an adverb before it at most; Latin languages have theirs. */
const RECITAL =
  /^(?:(?:Also|Further|Deeply|Gravely|Strongly|Fully|Seriously|Firmly|Once again)\s+)?(?:Having|Recalling|Reaffirming|Affirming|Noting|Recogni[sz]ing|Welcoming|Expressing|Emphasi[sz]ing|Stressing|Bearing|Considering|Convinced|Determined|Mindful|Aware|Acknowledging|Guided|Concerned|Deeply|Acting|Taking|Underlining|Underscoring|Reiterating|Conscious|Desiring|Desirous|Resolved|Alarmed|Condemning|Commending|Believing|Inspired|Committed|Encouraged|Whereas|Wishing|Seeking|Disturbed|Dismayed|Distressed|Appreciating|Observing|Persuaded|Cognizant|Keeping|Confident|Declaring|Pursuant|recalling|reaffirming|noting|recogni[sz]ing|welcoming|stressing|convinced|concerned|mindful|aware|deploring|Deploring|Rappelant|Réaffirmant|Notant|Reconnaissant|Soulignant|Considérant|Conscients?|Désireux|Convaincus?|Ayant|Profondément|Affirmant|Prenant|Se félicitant|Recordando|Reafirmando|Observando|Reconociendo|Subrayando|Considerando|Conscientes?|Deseosos?|Convencid[oa]s?|Habiendo|Teniendo|Tomando|Acogiendo|Destacando)(?![\p{L}])/u;
export const isRecital = (u: Unit): boolean =>
  RECITAL.test(u.prose.text.slice(0, 60).replace(/^\p{Lu}{2,}(?=\s)/u, (w) => `${w[0]}${w.slice(1).toLowerCase()}`));

/** Those in whose name the recitals speak, on a line of their own: "The Contracting Parties", "Le Gouvernement de …". */
const SPEAKERS =
  /^(?:The|Les?|La|L[’']|Los|Las|El|We|Nous|Nosotros)\b.{0,120}\b(?:Part(?:y|ies)|States?|Governments?|Members?|Council|Assembly|Conference|Republic|Kingdom|Ministers?|Presidents?|Leaders|Heads|Parties|États?|Gouvernements?|Estados?|Gobiernos?|Partes|Consejo|Conseil|Asamblea|Assemblée)\b/u;
/** True for such a line where what follows goes on with it: a recital, an item, or a word in lower case. */
export const isSpeakers = (u: Unit, next: Unit | undefined): boolean =>
  u.role === 'furniture' &&
  SPEAKERS.test(u.prose.text) &&
  next?.role === 'text' &&
  (isRecital(next) || /^\p{Ll}/u.test(next.prose.text) || next.marker?.kind === 'roman' || next.marker?.kind === 'letter');
