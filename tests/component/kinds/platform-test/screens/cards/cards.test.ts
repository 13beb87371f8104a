import { render, screen, within } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '#kinds/platform-test/model/actions.ts';
import { PLATFORM_TEST } from '#kinds/platform-test/model/kind.ts';
import SealedSheet from '#kinds/platform-test/screens/cards/SealedSheet.svelte';
import TestSheets from '#kinds/platform-test/screens/cards/TestSheets.svelte';
import { PLATFORM_TEST_TABLE_CARDS } from '#kinds/platform-test/screens/cards/table-cards.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { TEST_CARDS } from '#market/platforms/model/test-cards.ts';
import { theCase } from '../../../../../support/builders/the-library.ts';

const brief = PLATFORM_TEST.briefOf(theCase('scenarios/six-weeks-six-platforms').material.scenario, 'test');
const { platforms } = brief;
/** What the page hands to the sheets that lie open. */
const shown = PLATFORM_TEST_TABLE_CARDS.open.propsOf({ ...brief }) as ComponentProps<typeof TestSheets>;
const plain = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Wilson's interval in whole per cent, from the formula as textbooks print it. */
function wilson(k: number, n: number): string {
  const z = 1.959964;
  const [p, zz] = [k / n, z * z];
  const middle = (p + zz / (2 * n)) / (1 + zz / n);
  const half = (z / (1 + zz / n)) * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  return `${Math.round(100 * Math.max(0, middle - half))}–${Math.round(100 * Math.min(1, middle + half))}`;
}

describe('the cards for a table', () => {
  it('show the public half and nothing of the hidden half', () => {
    const { container } = render(TestSheets, shown);
    const text = plain(container);

    for (const { name, public: half, hidden } of platforms) {
      expect(text).toContain(name);
      for (const term of half.terms) expect(text).toContain(term);
      expect(text).not.toContain(hidden.does);
    }
    expect(text).not.toContain('A team of moderators knows our account');
    expect(shown.platforms.map(({ id }) => id)).toEqual(platforms.map(({ id }) => id));
    expect(JSON.stringify(shown)).not.toContain('"hidden"');
  });

  it('have the fields of every TEST card and no text, and the cost of every act that costs something', () => {
    const { container } = render(TestSheets, shown);
    for (const { id, fields } of TEST_CARDS) {
      const card = screen.getByRole('heading', { name: new RegExp(`^${id} `) }).closest('article');
      for (const [name, value] of Object.entries(fields))
        if (card && !Array.isArray(value)) expect(plain(card)).toContain(`${name} ${value}`);
      expect(card && plain(card)).toContain('text, media none, ever');
    }
    const week = plain(container.querySelector('.week') as Element);
    const costs = [...week.matchAll(/[a-z] (\d+)(?=;| What)/g)].map(([, cost]) => Number(cost));
    const paid = Object.values(ACTIONS).flatMap(({ cost }) => (cost > 0 ? [cost] : []));
    expect(costs.toSorted()).toEqual(paid.toSorted());
  });

  it('have an interval for each k of n up to ten, as the formula gives it', () => {
    render(TestSheets, shown);
    const table = screen.getByRole('table', { name: 'Interval card' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(10);
    for (const [at, row] of rows.entries()) {
      const cells = within(row).getAllByRole('cell').map(plain).filter(Boolean);
      expect(cells).toEqual(Array.from({ length: at + 2 }, (_, k) => wilson(k, at + 1)));
    }
  });

  it('leave the truth to the sealed sheet: each chance, by claim and site', () => {
    render(SealedSheet, { platforms });
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    for (const [at, claim] of CLAIM_IDS.entries())
      expect(
        within(rows[at] as HTMLElement)
          .getAllByRole('cell')
          .map(plain),
      ).toEqual(platforms.map(({ hidden }) => String(hidden.chances[claim])));
  });

  it('tell the facilitator which moderators learn the account, and which answers are evasive', () => {
    const { container } = render(SealedSheet, { platforms });
    // The largest site, and the one that shares its desk.
    expect(plain(container)).toContain('It is the team of moderators of Ostrel Small Ads, Kelvast Notices.');
    for (const { name, hidden } of platforms) {
      const entry = [...container.querySelectorAll('dl:last-of-type > div')].find((div) => plain(div).startsWith(name));
      const evasive = Object.values(hidden.interview).filter((answer) => answer === 'evasive');
      expect(entry?.querySelectorAll('li')).toHaveLength(evasive.length);
    }
  });
});
