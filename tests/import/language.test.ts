import { expect, it } from 'vitest';
import { toMarkdown } from '../../server/src/import/import.ts';
import { languageOf } from '../../server/src/import/language.ts';

it.each([
  ['fr', 'Les Parties s’engagent à consulter le Conseil des pilotes avant la fermeture du détroit et à publier les cartes de la région.'],
  ['es', 'Las Partes se comprometen a consultar al Consejo de los pilotos antes del cierre del estrecho y a publicar los mapas de la región.'],
  ['de', 'Die Parteien werden den Rat der Lotsen vor der Schließung des Hafens hören und die Karten mit den Nachbarn teilen.'],
  ['en', 'The Parties will consult the council of pilots before the strait is closed, and share the charts of the region with their neighbours.'],
  ['ko', '양국은 항만을 개방하고 도선사 협의체를 설립하기로 합의하였다.'],
  ['ja', '両国は、港を開放し、水先人の協議会を設置することで合意した。'],
  ['zh', '双方同意开放港口并设立引航员协商机制。'],
  ['ru', 'Стороны будут держать порты открытыми для судов обеих стран.'],
])('a text that does not say its language is known by its words: %s', (code, text) => {
  expect(languageOf(text)).toBe(code);
  expect(toMarkdown({ markdown: text }, 'a.pdf')).toContain(`language: ${code}\n`);
});

it.each(['', '1. 2. 3.', 'Done at Bergen.'])('and one too short to tell is not guessed: %j', (text) => expect(languageOf(text)).toBeUndefined());
