import { describe, expect, it } from 'vitest';
import { createMemoryShelf } from '#studio/browser/draft-shelf.ts';
import { newDraft } from '#studio/use-cases/begin.ts';
import { readShelved, refusalOver, shelve } from '#studio/use-cases/draft-shelf.ts';

const NOW = '2031-05-05T18:00:00.000Z';
const draft = (text = 'title: A\n', revision = 0) => ({
  ...newDraft('d1', { 'scenario.yaml': text }, NOW),
  revision,
});
const openShelf = () => {
  let minute = 0;
  return createMemoryShelf(() => `2031-05-05T18:${String(++minute).padStart(2, '0')}:00.000Z`);
};

describe('the shelf of drafts', () => {
  it('saves a draft under its own revision, latest first', async () => {
    const shelf = openShelf();
    const first = await shelf.keep(draft());
    await shelf.keep({ ...draft(), id: 'd2' });

    expect(first).toMatchObject({ kept: { revision: 1, keptAt: '2031-05-05T18:01:00.000Z' } });
    expect((await shelf.list()).map((one) => one.state === 'whole' && one.draft.id)).toEqual(['d2', 'd1']);
  });

  it('refuses a text that was read before another tab saved a newer one', async () => {
    const shelf = openShelf();
    await shelf.keep(draft());
    const here = await shelf.keep(draft('title: here\n', 1));
    const there = await shelf.keep(draft('title: there\n', 1));

    expect(here).toMatchObject({ kept: { revision: 2 } });
    expect(there).toMatchObject({ refused: 'newer', newest: { files: { 'scenario.yaml': 'title: here\n' } } });
    expect(await shelf.get('d1')).toMatchObject({
      draft: { revision: 2, files: { 'scenario.yaml': 'title: here\n' } },
    });
    // Whoever has seen the newer one may keep over it.
    expect(await shelf.keep(draft('title: both\n', 2))).toMatchObject({ kept: { revision: 3 } });
  });

  it('refuses a text whose draft another tab has removed', async () => {
    const shelf = openShelf();
    await shelf.keep(draft());
    await shelf.remove('d1');

    expect(await shelf.keep(draft('title: B\n', 1))).toEqual({ refused: 'removed' });
    expect(await shelf.list()).toEqual([]);
  });

  it('keeps named versions of a draft, and removes them with it', async () => {
    const shelf = openShelf();
    await shelf.keep(draft());
    for (const [name, keptAt] of [
      ['before lunch', '1'],
      ['after lunch', '2'],
      ['before lunch', '3'],
    ] as const)
      await shelf.keepVersion({ draft: 'd1', name, keptAt, files: {} });

    expect((await shelf.versions('d1')).map(({ name }) => name)).toEqual(['before lunch', 'after lunch']);
    await shelf.remove('d1');
    expect(await shelf.versions('d1')).toEqual([]);
  });
});

describe('a draft with an incomplete save', () => {
  const whole = shelve(draft('title: whole\n', 3), NOW);
  const cutOff = { ...whole, draft: { ...whole.draft, files: { 'scenario.yaml': 'title: wh' } } };

  it('is detected, with its readable texts and the last good draft before it', () => {
    expect(readShelved('d1', whole, undefined)).toEqual({ state: 'whole', draft: whole.draft });
    expect(readShelved('d1', cutOff, whole)).toEqual({
      state: 'broken',
      id: 'd1',
      left: { 'scenario.yaml': 'title: wh' },
      before: whole.draft,
    });
  });

  it.each([undefined, null, 7, {}, { draft: { schema: 'draft/2' } }, { draft: { files: 'x' } }])(
    'is broken for the stored value %j',
    (row) => {
      expect(readShelved('d1', row, null)).toMatchObject({ state: 'broken', left: {} });
    },
  );

  it('is replaced by a new text, while a newer complete draft is not', () => {
    expect(refusalOver(draft('title: hand\n', 2), cutOff)).toBeUndefined();
    expect(refusalOver(draft('title: hand\n', 2), whole)).toMatchObject({ refused: 'newer' });
  });
});
