import { describe, expect, test } from 'vitest';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { PreservationAction } from '#core/preservation/play.ts';
import { openPoints } from '#ui/preservation/open-points.ts';
import { createBench } from './small-market.ts';

const person = { actor: 'Analyst 4', role: 'analyst' };

/** What is open after these acts, beside a captured page of ad 0301. */
function openAfter(...acts: readonly PreservationAction[]): string[] {
  const bench = createBench();
  const { served } = bench.see('0301');
  const sha256 = sha256Hex(served.body);
  for (const act of acts) bench.act(act);
  bench.act({ type: 'page.captured', ad: '0301', status: 200, bytes: served.body.length, sha256, ...person });
  return openPoints(bench.props().response, []).map(({ key }) => key);
}

describe('what is open before a bench is left', () => {
  const plan: PreservationAction = {
    type: 'plan.noted',
    purpose: 'a',
    scope: 'b',
    tool: 'c',
    workstation: 'd',
    ...person,
  };
  const found = (ad: string): PreservationAction => ({ type: 'finding.noted', ad, path: 'list', ...person });

  test('names the plan and how a captured page was found, until both are noted', () => {
    expect(openAfter()).toEqual([
      'open.authority',
      'open.plan',
      'open.clock',
      'open.child',
      'open.finding',
      'open.record',
      'open.verify',
      'open.seal',
    ]);
    expect(openAfter(plan)).not.toContain('open.plan');
    expect(openAfter(found('0301'))).not.toContain('open.finding');
    expect(openAfter(found('0303'))).toContain('open.finding');
  });
});
