import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { inFull } from '../in-full.ts';

/** Half as long as the form that the package exports, and it goes into every page that is looked at. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL_RULES: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The rules of these tags that look at colours: a scheme changes nothing else. */
const RULES_OF_COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

interface Size {
  readonly width: number;
  readonly height: number;
}
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];
export const WIDE: Size = { width: 1280, height: 1000 };
/**
 * Tall, so that the bar at the bottom of a narrow screen does not cover content that could be scrolled away from it.
 */
export const NARROW: Size = { width: 375, height: 4000 };

interface Setting {
  readonly size: Size;
  readonly scheme: Scheme;
}

/** Both schemes at a size. */
export const atSize = (size: Size): readonly Setting[] => SCHEMES.map((scheme) => ({ size, scheme }));
export const NARROW_LIGHT: Setting = { size: NARROW, scheme: 'light' };
export const EVERY_SETTING: readonly Setting[] = [...atSize(NARROW), ...atSize(WIDE)];
/** The narrow screen, where most things break; the dark scheme, in the same colours by name, and the wide one where it is proven. */
const USUAL_SETTINGS = inFull(EVERY_SETTING, [NARROW_LIGHT]);

/**
 * What axe finds on the page as it stands. Run in the page itself, with violations alone as its result: through
 * @axe-core/playwright, which injects axe anew for each run and fetches all that passed, a run takes four times as long.
 */
async function violationsOn(page: Page, rules: axe.RunOnly): Promise<axe.Result[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { axe: injected } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await injected.run(document, { runOnly, resultTypes: ['violations'] });
    return violations;
  }, rules);
}

/** Violations that axe finds on the current page in these settings; all rules for each size, those of colours for each. */
export async function barriersOn(page: Page, settings: readonly Setting[]): Promise<string[]> {
  const found: string[] = [];
  const sizes = new Set<Size>();
  for (const { size, scheme } of settings) {
    const rules = sizes.has(size) ? RULES_OF_COLOURS : ALL_RULES;
    sizes.add(size);
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // What follows the size by script stands in its place a frame later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const { id, help, nodes } of await violationsOn(page, rules))
      for (const node of nodes) found.push(`${size.width} ${scheme} ${id}: ${help}\n${node.target} ${node.html}`);
  }
  return found;
}

/**
 * Drawings that are inaccessible to a screen reader: without a name, or without their values in nearby text. The text of
 * a code is the list of its groups, which has a name.
 */
function chartsWithoutWords(page: Page): Promise<string[]> {
  return page.locator('svg[role="img"]').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const name = chart.getAttribute('aria-label')?.trim() ?? chart.querySelector('title')?.textContent?.trim() ?? '';
      // The figure, the part that it scrolls in, and the part that these stand in.
      const around: Element[] = [];
      for (let at = chart.closest('figure, section'); at && around.length < 3; ) {
        around.push(at);
        at = at.parentElement?.closest('figure, section') ?? null;
      }
      const hasWords = around.some((part) => part.querySelector('table, dl, ol[aria-labelledby]'));
      return name !== '' && hasWords ? [] : [`chart ${name || 'without a name'}: no values in words`];
    }),
  );
}

/** Expects no barrier on the current page, on a narrow light screen by default. Sets the size back as it was. */
export async function expectNoBarriers(page: Page, place: string, settings = USUAL_SETTINGS): Promise<void> {
  const before = page.viewportSize();
  expect.soft([...(await barriersOn(page, settings)), ...(await chartsWithoutWords(page))], place).toEqual([]);
  if (before) await page.setViewportSize(before);
}
