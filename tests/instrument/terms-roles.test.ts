/** Roles: what a text calls those who conclude it, its depositary or another text, in three languages; and what gives none. */
import { expect, it, test } from 'vitest';
import { findRoles } from '../../server/src/instrument/terms-roles.ts';

const rolesIn = (text: string): readonly string[] => findRoles(text).map((r) => `${r.short} = ${text.slice(r.long.start, r.long.end)}`);

it.each([
  ['The Government of Iceland and the Government of Norway (hereinafter “the Parties”) agree.', 'Parties = Government of Iceland and the Government of Norway'],
  [
    'The Government of Iceland and the Government of Norway, hereinafter referred to as "the Parties", agree.',
    'Parties = Government of Iceland and the Government of Norway',
  ],
  ['The Republic of Iceland and the Kingdom of Norway (the “Parties”) agree.', 'Parties = Republic of Iceland and the Kingdom of Norway'],
  [
    'The Republic of Iceland and the Kingdom of Norway (collectively, the “Participants”) agree.',
    'Participants = Republic of Iceland and the Kingdom of Norway',
  ],
  ['The Governments of Iceland, Norway and Denmark, hereinafter the “Original Parties”,', 'Original Parties = Governments of Iceland, Norway and Denmark'],
  ['Iceland, Norway and Denmark, hereinafter called the “Coastal States”, agree.', 'Coastal States = Iceland, Norway and Denmark'],
  ['The Republic of Iceland (hereinafter “Iceland”) and others agree.', 'Iceland = Republic of Iceland'],
  ['the North Sea Commission (hereinafter called the Commission)', 'Commission = North Sea Commission'],
  ['the Agreement on Northern Waters of 1 May 1990 (hereinafter “the Agreement”)', 'Agreement = Agreement on Northern Waters'],
  ['The Ministry of Ports of Norway (“the Ministry”) and others', 'Ministry = Ministry of Ports of Norway'],
  ['A Joint Ice Commission (hereinafter “the Commission”) shall be set up.', 'Commission = Joint Ice Commission'],
  ['a Committee of the Harbour Council consisting of all members of the Council (hereinafter “the Committee”)', 'Committee = Committee of the Harbour Council'],
  ['the Treaty on Northern Waters in Europe of May 1, 1990, as amended in Oslo, (hereinafter “the Treaty”)', 'Treaty = Treaty on Northern Waters in Europe'],
  ['Norway, which is hereby designated as the Depositary.', 'Depositary = Norway'],
  [
    'Le Gouvernement de la République française et le Gouvernement du Royaume de Norvège, ci-après dénommés « les Parties »,',
    'Parties = Gouvernement de la République française et le Gouvernement du Royaume de Norvège',
  ],
  ['La République française et le Royaume de Norvège (ci-après dénommé(e)s « les Parties »)', 'Parties = République française et le Royaume de Norvège'],
  ["conformément à l'Accord sur les eaux du Nord (ci-après « l'Accord »)", 'Accord = Accord sur les eaux du Nord'],
  ["l'Organisation du traité de l'Atlantique Nord (ci-après dénommée « l'Organisation »)", "Organisation = Organisation du traité de l'Atlantique Nord"],
  ['El Gobierno de Chile y el Gobierno del Perú, en adelante denominados «las Partes»,', 'Partes = Gobierno de Chile y el Gobierno del Perú'],
  ['La República de Chile y la República del Perú (en adelante, «las Partes»)', 'Partes = República de Chile y la República del Perú'],
  ['la Organización de los Puertos del Sur (en lo sucesivo denominada “la Organización”)', 'Organización = Organización de los Puertos del Sur'],
])('%s', (text, role) => expect(rolesIn(text)).toEqual([role]));

it.each([
  'The Contracting Parties (each a “Party”) shall meet.',
  'The States Parties to this Treaty, hereinafter referred to as the "States Parties", shall meet.',
  'The two sides (the “Sides”) agree.',
  'They said hereinafter the plan is good.',
  'The Ministers (the "four wise men") spoke.',
  'Les deux pays (« les pays amis ») sont convenus.',
])('no role in: %s', (text) => expect(rolesIn(text)).toEqual([]));

test('the definition reaches from the name to the end of what gives the role', () => {
  const text = 'Today the North Sea Commission (hereinafter called the Commission) met.';
  const [role] = findRoles(text);
  expect(role && text.slice(role.definition.start, role.definition.end)).toBe('North Sea Commission (hereinafter called the Commission)');
});

test('one of two and both of them are named in one breath', () => {
  expect(rolesIn('The Republic of Iceland and the Kingdom of Norway (each a “Party” and together the “Parties”) agree.')).toEqual([
    'Party = Republic of Iceland and the Kingdom of Norway',
    'Parties = Republic of Iceland and the Kingdom of Norway',
  ]);
  expect(rolesIn('Iceland and Norway, hereinafter referred to individually as a “Side” and collectively as the “Sides”, agree.')).toEqual([
    'Side = Iceland and Norway',
    'Sides = Iceland and Norway',
  ]);
});
