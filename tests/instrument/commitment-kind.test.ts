import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kindOf } from '../../server/src/instrument/commitment-kind.ts';

it.each([
  ['to make every effort to consult with its neighbours before any closure', 'consultation'],
  ['will come to each other’s aid if an armed attack occurs', 'defence'],
  ['will strengthen the mutual defence of the strait', 'defence'],
  ['shall refrain from any claim to the islands', 'restraint'],
  ['agree to establish a standing Pilots’ Committee', 'institution'],
  ['will share pilot information in real time', 'information'],
  ['shall notify the depositary of any change', 'information'],
  ['will review the plan each year', 'review'],
  ['will mobilize 20 million for the quays', 'assistance'],
  ['shall comply with the Maritime Code', 'compliance'],
  ['will deepen cooperation on fisheries', 'cooperation'],
])('%s: %s', (act, kind) => expect(kindOf(act, false)).toBe(kind));

it('an undertaking not to act is restraint, whatever the act', () => {
  expect(kindOf('deploy ships in the strait', true)).toBe('restraint');
});

it('words that tell no kind give none, and purposes far behind the act are not looked at', () => {
  expect(kindOf('are committed to peace', false)).toBeUndefined();
  expect(kindOf(`are committed to peace${' and quiet'.repeat(12)}, and consult`, false)).toBeUndefined();
});

it('any words give a kind or none', () => {
  fc.assert(fc.property(fc.string(), fc.boolean(), (act, negative) => kindOf(act, negative) === undefined || typeof kindOf(act, negative) === 'string'));
});
