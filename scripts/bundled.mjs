// The declarations that ship with the tool, as one virtual module: dropping a file into declarations/ needs no code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ID = 'virtual:declarations';
const folder = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../declarations');

function source() {
  const names = readdirSync(folder).sort();
  const text = (name) => readFileSync(path.join(folder, name), 'utf8');
  const list = names
    .filter((n) => n.endsWith('.md'))
    .map((n) => {
      const terms = n.replace(/\.md$/, '.terms.yaml');
      return { path: n, format: 'markdown', text: text(n), ...(names.includes(terms) ? { terms: text(terms) } : {}) };
    });
  return `export default ${JSON.stringify(list)};`;
}

// The pages of the checks, by id, for `explain`.
const PAGES = 'virtual:pages';
const docs = path.resolve(folder, '../docs/checks');
function pages() {
  const names = readdirSync(docs).filter((n) => n.endsWith('.md'));
  return `export default ${JSON.stringify(Object.fromEntries(names.sort().map((n) => [n.replace(/\.md$/, ''), readFileSync(path.join(docs, n), 'utf8')])))};`;
}

export const esbuildDeclarations = {
  name: 'declarations',
  setup(build) {
    build.onResolve({ filter: /^virtual:declarations$/ }, () => ({ path: ID, namespace: 'declarations' }));
    build.onLoad({ filter: /.*/, namespace: 'declarations' }, () => ({ contents: source(), loader: 'js', watchDirs: [folder] }));
    build.onResolve({ filter: /^virtual:pages$/ }, () => ({ path: PAGES, namespace: 'pages' }));
    build.onLoad({ filter: /.*/, namespace: 'pages' }, () => ({ contents: pages(), loader: 'js', watchDirs: [docs] }));
  },
};

export const viteDeclarations = {
  name: 'declarations',
  resolveId: (id) => (id === ID || id === PAGES ? `\0${id}` : undefined),
  load: (id) => (id === `\0${ID}` ? source() : id === `\0${PAGES}` ? pages() : undefined),
};
