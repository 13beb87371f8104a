import { describe, expect, test } from 'vitest';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { openPoints } from '#kinds/preservation/screens/case/open-points.ts';
import { lonePictures } from '#kinds/preservation/screens/item/lone-pictures.ts';
import { createWorkbench } from '../../../../../support/kinds/preservation/small-market.ts';

const person = { actor: 'Analyst 4', role: 'analyst' };

/** What is open after these acts, beside a captured page of ad 0301. */
const look = (ad: string): PreservationAction => ({
  type: 'look.captured',
  ad,
  extent: 'full-page',
  bytes: 9,
  sha256: sha256Hex('look'),
  tool: 'bench',
  ...person,
});

function openAfter(...acts: readonly PreservationAction[]): string[] {
  const workbench = createWorkbench();
  const { served } = workbench.see('0301');
  const sha256 = sha256Hex(served.body);
  for (const act of acts) workbench.act(act);
  workbench.act({ type: 'page.captured', ad: '0301', status: 200, bytes: served.body.length, sha256, ...person });
  return openPoints(workbench.props().response, []).map(({ key }) => key);
}

describe('open points before leaving a bench', () => {
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

  test('lists first an ad of which only a screenshot exists', () => {
    const workbench = createWorkbench();
    workbench.act(look('0301'));
    workbench.act(look('0302'));
    const { body } = workbench.see('0301').served;
    const capture = { ad: '0301', status: 200, bytes: body.length, sha256: sha256Hex(body) };
    workbench.act({ type: 'page.captured', ...capture, ...person });
    const { response } = workbench.props();
    expect(lonePictures(response, workbench.see)).toEqual(['0302']);
    expect(openPoints(response, [], ['0302'])[0]).toEqual({ key: 'open.picture', params: { ads: '0302' } });

    workbench.act({ type: 'item.deleted', item: 'EV-001', purpose: 'no use', ...person });
    expect(lonePictures(workbench.props().response, workbench.see)).toEqual(['0301', '0302']);
    const gone = (ad: string) => ({ served: { ...workbench.see(ad).served, status: 404 as const } });
    expect(lonePictures(workbench.props().response, gone)).toEqual([]);
  });
});
