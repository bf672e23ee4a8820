/** What a person does in the window, step by step: each waits for what a person would wait for to see. */

export function must(value, message) {
  if (!value) throw new Error(message);
}

/** Steps, in the order of a working day. Each is independent enough that one that fails does not hide the next. */
export const STEPS = {
  async 'the extension wakes, and Problems counts its findings'(w) {
    await w.editor.locator('.squiggly-warning, .squiggly-error').first().waitFor({ timeout: 180_000 });
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
    await w.run('Declaration Lens: Choose the Declarations This Document Cites');
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
  async 'words are found in all declarations by the keyboard alone, and Enter opens the paragraph'(w) {
    await w.run('Declaration Lens: Find in Declarations');
    await w.page.locator('.quick-input-title', { hasText: 'Find in Declarations' }).waitFor();
    await w.page.keyboard.type('shall meet once a year');
    const row = w.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Shoreline Compact, paragraph 2' }).first();
    await row.waitFor();
    must(/Shoreline Compact/.test((await row.getAttribute('aria-label')) ?? ''), 'A screen reader is not told the declaration');
    await w.shot('find');
    await w.page.keyboard.press('Enter');
    await w.tab('shoreline-compact.md');
    await w.page.waitForFunction(() => /selected/.test(document.querySelector('[id="status.editor.selection"]')?.textContent ?? ''));
  },
  async 'a declaration is added by the keyboard alone: looked at, put right, kept'(w) {
    await w.open('ferry-terms.html');
    await w.run('Declaration Lens: Add Declaration');
    const row = (text) => w.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row('The active document').waitFor();
    await w.page.keyboard.press('Enter');
    await row('Keep it').waitFor();
    await w.page.locator('.tabs-container .tab', { hasText: 'What is recognised' }).first().waitFor();
    await w.shot('add-preview');
    await w.page.keyboard.type('Other names');
    await w.page.keyboard.press('Enter');
    await w.page.locator('.quick-input-message', { hasText: 'semicolons' }).waitFor();
    await w.page.keyboard.type('Ferry Rules');
    await w.page.keyboard.press('Enter');
    await row('Ferry Rules').waitFor();
    await w.page.keyboard.press('Enter');
    await w.page.locator('.quick-input-message', { hasText: 'Its id' }).waitFor();
    await w.shot('add-id');
    await w.page.keyboard.press('Enter');
    await w.tab('ferry-terms.md');
    await w.line('aliases:').waitFor();
    await w.line('Ferry Rules').waitFor();
  },
  async 'the margin has a sign of its own for a finding and for a checked quotation'(w) {
    await w.page.waitForFunction(() => {
      const drawn = (e) => /^url\("data:image\/svg/.test(getComputedStyle(e).backgroundImage) && getComputedStyle(e).backgroundImage;
      return new Set([...document.querySelectorAll('.cgmr')].map(drawn).filter(Boolean)).size === 2;
    });
  },
  async 'no mark goes out while one types'(w) {
    await w.goTo(17, 1);
    await w.page.keyboard.press('End');
    await w.page.evaluate(() => {
      const seen = { squiggles: Number.POSITIVE_INFINITY, signs: Number.POSITIVE_INFINITY, status: true };
      const look = () => {
        seen.squiggles = Math.min(seen.squiggles, document.querySelectorAll('.squiggly-warning').length);
        seen.signs = Math.min(seen.signs, document.querySelectorAll('.cgmr').length);
        seen.status &&= /Cites/.test(document.querySelector('[id$="declarationLens.cited"]')?.textContent ?? '');
        if (!window.enough) requestAnimationFrame(look);
      };
      window.seen = seen;
      window.enough = false;
      look();
    });
    await w.page.keyboard.type(' So it is said, and more.', { delay: 60 });
    await w.line('and more.').waitFor();
    // The pause after typing, when everything is asked for once more.
    await w.page.waitForTimeout(1500);
    const { squiggles, signs, status } = await w.page.evaluate(() => {
      window.enough = true;
      return window.seen;
    });
    must(
      squiggles > 0 && signs > 0 && status,
      `At some moment there were ${squiggles} squiggles and ${signs} signs; the status bar ${status ? 'stayed' : 'went'}`,
    );
    for (let n = 0; n < 12 && (await w.line('and more.').count()) > 0; n++) await w.page.keyboard.press('Control+Z');
    await w.page.keyboard.press('Control+S');
  },
};
