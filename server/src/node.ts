/** The language server for Node: over IPC from VS Code, over stdio for every other editor. */
import { join } from 'node:path';
import * as languageserver from 'vscode-languageserver/node';
import { takeEngine } from './lsp/engine-file.ts';
import { start } from './lsp/stdio.ts';

start(() => {
  // A name that the bundler does not see through: the file is looked for when it is needed.
  const file = join(__dirname, 'engine.js');
  require(file);
  return takeEngine(languageserver).inNode(__dirname);
});
