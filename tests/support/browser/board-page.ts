import type { Locator, Page } from '@playwright/test';
import type { CountedBoard } from '../room/count-board.ts';
import { words } from './case-words.ts';

const c = words.control;

/** The first number of a text as it is read; undefined for a dash. */
const numberIn = (text: string): number | undefined => {
  const [found] = /[−-]?\d+(?:[.,]\d+)*/.exec(text.replaceAll(',', '')) ?? [];
  return found === undefined ? undefined : Number(found.replace('−', '-'));
};
const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([found]) => Number(found));

/** All rows below: the text of each of their cells, the head first. */
const cellsOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
    ),
  );

/** The figures that the page of the board shows, as a reader finds them there. */
export async function readBoard(page: Page): Promise<CountedBoard> {
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const reach = numbersIn((await page.getByText(/teams have handed in\./).textContent()) ?? '');
  const criteria = await page
    .getByRole('region', { name: c('board.criteria.caption') })
    .locator('tr[data-criterion]')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        id: row.getAttribute('data-criterion') ?? '',
        rests: row.querySelector('small')?.textContent ?? '',
        cells: [...row.querySelectorAll('td:not(.ref)')].map((cell) => cell.textContent.trim()),
      })),
    );
  const tables = await part(c('board.decisions')).getByRole('table').all();
  const decisions = await Promise.all(
    tables.map(async (table) => {
      const caption = table.locator('caption');
      const note = numbersIn((await caption.locator('.fine').textContent()) ?? '');
      const [restsOn = 0, , votes = 0, votesFrom = 0, divided = 0] = note;
      return {
        title: (await caption.evaluate((element) => element.firstChild?.textContent ?? '')).trim(),
        restsOn,
        votes,
        votesFrom,
        divided,
        options: (await cellsOf(table.locator('tbody tr'))).map(([text = '', teams = '', count = '']) => ({
          text: text.replace(/^[A-Z]: /, ''),
          teams: numberIn(teams) ?? 0,
          votes: numberIn(count) ?? 0,
        })),
      };
    }),
  );
  const sure = page.getByRole('figure').filter({ hasText: c('board.calibration') });
  const signs = await part(c('board.signs'))
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('b')?.textContent ?? '',
        item.querySelector('.counted')?.textContent ?? '',
      ]),
    );
  const accused = page.getByRole('heading', { level: 2, name: /would have had a visit without cause$/ });
  return {
    teams: reach[1] ?? 0,
    handedIn: reach[0] ?? 0,
    withLog: reach[2] ?? 0,
    criteria: Object.fromEntries(
      criteria.map(({ id, rests, cells }) => [id, { restsOn: numberIn(rests) ?? 0, points: cells.map(numberIn) }]),
    ),
    decisions,
    levels: (await cellsOf(sure.locator('tbody tr'))).map(([level = '', , judged = '', controlled = '']) => ({
      level,
      judged: numberIn(judged) ?? 0,
      controlled: numberIn(controlled) ?? 0,
    })),
    levelsRestOn: numbersIn((await sure.locator('figcaption').textContent()) ?? '')[0] ?? 0,
    signs: signs.map(([sign = '', counted = '']) => {
      const [missed = 0, of = 0] = numbersIn(counted);
      return { sign, missed, of };
    }),
    accused: (await accused.count()) === 0 ? 0 : (numberIn((await accused.textContent()) ?? '') ?? 1),
  };
}
