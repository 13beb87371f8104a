import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenScene } from '#room/model/shorten-scene.ts';
import { fitTeamSheet, heightOf, type SheetTask } from '#room/paper/model/team-sheet.ts';

const aTask = (state: string, words = 40, options = 4): SheetTask => ({
  state,
  title: 'A title',
  text: 'word '.repeat(words),
  talk: [],
  question: 'What now?',
  options: Array.from({ length: options }, (_, n) => `Option ${n} ${'word '.repeat(14)}`),
});

const anyTasks = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 200 }), fc.integer({ min: 2, max: 6 })), { maxLength: 14 })
  .map((all) => all.map(([words, options], n) => aTask(`s${n}`, words, options)));

describe('fitTeamSheet', () => {
  it('keeps the order of the story, and loses no decision', () => {
    fc.assert(
      fc.property(anyTasks, fc.boolean(), fc.array(fc.nat(13)), (tasks, hasWork, preferred) => {
        const names = new Set(preferred.map((n) => `s${n}`));
        const { front, back, left } = fitTeamSheet(tasks, hasWork, names);
        const kept = [...front, ...back];

        expect(kept).toEqual(tasks.filter((task) => kept.includes(task)));
        expect(left).toEqual(tasks.filter((task) => !kept.includes(task)));
        if (left.some(({ state }) => names.has(state)))
          expect(kept.every(({ state }) => names.has(state)) || kept.length === 0).toBe(true);
      }),
    );
  });

  it('never fills a page beyond its height', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const { front, back } = fitTeamSheet(tasks, false);
        for (const side of [front, back]) expect(side.reduce((sum, task) => sum + heightOf(task), 0)).toBeLessThan(680);
      }),
    );
  });

  it('holds six decisions of usual size, and leaves out the last first', () => {
    const tasks = Array.from({ length: 9 }, (_, n) => aTask(`s${n}`));

    const { front, back, left } = fitTeamSheet(tasks, false);

    expect([front.length, back.length]).toEqual([3, 3]);
    expect(left.map(({ state }) => state)).toEqual(['s6', 's7', 's8']);
    const other = fitTeamSheet(tasks, false, new Set(['s7', 's8']));
    expect(other.left.map(({ state }) => state)).toEqual(['s4', 's5', 's6']);
  });

  it('has a table for work if there is work and space', () => {
    expect(fitTeamSheet([], true).work).toEqual({ front: true, back: true });
    expect(fitTeamSheet([aTask('a'), aTask('b')], true).work).toEqual({ front: false, back: true });
    expect(fitTeamSheet([aTask('a')], false).work).toEqual({ front: false, back: false });
  });
});

describe('shortenScene', () => {
  it('keeps whole sentences up to the number of words', () => {
    const text = 'One two three. Four “five?” Six seven eight nine.';

    expect(shortenScene(text, 9)).toBe(text);
    expect(shortenScene(text, 8)).toBe('One two three. Four “five?”');
    expect(shortenScene(text, 3)).toBe('One two three.');
    expect(shortenScene(text, 1)).toBe('One two three.');
  });
});
