import { describe, expect, it } from 'vitest';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { isChoice } from '#evidence/court-file/model/form.ts';
import { required } from '#kernel/model/invariant.ts';
import { itemsOf, rightOption } from '#kinds/courtroom/model/items.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';

const FORMS = [...LIBRARY.bundles.values()].flatMap(({ bundle }) => (bundle.form ? [bundle] : []));
const keyOf = ({ id }: Bundle) =>
  courtroomKey({ key: required(readCase(PROJECT, `scenarios/${id}`, KINDS).key, `the key of ${id}`).value });
const place = (wanted: 'before' | 'after') =>
  required(
    FORMS.find(({ form }) => form?.place === wanted),
    `the form ${wanted}`,
  );
const [before, after] = [place('before'), place('after')];
const choices = (bundle: Bundle) => itemsOf(bundle).filter(isChoice);

const words = (part: unknown) => [...stringsIn(part)].reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

describe('the forms before and after', () => {
  it('are one pair of twelve questions: 4 on authority, 3 on attribution, 2 on rights, 2 on money, 1 not scored', () => {
    expect(FORMS).toHaveLength(2);
    expect(new Set(FORMS.map(({ form }) => form?.pair)).size).toBe(1);
    for (const form of FORMS) {
      const parts = itemsOf(form).map(({ part }) => part);
      const count = (part: string) => parts.filter((one) => one === part).length;
      expect(['authority', 'attribution', 'rights', 'money', 'shift'].map(count)).toEqual([4, 3, 2, 2, 1]);
    }
  });

  it('are built alike: the same rows met and empty, motions, sums and questions, and words within a tenth', () => {
    const shape = (bundle: Bundle) => ({
      rows: keyOf(bundle).rows.map(({ element, state }) => [element, state]),
      places: bundle.exhibits.map(({ id, kind, places }) => [id, kind, places.length]),
      motions: bundle.motions.map(({ id, outcomes }) => [id, outcomes.length]),
      sums: bundle.sums.map(({ id }) => id),
      items: itemsOf(bundle).map((item) => [item.id, item.part, isChoice(item) ? item.options.length : 0]),
    });

    expect(shape(after)).toEqual(shape(before));
    for (const part of ['exhibits', 'motions', 'form'] as const)
      expect(Math.abs(words(after[part]) / words(before[part]) - 1)).toBeLessThan(0.1);
  });

  it('stand in two States with two regimes, each of which rules out as many outcomes of each motion', () => {
    const regimeOf = ({ state }: Bundle) => required(lawCardOf(LIBRARY.courts, state), state).regime;
    const ruledOut = (bundle: Bundle) =>
      bundle.motions.map(({ id }) => keyOf(bundle).motions[id]?.forbids[regimeOf(bundle)]?.length ?? 0);

    expect(regimeOf(after)).not.toBe(regimeOf(before));
    expect(ruledOut(after)).toEqual(ruledOut(before));
    expect(Math.min(...ruledOut(before))).toBeGreaterThan(0);
  });

  it('ask other questions: no text is the same, and most right answers stand at another letter', () => {
    const texts = new Set(choices(before).map(({ asks }) => asks));
    const moved = choices(before).filter(({ id }) => rightOption(keyOf(before), id) !== rightOption(keyOf(after), id));

    expect(choices(after).filter(({ asks }) => texts.has(asks))).toEqual([]);
    expect(moved.length).toBeGreaterThanOrEqual(9);
  });

  it.each(FORMS)('$id does not give its answers away by length or by letter', (bundle) => {
    const key = keyOf(bundle);
    const asked = choices(bundle);
    const isBy = (better: (a: number, b: number) => boolean) =>
      asked.filter(({ id, options }) => {
        const right = options.find((option) => option.id === rightOption(key, id))?.text.length ?? 0;
        return options.every((option) => option.id === rightOption(key, id) || better(right, option.text.length));
      }).length;
    const letters = ['a', 'b', 'c', 'd'].map(
      (letter) => asked.filter(({ id }) => rightOption(key, id) === letter).length,
    );

    expect(isBy((right, other) => right > other)).toBeLessThanOrEqual(5);
    expect(isBy((right, other) => right < other)).toBeLessThanOrEqual(5);
    expect(Math.max(...letters)).toBeLessThanOrEqual(4);
  });

  /** The numbers of the questions, and what follows from them by a second way. */
  it.each([
    ['before', 'base', (24 / (24 + 176)) * 100, '12 of 100'],
    ['after', 'base', (15 / (15 + 85)) * 100, '15 of 100'],
    ['before', 'claim', Math.max(900 - 200, 800 - 200) + 50, 'SIM 750'],
    ['after', 'claim', Math.max(600 - 200, 1000 - 200) + 60, 'SIM 860'],
    ['before', 'cap', Math.min(500, 350 + Math.min(400, 60)), 'SIM 410'],
    ['after', 'cap', Math.min(300, 260 + Math.min(500, 90)), 'SIM 300'],
  ] as const)('%s: the answer to %s is computed', (form, id, value, said) => {
    const bundle = place(form);
    const item = required(
      choices(bundle).find((one) => one.id === id),
      id,
    );
    const right = item.options.find((option) => option.id === rightOption(keyOf(bundle), id));

    expect(right?.text).toBe(said);
    expect(said).toContain(String(Math.round(value)));
  });
});
