import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayNumber } from '#i18n/locale.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { naturalFrequencies } from '#kernel/model/statistics/natural-frequencies.ts';
import { LESSON_EXERCISES } from '#learning/lessons/astro/lesson-exercises.ts';
import { LESSON_ORDER } from '#learning/lessons/astro/lesson-order.ts';
import {
  COMPENSATION_FACTS,
  claimIn,
  claimSum,
  EARNINGS,
  payFromFrozen,
} from '#learning/worksheets/model/compensation-sum.ts';
import { WorksheetSchema } from '#learning/worksheets/model/schemas.ts';
import type { ChoiceSheet } from '#learning/worksheets/model/worksheet.ts';
import { ROOT } from '../support/builders/the-library.ts';

interface Wording {
  readonly answers: readonly { readonly text: string; readonly right: boolean }[];
}
interface Head {
  readonly questions: readonly (Wording & { readonly again?: Wording })[];
  readonly worksheet?: unknown;
}
const FOLDER = join(ROOT, 'content/en/lessons');
const textOf = (id: string) => readFileSync(join(FOLDER, `${id}.mdx`), 'utf8');
const FILES = readdirSync(FOLDER).map((name) => name.replace('.mdx', ''));
/** The lessons with work inside the text. */
const WORKED = FILES.filter((id) => /^(?:p\d|j[2-6]|t1[123])$/.test(id));
const LESSONS = WORKED.map((id) => {
  const [, yaml = '', ...rest] = textOf(id).split(/^---$/m);
  const head = readYaml(yaml, id);
  if (!head.ok) throw new Error(`${id} has no head`);
  return { id, head: head.value.value as Head, body: rest.join('---') };
});
const SHEETS = LESSONS.flatMap(({ id, head }) =>
  head.worksheet === undefined ? [] : [{ id, sheet: WorksheetSchema.parse(head.worksheet) }],
);
const ROWS = SHEETS.filter((one): one is { id: string; sheet: ChoiceSheet } => one.sheet.form !== 'plan');

describe('the lessons', () => {
  it('stand in the order, each once', () => {
    expect(LESSON_ORDER.map(({ id }) => id).sort()).toEqual(FILES.sort());
  });

  it.each(FILES)('%s leads to an exercise that the kit has', (id) => {
    const cases = readdirSync(join(ROOT, 'scenarios'));
    const exercises = LESSON_EXERCISES[id] ?? [];

    expect(exercises.some((one) => one.case === undefined || cases.includes(one.case))).toBe(true);
  });

  it.each(LESSONS)('$id has work in its text, exactly once', ({ head, body }) => {
    const shown = body.match(/<(?:Worksheet sheet=\{frontmatter\.worksheet\}|FallacyFigure|CompensationFigure) \/>/g);

    expect(shown).toHaveLength(1);
    expect(/Worksheet/.test(shown?.[0] ?? '')).toBe(head.worksheet !== undefined);
  });

  it.each(LESSONS)('$id asks one hard question and argues two answers', ({ body }) => {
    expect(body.match(/^## The hard question$/gm)).toHaveLength(1);
    expect(body.match(/^## The answer /gm)).toHaveLength(2);
    expect(body).toMatch(
      /^## (?:What the (?:court|prosecutor|analyst|trainee) then writes|One talk under three laws)$/m,
    );
  });
});

/** Whoever reads no meaning stays near one in three: at most so many answers in a hundred. */
const NEAR_CHANCE = 45;

describe('one who answers by form alone', () => {
  const questions = LESSONS.flatMap(({ head }) => head.questions);
  const shareOf = (choose: (texts: readonly string[]) => number) =>
    (questions.filter(({ answers }) => answers[choose(answers.map(({ text }) => text))]?.right).length /
      questions.length) *
    100;
  const byLength = (texts: readonly string[]) =>
    texts.map((text, at) => ({ at, length: text.length })).sort((one, other) => one.length - other.length);

  it.each([
    ['the longest', (texts: readonly string[]) => byLength(texts).at(-1)?.at ?? 0],
    ['the shortest', (texts: readonly string[]) => byLength(texts)[0]?.at ?? 0],
    ['the middle one', (texts: readonly string[]) => byLength(texts)[1]?.at ?? 0],
    ['always the first', () => 0],
    ['always the second', () => 1],
    ['always the third', () => 2],
    [
      'the one with the most commas',
      (texts: readonly string[]) => {
        const commas = texts.map((text) => text.split(',').length);
        return commas.indexOf(Math.max(...commas));
      },
    ],
    [
      'the first that gives no reason',
      (texts: readonly string[]) => texts.findIndex((text) => !/\b(?:since|as|because|so that)\b/.test(text)),
    ],
    [
      'the first that gives a reason',
      (texts: readonly string[]) => texts.findIndex((text) => /\b(?:since|as|because|so that)\b/.test(text)),
    ],
  ])('takes %s and is seldom right', (_, choose) => {
    expect(questions).toHaveLength(80);
    expect(shareOf(choose)).toBeLessThan(NEAR_CHANCE);
  });

  it.each(ROWS.filter(({ sheet }) => sheet.form === 'matrix'))(
    'fills the matrix of $id with one column and fails on most rows',
    ({ sheet }) => {
      const [first] = sheet.rows;
      for (const column of first?.options.keys() ?? []) {
        const same = sheet.rows.filter(({ options }) => options[column]?.standing === 'holds').length;
        expect(same / sheet.rows.length).toBeLessThanOrEqual(0.6);
      }
    },
  );

  it.each(ROWS.filter(({ sheet }) => sheet.form === 'repair'))(
    'leaves the draft of $id as it is, or replaces all of it, and fails either way',
    ({ sheet }) => {
      const sound = sheet.rows.filter(({ options }) => options[0]?.standing === 'holds').length;

      expect(sound).toBeGreaterThanOrEqual(2);
      expect(sheet.rows.length - sound).toBeGreaterThanOrEqual(3);
    },
  );

  it('ticks every measure of a plan and takes needless and harmful ones', () => {
    for (const { sheet } of SHEETS)
      if (sheet.form === 'plan')
        for (const use of ['needed', 'needless', 'harmful'])
          expect(sheet.measures.filter((measure) => measure.use === use).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the figures that a lesson prints', () => {
  const printedIn = (id: string) => LESSONS.find((lesson) => lesson.id === id)?.body ?? '';

  it('are those of the calculator in J2', () => {
    const body = printedIn('j2');
    const phone = naturalFrequencies(600, 0.06, 0.4, 0.19);
    const tool = naturalFrequencies(600, 0.06, 0.8, 0.1);
    const pairs = (600 * 599) / 2;
    const [controlled, others] = [Math.round(phone.controlledShow), Math.round(phone.othersShow)];

    expect(body).toContain(`That makes ${phone.controlled} controlled ads and ${phone.others} others.`);
    expect(body).toContain(`share a telephone: about ${controlled} ads.`);
    expect(body).toContain(`do so too: about ${others} ads.`);
    expect(body).toContain(
      `So about ${controlled + others} ads share a telephone, and ${controlled} of them are controlled.`,
    );
    expect(body).toContain(`That is ${Math.round((phone.share ?? 0) * 100)} in 100.`);
    expect(body).toContain(`This number, ${phone.ratio?.toFixed(1)}, is the likelihood ratio.`);
    expect(body).toContain(`600 ads make ${sayNumber(pairs)} pairs.`);
    expect(body).toContain(`about ${Math.round(pairs * 0.02 * 0.02)} pairs share both traces by chance`);
    expect(body).toContain(`in this market, ${Math.round((tool.share ?? 0) * 100)} in 100 are right.`);
  });

  it('are those of the sum in J5', () => {
    const body = printedIn('j5');
    const { received, kept, promisedMonth, days, costs, harm, frozen } = COMPENSATION_FACTS;
    const claim = claimIn('solenvast');
    const { first, ofHarm, rest } = payFromFrozen(claim);
    const numbers = [received, kept, promisedMonth, costs, harm, frozen, first, ofHarm, rest, claimSum(claim)];

    for (const number of [...numbers, days, EARNINGS.taken, EARNINGS.promised, EARNINGS.promised + kept])
      expect(body).toContain(sayNumber(number));
  });

  it('add up in the ledger of T13', () => {
    const rows = Array.from(
      printedIn('t13').matchAll(/^\| ([^|]+) \| ([^|]+) \| (\d+) \| ([\d,]+) \|/gm),
      ([, from = '', to = '', , sum = '']) => ({ from, to, sum: Number(sum.replace(',', '')) }),
    );
    const into = (account: string) => rows.filter(({ to }) => to === account).reduce((all, { sum }) => all + sum, 0);
    const out = (account: string) => rows.filter(({ from }) => from === account).reduce((all, { sum }) => all + sum, 0);

    expect(rows).toHaveLength(12);
    expect([into('A-1') - out('A-1'), into('A-3') - out('A-3'), into('A-4')]).toEqual([160, 80, 1200]);
    for (const account of ['A-1', 'A-2', 'A-3', 'A-4', 'A-8'])
      expect(into(account)).toBeGreaterThanOrEqual(out(account));
    expect(Math.round((out('A-1') / into('A-1')) * 100)).toBe(87);
    expect((out('A-8') / into('A-8')) * 100).toBe(70);
    expect(((into('A-3') - out('A-1')) / into('A-2')) * 100).toBe(40);
    expect(printedIn('t13')).toContain(`Left with A-4: ${into('A-4') - out('A-4')}.`);
    expect(textOf('t13')).toContain(`${into('A-2') - out('A-2')} are left.`);
  });

  it('take the wage of P1 apart until nothing is left', () => {
    const body = printedIn('p1');
    const [, wage, ...parts] =
      /each of five months: ([\d,]+), less room (\d+), less journey (\d+), paid (\d+), rest (\d+)/.exec(body) ?? [];
    const numbers = parts.map(Number);

    expect(numbers).toHaveLength(4);
    expect(numbers.reduce((sum, part) => sum + part, 0)).toBe(Number(wage?.replace(',', '')));
    expect(textOf('p1')).toContain(`One journey is taken from five wages, ${sayNumber(5 * (numbers[1] ?? 0))} in all`);
  });

  it('close the cap of P7 from both ends: what came in is what lies on three accounts', () => {
    const body = printedIn('p7');
    const [, ...came] = /got ([\d,]+) from K-1 and ([\d,]+) from K-2\. Together this is ([\d,]+)/.exec(body) ?? [];
    const [, ...lies] =
      /([\d,]+) of the [\d,]+ lie on his account K-3\. ([\d,]+) he moved to his savings K-6, and ([\d,]+) to the account/.exec(
        body,
      ) ?? [];
    const [first, second, cap] = came.map((sum) => Number(sum.replace(',', '')));
    const [own = 0, savings = 0, cafe = 0] = lies.map((sum) => Number(sum.replace(',', '')));

    expect((first ?? 0) + (second ?? 0)).toBe(cap);
    expect(own + savings + cafe).toBe(cap);
    expect(body).toContain(`${sayNumber(own + savings)} stay secured`);
    expect(textOf('p7')).toContain(`At most ${sayNumber(cap ?? 0)}, namely`);
  });
});

describe('the questions of j1', () => {
  it('are answered no better by taking the longest answer, or the shortest, than by chance', () => {
    const [, yaml = ''] = textOf('j1').split(/^---$/m);
    const head = readYaml(yaml, 'j1');
    const { questions } = (head.ok ? head.value.value : { questions: [] }) as Head;
    const wordings = questions.flatMap(({ again, ...first }) => [first, ...(again ? [again] : [])]);
    const rightBy = (best: (...lengths: number[]) => number) =>
      wordings.filter(({ answers }) => {
        const right = answers.find((answer) => answer.right)?.text.length;
        return right === best(...answers.map(({ text }) => text.length));
      }).length;

    expect(wordings).toHaveLength(10);
    expect(rightBy(Math.max)).toBeLessThanOrEqual(4);
    expect(rightBy(Math.min)).toBeLessThanOrEqual(4);
  });
});
