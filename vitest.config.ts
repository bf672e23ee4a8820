import { defineConfig } from 'vitest/config';
import { viteDeclarations } from './scripts/bundled.mjs';

export default defineConfig({
  plugins: [viteDeclarations],
  define: { VERSION: JSON.stringify('test') },
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/vscode/**'], pool: 'threads', maxWorkers: 2, testTimeout: 20000 },
});
