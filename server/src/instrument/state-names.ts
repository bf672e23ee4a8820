/** The states of the world by their names, adjectives and seats of government, as a table that knows nothing of an instrument. */

/**
 * One line a state: canonical name | other forms | adjectives | seats. Short English names as the United Nations protocol list has
 * them, with the spellings that the genre uses. Adjectives name a state only before what belongs to it. Seats are capitals and
 * buildings by which writers mean the government (United Nations Statistics Division, capital cities).
 */
const TABLE = `
Afghanistan||Afghan|Kabul
Albania||Albanian|Tirana
Algeria|People's Democratic Republic of Algeria|Algerian|Algiers
Andorra||
Angola||Angolan|Luanda
Antigua and Barbuda||
Argentina|Argentine Republic|Argentine|Buenos Aires
Armenia||Armenian|Yerevan
Australia|Commonwealth of Australia|Australian|Canberra
Austria||Austrian|Vienna
Azerbaijan||Azerbaijani|Baku
Bahamas|The Bahamas|Bahamian
Bahrain||Bahraini|Manama
Bangladesh||Bangladeshi|Dhaka
Barbados||
Belarus||Belarusian|Minsk
Belgium||Belgian|Brussels
Belize||
Benin||
Bhutan||
Bolivia|Plurinational State of Bolivia|Bolivian|La Paz
Bosnia and Herzegovina|||Sarajevo
Botswana||
Brazil|Federative Republic of Brazil|Brazilian|Brasília,Brasilia
Brunei|Brunei Darussalam|Bruneian
Bulgaria||Bulgarian|Sofia
Burkina Faso|||Ouagadougou
Burundi||
Cabo Verde|Cape Verde|
Cambodia||Cambodian|Phnom Penh
Cameroon|||Yaoundé
Canada||Canadian|Ottawa
Central African Republic||
Chad||
Chile||Chilean|Santiago
China|People's Republic of China,PRC|Chinese|Beijing,Zhongnanhai
Colombia||Colombian|Bogotá,Bogota
Comoros||
Congo||
Cook Islands||
Costa Rica||Costa Rican
Côte d'Ivoire|Cote d'Ivoire,Ivory Coast|
Croatia||Croatian|Zagreb
Cuba||Cuban|Havana
Cyprus||Cypriot|Nicosia
Czech Republic|Czechia,Czech and Slovak Federal Republic,Czechoslovakia|Czech|Prague
Democratic People's Republic of Korea|DPRK,North Korea|North Korean|Pyongyang
Democratic Republic of the Congo|DRC||Kinshasa
Denmark|Kingdom of Denmark|Danish|Copenhagen
Djibouti||
Dominica||
Dominican Republic||
Ecuador||Ecuadorian|Quito
Egypt|Arab Republic of Egypt|Egyptian|Cairo
El Salvador||
Equatorial Guinea||
Eritrea|||Asmara
Estonia||Estonian|Tallinn
Eswatini||
Ethiopia||Ethiopian|Addis Ababa
European Union|EU|
Fiji||Fijian|Suva
Finland||Finnish|Helsinki
France|French Republic|French|Paris,the Élysée,the Elysée
French Polynesia||
Gabon||
Gambia|The Gambia|
Georgia||Georgian|Tbilisi
Germany|Federal Republic of Germany|German|Berlin
Ghana|||Accra
Greece|Hellenic Republic|Greek|Athens
Grenada||
Guatemala||Guatemalan
Guinea||
Guinea-Bissau||
Guyana|Co-operative Republic of Guyana|
Haiti||Haitian
Holy See||
Honduras||
Hungary||Hungarian|Budapest
Iceland||Icelandic|Reykjavik
India||Indian|New Delhi,Delhi
Indonesia||Indonesian|Jakarta
Iran|Islamic Republic of Iran|Iranian|Tehran
Iraq||Iraqi|Baghdad
Ireland||Irish|Dublin
Israel|State of Israel|Israeli|Jerusalem
Italy|Italian Republic|Italian|Rome
Jamaica||
Japan||Japanese|Tokyo
Jordan|Hashemite Kingdom of Jordan|Jordanian|Amman
Kazakhstan|||Astana
Kenya||Kenyan|Nairobi
Kiribati||
Kosovo|||Pristina
Kuwait|State of Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan|Kyrgyz Republic||Bishkek
Laos|Lao People's Democratic Republic,Lao PDR|Lao|Vientiane
Latvia||Latvian|Riga
Lebanon||Lebanese|Beirut
Lesotho||
Liberia||
Libya||Libyan|Tripoli
Liechtenstein||
Lithuania||Lithuanian|Vilnius
Luxembourg|Grand Duchy of Luxembourg|
Madagascar||
Malawi||
Malaysia||Malaysian|Kuala Lumpur,Putrajaya
Maldives||
Mali||
Malta||Maltese
Marshall Islands||
Mauritania||
Mauritius||
Mexico|United Mexican States|Mexican|Mexico City
Micronesia|Federated States of Micronesia|
Moldova||Moldovan|Chișinău,Chisinau
Monaco||
Mongolia||Mongolian|Ulaanbaatar
Montenegro|||Podgorica
Morocco|Kingdom of Morocco|Moroccan|Rabat
Mozambique|||Maputo
Myanmar|Burma||Naypyidaw
Namibia||
Nauru||
Nepal|||Kathmandu
Netherlands|Kingdom of the Netherlands|Dutch|The Hague
New Caledonia||
New Zealand|Aotearoa New Zealand||Wellington
Nicaragua||
Niger||
Nigeria||Nigerian|Abuja
Niue||
North Macedonia|||Skopje
Norway|Kingdom of Norway|Norwegian|Oslo
Oman||Omani|Muscat
Pakistan||Pakistani|Islamabad
Palau||
Panama||Panamanian
Papua New Guinea|||Port Moresby
Paraguay||
Peru||Peruvian|Lima
Philippines||Philippine|Manila
Poland||Polish|Warsaw
Portugal|Portuguese Republic|Portuguese|Lisbon
Qatar|State of Qatar|Qatari|Doha
Republic of Korea|ROK,South Korea,Korea|South Korean,Korean|Seoul,the Blue House
Romania||Romanian|Bucharest
Russia|Russian Federation|Russian|Moscow,the Kremlin
Rwanda|||Kigali
Saint Kitts and Nevis||
Saint Lucia||
Saint Vincent and the Grenadines||
Samoa||
San Marino||
São Tomé and Príncipe|Sao Tome and Principe|
Saudi Arabia|Kingdom of Saudi Arabia|Saudi|Riyadh
Senegal|||Dakar
Serbia||Serbian|Belgrade
Seychelles||
Sierra Leone||
Singapore||Singaporean
Slovakia|Slovak Republic|Slovak|Bratislava
Slovenia||Slovenian|Ljubljana
Solomon Islands|||Honiara
Somalia||Somali|Mogadishu
South Africa|Union of South Africa|South African|Pretoria
South Sudan|||Juba
Soviet Union|Union of Soviet Socialist Republics,USSR|Soviet
Spain|Kingdom of Spain|Spanish|Madrid
Sri Lanka||Sri Lankan|Colombo
Sudan|||Khartoum
Suriname||
Sweden|Kingdom of Sweden|Swedish|Stockholm
Switzerland|Swiss Confederation|Swiss|Bern,Berne
Syria|Syrian Arab Republic|Syrian|Damascus
Taiwan|||Taipei
Tajikistan|||Dushanbe
Tanzania||
Thailand|Kingdom of Thailand|Thai|Bangkok
Timor-Leste||
Togo||
Tonga||
Trinidad and Tobago||
Tunisia|Tunisian Republic|Tunisian|Tunis
Türkiye|Turkey|Turkish|Ankara
Turkmenistan||
Tuvalu||
Uganda|||Kampala
Ukraine||Ukrainian|Kyiv,Kiev
United Arab Emirates|UAE|Emirati|Abu Dhabi
United Kingdom|United Kingdom of Great Britain and Northern Ireland,U.K.,UK,Great Britain,Northern Ireland,Britain|British|London,Whitehall,Downing Street
United States|United States of America,U.S.A.,U.S.,USA,US|American|Washington,the White House,the Pentagon,America
Uruguay|Oriental Republic of Uruguay||Montevideo
Uzbekistan|||Tashkent
Vanuatu||
Venezuela||Venezuelan|Caracas
Viet Nam|Vietnam|Vietnamese|Hanoi
Yemen||Yemeni|Sana'a
Zambia|||Lusaka
Zimbabwe|||Harare
`;

export interface StateEntry {
  readonly name: string;
  /** The canonical name first. */
  readonly forms: readonly string[];
  readonly adjectives: readonly string[];
  readonly seats: readonly string[];
}

const list = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter(Boolean);

export const STATES: readonly StateEntry[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', others, adjectives, seats] = line.split('|');
    return { name, forms: [name, ...list(others)], adjectives: list(adjectives), seats: list(seats) };
  });
