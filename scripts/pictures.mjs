// Makes the README's pictures again, in a real VS Code with the sample analyses: hover, jump, highlights, problems.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startChromium, startEditor } from '../tests/vscode/editor.mjs';
import { openWindow } from '../tests/vscode/window.mjs';
import { makePackage } from './package.mjs';

const SIZE = { width: 1200, height: 720 };
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on',
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'left',
  'workbench.editor.enablePreview': false,
  'editor.hover.delay': 50,
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 23,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
};

mkdirSync('images', { recursive: true });
const editor = await startEditor({ vsix: makePackage({ quiet: true }), settings });
const chromium = await startChromium();
try {
  const folder = editor.workspace(path.resolve('examples'));
  const take = async (name, file, act) => {
    const w = await openWindow(editor, chromium, folder, file, SIZE);
    await w.page.locator('[id="declaration-lens.declaration-lens.declarationLens.cited"]').filter({ hasText: 'Cites' }).waitFor();
    await w.run('View: Toggle Primary Side Bar Visibility');
    await act(w);
    await w.page.screenshot({ path: `images/${name}.png`, animations: 'disabled' });
    console.log(`images/${name}.png`);
    await w.close();
  };
  await take('hover', 'assurance-brief.md', async (w) => {
    // The line that is misquoted, whatever its number: search goes there, and Escape leaves the words selected.
    await w.page.keyboard.press('Control+F');
    await w.page.keyboard.type('robust communications');
    await w.page.keyboard.press('Enter');
    await w.page.keyboard.press('Escape');
    await w.editor.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await w.hoverOver(w.editor.locator('.view-line span > span', { hasText: 'communications' }).first(), 'communication');
  });
  await take('jump', 'questions-and-answers.md', async (w) => {
    await w.word('para. 3').first().click();
    await w.page.keyboard.press('F12');
    await w.tab('washington-declaration.md');
    await w.word('commits to').first().waitFor();
  });
  await take('highlights', 'ncg-memo.md', async (w) => {
    await w.word('NCG').first().waitFor();
  });
  await take('problems', 'assurance-brief.md', async (w) => {
    await w.page.keyboard.press('Control+Shift+M');
    await w.page.locator('.markers-panel .monaco-list-row', { hasText: 'Declaration Lens' }).first().waitFor();
  });
} finally {
  await chromium.close();
  await editor.stop();
}
