import { expect, it } from 'vitest';
import { enteredAt } from '#case/play/islands/served-ads.ts';

const event = (state: string, at: string) => ({ state, at }) as never;

it('a market that is read for hours is served as it was when the exercise was entered', () => {
  const events = [event('desk', '2031-05-05T08:00:00Z'), event('find', '2031-05-05T09:00:00Z')];
  const later = [...events, event('find', '2031-05-05T14:00:00Z')];

  expect(enteredAt({ events }, 'find', '2031-05-05T09:01:00Z')).toBe('2031-05-05T09:00:00Z');
  expect(enteredAt({ events: later }, 'find', '2031-05-05T14:01:00Z')).toBe('2031-05-05T09:00:00Z');
  expect(enteredAt({ events }, 'link', '2031-05-05T09:30:00Z')).toBe('2031-05-05T09:30:00Z');
  expect(enteredAt(undefined, 'find', '2031-05-05T08:00:00Z')).toBe('2031-05-05T08:00:00Z');
});
