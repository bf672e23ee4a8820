/** What is left out of a promise about every case widens it: the kind of attack, the place of the use. */
import { expect, it } from 'vitest';
import { widenedBy } from '../../server/src/document/claim-widened.ts';

const attack = 'any nuclear attack by the North will be met with a swift response';
const use = 'commits to consult on any possible use of nuclear weapons on the Korean Peninsula';

it.each([
  ['Any attack by the North will be met with a swift response.', attack, 'Any attack'],
  ['Every Northern strike, whatever its kind, will be answered.', attack, 'Every Northern strike'],
  ['Washington will try to consult on any use of nuclear weapons.', use, 'any use'],
])('%s', (claim, promise, words) => expect(widenedBy(claim, promise)).toBe(words));

it.each([
  ['Any nuclear attack by the North will be met with a swift response.', attack],
  ['Such an attack will be met with a swift response.', attack],
  ['Any attack with atomic arms will be answered.', attack],
  ['Any attack by the North will be met with a response.', 'any attack by the North will be met with a response'],
  ['Washington will try to consult on any use of nuclear weapons in Korea.', use],
  ['Washington will try to consult on any use of nuclear weapons there.', use],
  ['Washington will make every effort to consult about nuclear use.', use],
  ['', use],
  ['Any use at all.', ''],
])('widens nothing: %s', (claim, promise) => expect(widenedBy(claim, promise)).toBeUndefined());
