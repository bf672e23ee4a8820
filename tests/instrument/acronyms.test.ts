/** Pairs of short and long forms in every shape of definition, and what is no short form at all. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findAcronyms } from '../../server/src/instrument/acronyms.ts';
import type { Span } from '../../server/src/text/span.ts';
import { runs } from '../properties.ts';

const at = (text: string, s: Span): string => text.slice(s.start, s.end);
const pairsIn = (text: string): readonly string[] => findAcronyms(text).pairs.map((p) => `${at(text, p.short)} = ${at(text, p.long)}`);
const shortsIn = (text: string): readonly string[] => findAcronyms(text).short.map((s) => at(text, s));

/** Each sentence with the pairs that a careful reader finds in it. */
const cases = (rows: readonly (readonly [string, ...string[]])[]): void => {
  it.each(rows.map(([text, ...pairs]) => ({ text, pairs })))('$text', ({ text, pairs }) => expect(pairsIn(text)).toEqual(pairs));
};

describe('forms of definition', () => {
  cases([
    ['The Joint Harbour Council (JHC) met.', 'JHC = Joint Harbour Council'],
    ['The JHC (Joint Harbour Council) met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council (“JHC”) met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council (hereinafter the “JHC”) met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council (hereafter referred to as ‘JHC’) met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council, or JHC, met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council, known as the JHC, met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council [JHC] met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council (the Council or JHC) met.', 'JHC = Joint Harbour Council'],
    ['The Joint Harbour Council (JHC; see note 4) met.', 'JHC = Joint Harbour Council'],
    ['The Coastal Ferries Treaty (the “CF Treaty”) is old.', 'CF = Coastal Ferries Treaty'],
    ['JHC = Joint Harbour Council; SLA = Sea Lanes Agreement', 'JHC = Joint Harbour Council', 'SLA = Sea Lanes Agreement'],
    ['JHC: Joint Harbour Council\nSLA – Sea Lanes Agreement', 'JHC = Joint Harbour Council', 'SLA = Sea Lanes Agreement'],
    ['Abbreviations used: JHC, Joint Harbour Council; SLA, Sea Lanes Agreement.', 'JHC = Joint Harbour Council', 'SLA = Sea Lanes Agreement'],
    ['The Sea Lanes Agreement (SLA) of the Joint Harbour Council (JHC).', 'SLA = Sea Lanes Agreement', 'JHC = Joint Harbour Council'],
  ]);
});

describe('in legends and quotation marks', () => {
  cases([
    [
      'ZOMBRU = United Boats Reporting Mission of Oslo; SLA = Sea Lanes Agreement',
      'ZOMBRU = United Boats Reporting Mission of Oslo',
      'SLA = Sea Lanes Agreement',
    ],
    ['NB = Northern boat group; SB = Southern boat group.', 'NB = Northern boat group', 'SB = Southern boat group'],
    [
      'SLA = Sea Lanes Agreement, lBUs = long-term buoy units, SBU = short-term buoy units',
      'SLA = Sea Lanes Agreement',
      'lBUs = long-term buoy units',
      'SBU = short-term buoy units',
    ],
    ['RED = not yet done at all; AMBER = being looked into now; BLUE = it is done'],
    ['MDEA=3,4-methylenedioxyethylamphetamine', 'MDEA = 3,4-methylenedioxyethylamphetamine'],
    ['The "Joint Harbour Council" (JHC) and the “Sea Lanes Fund”(SLF)', 'JHC = Joint Harbour Council', 'SLF = Sea Lanes Fund'],
    ['JHC (which stands for Joint Harbour Council), SLF (formerly the Sea Lanes Fund)', 'JHC = Joint Harbour Council', 'SLF = Sea Lanes Fund'],
    ['aid to LDCs, landlocked harbour countries (LLHCs)', 'LLHCs = landlocked harbour countries'],
    ['SLF (the Sea Lanes Fund)', 'SLF = Sea Lanes Fund'],
    [
      'the United Harbour Norms Classification for Buoys and Lights and Anchors and Moorings 2009 (UHNC-2009)',
      'UHNC-2009 = United Harbour Norms Classification for Buoys and Lights and Anchors and Moorings 2009',
    ],
  ]);
});

describe('where the expansion begins and ends', () => {
  cases([
    [
      'Staff consult with the Interport Statistical Committee of the Company of Independent Sailors (CIS-STAT).',
      'CIS-STAT = Interport Statistical Committee of the Company of Independent Sailors',
    ],
    ['Both praised the new Office for the Safety of Pilots (OSP).', 'OSP = Office for the Safety of Pilots'],
    ['They thanked the Government and the United Harbour Workers (UHW).', 'UHW = United Harbour Workers'],
    ['Talks with the Democratic People’s Republic of Korea (DPRK) stopped.', 'DPRK = Democratic People’s Republic of Korea'],
    ['U.S. Coast Watch (USCW) ships sailed.', 'USCW = U.S. Coast Watch'],
    ['Trilateral Japan-U.S.-Republic of Korea (ROK) drills.', 'ROK = Republic of Korea'],
    ['The nuclear-weapon-free zone (NWFZ) holds.', 'NWFZ = nuclear-weapon-free zone'],
    ['a weapon of mass destruction (WMD)', 'WMD = weapon of mass destruction'],
    ['The Committee met. The Northern Sea Forum (NSF) did not.', 'NSF = Northern Sea Forum'],
    ['The treaty’s Coastal Council’s (CC’s) seat', 'CC’s = Coastal Council'],
    ['North Sea Fund (NSF) Board (NSFB)', 'NSF = North Sea Fund', 'NSFB = North Sea Fund (NSF) Board'],
  ]);
});

describe('what letters may stand for', () => {
  cases([
    ['Confidence-building measures (CBMs) help.', 'CBMs = Confidence-building measures'],
    ['The Group of Nine (G9) met.', 'G9 = Group of Nine'],
    ['Working Party on Anchors (WP.12)', 'WP.12 = Working Party on Anchors'],
    ['a memorandum of understanding (MoU)', 'MoU = memorandum of understanding'],
    ['the United Nations Harbour Fund (UNHAF)', 'UNHAF = United Nations Harbour Fund'],
    ['the Treaty on the Non-Fortification of Coasts (NFCT)', 'NFCT = Treaty on the Non-Fortification of Coasts'],
    ['the Convention on Drifting Ice (DIC)', 'DIC = Convention on Drifting Ice'],
    ['Sea-Launched Interceptors/Decoys (SLI/D)', 'SLI/D = Sea-Launched Interceptors/Decoys'],
    ['research and development (R&D)', 'R&D = research and development'],
  ]);
});

describe('as other fields write them', () => {
  cases([
    ['Levels of tumour necrosis factor-alpha (TNF-α) fell.', 'TNF-α = tumour necrosis factor-alpha'],
    ['apolipoprotein E (apoE) and messenger RNA (mRNA)', 'apoE = apolipoprotein E', 'mRNA = messenger RNA'],
    ['sodium dodecyl sulfate-polyacrylamide gel electrophoresis (SDS-PAGE)', 'SDS-PAGE = sodium dodecyl sulfate-polyacrylamide gel electrophoresis'],
    ['epidermal growth factor (EGF) receptor (EGFR)', 'EGF = epidermal growth factor', 'EGFR = epidermal growth factor (EGF) receptor'],
    ['the poly(ADP-ribose) polymerase (PARP)', 'PARP = poly(ADP-ribose) polymerase'],
    ['given intravenously (i.v.) at once', 'i.v. = intravenously'],
    ['thyroxine (T4) was normal', 'T4 = thyroxine'],
    ['a nuclear factor of activated T cells (NFAT)', 'NFAT = nuclear factor of activated T cells'],
    ['the odds ratio (OR) and nitric oxide (NO)', 'OR = odds ratio', 'NO = nitric oxide'],
    ['seven hundred base pairs (bp)', 'bp = base pairs'],
  ]);
});

describe('as chemists and physicians write them', () => {
  cases([
    ['binding of [3H]spiperone ([3H]SPI) fell', '[3H]SPI = [3H]spiperone'],
    ['the poly(vinyl alcohol) (PVA) film', 'PVA = poly(vinyl alcohol)'],
    ['gamma-aminobutyric acid type A (GABA(A)) receptors', 'GABA(A) = gamma-aminobutyric acid type A'],
    ['2,3-diphosphoglycerate (2,3-DPG) and 6-hydroxydopamine (6-OHDA)', '2,3-DPG = 2,3-diphosphoglycerate', '6-OHDA = 6-hydroxydopamine'],
    ['transforming growth factor beta 1 (TGF beta 1)', 'TGF beta 1 = transforming growth factor beta 1'],
    ['inositol trisphosphate (IP3) and carbon dioxide (CO2)', 'IP3 = inositol trisphosphate', 'CO2 = carbon dioxide'],
    ['three-dimensional (3-D) and human T-lymphotropic virus type II (HTLV-2)', '3-D = three-dimensional', 'HTLV-2 = human T-lymphotropic virus type II'],
    ['methane (CH4) and sodium (Na+) from half-lives (t1/2)', 'CH4 = methane', 'Na+ = sodium', 't1/2 = half-lives'],
    ['the median effective dose (ED50)', 'ED50 = median effective dose'],
    ['the concentration causing 50% inhibition (IC50)', 'IC50 = concentration causing 50% inhibition'],
    ['the dissociation constant (Kd) and the maximal velocity (Vmax)', 'Kd = dissociation constant', 'Vmax = maximal velocity'],
    ['a 70-kDa heat shock protein (hsp70)', 'hsp70 = 70-kDa heat shock protein'],
    ['testosterone (T) and type (A), Annex (A)', 'T = testosterone'],
    ['light chain (L chain) genes', 'L chain = light chain'],
    ['Bacillus subtilis (B. subtilis) grew', 'B. subtilis = Bacillus subtilis'],
    ['in vitro fertilization (IVF) and von Willebrand factor (vWF)', 'IVF = in vitro fertilization', 'vWF = von Willebrand factor'],
    ['aldosterone (Aldo) and beta-galactosidase (beta-gal)', 'Aldo = aldosterone', 'beta-gal = beta-galactosidase'],
    ['men who have sex with men (MSM)', 'MSM = men who have sex with men'],
    ['the melting temperature (Tm) and steady-state volume of distribution (Vss)', 'Tm = melting temperature', 'Vss = steady-state volume of distribution'],
    ['measured 3-methoxytyramine (MT) at the glass transition temperature (Tg)', 'MT = 3-methoxytyramine', 'Tg = glass transition temperature'],
    ['hedgehog (hh) and decapentaplegic (dpp) with paclitaxel (P)', 'hh = hedgehog', 'dpp = decapentaplegic', 'P = paclitaxel'],
    ['At 5,800 m (high altitude, HA) and above (in the morning, UTC)', 'HA = high altitude'],
    ['tandem mass spectrometry (MS/MS)', 'MS/MS = tandem mass spectrometry'],
    ['guanine nucleotide-binding proteins (G proteins)', 'G proteins = guanine nucleotide-binding proteins'],
    ['ZDV (zidovudine) and triiodothyronine (T3)', 'ZDV = zidovudine', 'T3 = triiodothyronine'],
    ['NG-monomethyl-L-arginine (L-NMMA)', 'L-NMMA = NG-monomethyl-L-arginine'],
    ['the oxygen consumption (VO2) and maximal oxygen uptake (VO2max)', 'VO2 = oxygen consumption', 'VO2max = maximal oxygen uptake'],
    ['the arterial tension of carbon dioxide (PaCO2)', 'PaCO2 = arterial tension of carbon dioxide'],
    ['the fifth component of complement (C5) and a second heart sound (S2)', 'C5 = fifth component of complement', 'S2 = second heart sound'],
    ['a 42-kDa protein (p42) bound the glycoprotein of 90 kDa (gp90)', 'p42 = 42-kDa protein', 'gp90 = glycoprotein of 90 kDa'],
    ['the tumour protein (p53) and guanine arabinoside (ara-G)', 'ara-G = guanine arabinoside'],
    ["guanosine 3',5'-cyclic monophosphate (cGMP) in methanol (MeOH)", "cGMP = guanosine 3',5'-cyclic monophosphate", 'MeOH = methanol'],
    ["N,N,N',N'-tetramethylbenzidine (TMB)", "TMB = N,N,N',N'-tetramethylbenzidine"],
    ['N-Ethyl-N-nitrosourea (ENU) and delta 9-tetrahydrocannabinol (THC)', 'ENU = N-Ethyl-N-nitrosourea', 'THC = delta 9-tetrahydrocannabinol'],
    [
      'beta 2-microglobulin (beta 2m) and inositol 1,3,4-trisphosphate (Ins(1,3,4)P3)',
      'beta 2m = beta 2-microglobulin',
      'Ins(1,3,4)P3 = inositol 1,3,4-trisphosphate',
    ],
    [
      'Cyclin-dependent kinases (Cdks) were screened by strand-specific probe analysis (SPA)',
      'Cdks = Cyclin-dependent kinases',
      'SPA = strand-specific probe analysis',
    ],
    ['chlorophyll a (Chl a) and the corrected QT interval (QTc)', 'Chl a = chlorophyll a', 'QTc = corrected QT interval'],
    ['the apparent permeability coefficient (Papp) and short-circuit current (Isc)', 'Papp = apparent permeability coefficient', 'Isc = short-circuit current'],
    ['the Ankle Motor Function Scale (AMFS score 12)', 'AMFS = Ankle Motor Function Scale'],
    ['serotonin (5-hydroxytryptamine, 5-HT) and 2-(di-n-propylamino)tetralin (DPAT)', '5-HT = 5-hydroxytryptamine', 'DPAT = 2-(di-n-propylamino)tetralin'],
    ['boat-coupled receptor (BCR) superfamily (BCX54)', 'BCR = boat-coupled receptor'],
    ['Amber precursor protein (APP)-like protein 2 (APLP2)', 'APP = Amber precursor protein', 'APLP2 = Amber precursor protein (APP)-like protein 2'],
    ['intracellular free calcium concentration ([Ca2+]i)', '[Ca2+]i = intracellular free calcium concentration'],
    ['gamma interferon (IFN-gamma) and alpha-interferon (IFN-alpha)', 'IFN-gamma = gamma interferon', 'IFN-alpha = alpha-interferon'],
    ['lithium carbonate (Li2CO3), superoxide anion (O2-), serotonin (5-HT)', 'Li2CO3 = lithium carbonate', 'O2- = superoxide anion', '5-HT = serotonin'],
    [
      'Marlow syndrome (MAR1), plasma lactate (LA) and interferon alfa-2b (IFN alfa-2b)',
      'MAR1 = Marlow syndrome',
      'LA = lactate',
      'IFN alfa-2b = interferon alfa-2b',
    ],
    ['ABF4 (Anchor-rich Boat Finger protein) was fused to 17% of buoB (buoB17)', 'ABF4 = Anchor-rich Boat Finger protein'],
    ['interleukin-2 beta (IL-2 beta)-converting enzyme (ICE)', 'IL-2 beta = interleukin-2 beta', 'ICE = interleukin-2 beta (IL-2 beta)-converting enzyme'],
    ['Osteocalcin (serum bone-Gla protein, sBGP) and Bacillus subtilis (Bs)', 'sBGP = serum bone-Gla protein', 'Bs = Bacillus subtilis'],
    ['response elements for 12-O-tetradecanoyl-phorbol-13-acetate (TRE)'],
    ['oestrone (E1), DNA polymerase beta (beta-pol) and a tyrosyl residue (Tyr960)', 'E1 = oestrone', 'beta-pol = polymerase beta'],
    ['calcium/calmodulin-dependent kinase (CaMK) and Ca2+/calmodulin (CaM)', 'CaMK = calcium/calmodulin-dependent kinase', 'CaM = calmodulin'],
    ['The gap2 gene has a GC-rich region (gap2GC); ethanol in CRS (controls) fell.'],
    ['fed low (L), medium (M) or high (H) levels', 'L = low', 'M = medium', 'H = high'],
    ['seen by one man (M) alone'],
    ['polymorphonuclear leukocytes (PMN)', 'PMN = polymorphonuclear leukocytes'],
    ['Marburg virus (MBV) nuclear antigen 3 (MBNA3)', 'MBV = Marburg virus', 'MBNA3 = Marburg virus (MBV) nuclear antigen 3'],
    ['In Drosophila, decapentaplegic (dpp) by Doppler ultrasound (US)', 'dpp = decapentaplegic', 'US = ultrasound'],
    ['The genotypes of C512T (CC, CT, TT) differed.'],
    ['The alleles (A2 and B7) and complements (C3, C4) differed; the element (LINE-1 or L1) and lactose (lac-) did not.'],
    ['leukemia of B-cell type (B-CLL), stage (I, II or III)'],
    ['It was (+)-tested in vivo (Sigma) at 4 degrees (C) by design (Boston).'],
  ]);
});

describe('names whose letters are another language’s', () => {
  cases([
    ['They joined the World Harbour Reports Union (WOHREP).', 'WOHREP = World Harbour Reports Union'],
    ['Peru and the Coastal Committee for Rescue (ZOSTRE) agreed.', 'ZOSTRE = Coastal Committee for Rescue'],
    ['He went to the Permanent Mission to the Northern Forum (DPRK).'],
    ['They joined the Northern Conservation Union (UICN).', 'UICN = Northern Conservation Union'],
    ['They sat in Conference Room D (TNLB) near the Old Town Gate (XYZW).'],
    ['the Agency for Ice Control and Prevention (AIC)', 'AIC = Agency for Ice Control and Prevention'],
    ['The International Court of Shipping (the Court or ICS) sat.', 'ICS = International Court of Shipping'],
  ]);
});

describe('in diplomatic texts', () => {
  cases([
    ['the Quadrilateral Harbour Dialogue (Quad)', 'Quad = Quadrilateral Harbour Dialogue'],
    ['the U.S.-Norway Free Trade Agreement (NORUS FTA)', 'NORUS FTA = U.S.-Norway Free Trade Agreement'],
    ['the Treaty on Conventional Buoys in Norway (CBN Treaty)', 'CBN = Treaty on Conventional Buoys in Norway'],
    ['the Oslo Convention on the Law of Buoys of 23 May 1969 (OCLB)', 'OCLB = Oslo Convention on the Law of Buoys'],
    [
      'Decision 12/2016 (General Buoy Safety Decision, “GBSD”) and the Pact (the “Northern Pact”, “NP”)',
      'GBSD = General Buoy Safety Decision',
      'NP = Northern Pact',
    ],
    ['the Joint Harbour Council, which is also known as the JHC, meets', 'JHC = Joint Harbour Council'],
    ['the European Buoys Authority (European Supervisory Authority) (“EBA”)', 'EBA = European Buoys Authority'],
    ['each harbour buoy fund (an “HBF”)', 'HBF = harbour buoy fund'],
    ['UNHCB (Office of the United Nations High Commissioner for Boats)', 'UNHCB = United Nations High Commissioner for Boats'],
    ['the New Sea Lanes Treaty (New SEALT)', 'New SEALT = New Sea Lanes Treaty'],
    ['the Fifth Harbour Report (HR5)', 'HR5 = Fifth Harbour Report'],
    ['the Sixth Harbour Report (HR6)', 'HR6 = Sixth Harbour Report'],
    ['G9/Organisation for Ferry Co-operation and Trade (OFCT)', 'OFCT = Organisation for Ferry Co-operation and Trade'],
    ['the Treaty of Trade and Concord in Northern Waters (TTC)', 'TTC = Treaty of Trade and Concord in Northern Waters'],
    ['the Sea Lanes Framework for Prosperity (SLF)', 'SLF = Sea Lanes Framework for Prosperity'],
    ['the World Forum for the Harmonization of Buoys (WP.12)', 'WP.12 = World Forum for the Harmonization of Buoys'],
    ['command, control, and communications (C3)', 'C3 = command, control, and communications'],
    ['the Joint Harbour Council (hereinafter “the JHC” or “the Council”)', 'JHC = Joint Harbour Council'],
    ['the Joint Harbour Council (hereafter: JHC)', 'JHC = Joint Harbour Council'],
    ['the Joint Harbour Council, abbreviated JHC, meets', 'JHC = Joint Harbour Council'],
    ['the Coast Guard’s (CG) ships', 'CG = Coast Guard'],
    ['weapon(s) of mass destruction (WMD)', 'WMD = weapon(s) of mass destruction'],
    ['JHC (Joint Harbour Council) and SLF (Sea Lanes Fund)', 'JHC = Joint Harbour Council', 'SLF = Sea Lanes Fund'],
    ['Resolution 1234 (2006), Annex I (A), section (B), Minister Smith (Canada)'],
    ['He (Smith) met Berg (JHC) in Washington (DC) on Friday (April 26).'],
    ['The Treaty (Article VI) and the Pact (JHC) differ.'],
    ['JOINT STATEMENT OF THE MINISTERS (FULL TEXT)'],
    ['the Deputy Secretary (Policy) and the Under Secretary (P) spoke'],
    ['the Director of the United Nations Human Harbours Programme (UN-Harbour, now part of another)', 'UN-Harbour = United Nations Human Harbours Programme'],
    ['the NHF’s (National Harbour Fund’s) seat', 'NHF = National Harbour Fund'],
    ['Northern Council(NNC) European Harbour Union (EHU)', 'NNC = Northern Council', 'EHU = European Harbour Union'],
    ['UNHF = United Nations Harbour Fund SLA = Sea Lanes Agreement', 'UNHF = United Nations Harbour Fund', 'SLA = Sea Lanes Agreement'],
    ['HF = United Nations Harbour Fund; LL = Local level', 'HF = United Nations Harbour Fund', 'LL = Local level'],
  ]);
});

describe('in French and Spanish', () => {
  cases([
    ['l’Agence internationale de l’énergie marine, ci-après dénommée « AIEM »,', 'AIEM = Agence internationale de l’énergie marine'],
    ['el Organismo Internacional de Puertos, en adelante «OIP»,', 'OIP = Organismo Internacional de Puertos'],
    ['la Conférence sud-américaine sur la migration (SACM)', 'SACM = Conférence sud-américaine sur la migration'],
    ['el Programa de las Naciones Unidas para los Mares (PNUM)', 'PNUM = Programa de las Naciones Unidas para los Mares'],
    ['los Estados Unidos (EE. UU.) y las Fuerzas Armadas (FF.AA.)', 'EE. UU. = Estados Unidos', 'FF.AA. = Fuerzas Armadas'],
    ['le Haut-Commissariat des Nations Unies pour les marins (HCM)', 'HCM = Haut-Commissariat des Nations Unies pour les marins'],
    ['L’Autorité de sûreté des ports (ci-après désignée l’« ASP »)', 'ASP = Autorité de sûreté des ports'],
    ['El Tratado sobre la no fortificación de las costas (TNF)', 'TNF = Tratado sobre la no fortificación de las costas'],
    ['la zone économique exclusive (ZEE)', 'ZEE = zone économique exclusive'],
    ['L’Organisation des Nations Unies (ONU) siège à New York.', 'ONU = Organisation des Nations Unies'],
    ['l’Agence internationale de l’énergie atomique (AIEA)', 'AIEA = Agence internationale de l’énergie atomique'],
    ['Le Comité des ports du Nord (ci-après dénommé « CPN ») siège ici.', 'CPN = Comité des ports du Nord'],
    ['le Traité sur la non-prolifération des armes nucléaires (TNP)', 'TNP = Traité sur la non-prolifération des armes nucléaires'],
    ['La Organización de los Estados Americanos (en adelante, «OEA») aprobó el texto.', 'OEA = Organización de los Estados Americanos'],
  ]);
});

describe('brackets that define nothing', () => {
  it.each([
    'The results (see Table 2) were clear (p < 0.05).',
    'They met on 3 May (Friday) at 9 a.m. (local time).',
    'The resolution (S/RES/1718) demands it (para. 5).',
    'They met at the eleventh JHC (JHC XI) in May.',
    'It rose (from ten to twelve) in the North (and East).',
    'The Minister (Foreign Affairs) signed (on behalf of both).',
    'NORDIA Corporation (NORDIA) and a stream = stream.read (stream) of `readable { stream` (rs)',
    'Two isoforms (alpha and beta) of the enzyme (Roche) exist.',
    'Paragraphs (a), (b) and (iv) and Annex (II) apply.',
    'He lived in three cities (Bonn, Rome and Oslo).',
  ])('%s', (text) => expect(pairsIn(text)).toEqual([]));
});

test('every mention of a short form is found, defined or not', () => {
  expect(shortsIn('NATO and the EU asked the IAEA’s staff; NGOs, WP.29 and the U.S. agreed. NATO left.')).toEqual([
    'NATO',
    'EU',
    'IAEA’s',
    'NGOs',
    'WP.29',
    'U.S.',
    'NATO',
  ]);
});

test('units, times, numbers of documents, Roman numerals and capitals in headings are no short forms', () => {
  for (const text of [
    'At 3 p.m. or 9 a.m. they weighed 5 kg.',
    'No. 4, paras. 5–7, vol. IV, Article XII',
    'Document A/57/156 and E/CN.4/2005/10',
    'REPORT OF THE COMMITTEE ON HARBOURS',
    'Jean-Paul McDonald and Anne O’Neill',
  ])
    expect(shortsIn(text), text).toEqual([]);
});

/** Words and brackets such as definitions are made of, so that random texts hold some. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      'NCG',
      'Nuclear',
      'Consultative',
      'Group',
      'of',
      'the',
      ', or ',
      ' = ',
      ': ',
      '; ',
      '\n',
      ' ',
      '“',
      '’s',
      '-',
      'α',
      '1,4',
      'p.m.',
      'Treaty',
      'ＮＣＧ',
      '핵',
      '\uD800',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  { maxLength: 40 },
);

test('on any text, spans lie inside it, in order, and each pair is one of the short and one of the long forms', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const { short, long, pairs } = findAcronyms(text);
      const key = (s: Span): string => `${s.start}-${s.end}`;
      for (const spans of [short, long])
        spans.forEach((s, i) => {
          expect(s.start).toBeGreaterThanOrEqual(i > 0 ? (spans[i - 1] as Span).start : 0);
          expect(s.end).toBeGreaterThan(s.start);
          expect(s.end).toBeLessThanOrEqual(text.length);
        });
      const shorts = new Set(short.map(key));
      const longs = new Set(long.map(key));
      for (const p of pairs) {
        expect(shorts).toContain(key(p.short));
        expect(longs).toContain(key(p.long));
        expect(p.short.end <= p.long.start || p.long.end <= p.short.start).toBe(true);
      }
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  '(',
  'A (B) ',
  'a(b)',
  'IC50 (IC50) ',
  'Alpha Beta Gamma, or ABG ',
  '“A” ',
  'ABC = Alpha Beta Cee; ',
  'Ab-',
  'A=B ',
  'x, or ABC ',
  'Abbreviations: ',
  'a',
  'A',
  ' ',
  '[(',
  '"A" (AB) ',
  'N,N,',
  '(A) (AB) ',
  'ABC = abc def ghi, ',
  'methyloxyamino',
])('a long line of “%s” is read in linear time', { retry: 2 }, (unit) => {
  const time = (n: number): number => {
    const text = unit.repeat(n / unit.length);
    const from = performance.now();
    findAcronyms(text);
    return performance.now() - from;
  };
  time(20_000);
  expect(time(60_000)).toBeLessThan(3000);
});
