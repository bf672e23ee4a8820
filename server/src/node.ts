/** The language server for Node: over IPC from VS Code, over stdio for every other editor. */
import { start } from './lsp/stdio.ts';

start(__dirname);
