/** Where the page of a check is read on the web. */

export const HOME = 'https://github.com/declaration-lens/declaration-lens';
export const pageOf = (check: string): string => `${HOME}/blob/main/docs/checks/${check}.md`;
