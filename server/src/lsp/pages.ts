/** The pages of the checks: their text, and where a client opens the page of a finding. */
import pages from 'virtual:pages';
import { SCHEME } from '../shelf.ts';

/** Beside the instruments under the same scheme: `declaration:/checks/<check>.md`. No instrument's id has a slash. */
const FOLDER = 'checks/';

export interface Page {
  readonly text: string;
  readonly title: string;
}

/** The page for the id `checks/<check>`; `undefined` for any other id. */
export function pageFor(id: string): Page | undefined {
  const title = id.startsWith(FOLDER) ? id.slice(FOLDER.length) : '';
  const text = Object.hasOwn(pages, title) ? pages[title] : undefined;
  return text === undefined ? undefined : { text, title };
}

/** A page is documentation: its examples of what is wrong are no findings. */
export const isPage = (uri: string): boolean => uri.startsWith(`${SCHEME}:/${FOLDER}`);

/** Where a client opens the page of a check; `undefined` where there is none or no way to open it. */
export type PageOf = (check: string) => string | undefined;

/** `scheme`: the client opens the scheme; otherwise the page is a file, where there are files. */
export const createPageOf =
  (scheme: boolean, fileOf: PageOf | undefined): PageOf =>
  (check) =>
    pageFor(FOLDER + check) === undefined ? undefined : scheme ? `${SCHEME}:/${FOLDER}${check}.md` : fileOf?.(check);
