/** Treaties with organs: how an organ is made up and votes is no duty of anybody, and the duties of an organ are its own. */
import { expect, test } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';

/** What Article 2 of a treaty commits whom to. */
const duties = (article: string): readonly string[] =>
  readInstrument({
    path: 'x.md',
    format: 'markdown',
    text: `---\ntitle: Convention on the Northern Cable\n---\n\nArticle 1\n\nThe Parties shall lay a cable.\n\nArticle 2\n\n${article}\n\nArticle 3\n\nThe Parties shall mark the cable.`,
  })
    .commitments.filter((c) => c.paragraph.startsWith('Article 2'))
    .map((c) => `${c.actors.join(', ')}: ${c.text}`);

test.each([
  'Decisions of the Council shall be taken by a two-thirds majority of the members present.',
  'The decision shall, as a last resort, be taken by consensus.',
  'Each member of the Council shall have one representative.',
  'The judges shall be elected for a term of nine years.',
  'The head of the secretariat shall be appointed by the Council for a term of five years.',
  'The Council shall be the principal organ of the Cable Union.',
  'The functions of the secretariat shall be: (a) to arrange meetings; (b) to keep the records.',
  'The official languages of the Council shall be Danish and English.',
  'The Secretariat shall comprise a Director-General and such staff as may be needed.',
  'The powers of the Council set forth in this Article shall not limit those of the Assembly.',
  'Meetings of the Council shall be open to observers.',
  'The Council shall have the following organs: (a) the Board; (b) the Bureau.',
  'Responsibility for the cable shall be vested in the Council.',
  'The Council may conclude agreements defining the terms on which the agency concerned shall be brought into relation with it.',
])('%s lays no duty on anybody', (rule) => {
  expect(duties(rule)).toEqual([]);
});

test.each([
  ['The Harbour Council shall adopt its own rules.', 'Harbour Council: The Harbour Council shall adopt its own rules'],
  [
    'The Kingdom of Norway and the Republic of Iceland shall mark the line.',
    'Norway, Iceland: The Kingdom of Norway and the Republic of Iceland shall mark the line',
  ],
  ['Disputes shall be settled by the Council.', 'Council: Disputes shall be settled by the Council'],
  [
    'Any question on which action is needed shall be referred to the Court by the Council.',
    'Council: Any question on which action is needed shall be referred to the Court by the Council',
  ],
  ['There shall be established a Harbour Council.', 'Parties: There shall be established a Harbour Council'],
  ['Each Party shall limit the number of its ships.', 'each Party: Each Party shall limit the number of its ships'],
  ['In discharging these duties the Council shall act in good faith.', 'Council: In discharging these duties the Council shall act in good faith'],
  ['The Cable Union and its Members shall keep the peace.', 'Cable Union, Members: The Cable Union and its Members shall keep the peace'],
  ['When the Council has decided to act it shall inform the Parties.', 'Council: When the Council has decided to act it shall inform the Parties'],
  ['It shall be the duty of the coastal authority to mark the wrecks.', 'coastal authority: It shall be the duty of the coastal authority to mark the wrecks'],
  ['Each Party shall ensure that its ships shall carry lamps.', 'each Party: Each Party shall ensure that its ships shall carry lamps'],
  ['The Parties accept as a trust the obligation to repair the cable.', 'Parties: The Parties accept as a trust the obligation to repair the cable'],
  ['On receipt of a report the flag State shall inquire.', 'flag State: On receipt of a report the flag State shall inquire'],
  ['The master of a ship that is in distress shall report it.', 'master: The master of a ship that is in distress shall report it'],
  ['The plan shall be drawn up by the Executive Secretary.', 'Executive Secretary: The plan shall be drawn up by the Executive Secretary'],
  ['All stations shall be open to inspection.', 'Parties: All stations shall be open to inspection'],
  ['The inspecting Party shall give notice.', 'inspecting Party: The inspecting Party shall give notice'],
  [
    'The Secretariat shall keep a list, to which all Members shall have access.',
    'Secretariat: The Secretariat shall keep a list, to which all Members shall have access',
  ],
  ['Each Member undertakes to respect the staff.', 'each Member: Each Member undertakes to respect the staff'],
  [
    'The Council shall, subject to the provisions of the agreements and without prejudice to the safety of the cable and of those who lay it, consult the Parties.',
    'Council: The Council shall, subject to the provisions of the agreements and without prejudice to the safety of the cable and of those who lay it, consult the Parties',
  ],
])('%s binds its subject', (rule, duty) => {
  expect(duties(rule)).toEqual([duty]);
});

test('a report that shall be submitted is submitted by the one who draws it up', () => {
  expect(duties('The Ice Commission shall inspect the cable and draw up a report, which shall be sent to the Parties.')).toEqual([
    'Ice Commission: The Ice Commission shall inspect the cable',
    'Ice Commission: draw up a report',
    'Ice Commission: which shall be sent to the Parties',
  ]);
});

test('will binds in a treaty’s final clauses as shall does, and “that Government” is the state named before', () => {
  expect(
    duties(
      'This Convention shall be deposited with the Government of Norway, which will inform the Parties. Certified copies will be sent by that Government to the Parties.',
    ),
  ).toEqual([
    'Parties: This Convention shall be deposited with the Government of Norway',
    'Norway: which will inform the Parties',
    'Norway: Certified copies will be sent by that Government to the Parties',
  ]);
  expect(duties('The Parties jointly and by means of mutual aid will maintain the cable.')).toEqual([
    'Parties: The Parties jointly and by means of mutual aid will maintain the cable',
  ]);
  expect(duties('Each Party shall ensure that, under proper supervision, the benefits will be made available to all.')).toHaveLength(1);
  expect(duties('The admission of a state will be effected by a decision of the Council.')).toEqual([]);
});

test('states by their part in a proceeding are parties, and an obligation reaffirmed is affirmed', () => {
  expect(duties('The Requesting State undertakes not to pass the person on.')).toEqual([
    'Requesting State: The Requesting State undertakes not to pass the person on',
  ]);
  expect(duties('The Requested State shall bear the costs, save that the Requesting State shall bear those of transport.')).toEqual([
    'Requested State: The Requested State shall bear the costs',
    'Requesting State: the Requesting State shall bear those of transport',
  ]);
  expect(duties('The Parties reaffirm their obligation to refrain from force.')).toEqual([
    'Parties: The Parties reaffirm their obligation to refrain from force',
  ]);
  expect(duties('The Parties reaffirm the rights and obligations that apply to all.')).toEqual([]);
});

test('they are the several organs before them; what is decided lies in the decision', () => {
  expect(duties('In their work the Secretary-General and the staff shall take no instructions. They shall refrain from politics.')[1]).toBe(
    'Secretary-General, staff: They shall refrain from politics',
  );
  expect(duties('The Council shall make recommendations, or decide what measures shall be taken.')).toEqual([
    'Council: The Council shall make recommendations',
    'Council: decide what measures shall be taken',
  ]);
  expect(duties('It will be a matter for later agreement which cables will be laid.')).toEqual([]);
});

test('the verb behind an aside is the duty’s, and an aside sets a further member off', () => {
  expect(duties('The Riparian States shall, in the absence of agreement, take all steps to end such harm and, where appropriate, discuss the costs.')).toEqual([
    'Riparian States: The Riparian States shall, in the absence of agreement, take all steps to end such harm',
    'Riparian States: discuss the costs',
  ]);
});

test('what is given to one and to another is one duty', () => {
  expect(
    duties('The Parties shall, to the extent they can, report to the Council, including its staff, and to member states the state of the cable.'),
  ).toHaveLength(1);
});

test('it, behind a sentence that founds a body, is the body', () => {
  expect(duties('There shall be established a Committee on Ice. It shall consist of nine members and shall carry out the functions below.')).toEqual([
    'Parties: There shall be established a Committee on Ice',
    'Committee: It shall consist of nine members and shall carry out the functions below',
  ]);
});

test('what an organ is to consider is its duty and no hedge; what leaves it room is one', () => {
  const hedges = (text: string): readonly string[] =>
    readInstrument({
      path: 'x.md',
      format: 'markdown',
      text: `---\ntitle: Convention on Ice\n---\n\nArticle 1\n\n${text}\n\nArticle 2\n\nThe Parties shall mark the ice.`,
    }).commitments.flatMap((c) => c.hedges.map((h) => h.text));
  expect(hedges('The Council shall consider the reports.')).toEqual([]);
  expect(hedges('The Parties shall, to the maximum of their available resources, clear the ice.')).toEqual(['to the maximum of their available resources']);
  expect(hedges('The Parties shall not clear the ice, save in cases of distress.')).toEqual(['save in cases of distress']);
  expect(hedges('The Parties shall clear the ice so far as is reasonable and practicable.')).toEqual(['so far as is reasonable and practicable']);
  expect(hedges('The Parties shall adopt such laws as may be necessary.')).toEqual([]);
  expect(hedges("The Parties shall not pass it on without Norway's prior written consent.")).toEqual(["without Norway's prior written consent"]);
});
