/** How highlighting reads in a theme: every kind differs from plain text, has enough contrast, and differs by more than colour. */
import { must } from './steps.mjs';

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

/** In each theme: every kind of token differs from plain text, reads well, and differs by more than colour. */
export async function colours(w, name) {
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
