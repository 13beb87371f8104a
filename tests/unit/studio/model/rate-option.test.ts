import { expect, it } from 'vitest';
import { rateOption } from '#studio/model/commands/rate-command.ts';
import { applyEdit, type FileValue } from '#studio/model/edit.ts';
import { type StudioCase, studioCase } from '#studio/model/studio-case.ts';

const STORY = { id: 'a-case', initial: 'call', states: { call: { type: 'decision', options: [{ id: 'a' }] } } };

/** The key of an option that was good, after it was rated harmful. */
function rated(meters: Record<string, number>): FileValue {
  const before: FileValue = { decisions: { call: { options: { a: { rating: 'good', meters, reason: 'Because.' } } } } };
  let key: FileValue = before;
  for (const edit of rateOption(studioCase(STORY, before, 'detection') as StudioCase, 'call', 'a', 'harmful'))
    key = applyEdit(key, edit);
  return (key as { decisions: { call: { options: { a: FileValue } } } }).decisions.call.options.a;
}

it('an option with a new rating gets the effects of its pattern, so that harm does not raise safety', () => {
  expect(rated({ safety: 2, law: 2 })).toEqual({
    rating: 'harmful',
    meters: { safety: -2, law: -2 },
    reason: 'Because.',
  });
});

it('effects that an author has chosen stay', () => {
  expect(rated({ safety: 2, law: 1 })).toMatchObject({ rating: 'harmful', meters: { safety: 2, law: 1 } });
});
