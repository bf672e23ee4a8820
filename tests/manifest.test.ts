/** The manifest says what the code does: settings, kinds of highlighting and languages cannot drift apart. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../server/src/checks/index.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../server/src/features/token-names.ts';
import { OPEN_COMMAND, SCHEME } from '../server/src/lsp/protocol.ts';
import { DEFAULTS, misread, readSettings, unfolded } from '../server/src/settings.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const properties: Record<string, { default: unknown; enumDescriptions?: string[] }> = manifest.contributes.configuration.properties;

/** What the editor sends when the user changed nothing. */
const defaults: Record<string, unknown> = {};
for (const [key, { default: value }] of Object.entries(properties)) {
  const steps = key.split('.').slice(1);
  const last = steps.pop() ?? '';
  let at = defaults;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step] as Record<string, unknown>;
  }
  at[last] = value;
}

describe('the manifest', () => {
  it('gives each check a setting, off where the check is off, and names its own severity', () => {
    const settings = Object.keys(properties).filter((k) => k.startsWith('declarationLens.checks.'));
    expect(settings.sort()).toEqual(CHECKS.map((c) => `declarationLens.checks.${c.id}`).sort());
    for (const check of CHECKS) {
      const setting = properties[`declarationLens.checks.${check.id}`];
      expect([check.id, setting?.default]).toEqual([check.id, check.off ? 'off' : 'default']);
      expect([check.id, setting?.enumDescriptions?.[0]]).toEqual([check.id, expect.stringContaining(`(${check.severity})`)]);
    }
  });

  it('has the same defaults as the server', () => {
    expect({ ...readSettings(defaults), checks: {} }).toEqual(DEFAULTS);
  });

  it('names no setting that a config file could not have, and a misspelt one is told', () => {
    const flat = Object.fromEntries(Object.entries(properties).map(([key, p]) => [key, p.default]));
    const checks = CHECKS.map((c) => c.id);
    expect(unfolded(flat)).toEqual(defaults);
    expect(misread(unfolded(flat), checks)).toEqual([]);
    for (const key of Object.keys(properties).filter((k) => !/\.(?:margin|ruler|trace)\./.test(k)))
      expect([key, misread(unfolded({ [`${key}x`]: 'off' }), checks)]).toEqual([
        key,
        [expect.stringContaining(`${key.replace(/^declarationLens\.(?:checks\.)?/, '')}x`)],
      ]);
  });

  it('contributes exactly the token types and modifiers that the server sends', () => {
    const ids = (list: { id: string }[]) => list.map((x) => x.id).sort();
    expect(ids(manifest.contributes.semanticTokenTypes)).toEqual([...TOKEN_TYPES].sort());
    expect(ids(manifest.contributes.semanticTokenModifiers)).toEqual([...TOKEN_MODIFIERS].sort());
    const known = (selector: string) => {
      const [type, ...modifiers] = selector.split('.');
      return TOKEN_TYPES.some((t) => t === type) && modifiers.every((m) => TOKEN_MODIFIERS.some((x) => x === m));
    };
    const scopes = Object.keys(manifest.contributes.semanticTokenScopes[0].scopes);
    const rules = Object.keys(manifest.contributes.configurationDefaults['editor.semanticTokenColorCustomizations'].rules);
    expect([...scopes, ...rules].filter((selector) => !known(selector))).toEqual([]);
    expect(TOKEN_TYPES.filter((t) => !scopes.includes(t))).toEqual([]);
  });

  it('wakes for the languages that the client listens to, and hides the command that only hovers run', () => {
    const source = readFileSync('client/src/extension.ts', 'utf8');
    const languages = [...(/LANGUAGES = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map((m) => m[1]);
    expect(manifest.activationEvents).toEqual(expect.arrayContaining(languages.map((l) => `onLanguage:${l}`)));
    expect(manifest.activationEvents).toContain(`onFileSystem:${SCHEME}`);
    expect(manifest.contributes.commands.map((c: { command: string }) => c.command)).not.toContain(OPEN_COMMAND);
  });
});
