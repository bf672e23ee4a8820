/**
 * A person's way through the window of a real VS Code: mouse, keyboard, colours, panels, in all four default themes.
 * Each step waits for what a person would wait for to see; nothing sleeps. Screenshots lie in test-results/.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { colours } from './colours.mjs';
import { startChromium, startEditor } from './editor.mjs';
import { must, STEPS } from './steps.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const SHOTS = path.join(root, 'test-results');
const PATIENCE = Number(process.env.PATIENCE ?? 90_000);

export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-light': 'Default High Contrast Light',
  'hc-dark': 'Default High Contrast',
};

/** What a person does in one window. Everything is found as a person finds it: by what is written there. */
export function hands(page) {
  const editor = page.locator('.editor-instance .monaco-editor[role="code"]').first();
  const hover = page.locator('.monaco-hover:not(.hidden)');
  const cursor = () => page.locator('[id="status.editor.selection"]');
  return {
    page,
    editor,
    hover,
    /** The smallest piece of coloured text that reads so. A no-break space is how the editor draws a space. */
    word: (text, n = 0) => editor.locator('.view-line span > span', { hasText: new RegExp(`^${literally(text)}$`) }).nth(n),
    line: (text) => editor.locator('.view-line', { hasText: new RegExp(literally(text)) }).first(),
    /** The box at the top of the window; a key pressed while the window is busy may be lost, so it is pressed again. */
    async summon(key) {
      const box = page.locator('.quick-input-widget input.input');
      for (let attempt = 1; ; attempt++) {
        await page.keyboard.press(key);
        try {
          return await box.waitFor({ timeout: 5000 });
        } catch (error) {
          if (attempt === 4) throw error;
        }
      }
    },
    /** F12 on a pinpoint. */
    async jump() {
      await this.word('para. 4').click();
      await page.keyboard.press('F12');
      await this.tab('washington-declaration.md');
      await this.line('The Alliance commits to engage in deeper').waitFor();
    },
    async open(name) {
      await this.summon('Control+P');
      await page.keyboard.type(name);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: PATIENCE });
      await page.keyboard.press('Enter');
      await this.tab(name);
    },
    tab: (name) => page.locator('.tabs-container .tab.active', { hasText: name }).first().waitFor({ timeout: PATIENCE }),
    async run(command) {
      await this.summon('F1');
      await page.keyboard.type(command);
      const label = page.locator('.label-name', { hasText: new RegExp(`^${literally(command)}…?$`) });
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ has: label });
      await row.first().waitFor({ timeout: PATIENCE });
      for (let i = 0; i < 10 && (await row.and(page.locator('.focused')).count()) === 0; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    /** Back to the brief, by a click in the explorer: whatever the step before left behind. */
    async begin() {
      for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'brief.md' }).first().dblclick();
      await this.tab('brief.md');
      await this.line('What the text promises').waitFor();
    },
    /** The pointer comes from elsewhere, rests, and comes again if the editor was too busy to notice. */
    async hoverOver(target, words) {
      const box = hover.filter({ hasText: words });
      for (let attempt = 1; ; attempt++) {
        await page.mouse.move(5, 5);
        await target.hover();
        try {
          await box.first().waitFor({ timeout: 6000 });
          return box.first();
        } catch (error) {
          if (attempt === 6) throw error;
        }
      }
    },
    async goTo(line, column) {
      await this.summon('Control+G');
      await page.keyboard.type(`:${line},${column}`.slice(1));
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (wanted) => document.querySelector('[id="status.editor.selection"]')?.textContent?.startsWith(wanted),
        `Ln ${line}, Col ${column}`,
        { timeout: PATIENCE },
      );
    },
    where: async () => /Ln (\d+)/.exec((await cursor().textContent()) ?? '')?.[1],
    /** How it looks. A line that is drawn anew in this very moment has no look: then of the new one. */
    async style(target) {
      for (;;) {
        const look = await target.evaluate((e) => {
          const { color, fontWeight, fontStyle, textDecorationLine } = getComputedStyle(e);
          return { color, fontWeight, fontStyle, textDecorationLine };
        });
        if (look.color) return look;
      }
    },
    async shot(name) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: 'disabled' });
    },
  };
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s\\u00a0]+');

/** Opens a window on a copy of a folder, showing a file of it. */
export async function openWindow(editor, chromium, folder, file, { width = 1280, height = 860, scale = 1 } = {}) {
  const context = await chromium.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(editor.address(folder, [['openFile', editor.remote(path.join(folder, file))]]));
  const h = hands(page);
  await h.editor.locator('.view-line').first().waitFor({ timeout: 180_000 });
  return { ...h, close: () => context.close() };
}

/** Answers how many steps passed and failed. `vsix` is what users install. */
export async function throughTheWindow({ host, vsix, say }) {
  let passed = 0;
  let failed = 0;
  const step = async (name, w, run) => {
    const began = Date.now();
    try {
      await run();
      passed++;
      say(`  ✓ ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed++;
      if (process.env.BAIL && failed > 2) process.exit(1);
      const picture = `failed-${name.replace(/\W+/g, '-')}`;
      await w?.shot(picture).catch(() => {});
      say(`  ✗ ${name}\n    ${String(error.message).split('\n').slice(0, 6).join('\n    ')}\n    see test-results/${picture}.png`);
      for (let i = 0; i < 3; i++) await w?.page.keyboard.press('Escape').catch(() => {});
    }
  };
  const editor = await startEditor({
    host,
    vsix,
    settings: { 'editor.hover.delay': 50, 'workbench.editor.enablePreview': false, 'workbench.reduceMotion': 'on', 'workbench.colorTheme': THEMES.light },
  });
  let chromium;
  try {
    chromium = await startChromium();
    const folder = editor.workspace(path.join(here, 'workspace'));
    const w = await openWindow(editor, chromium, folder, 'brief.md');
    for (const [name, run] of Object.entries(STEPS)) await step(name, w, () => w.begin().then(() => run(w)));
    await w.close();
    // A window of its own for each: the server's settings are read when a window opens.
    for (const name of Object.keys(THEMES)) {
      editor.setting('workbench.colorTheme', THEMES[name]);
      const themed = await openWindow(editor, chromium, folder, 'brief.md');
      await step(`highlighting reads well in ${THEMES[name]}`, themed, () => colours(themed, name));
      await themed.close();
    }
    editor.setting('editor.semanticHighlighting.enabled', false);
    editor.setting('[markdown]', { 'editor.semanticHighlighting.enabled': false });
    const early = await openWindow(editor, chromium, folder, 'brief.md');
    await step('a grammar colours citations before the server does', early, async () => {
      const coloured = early.word('para. 4');
      await coloured.waitFor();
      const plain = await early.style(early.editor.locator('.view-line', { hasText: 'older' }).locator('span > span').last());
      must((await early.style(coloured)).color !== plain.color, 'A pinpoint has the colour of plain text');
      must((await early.style(early.line('EDSCG').locator('span > span').first())).color === plain.color, 'What only the server can know is coloured');
    });
    await early.close();
  } finally {
    await chromium?.close();
    await editor.stop();
  }
  return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await throughTheWindow({
    host: process.argv[2] ?? 'stable',
    vsix: process.argv[3] ?? 'declaration-lens-0.1.0.vsix',
    say: console.log,
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
