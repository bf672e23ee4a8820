/** The language server for Node: over IPC from VS Code, over stdio for every other editor. */
import declarations from 'virtual:declarations';
import { start } from './lsp/stdio.ts';

start(declarations, __dirname);
