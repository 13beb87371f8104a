import { describe, expect, it } from 'vitest';
import { exerciseTime } from '#case/checking/model/exercise-time.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = theCase();
const { market } = material;
const { key } = answers;
const minutes = (kind: string, brief: Readonly<Record<string, unknown>>) => {
  const { least, most } = exerciseTime({ kind, brief }, market, KINDS, key);
  return { least: least / 60, most: most / 60 };
};
const DESK = { platforms: [{ id: 'a' }, { id: 'b' }] };

describe('the time of an exercise', () => {
  it.each(KIND_READS.kinds())('%s is positive, and not less for careful than for brisk play', (kind) => {
    const { least, most } = minutes(kind, kind === 'requests' ? DESK : {});

    expect(least, `minutes with an empty brief, by timeOf of src/kinds/${kind}/model/check.ts`).toBeGreaterThan(3);
    expect(most).toBeGreaterThanOrEqual(least);
  });

  it('is zero for an unknown kind', () => {
    expect(exerciseTime({ kind: 'singing', brief: {} }, market, KINDS)).toEqual({ least: 0, most: 0 });
  });

  it('is that of every open ad at 180 words a minute, where all are judged', () => {
    const open = market.ads.filter((ad) => !ad.withheld);
    const words = open.flatMap(({ title, versions, comments = [] }) => {
      const shown = versions.at(-1);
      const earlier = versions.flatMap(({ sentences }) => sentences).filter((one) => !shown?.sentences.includes(one));
      const around = [...earlier, ...comments.map(({ text }) => text)];
      return [title, ...(shown?.sentences ?? []), ...Object.values(shown?.fields ?? {}), ...around]
        .join(' ')
        .split(/\s+/);
    });

    // Beside reading and the 400 words of the workbench, 25 seconds an ad.
    expect(minutes('detection', {}).least).toBeCloseTo((words.length + 400) / 180 + (25 * open.length) / 60, 6);
  });

  it('grows with the tasks of the brief', () => {
    const ads = market.ads.filter((ad) => !ad.withheld).map(({ id }) => id);
    const coding = { sample: 20, signs: ['a', 'b'] };

    expect(minutes('detection', { mode: 'practice' }).least).toBeGreaterThan(minutes('detection', {}).least);
    expect(minutes('detection', { budget: 5 }).least).toBeLessThan(minutes('detection', {}).least);
    expect(minutes('linking', { ads: ads.slice(0, 10) }).most).toBeLessThan(minutes('linking', { ads }).most);
    expect(minutes('linking', { records: true }).least).toBeGreaterThan(minutes('linking', {}).least);
    expect(minutes('mapping', { coding }).least).toBeGreaterThan(minutes('mapping', {}).least);
  });

  it('counts the letters that the key asks for; without a key, one per company', () => {
    const letters = (kinds: readonly string[], custodians = ['here']) =>
      exerciseTime(
        { kind: 'requests', brief: DESK },
        market,
        KINDS,
        Object.assign({}, key, { requests: { letters: kinds, custodians } }),
      ).least;

    expect(letters(['preservation', 'order', 'notice']) - letters(['preservation'])).toBe(2 * 180);
    // Two companies: two requests to keep data, two orders, and assistance for the one abroad.
    expect(letters(['preservation', 'order', 'assistance'], ['here', 'abroad'])).toBeCloseTo(
      letters(['preservation']) + 4 * 180,
    );
    expect(exerciseTime({ kind: 'requests', brief: DESK }, market, KINDS).least).toBe(
      letters(['preservation', 'order']),
    );
  });
});
