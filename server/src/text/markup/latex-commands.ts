/** What LaTeX's commands and environments mean to a reader of prose. */

const table = (list: string): ReadonlyMap<string, string> => new Map(list.split(' ').map((e) => [e.slice(0, e.indexOf('=')), e.slice(e.indexOf('=') + 1)]));
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Commands that stand for a character or two. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...table(
    'ldots=… dots=… textellipsis=… textendash=– textemdash=— P=¶ S=§ textparagraph=¶ textsection=§ pounds=£ copyright=© dag=† ddag=‡ ss=ß ae=æ AE=Æ oe=œ OE=Œ ' +
      'o=ø O=Ø aa=å AA=Å l=ł L=Ł i=ı j=ȷ textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=” guillemotleft=« guillemotright=» flqq=« frqq=» ' +
      'glqq=„ grqq=“ lq=‘ rq=’ quotedblbase=„ quotesinglbase=‚ textquotedbl=" textquotesingle=\' textbackslash=\\ textasciitilde=~ textasciicircum=^ textbar=| textless=< textgreater=> ' +
      'LaTeX=LaTeX TeX=TeX euro=€ texteuro=€ EUR=€ textdegree=° degree=° slash=/ textbullet=• textperiodcentered=· texttimes=× textonehalf=½ no=№ textnumero=№ lbrack=[ rbrack=] textunderscore=_ textdollar=$',
  ),
  ...['quad', 'qquad', 'space', 'newline', 'linebreak', 'thinspace', 'enspace', 'nobreakspace', 'hfill', 'hspace', 'tab'].map((n) => [n, ' '] as const),
]);

export const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030C',
  H: '\u030B',
  u: '\u0306',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
  b: '\u0331',
};

export const EMPHASIS = names('emph textit textbf textsl underline uline alert em itshape bfseries slshape it bf sl');
/** Declarations: they hold until their group ends. */
export const DECLARATIONS = names('em itshape bfseries slshape it bf sl');
/** The argument is one object: code or an address. */
export const OBJECTS = names(
  'texttt code lstinline nolinkurl path ensuremath si SI num qty ref pageref autoref cref Cref eqref nameref vref gls Gls glspl acrshort acrlong acrfull tikz includegraphics input include',
);
/** Acronym commands whose key is what is read. */
export const ACRONYMS = names('ac acs acf acp acsp ac* acs*');

/** Commands whose arguments are no prose, with how many arguments in braces they take. */
export const DROPPED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    label: 1,
    index: 1,
    vspace: 1,
    hspace: 1,
    'vspace*': 1,
    'hspace*': 1,
    usepackage: 1,
    RequirePackage: 1,
    documentclass: 1,
    bibliographystyle: 1,
    bibliography: 1,
    addbibresource: 1,
    setlength: 2,
    addtolength: 2,
    newcommand: 2,
    renewcommand: 2,
    providecommand: 2,
    newenvironment: 3,
    pagestyle: 1,
    thispagestyle: 1,
    color: 1,
    textcolor: 1,
    colorbox: 1,
    hypersetup: 1,
    graphicspath: 1,
    setcounter: 2,
    addtocounter: 2,
    newtheorem: 2,
    DeclareMathOperator: 2,
    todo: 1,
    note: 1,
    author: 1,
    date: 1,
    institute: 1,
    affil: 1,
    email: 1,
    thanks: 1,
    nocite: 1,
    cline: 1,
    cmidrule: 1,
    multicolumn: 2,
    multirow: 2,
    bibitem: 1,
    phantom: 1,
    hphantom: 1,
    vphantom: 1,
    rule: 2,
    raisebox: 1,
    hypertarget: 1,
    hyperlink: 1,
    selectlanguage: 1,
    foreignlanguage: 1,
    newacronym: 3,
    acro: 1,
    acrodef: 1,
    DeclareAcronym: 2,
    fontsize: 2,
    usetheme: 1,
    usecolortheme: 1,
    addcontentsline: 3,
    markboth: 2,
    markright: 1,
    PassOptionsToPackage: 2,
    ExecuteBibliographyOptions: 1,
    keywords: 1,
    marginpar: 1,
    includepdf: 1,
    lstset: 1,
    lstinputlisting: 1,
    inputminted: 2,
    parbox: 1,
    makebox: 0,
    framebox: 0,
    footnotemark: 0,
    pagenumbering: 1,
    linespread: 1,
    setstretch: 1,
    captionsetup: 1,
    geometry: 1,
    setmainfont: 1,
    setmainlanguage: 1,
    setotherlanguage: 1,
    hyphenation: 1,
    pdfbookmark: 2,
    printbibliography: 0,
    theoremstyle: 1,
    bibliographyfont: 1,
    tableofcontents: 0,
    comment: 1,
  }),
);

/** Environments whose content is never read. */
export const SKIPPED = names(
  'verbatim verbatim* Verbatim lstlisting minted comment equation equation* align align* gather gather* multline multline* displaymath math eqnarray eqnarray* flalign flalign* alignat alignat* tikzpicture filecontents filecontents* CCSXML algorithm algorithmic pgfpicture titlepage acronym',
);
export const QUOTES = names('quote quotation displayquote displaycquote quoting verse blockquote');
export const TABLES = names('tabular tabular* tabularx tabulary longtable tblr supertabular array');
export const LISTS = names('itemize enumerate description compactitem compactenum inparaenum thebibliography');
/** How many arguments in braces follow `\begin{name}`. */
export const ENVIRONMENT_ARGUMENTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    tabular: 1,
    'tabular*': 2,
    tabularx: 2,
    tabulary: 2,
    longtable: 1,
    tblr: 1,
    supertabular: 1,
    array: 1,
    minipage: 1,
    multicols: 1,
    column: 1,
    wrapfigure: 2,
    wraptable: 2,
    spacing: 1,
    adjustbox: 1,
    thebibliography: 1,
    otherlanguage: 1,
    hyphenrules: 1,
  }),
);
export const HEADINGS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    part: 1,
    chapter: 1,
    section: 1,
    subsection: 2,
    subsubsection: 3,
    paragraph: 4,
    subparagraph: 5,
    title: 1,
    subtitle: 2,
    frametitle: 2,
    framesubtitle: 3,
    addchap: 1,
    addsec: 1,
  }),
);

const CITE =
  /^(?:foot|paren|text|auto|smart|super|full|footfull|block|Paren|Text|Auto|Smart)?[Cc]ite(?:p|t|alp|alt|author|year|yearpar|title|al[pt]|date|url|text|num|ay)?s?\*?$/;
const NARRATIVE = /^(?:[Tt]extcites?|[Cc]itet|[Cc]italt|[Cc]itealt|[Cc]iteauthor|[Cc]itetitle|citeyear|citedate|fullcite|citeurl)s?\*?$/;

export interface CiteCommand {
  readonly narrative: boolean;
  readonly foot: boolean;
  /** Takes several `[pre][post]{key}`. */
  readonly many: boolean;
}

/** What a command of LaTeX, natbib or biblatex cites like; `undefined` for one that does not cite. */
export const citeCommand = (name: string): CiteCommand | undefined =>
  CITE.test(name) && name !== 'nocite' ? { narrative: NARRATIVE.test(name), foot: /^foot/.test(name), many: /cites\*?$/.test(name) } : undefined;
