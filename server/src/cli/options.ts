/** Arguments and help of every command, in one table that both parse and print. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { meant } from './meant.ts';
import { Usage } from './world.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
  /** What stands behind it in the help: "FILE". */
  readonly value?: string;
  readonly help: string;
}

export interface CommandShape {
  readonly usage: string;
  readonly summary: string;
  readonly more?: string;
  readonly options: Readonly<Record<string, Option>>;
}

const LIBRARY: Readonly<Record<string, Option>> = {
  library: { type: 'string', multiple: true, value: 'DIR', help: 'a folder with further declarations; may be repeated' },
  config: { type: 'string', value: 'FILE', help: 'settings as in the editor, as JSON or YAML' },
};
const format = (...choices: readonly string[]): Option => ({
  type: 'string',
  choices,
  value: choices.join('|'),
  help: `how to print; ${choices[0]} unless given`,
});

export const COMMANDS = {
  annotate: {
    usage: 'annotate PATH… [--format json|ndjson] | annotate --stdin-ndjson',
    summary: 'everything that is read in documents: citations, terms, quotations, claims, findings',
    more: 'With --stdin-ndjson each line {"path":"a.md","text":"…"} (and "language", if you like) is answered by one line, in order.',
    options: {
      format: format('json', 'ndjson'),
      'stdin-ndjson': { type: 'boolean', help: 'read documents as lines of JSON and answer line for line' },
      ...LIBRARY,
    },
  },
  check: {
    usage: 'check PATH…',
    summary: 'findings only; directories are walked, .gitignore is respected',
    more: 'Exit code 0: none at or above the level. 1: some. 2: a usage or input error.',
    options: {
      format: format('text', 'json', 'sarif', 'github'),
      'fail-on': {
        type: 'string',
        choices: ['error', 'warning', 'information', 'never'],
        value: 'error|warning|information|never',
        help: 'the level that fails; warning unless given',
      },
      ...LIBRARY,
    },
  },
  instrument: {
    usage: 'instrument FILE|ID…',
    summary: 'what is read from a declaration: paragraphs, terms, commitments',
    options: {
      format: format('json', 'csv', 'markdown'),
      language: { type: 'string', value: 'TAG', help: 'the language of the text: en, fr, ko …' },
      id: { type: 'string', value: 'ID', help: 'the id, instead of the one that the file says' },
      ...LIBRARY,
    },
  },
  acronyms: {
    usage: 'acronyms --stdin-ndjson',
    summary: 'short forms, expansions and their pairs, for lines {"id":"…","text":"…"}',
    options: { 'stdin-ndjson': { type: 'boolean', help: 'the only way to read; may be left out' } },
  },
  report: {
    usage: 'report FILE…',
    summary: 'an audit of documents: each quotation and claim with its source passage and outcome',
    options: { format: format('markdown', 'html'), ...LIBRARY },
  },
  find: {
    usage: 'find WORD…',
    summary: 'paragraphs of the known declarations that hold all the words, best first',
    more: 'Exit code 0: some. 1: none. 2: a usage or input error.',
    options: {
      format: format('text', 'json'),
      most: { type: 'string', value: 'NUMBER', help: 'print so many at most; 20 unless given' },
      ...LIBRARY,
    },
  },
  import: {
    usage: 'import FILE',
    summary: 'a declaration as clean Markdown with front matter, from HTML, DOCX, PDF, Akoma Ntoso XML, Markdown or plain text',
    options: {
      output: { type: 'string', value: 'FILE', help: 'the file to write; standard output unless given' },
      force: { type: 'boolean', help: 'write over a file that is there' },
      id: { type: 'string', value: 'ID', help: 'the id to write' },
      title: { type: 'string', value: 'TITLE', help: 'the title to write' },
      date: { type: 'string', value: 'DATE', help: 'the date to write, as 2023-04-26' },
      language: { type: 'string', value: 'TAG', help: 'the language to write' },
    },
  },
  explain: { usage: 'explain [CHECK]', summary: 'what a check finds, why, and what to do', options: {} },
  lsp: {
    usage: 'lsp --stdio',
    summary: 'the language server, for editors',
    options: { stdio: { type: 'boolean', help: 'speak over standard input and output' } },
  },
} as const satisfies Readonly<Record<string, CommandShape>>;

export type CommandName = keyof typeof COMMANDS;

export interface Arguments {
  readonly paths: readonly string[];
  string(name: string): string | undefined;
  strings(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Throws `Usage` for an unknown option or a value that is none of the choices. */
export function readArguments(name: CommandName, args: readonly string[]): Arguments {
  const options: Readonly<Record<string, Option>> = COMMANDS[name].options;
  const config: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const [key, o] of Object.entries(options)) config[key] = { type: o.type, ...(o.multiple ? { multiple: true } : {}) };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
  } catch (e) {
    const said = (e instanceof Error ? e.message : String(e)).split('\n')[0] as string;
    const unknown = /^Unknown option '--?([\w-]+)/.exec(said)?.[1];
    const guess = unknown === undefined ? '' : meant(unknown, Object.keys(config)).replace('“', '“--');
    throw new Usage(`${said.replace(/\.? To specify a positional.*$/, '')}${guess} (see: declaration-lens ${name} --help)`);
  }
  const values = parsed.values as Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  for (const [key, o] of Object.entries(options)) {
    const value = values[key];
    if (o.choices && typeof value === 'string' && !o.choices.includes(value)) throw new Usage(`--${key} is ${o.choices.join(', ')}, not “${value}”`);
  }
  return {
    paths: parsed.positionals,
    string: (key) => (typeof values[key] === 'string' ? (values[key] as string) : undefined),
    strings: (key) => (Array.isArray(values[key]) ? (values[key] as readonly string[]) : []),
    flag: (key) => values[key] === true,
  };
}

export function helpOf(name: CommandName): string {
  const c: CommandShape = COMMANDS[name];
  const rows = Object.entries({ ...c.options, help: { type: 'boolean', help: 'this text' } as Option }).map(
    ([key, o]) => [`--${key}${o.value ? ` ${o.value}` : ''}`, o.help] as const,
  );
  const width = Math.min(34, Math.max(...rows.map(([k]) => k.length)));
  const lines = rows.map(([k, h]) => (k.length > width ? `  ${k}\n  ${' '.repeat(width)}  ${h}` : `  ${k.padEnd(width)}  ${h}`));
  return `declaration-lens ${c.usage}\n\n${c.summary[0]?.toUpperCase()}${c.summary.slice(1)}.\n${c.more ? `${c.more}\n` : ''}\n${lines.join('\n')}\n`;
}

export function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((n) => n.length));
  const lines = Object.entries(COMMANDS).map(([n, c]) => `  ${n.padEnd(width)}  ${c.summary}`);
  return `declaration-lens COMMAND\n\nReads diplomatic declarations and checks the analyses that cite them. Nothing leaves this machine.\n\n${lines.join('\n')}\n\n  --version, --help; every command has its own --help\n`;
}
