import { describe, expect, it } from 'vitest';
import {
  BASES,
  type CompensationClaim,
  claimIn,
  claimSum,
  EARNINGS,
  payFromFrozen,
} from '#learning/worksheets/model/compensation-sum.ts';
import { sayClaim } from '#learning/worksheets/screens/say-claim.ts';

describe('the sum that is owed', () => {
  it('is 4,920 in Solenvast and 4,770 in Norvelane', () => {
    // 2,020 received, 280 kept; or 1,400 for 30 days over 41 days, less 280. Costs 180, harm 3,000; six weeks at 25.
    expect([EARNINGS.taken, EARNINGS.promised, EARNINGS.both]).toEqual([1740, 1633, 3373]);
    expect(claimSum(claimIn('solenvast'))).toBe(1740 + 180 + 3000);
    expect(claimSum(claimIn('norvelane'))).toBe(1740 - 6 * 25 + 180 + 3000);
  });

  it('takes from the frozen 2,095 first earnings and costs, and leaves nothing unpaid or paid twice', () => {
    expect(payFromFrozen(claimIn('solenvast'))).toEqual({ first: 1920, ofHarm: 175, rest: 2825 });
    for (const state of ['solenvast', 'norvelane'] as const) {
      const { first, ofHarm, rest } = payFromFrozen(claimIn(state));
      expect(first + ofHarm).toBe(2095);
      expect(first + ofHarm + rest).toBe(claimSum(claimIn(state)));
    }
  });

  it('never pays more than is owed', () => {
    expect(payFromFrozen({ basis: 'none', costs: true, harm: false, room: false })).toEqual({
      first: 180,
      ofHarm: 0,
      rest: 0,
    });
  });

  it('is explained line by line, and only where a line differs from the law of the State', () => {
    const yesNo = [true, false];
    for (const state of ['solenvast', 'norvelane'] as const)
      for (const basis of BASES)
        for (const costs of yesNo)
          for (const harm of yesNo)
            for (const room of yesNo) {
              const claim: CompensationClaim = { basis, costs, harm, room };
              const lawful = claimIn(state);
              const differing = (['basis', 'costs', 'harm', 'room'] as const).filter(
                (line) => claim[line] !== lawful[line],
              );
              expect(sayClaim(claim, state)).toHaveLength(differing.length);
            }
  });
});
