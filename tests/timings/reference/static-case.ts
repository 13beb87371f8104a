import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Of a link of the static case, which leads to its second page. */
export const STATIC_LINK = 'a.begin';

/**
 * Writes a case as two pages of text, each one file with its style in it: the briefing, whose link leads to the next
 * scene. Words and looks are those of the page that is given, as it stands in a browser; scripts, fonts and drawings
 * are left out. Nothing that shows the same words can be on the screen much earlier.
 *
 * @param begin presses the button of the briefing and waits for the next scene
 * @returns the folder with both pages
 */
export async function writeStaticCase(page: Page, beginLabel: string, begin: () => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'static-case-'));
  await writeFile(join(folder, 'index.html'), await page.evaluate(pageOfText, beginLabel));
  await begin();
  await mkdir(join(folder, 'next'));
  await writeFile(join(folder, 'next', 'index.html'), await page.evaluate(pageOfText, beginLabel));
  return folder;
}

/** The page as text: its body without scripts, and of its style only the rules that something in it obeys. */
function pageOfText(beginLabel: string): string {
  const isUsed = (selectors: string) => {
    try {
      return document.querySelector(selectors.replaceAll(/::?[a-z-]+(?:\([^()]*\))?/g, '') || '*') !== null;
    } catch {
      return true;
    }
  };
  const kept = (rules: CSSRuleList): string =>
    [...rules]
      .map((rule) => {
        if (rule instanceof CSSFontFaceRule) return '';
        if (rule instanceof CSSStyleRule) return isUsed(rule.selectorText) ? rule.cssText : '';
        if (!(rule instanceof CSSGroupingRule)) return rule.cssText;
        const inner = kept(rule.cssRules);
        return inner && `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`;
      })
      .join('');
  // Inlined rules are also in the linked style sheet.
  const style = [...document.styleSheets]
    .filter(({ href }) => href !== null)
    .map((sheet) => kept(sheet.cssRules))
    .join('');

  const body = document.body.cloneNode(true) as HTMLElement;
  for (const gone of body.querySelectorAll('script, style, template, noscript, dialog')) gone.remove();
  for (const island of body.querySelectorAll('astro-island')) island.replaceWith(...island.childNodes);
  for (const button of body.querySelectorAll('button')) {
    if (button.textContent?.trim() !== beginLabel) continue;
    const link = document.createElement('a');
    link.className = `${button.className} begin`;
    link.href = 'next/';
    link.textContent = beginLabel;
    button.replaceWith(link);
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${document.title}</title><link rel="icon" href="data:,"><style>${style}</style></head>${body.outerHTML}</html>`;
}
