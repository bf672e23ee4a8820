import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { viteDeclarations } from './scripts/bundled.mjs';

// Neither the user's own declarations nor the user's cache has a part in a test.
const env = { DECLARATION_LENS_CACHE: join(tmpdir(), 'declaration-lens-tests'), DECLARATION_LENS_LIBRARY: join(tmpdir(), 'declaration-lens-none') };

export default defineConfig({
  plugins: [viteDeclarations],
  define: { VERSION: JSON.stringify('test') },
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/vscode/**'], pool: 'threads', maxWorkers: 2, testTimeout: 20000, setupFiles: ['tests/properties.ts'], env },
});
