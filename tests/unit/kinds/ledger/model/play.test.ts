import { describe, expect, it } from 'vitest';
import { MAX_PATHS, playLedger } from '#kinds/ledger/model/play.ts';
import { LEDGER_READS } from '#kinds/ledger/model/schemas.ts';
import { EMPTY_SHEET } from '#kinds/ledger/model/sheet.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import { readAsOracle } from '#kinds/ledger/use-cases/players.ts';
import { played } from '../../../../support/kinds/ledger/a-ledger.ts';

const path = { hops: ['W01', 'W02'], sim: 10, mixed: false, medium: false, falseText: false };

describe('what is done in a ledger', () => {
  it('takes back a mark, and with it its place on the sheet', () => {
    const marked = [
      { type: 'payment.marked', no: 6, role: 'sweep' },
      { type: 'payment.keyed', role: 'sweep', no: 6 },
    ] as const;

    expect(played(marked)).toMatchObject({ marks: [{ no: 6, role: 'sweep' }], keyed: { sweep: 6 } });
    expect(played([...marked, { type: 'payment.marked', no: 6, role: 'cost' }])).toMatchObject({
      marks: [{ no: 6, role: 'cost' }],
      keyed: {},
    });
    expect(played([...marked, { type: 'payment.marked', no: 6 }])).toMatchObject({ marks: [], keyed: {} });
  });

  it('keeps one view of each account, with the event in which it was stated', () => {
    const views = [
      { type: 'account.viewed', account: 'W03', as: 'ordinary' },
      { type: 'account.viewed', account: 'W03', as: 'profit' },
    ] as const;

    expect(played(views).views).toEqual([{ account: 'W03', as: 'profit', seq: 2 }]);
    expect(played([...views, { type: 'account.viewed', account: 'W03' }]).views).toEqual([]);
  });

  it('holds four paths at most, and drops the one that is named', () => {
    const many = Array.from(
      { length: MAX_PATHS + 1 },
      (_, sim) => ({ type: 'path.traced', path: { ...path, sim } }) as const,
    );

    expect(played(many).paths.map(({ sim }) => sim)).toEqual([0, 1, 2, 3]);
    expect(played([...many, { type: 'path.dropped', n: 1 }]).paths.map(({ sim }) => sim)).toEqual([0, 2, 3]);
  });

  it('takes time for what is judged, and none for what is written', () => {
    expect(playLedger.minutes({ type: 'account.viewed', account: 'W03' })).toBe(2);
    expect(playLedger.minutes({ type: 'sheet.written', sheet: EMPTY_SHEET })).toBe(0);
  });

  it('ignores an action that it does not know', () => {
    expect(playLedger.reduce(playLedger.empty, { type: 'ad.flagged' } as never, { at: '', seq: 1 })).toBe(
      playLedger.empty,
    );
  });
});

describe('a log from outside', () => {
  const isRead = (action: unknown) => LEDGER_READS.action.safeParse(action).success;

  it('may hold every action of one who plays', () => {
    expect(readAsOracle(WORKED_LEDGER).filter((action) => !isRead(action))).toEqual([]);
  });

  it.each([
    { type: 'payment.marked', no: 0, role: 'sweep' },
    { type: 'payment.marked', no: 6, role: 'guilty' },
    { type: 'account.viewed', account: 'W03', as: 'victim' },
    { type: 'path.traced', path: { ...path, hops: ['a', 'b', 'c', 'd', 'e', 'f'] } },
    { type: 'path.traced', path: { ...path, sim: -1 } },
    { type: 'freeze.written', request: { lines: [], facts: '', link: [], risk: [], total: 5 } },
  ])('may not hold %j', (action) => {
    expect(isRead(action)).toBe(false);
  });
});
