import { describe, expect, it } from 'vitest';
import { compareAnswers, comparePlan, heldOption, isSound } from '#learning/worksheets/model/compare-answers.ts';
import { WorksheetSchema } from '#learning/worksheets/model/schemas.ts';

const head = { title: 'A sheet', task: 'Choose.' };
const row = (answer: string, also?: string) => ({
  text: `${answer} row`,
  answer,
  why: 'So.',
  ...(also ? { also } : {}),
});
const MATRIX = {
  form: 'matrix',
  ...head,
  columns: ['Met', 'Open', 'Not met'],
  rows: [row('Met'), row('Met', 'Open'), row('Open'), row('Not met')],
};
const part = (name: string, leave: string, ...instead: string[]) => ({
  name,
  drafted: `${name} as drafted`,
  leave: { standing: leave, why: 'So.' },
  instead: instead.map((standing, at) => ({ text: `${name} ${at}`, standing, why: 'So.' })),
});
const DRAFT = {
  form: 'repair',
  ...head,
  parts: [
    part('sound', 'holds', 'fails'),
    part('faulty', 'fails', 'holds', 'fails'),
    part('wide', 'fails', 'arguable', 'holds'),
    part('second', 'holds', 'fails'),
  ],
};
const PLAN = {
  form: 'plan',
  ...head,
  measures: ['needed', 'needed', 'possible', 'needless', 'harmful', 'needed'].map((use, at) => ({
    text: `Measure ${at}`,
    use,
    why: 'So.',
  })),
};

/** A sheet with rows, as its file has it. */
function choice(authored: object) {
  const sheet = WorksheetSchema.parse(authored);
  if (sheet.form === 'plan') throw new Error('no rows');
  return sheet;
}

describe('answers to a worksheet', () => {
  it('are counted as the same, arguable, other and open', () => {
    expect(compareAnswers(choice(MATRIX), { 0: 0, 1: 1, 2: 0 })).toEqual({
      answered: 3,
      open: 1,
      same: 1,
      arguable: 1,
      other: 1,
      faultsLeft: 0,
      faultsReplaced: 0,
      soundReplaced: 0,
    });
  });

  it('to a draft also say which faults were left or replaced, and which sound parts were lost', () => {
    const sheet = choice(DRAFT);

    expect(compareAnswers(sheet, { 0: 1, 1: 2, 2: 0, 3: 0 })).toMatchObject({
      same: 1,
      other: 3,
      faultsLeft: 1,
      faultsReplaced: 1,
      soundReplaced: 1,
    });
    expect(compareAnswers(sheet, { 0: 0, 1: 1, 2: 1, 3: 0 })).toMatchObject({ same: 3, arguable: 1, other: 0 });
    expect(sheet.rows.map(isSound)).toEqual([true, false, false, true]);
    expect(sheet.rows.map((one) => heldOption(one)?.text)).toEqual([undefined, 'faulty 0', 'wide 1', undefined]);
  });

  it('of somebody who leaves every part, or replaces every part, are not all right', () => {
    const sheet = choice(DRAFT);
    const all = (option: number) => compareAnswers(sheet, Object.fromEntries(sheet.rows.map((_, at) => [at, option])));

    expect(all(0).same).toBe(2);
    expect(all(1).same).toBe(1);
  });
});

describe('a plan', () => {
  it('is told what it has of the needed measures, and what it has that is not needed or harms', () => {
    const sheet = WorksheetSchema.parse(PLAN);
    if (sheet.form !== 'plan') throw new Error('no plan');

    expect(comparePlan(sheet, [0, 2, 3, 4])).toEqual({
      chosen: 4,
      needed: 1,
      neededLeftOut: 2,
      needless: 1,
      harmful: 1,
    });
  });
});

describe('a faulty worksheet is refused', () => {
  it.each([
    ['an answer that is no column', { ...MATRIX, rows: [...MATRIX.rows, row('Perhaps')] }],
    ['a second answer that is no column', { ...MATRIX, rows: [...MATRIX.rows, row('Met', 'Perhaps')] }],
    ['a part with two answers that hold', { ...DRAFT, parts: [...DRAFT.parts, part('both', 'holds', 'holds')] }],
    ['a part without one that holds', { ...DRAFT, parts: [...DRAFT.parts, part('none', 'fails', 'arguable')] }],
    ['a plan of few measures', { ...PLAN, measures: PLAN.measures.slice(1) }],
  ])('%s', (_, authored) => {
    expect(WorksheetSchema.safeParse(authored).success).toBe(false);
  });
});
