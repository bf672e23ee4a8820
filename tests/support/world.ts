/** A world from one string: `//- /path` starts a file, `$0` is the cursor. Files below `/declarations/` are the library. */
import type { Host } from '../../server/src/host.ts';
import type { InstrumentSource } from '../../server/src/instrument/instrument.ts';
import { createService, type Reading, type Service } from '../../server/src/service.ts';
import { DEFAULTS, type Settings } from '../../server/src/settings.ts';
import { formatOfPath } from '../../server/src/text/markup/index.ts';

export const ROOT = 'file:///world';

/** A short declaration, invented for tests: five paragraphs, with terms, hedges and every rung of the ladder. */
export const HARBOUR = `---
id: harbour-declaration
title: Harbour Declaration
aliases: [Declaration of the Harbour]
date: "2019-05-04"
parties: [Iceland, Norway]
source_url: https://example.org/harbour-declaration
---

The President of Iceland and the Prime Minister of Norway met on 4 May 2019 and welcome the friendship between their two nations.

The two leaders announced the establishment of a new Joint Harbour Council (JHC) to oversee dredging and the safety of pilots.

Iceland commits to make every effort to consult with Norway on any closure of the strait, consistent with its Maritime Code. Norway will maintain open berths for the ferries of both nations.

The JHC will meet twice each year and will publish its minutes.

Both sides reaffirm their commitment to the free passage of ships. Norway intends to share pilot reports with Iceland.
`;

export interface World {
  readonly service: Service;
  readonly host: Host;
  readonly files: ReadonlyMap<string, string>;
  /** The file with the cursor, or the first document. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
  /** The analysis of the file with the cursor. */
  read(): Promise<Reading>;
}

export const uriOf = (path: string): string => `${ROOT}${path}`;

/** Files of a world as a host sees them. */
export const hostOf = (files: ReadonlyMap<string, string | Uint8Array>, log: string[] = []): Host => ({
  async read(uri) {
    const file = files.get(uri.slice(ROOT.length));
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  },
  async find(folder, extensions, shallow) {
    const below = `${folder.slice(ROOT.length).replace(/\/$/, '')}/`;
    return [...files.keys()]
      .filter((p) => p.startsWith(below) && extensions.includes(/\.([^./]+)$/.exec(p)?.[1] ?? ''))
      .filter((p) => !shallow || !p.slice(below.length).includes('/'))
      .map(uriOf);
  },
  log: (message) => void log.push(message),
});

export function world(source: string, settings: Partial<Settings> = {}, bundled: readonly InstrumentSource[] = []): World {
  const files = new Map<string, string>();
  let cursor: { path: string; offset: number } | undefined;
  const parts = source.startsWith('//- ') ? source.slice(4).split(/^\/\/- /m) : [`/brief.md\n${source}`];
  if (!source.includes('//- /declarations/')) files.set('/declarations/harbour-declaration.md', HARBOUR);
  for (const part of parts) {
    const end = part.indexOf('\n');
    const path = part.slice(0, end).trim();
    let text = part.slice(end + 1);
    const offset = text.indexOf('$0');
    if (offset >= 0) {
      text = text.slice(0, offset) + text.slice(offset + 2);
      cursor = { path, offset };
    }
    files.set(path, text);
  }
  const path = cursor?.path ?? [...files.keys()].find((p) => !p.startsWith('/declarations/')) ?? ([...files.keys()][0] as string);
  const host = hostOf(files);
  const service = createService(host, bundled);
  service.configure({ ...DEFAULTS, ...settings });
  service.folders([ROOT]);
  const text = files.get(path) as string;
  return {
    service,
    host,
    files,
    path,
    uri: uriOf(path),
    text,
    offset: cursor?.offset ?? 0,
    async read() {
      service.open({ uri: uriOf(path), languageId: formatOfPath(path) ?? 'markdown', version: 1, text });
      return (await service.read(uriOf(path))) as Reading;
    },
  };
}
