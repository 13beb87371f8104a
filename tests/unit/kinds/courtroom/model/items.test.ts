import { describe, expect, it } from 'vitest';
import type { BundleForm } from '#evidence/court-file/model/form.ts';
import { itemCriteria, itemFacts } from '#kinds/courtroom/model/items.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import { checkItems } from '#kinds/courtroom/use-cases/check-items.ts';
import { aCourt } from '../../../../support/kinds/courtroom/a-court.ts';

const choice = (id: string, part: 'authority' | 'money') => ({
  id,
  part,
  asks: 'Who?',
  options: ['a', 'b', 'c'].map((option) => ({ id: option, text: option })),
});
const FORM: BundleForm = {
  pair: 'small',
  place: 'before',
  items: [
    choice('one', 'authority'),
    choice('two', 'authority'),
    choice('three', 'authority'),
    choice('four', 'money'),
    { id: 'five', part: 'shift', fact: 'A new one.', asks: 'It is so.' },
  ],
};
const right = (option: string) => ({ right: option, why: 'so', rules: ['copies'], sources: [] });
const ITEMS: CourtroomKey['items'] = {
  one: right('a'),
  two: right('b'),
  three: right('b'),
  four: right('c'),
  five: { direction: 1, why: 'so', sources: [] },
};
const { file, key: small } = aCourt();
const bundle = { ...file.bundle, form: FORM };
const key: CourtroomKey = { ...small, items: ITEMS };
const scaled = (items: Record<string, string>) =>
  Object.fromEntries(
    itemCriteria({ items }, key, bundle, []).map(({ id, scaled: value }) => [id.split('.')[2], value]),
  );

describe('the questions of a form', () => {
  it('are scored part by part, between the best answer at one fixed place and all right', () => {
    expect(scaled({ one: 'a', two: 'b', three: 'b', four: 'c', five: '2' })).toEqual({ authority: 1, money: 1 });
    expect(scaled({ one: 'b', two: 'b', three: 'b', four: 'b' })).toEqual({ authority: 0, money: 0 });
    expect(scaled({})).toEqual({ authority: 0, money: 0 });
  });

  it('gain nothing from the step of a new fact, or from an option that does not exist', () => {
    for (const step of ['-2', '0', '2']) expect(scaled({ five: step })).toEqual(scaled({}));
    expect(itemFacts({ items: { one: 'z', nine: 'a' } }, key, bundle)[0]).toEqual({
      part: 'authority',
      right: 0,
      answered: 0,
      of: 3,
    });
  });

  it('make no criterion in a file that is no form', () => {
    expect(itemCriteria({ items: { one: 'a' } }, key, file.bundle, [])).toEqual([]);
  });
});

describe('the answers of a key', () => {
  const found = (items: CourtroomKey['items']) =>
    checkItems({ ...key, items }, bundle, ['copies']).map(({ code, params }) => `${code} ${String(params['id'])}`);

  it('fit their questions', () => {
    expect(found(ITEMS)).toEqual([]);
  });

  it('are refused where one is missing, or names a question, an option or a rule that does not exist', () => {
    const { one: _, ...others } = ITEMS;

    expect(found(others)).toEqual(['bundle.no-answer one']);
    expect(found({ ...ITEMS, six: right('a') })).toEqual(['bundle.unknown-id six']);
    expect(found({ ...ITEMS, one: right('z') })).toEqual(['bundle.unknown-id z']);
    expect(found({ ...ITEMS, one: { ...right('a'), rules: ['none'] } })).toEqual(['bundle.unknown-id none']);
    expect(found({ ...ITEMS, five: right('a') })).toEqual(['bundle.no-answer five']);
  });
});
