import { describe, expect, it } from 'vitest';
import { logRows } from '#case/debrief/screens/log-rows.ts';
import { ACTS_IN_LOG } from '#kinds/ledger/screens/acts-in-log.ts';
import words from '#words/kinds/ledger/debrief.json' with { type: 'json' };

const told = (action: object) => {
  const event = { seq: 1, at: '2031-05-05T09:00:00Z', type: 'exercise.acted', state: 'book', action };
  return logRows({ events: [event] as never }, {}, {}, () => ({ kind: ACTS_IN_LOG, words, brief: {} }))[0]?.words;
};

describe('an act at a ledger in the attempt log', () => {
  it.each([
    [{ type: 'payment.marked', no: 85, role: 'exit' }, 'gave a payment a role, payment 85, exit'],
    [{ type: 'payment.marked', no: 85 }, 'took away the role of a payment, payment 85'],
    [{ type: 'payment.keyed', role: 'sweep' }, 'took back a key payment of the sheet, sweep'],
    [{ type: 'account.viewed', account: 'W01' }, 'took back what an account is, W01'],
  ])('is told as taken back where it says nothing', (action, words) => {
    expect(told(action)).toBe(words);
  });
});
