/**
 * A person's way through the window of a real VS Code: mouse, keyboard, colours, panels, in all four default themes.
 * Each step waits for what a person would wait for to see; nothing sleeps. Screenshots lie in test-results/.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium, startEditor } from './editor.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const SHOTS = path.join(root, 'test-results');
const PATIENCE = Number(process.env.PATIENCE ?? 45_000);

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

/** Contrast of two colours as WCAG counts it: 1 to 21. */
export function contrast(a, b) {
  const light = (color) => {
    const [r, g, b2] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((n) => {
      const c = Number(n) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b2;
  };
  const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

const background = (page) => page.evaluate(() => getComputedStyle(document.querySelector('.monaco-editor-background')).backgroundColor);

/** Opens a window on a copy of a folder, showing a file of it. */
export async function openWindow(editor, chromium, folder, file, { width = 1280, height = 860, scale = 1 } = {}) {
  const context = await chromium.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(editor.address(folder, [['openFile', editor.remote(path.join(folder, file))]]));
  const h = hands(page);
  await h.editor.locator('.view-line').first().waitFor({ timeout: 90_000 });
  return { ...h, close: () => context.close() };
}

/** Steps, in the order of a working day. Each is independent enough that one that fails does not hide the next. */
const STEPS = {
  async 'the extension wakes, and Problems counts its findings'(w) {
    await w.editor.locator('.squiggly-warning, .squiggly-error').first().waitFor({ timeout: 90_000 });
  },
  async 'the status bar says what the document cites, and why'(w) {
    const item = w.page.locator('[id="declaration-lens.declaration-lens.declarationLens.cited"]');
    await item.filter({ hasText: 'Cites 2 declarations' }).waitFor();
    const label = await item.locator('a').first().getAttribute('aria-label');
    must(/Washington Declaration \(named in line 7\)/.test(label ?? ''), `The label for screen readers is “${label}”`);
  },
  async 'the mouse rests on an acronym and gets its meaning'(w) {
    await w.hoverOver(w.word('NCG', 1), 'Nuclear Consultative Group');
    await w.shot('hover-acronym');
  },
  async 'the mouse rests on a pinpoint and gets the paragraph'(w) {
    await w.hoverOver(w.word('para. 4'), 'deeper, cooperative');
    await w.shot('hover-pinpoint');
  },
  async 'the link in a hover opens the declaration at the paragraph'(w) {
    const box = await w.hoverOver(w.word('para. 4'), 'deeper, cooperative');
    await box.getByRole('link').first().click();
    await w.tab('washington-declaration.md');
    await w.line('The Alliance commits to engage in deeper').waitFor();
  },
  async 'F12 jumps from a pinpoint to the paragraph, and the way back works'(w) {
    await w.jump();
    await w.page.keyboard.press('Control+Alt+-');
    await w.tab('brief.md');
  },
  async 'a click with Ctrl jumps from an acronym to its definition'(w) {
    await w.page.keyboard.down('Control');
    await w.word('NCG', 1).hover();
    await w.word('NCG', 1).click();
    await w.page.keyboard.up('Control');
    await w.tab('washington-declaration.md');
  },
  async 'the declaration is read-only, and says so when one types'(w) {
    await w.jump();
    const before = await w.line('The Alliance commits to engage in deeper').textContent();
    await w.page.keyboard.type('x');
    await w.page.locator('.monaco-editor-overlaymessage', { hasText: 'for reading' }).waitFor();
    must((await w.line('The Alliance commits to engage in deeper').textContent()) === before, 'The text changed');
    await w.page.keyboard.press('Escape');
  },
  async 'the declaration’s outline lists its paragraphs'(w) {
    await w.jump();
    await w.run('Explorer: Focus on Outline View');
    const outline = w.page.locator('.outline-pane');
    await outline.locator('.monaco-list-row', { hasText: 'Paragraph 1' }).first().waitFor();
    await outline.locator('.monaco-list-row', { hasText: 'Republic of Korea' }).first().waitFor();
    await w.shot('declaration-outline');
    await w.page
      .locator('.outline-pane, .pane')
      .filter({ has: outline })
      .locator('.pane-header')
      .first()
      .click()
      .catch(() => {});
  },
  async 'the declaration’s commitments have their colours'(w) {
    await w.jump();
    const operative = await w.style(w.word('commits to'));
    const plain = await w.style(w.line('reliance on the').locator('span > span').first());
    must(operative.color !== plain.color || operative.fontWeight !== plain.fontWeight, `“commits to” looks like any other words: ${JSON.stringify(operative)}`);
  },
  async 'peeking shows the paragraph in place'(w) {
    await w.word('para. 4').click();
    await w.run('Peek Definition');
    const peek = w.page.locator('.peekview-widget');
    await peek.locator('.view-line', { hasText: 'deeper' }).first().waitFor();
    await w.shot('peek');
    await w.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  },
  async 'Problems lists the findings, and Enter goes to one'(w) {
    await w.page.keyboard.press('Control+Shift+M');
    const row = w.page.locator('.markers-panel .monaco-list-row', { hasText: 'unknown-paragraph' }).first();
    await row.waitFor();
    await w.shot('problems');
    await row.dblclick();
    await w.page.waitForFunction(() => /Ln 9\b/.test(document.querySelector('[id="status.editor.selection"]')?.textContent ?? ''));
    await w.page.keyboard.press('Control+J');
  },
  async 'the quick fix mends a misquotation, and one undo takes it back'(w) {
    await w.word('communications').or(w.line('robust communications')).first().click();
    await w.goTo(14, 30);
    await w.page.keyboard.press('Control+.');
    await w.page.locator('.action-widget .action-item, .action-widget .monaco-list-row').first().waitFor();
    await w.shot('quick-fix');
    await w.page.keyboard.press('Enter');
    await w.line('robust communication infrastructure').waitFor();
    await w.page.keyboard.press('Control+Z');
    await w.line('robust communications infrastructure').waitFor();
  },
  async 'the keyboard alone: hover, jump, all references'(w) {
    await w.goTo(8, 60);
    await w.goTo(8, 63);
    await w.page.keyboard.press('Control+K');
    await w.page.keyboard.press('Control+I');
    await w.hover.filter({ hasText: 'deeper, cooperative' }).first().waitFor();
    await w.page.keyboard.press('Escape');
    await w.page.keyboard.press('F12');
    await w.tab('washington-declaration.md');
    await w.page.keyboard.press('Shift+F12');
    await w.page.locator('.peekview-widget .monaco-list-row', { hasText: 'note.txt' }).first().waitFor();
    await w.shot('references');
    await w.page.keyboard.press('Escape');
  },
  async 'a pick list changes what the document cites, and writes it into the front matter'(w) {
    await w.run('Declaration Lens: Show Declarations This Document Cites');
    const row = w.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Shoreline Compact' }).first();
    await row.waitFor();
    await w.shot('pick-cited');
    await row.click();
    await w.page.keyboard.press('Enter');
    await w.line('declarations: [washington-declaration]').waitFor();
    await w.page.keyboard.press('Control+Z');
    await w.line('declarations:').waitFor({ state: 'detached' });
  },
  async 'the palette opens a declaration by its title'(w) {
    await w.run('Declaration Lens: Open Declaration');
    await w.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Washington Declaration' }).first().waitFor();
    await w.page.keyboard.type('Washington');
    await w.page.keyboard.press('Enter');
    await w.tab('washington-declaration.md');
  },
};

function must(value, message) {
  if (!value) throw new Error(message);
}

/** In each theme: every kind of token differs from plain text, reads well, and differs by more than colour. */
async function colours(w, name) {
  const pinpoint = w.word('para. 4');
  await pinpoint.waitFor();
  await w.page.waitForFunction(
    (n) => document.querySelector('.monaco-workbench')?.classList.contains(n),
    { light: 'vs', dark: 'vs-dark', 'hc-light': 'hc-light', 'hc-dark': 'hc-black' }[name],
  );
  const paper = await background(w.page);
  const plain = await w.style(w.editor.locator('.view-line', { hasText: 'older' }).locator('span > span').last());
  const kinds = {
    term: w.word('NCG', 1),
    pinpoint,
    citation: w.word('Washington Declaration').first(),
    unresolved: w.word('para. 9'),
    quotation: w.word('Korean Peninsula'),
  };
  for (const [kind, target] of Object.entries(kinds)) {
    const style = await w.style(target);
    must(style.color !== plain.color, `${name}: a ${kind} has the colour of plain text`);
    const ratio = contrast(style.color, paper);
    must(ratio >= 4.5, `${name}: a ${kind} has a contrast of only ${ratio.toFixed(1)} (${style.color} on ${paper})`);
  }
  const decorated = await w.style(pinpoint);
  must(decorated.textDecorationLine.includes('underline'), `${name}: a pinpoint differs by its colour alone`);
  await w.shot(`theme-${name}`);
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
