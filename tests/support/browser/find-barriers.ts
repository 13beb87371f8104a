import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A scheme changes colours and nothing else. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Size {
  readonly width: number;
  readonly height: number;
}
const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];
export const WIDE: Size = { width: 1280, height: 1000 };
/** Tall, so that the bar at the foot of a narrow screen lies on nothing that one could scroll away from it. */
export const NARROW: Size = { width: 375, height: 4000 };

/** What axe finds on the page as it stands, in these colour schemes, at each of these sizes. */
async function barriersOn(page: Page, sizes: readonly Size[], schemes: readonly Scheme[]): Promise<string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Without frames the older way of running is the same and opens no second page.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await (colorScheme === 'light'
        ? axe.withTags(RULES)
        : axe.withRules(RULES_OF_COLOUR)
      ).analyze();
      for (const { id, help, nodes } of violations) {
        for (const node of nodes)
          found.push(`${size.width} ${colorScheme} ${id}: ${help}\n${node.target} ${node.html}`);
      }
    }
  }
  return found;
}

/** Drawings that a screen reader is told nothing of: without a name, or without their values in words near by. */
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
      const hasWords = around.some((part) => part.querySelector('table, dl'));
      return name !== '' && hasWords ? [] : [`chart ${name || 'without a name'}: no values in words`];
    }),
  );
}

/** No barrier on the page as it stands, in both schemes, narrow and wide unless told otherwise. The last size stays. */
export async function expectNoBarriers(
  page: Page,
  place: string,
  sizes: readonly Size[] = [NARROW, WIDE],
  schemes: readonly Scheme[] = SCHEMES,
): Promise<void> {
  expect.soft([...(await barriersOn(page, sizes, schemes)), ...(await chartsWithoutWords(page))], place).toEqual([]);
}
