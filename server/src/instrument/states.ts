/**
 * The states of the world by the names that instruments give them, and how their leaders are styled: what lets "we",
 * "the Prime Minister" and "Japan, the ROK and the United States" be resolved to parties.
 */
import type { Span } from '../text/span.ts';

/**
 * One line a state: canonical name | other forms. Short English names as the United Nations protocol list has them, with
 * the spellings that the genre uses; adjectives stand last, after a second bar, as they name a state only before a title.
 */
const TABLE = `
Afghanistan||Afghan
Albania||Albanian
Algeria|People's Democratic Republic of Algeria|Algerian
Andorra||
Angola||Angolan
Antigua and Barbuda||
Argentina|Argentine Republic|Argentine
Armenia||Armenian
Australia|Commonwealth of Australia|Australian
Austria||Austrian
Azerbaijan||Azerbaijani
Bahamas|The Bahamas|Bahamian
Bahrain||Bahraini
Bangladesh||Bangladeshi
Barbados||
Belarus||Belarusian
Belgium||Belgian
Belize||
Benin||
Bhutan||
Bolivia|Plurinational State of Bolivia|Bolivian
Bosnia and Herzegovina||
Botswana||
Brazil|Federative Republic of Brazil|Brazilian
Brunei|Brunei Darussalam|Bruneian
Bulgaria||Bulgarian
Burkina Faso||
Burundi||
Cabo Verde|Cape Verde|
Cambodia||Cambodian
Cameroon||
Canada||Canadian
Central African Republic||
Chad||
Chile||Chilean
China|People's Republic of China,PRC|Chinese
Colombia||Colombian
Comoros||
Congo||
Cook Islands||
Costa Rica||Costa Rican
Côte d'Ivoire|Cote d'Ivoire,Ivory Coast|
Croatia||Croatian
Cuba||Cuban
Cyprus||Cypriot
Czech Republic|Czechia,Czech and Slovak Federal Republic,Czechoslovakia|Czech
Democratic People's Republic of Korea|DPRK,North Korea|North Korean
Democratic Republic of the Congo|DRC|
Denmark|Kingdom of Denmark|Danish
Djibouti||
Dominica||
Dominican Republic||
Ecuador||Ecuadorian
Egypt|Arab Republic of Egypt|Egyptian
El Salvador||
Equatorial Guinea||
Eritrea||
Estonia||Estonian
Eswatini||
Ethiopia||Ethiopian
European Union|EU|
Fiji||Fijian
Finland||Finnish
France|French Republic|French
French Polynesia||
Gabon||
Gambia|The Gambia|
Georgia||Georgian
Germany|Federal Republic of Germany|German
Ghana||
Greece|Hellenic Republic|Greek
Grenada||
Guatemala||Guatemalan
Guinea||
Guinea-Bissau||
Guyana|Co-operative Republic of Guyana|
Haiti||Haitian
Holy See||
Honduras||
Hungary||Hungarian
Iceland||Icelandic
India||Indian
Indonesia||Indonesian
Iran|Islamic Republic of Iran|Iranian
Iraq||Iraqi
Ireland||Irish
Israel|State of Israel|Israeli
Italy|Italian Republic|Italian
Jamaica||
Japan||Japanese
Jordan|Hashemite Kingdom of Jordan|Jordanian
Kazakhstan||
Kenya||Kenyan
Kiribati||
Kosovo||
Kuwait|State of Kuwait|Kuwaiti
Kyrgyzstan|Kyrgyz Republic|
Laos|Lao People's Democratic Republic,Lao PDR|Lao
Latvia||Latvian
Lebanon||Lebanese
Lesotho||
Liberia||
Libya||Libyan
Liechtenstein||
Lithuania||Lithuanian
Luxembourg|Grand Duchy of Luxembourg|
Madagascar||
Malawi||
Malaysia||Malaysian
Maldives||
Mali||
Malta||Maltese
Marshall Islands||
Mauritania||
Mauritius||
Mexico|United Mexican States|Mexican
Micronesia|Federated States of Micronesia|
Moldova||Moldovan
Monaco||
Mongolia||Mongolian
Montenegro||
Morocco|Kingdom of Morocco|Moroccan
Mozambique||
Myanmar|Burma|
Namibia||
Nauru||
Nepal||
Netherlands|Kingdom of the Netherlands|Dutch
New Caledonia||
New Zealand|Aotearoa New Zealand|
Nicaragua||
Niger||
Nigeria||Nigerian
Niue||
North Macedonia||
Norway|Kingdom of Norway|Norwegian
Oman||Omani
Pakistan||Pakistani
Palau||
Panama||Panamanian
Papua New Guinea||
Paraguay||
Peru||Peruvian
Philippines||Philippine
Poland||Polish
Portugal|Portuguese Republic|Portuguese
Qatar|State of Qatar|Qatari
Republic of Korea|ROK,South Korea,Korea|Korean
Romania||Romanian
Russia|Russian Federation|Russian
Rwanda||
Saint Kitts and Nevis||
Saint Lucia||
Saint Vincent and the Grenadines||
Samoa||
San Marino||
São Tomé and Príncipe|Sao Tome and Principe|
Saudi Arabia|Kingdom of Saudi Arabia|Saudi
Senegal||
Serbia||Serbian
Seychelles||
Sierra Leone||
Singapore||Singaporean
Slovakia|Slovak Republic|Slovak
Slovenia||Slovenian
Solomon Islands||
Somalia||Somali
South Africa|Union of South Africa|South African
South Sudan||
Soviet Union|Union of Soviet Socialist Republics,USSR|Soviet
Spain|Kingdom of Spain|Spanish
Sri Lanka||Sri Lankan
Sudan||
Suriname||
Sweden|Kingdom of Sweden|Swedish
Switzerland|Swiss Confederation|Swiss
Syria|Syrian Arab Republic|Syrian
Taiwan||
Tajikistan||
Tanzania||
Thailand|Kingdom of Thailand|Thai
Timor-Leste||
Togo||
Tonga||
Trinidad and Tobago||
Tunisia|Tunisian Republic|Tunisian
Türkiye|Turkey|Turkish
Turkmenistan||
Tuvalu||
Uganda||
Ukraine||Ukrainian
United Arab Emirates|UAE|Emirati
United Kingdom|United Kingdom of Great Britain and Northern Ireland,U.K.,UK,Great Britain,Northern Ireland|British
United States|United States of America,U.S.A.,U.S.,USA,US|American
Uruguay|Oriental Republic of Uruguay|
Uzbekistan||
Vanuatu||
Venezuela||Venezuelan
Viet Nam|Vietnam|Vietnamese
Yemen||Yemeni
Zambia||
Zimbabwe||
`;

/** Groups that speak as several states: their name stands for these. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Quad: ['Australia', 'India', 'Japan', 'United States'],
  AUKUS: ['Australia', 'United Kingdom', 'United States'],
};

/** Groups that speak as one, and whose members may speak for themselves in the group's text. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  G7: ['Canada', 'France', 'Germany', 'Italy', 'Japan', 'United Kingdom', 'United States', 'European Union'],
};

/** Those whose government is led by a prime minister and no executive president (a chancellor and a king below). */
const PRIME_MINISTER = new Set(
  'Australia,Bahamas,Belgium,Cambodia,Canada,Denmark,Finland,Greece,Iceland,India,Ireland,Israel,Italy,Japan,Luxembourg,Malaysia,Nepal,Netherlands,New Zealand,Norway,Pakistan,Papua New Guinea,Singapore,Spain,Sweden,Thailand,United Kingdom'.split(
    ',',
  ),
);
const CHANCELLOR = new Set(['Germany', 'Austria']);
const CROWN = new Set(['Saudi Arabia', 'Jordan', 'Morocco', 'Bahrain']);

interface Form {
  readonly text: string;
  readonly name: string;
  readonly adjective: boolean;
}

/** Forms by their first word, the longest first, so that a name inside a longer one is not taken for itself. */
const FORMS: ReadonlyMap<string, readonly Form[]> = (() => {
  const map = new Map<string, Form[]>();
  const add = (text: string, name: string, adjective = false) => {
    const first = /^[\p{L}.]+/u.exec(text)?.[0] ?? text;
    const list = map.get(first) ?? [];
    list.push({ text, name, adjective });
    map.set(first, list);
  };
  for (const line of TABLE.trim().split('\n')) {
    const [name = '', others = '', adjectives = ''] = line.split('|');
    for (const form of [name, ...others.split(',')].filter(Boolean)) {
      add(form, name);
      if (!/^(?:Republic|Kingdom|State|United|Federal|Federative|[A-Z.]+$)/.test(form)) {
        add(`Republic of ${form}`, name);
        add(`Republic of the ${form}`, name);
        add(`Kingdom of ${form}`, name);
      }
    }
    if (adjectives) add(adjectives, name, true);
  }
  for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
  return map;
})();

export interface StateName {
  readonly name: string;
  readonly span: Span;
  /** "Japanese", or a short form before a hyphen or noun: names a state only in front of what belongs to it. */
  readonly adjective: boolean;
}

/**
 * Every name of a state in text whose typography is folded, in order, never overlapping; the article is not part of it. A name in a hyphened
 * compound or in parentheses ("U.S.-ROK") is an adjective. Total.
 */
export function findStates(text: string): readonly StateName[] {
  const out: StateName[] = [];
  const word = /[\p{Lu}][\p{L}.]*/gu;
  for (let m = word.exec(text); m; m = word.exec(text)) {
    const before = m.index > 0 ? (text[m.index - 1] as string) : ' ';
    if (/[\p{L}\p{N}]/u.test(before)) continue;
    for (const form of formsAt(text, m.index, m[0])) {
      const end = m.index + form.text.length;
      const next = text[end] ?? ' ';
      if (/[\p{L}\p{N}]/u.test(next)) continue;
      const hyphened =
        before === '(' ||
        /[-/]/.test(before) ||
        /^(?:\/\p{L}|-(?:\p{Lu}|(?:led|based|owned|made|wide|related|backed|run|hosted|flagged|funded|origin|born)))/u.test(text.slice(end, end + 8));
      out.push({ name: form.name, span: { start: m.index, end }, adjective: form.adjective || hyphened });
      word.lastIndex = end;
      break;
    }
  }
  return out;
}

function* formsAt(text: string, at: number, word: string): Generator<Form> {
  const bare = word.replace(/\.$/, '');
  for (const key of bare === word ? [word] : [word, bare]) for (const form of FORMS.get(key) ?? []) if (text.startsWith(form.text, at)) yield form;
}

/** The canonical name of a state or group given in any form ("the Kingdom of Norway"); the name itself when it is none that is known. */
export function canonicalParty(name: string): string {
  const plain = name
    .replace(/[‘’]/g, "'")
    .replace(/^the\s+/i, '')
    .trim();
  const found = findStates(plain);
  return found.length === 1 && found[0] && !found[0].adjective && found[0].span.end - found[0].span.start === plain.length ? found[0].name : plain;
}

/** The members for whom a group's name stands ("Quad"), or `undefined` for a group that is one actor or not known. */
export const membersOf = (group: string): readonly string[] | undefined => GROUPS[group];

/** True when the state's government is led by one so styled ("President", "Prime Minister", "Chancellor"). */
export function isLedBy(state: string, style: string): boolean {
  if (/prime minister/i.test(style)) return PRIME_MINISTER.has(state);
  if (/chancellor/i.test(style)) return CHANCELLOR.has(state);
  if (/king|crown prince|majesty|highness/i.test(style)) return CROWN.has(state);
  return !PRIME_MINISTER.has(state) && !CHANCELLOR.has(state) && !CROWN.has(state);
}

/** True when the name is one of the parties or a member of a group that is a party. */
export const isAmong = (name: string, parties: readonly string[]): boolean =>
  parties.includes(name) || parties.some((p) => MEMBERS[p]?.includes(name) === true);
