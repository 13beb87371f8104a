import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { PRESERVATION_SENTENCES } from '#kinds/preservation/model/sentences.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import {
  BEGINS,
  changed,
  FULL,
  KEY,
  late,
  market,
  PERSON,
  responseOf,
  type TimedAct,
} from '../../../../support/builders/a-bench.ts';

const NOTICE = late({ type: 'notice.entered', platform: 'the site', ...PERSON });
const [gone = ''] = KEY.targets;
/** One of the pages was removed before the first act at the workbench. */
const world: WorldState = [{ ad: gone, change: 'removed', at: BEGINS }];

function said(acts: readonly TimedAct[], changes: WorldState = []): string[] {
  const { facts } = scorePreservation(responseOf(acts), KEY, { market, world: changes, evidence: [] });
  return sentencesFrom(PRESERVATION_SENTENCES, facts as PreservationFacts).map(({ id }) => id);
}

/** Good practice, with a capture of the answer that the page is gone. */
const withGone = changed('page.captured', ({ ad }, at) => {
  const { status, body } = serveAd(market, ad, at, world);
  return { status, bytes: body.length, sha256: sha256Hex(body) };
}).map((act, _, all): TimedAct => {
  if (act.action.type !== 'hash.verified') return act;
  const { item } = act.action;
  const captures = all.flatMap(({ action }) => (action.type === 'page.captured' ? [action.sha256] : []));
  return { ...act, action: { ...act.action, sha256: captures[Number(item.slice(3)) - 1] ?? '' } };
});

describe('the order of a bench, in sentences', () => {
  it('is right if each page was captured before the first notice', () => {
    expect(said([...FULL, NOTICE])).toEqual(expect.arrayContaining(['gate.order.open', 'gate.order.open.request']));
    expect(said([...FULL, NOTICE])).not.toContain('gate.order.open.gone');
  });

  it('is right, with a sentence of its own, if a page was gone by then and that answer was kept', () => {
    const ids = said([...withGone, NOTICE], world);

    expect(ids).toContain('gate.order.open.gone');
    expect(ids).not.toContain('gate.order.open');
    expect(ids).not.toContain('gate.order.pages');
  });

  it('lists pages lost by the alarm only if their first version is no longer online', () => {
    const edited: WorldState = [{ ad: gone, change: 'edited', at: BEGINS }];

    expect(said([NOTICE])).toContain('error.E6.nothing.report');
    expect(said([NOTICE])).not.toContain('error.E6.before');
    expect(said([{ ...NOTICE, seq: 1 }, ...FULL])).not.toContain('error.E6.before');
    for (const changes of [world, edited]) expect(said([NOTICE], changes)).toContain('error.E6.before');
  });

  it('distinguishes a page that was changed at its address from one whose address led to a mirror', () => {
    const to = { id: 'copies', name: 'Copies', host: 'copies.example' };

    expect(said([NOTICE], [{ ad: gone, change: 'edited', at: BEGINS }])).toContain('pages.overtaken');
    expect(said([NOTICE], [{ ad: gone, change: 'moved', at: BEGINS, to }])).toContain('pages.moved');
    expect(said([NOTICE], [{ ad: gone, change: 'moved', at: BEGINS, to }])).not.toContain('pages.overtaken');
  });

  it('has only the sentence about no alarm if nothing was reported and no one contacted', () => {
    expect(said(FULL)).toContain('gate.order.quiet');
  });
});
