import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { CONTEXTS } from '#kinds/preservation/model/care-actions.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { PreservationActionSchema, PreservationBriefSchema } from '#kinds/preservation/model/schemas.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { STEPS, stepsBegun, stepsInPart, stepsTaken } from '#kinds/preservation/model/steps.ts';
import { workbenchFacts } from '#kinds/preservation/model/workbench-facts.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import {
  BEGINS,
  changed,
  FULL,
  graded,
  KEY,
  late,
  market,
  PERSON,
  responseOf,
  type TimedAct,
  without,
} from '../../../../support/builders/a-bench.ts';
import { ROOT, theCase } from '../../../../support/builders/the-library.ts';

const [first = ''] = KEY.targets;
const closed = market.ads.find(({ withheld }) => withheld)?.id ?? '';
const text = (of: (typeof CONTEXTS)[number], world: WorldState = [], at = BEGINS) => {
  const bytes = serveContext(market, first, of, at, world);
  return bytes ? fromUtf8(bytes) : '';
};

describe('the acts of the bench', () => {
  it('all match the schema of a saved log', () => {
    for (const { action } of FULL) expect(PreservationActionSchema.safeParse(action).success, action.type).toBe(true);
    expect(new Set(FULL.map(({ action }) => action.type)).size).toBeGreaterThan(18);
  });

  it('each leave one entry with person, role and reason in an unbroken chain', () => {
    const { custody, acts } = responseOf(FULL);

    expect(custody.map(({ action }) => action)).toEqual(FULL.map(({ action }) => action.type));
    expect(acts.map(({ seq }) => seq)).toEqual(FULL.map(({ seq }) => seq));
    expect(firstBrokenLink(custody)).toBeUndefined();
    for (const { actor, role, reason } of custody) expect([actor, role, reason]).not.toContain('');
  });

  it('leave no entry if they are shortcuts or an unlogged renaming', () => {
    const quiet: PreservationAction[] = [
      { type: 'item.renamed', item: 'EV-001', name: 'first', logged: false, ...PERSON },
      { type: 'shortcut.taken', shortcut: 'own-device', ...PERSON },
    ];
    const told: PreservationAction = { type: 'item.renamed', item: 'EV-001', name: 'first', logged: true, ...PERSON };
    const entries = (...more: readonly PreservationAction[]) =>
      responseOf([...FULL, ...more.map((action, n) => late(action, n))]).custody.length;

    expect(entries(...quiet)).toBe(FULL.length);
    expect(entries(told)).toBe(FULL.length + 1);
  });

  const workbenchOf = (acts: readonly TimedAct[]) =>
    workbenchFacts(responseOf(acts), KEY, { market, world: [], evidence: [] });

  it('report the missing act of a step of two acts', () => {
    const partly = (...actions: readonly PreservationAction[]) =>
      stepsInPart(workbenchOf(actions.map((action, n) => late(action, n))));
    const basis: PreservationAction = { type: 'authority.noted', legalBasis: 'Order', ...PERSON };
    const plan: PreservationAction = {
      type: 'plan.noted',
      purpose: 'a',
      scope: 'b',
      tool: 'c',
      workstation: 'd',
      ...PERSON,
    };
    const clock: PreservationAction = { type: 'clock.checked', offsetSeconds: 37, ...PERSON };

    expect(partly()).toEqual([]);
    expect(partly(basis)).toEqual([{ step: 'authority', missing: ['plan'] }]);
    expect(partly(plan)).toEqual([{ step: 'authority', missing: ['basis'] }]);
    expect(partly(basis, plan)).toEqual([]);
    expect(partly(clock)).toEqual([{ step: 'finding', missing: ['finding'] }]);
  });

  it('can take all sixteen steps, and steps about single pages only if done for every page', () => {
    const taken = (acts: readonly TimedAct[]) => stepsTaken(workbenchOf(acts));
    const inPart = (acts: readonly TimedAct[]) =>
      stepsInPart(workbenchOf(acts)).map(({ step, missing }) => `${step}: ${missing.join()}`);
    const isOf = (action: PreservationAction, type: string) =>
      action.type === type &&
      (!('ad' in action) || action.ad === first) &&
      (!('item' in action) || action.item === 'EV-001');
    const lost = (type: string) => inPart(without((action) => isOf(action, type)));

    expect(STEPS).toHaveLength(16);
    expect(taken(FULL)).toEqual(STEPS.map(({ step }) => step));
    expect(inPart(FULL)).toEqual([]);
    expect(lost('child-material.checked')).toEqual(['child-check: each']);
    expect(lost('finding.noted')).toEqual(['finding: each']);
    expect(lost('look.captured')).toEqual(['look: each']);
    expect(lost('context.captured')).toEqual(['context: each']);
    expect(lost('hash.verified')).toEqual(['hash: each']);
    expect(lost('copy.sealed')).toContain('sealed: each');
    expect(inPart(changed('look.captured', () => ({ extent: 'cropped' })))).toEqual(['look: each']);
    expect(inPart(changed('record.written', ({ identifiers }) => ({ identifiers: identifiers.slice(0, 1) })))).toEqual([
      'identifiers: each',
    ]);
  });

  it('on a page that does not belong in the locker take a step only in part', () => {
    const other = market.ads.find(({ id, withheld }) => !KEY.targets.includes(id) && !withheld)?.id ?? '';
    const { status, body } = serveAd(market, other, BEGINS);
    const page = { status, bytes: body.length, sha256: sha256Hex(body) };
    const captured: PreservationAction = { type: 'page.captured', ad: other, ...page, ...PERSON };
    const facts = workbenchOf([late(captured), late(captured, 1)]);

    expect(stepsTaken(facts)).toEqual(['custody']);
    expect(stepsInPart(facts)).toEqual([
      { step: 'native', missing: ['each'] },
      { step: 'again', missing: ['own'] },
    ]);
    expect(stepsBegun(facts)).toEqual(['native', 'custody', 'again']);
  });
});

describe('the clock of the workstation', () => {
  it('has the offset that the case gives, and the trainee must state it', () => {
    const behind = changed('clock.checked', () => ({ offsetSeconds: -95 }));
    const brief = { clockOffsetSeconds: -95 };

    expect(PreservationBriefSchema.safeParse(brief).success).toBe(true);
    expect(graded(behind, KEY, { brief }).raw).toBe(100);
    expect(graded(FULL, KEY, { brief })).toMatchObject({ raw: 92, errors: [{ code: 'E15' }] });
    expect(graded(behind).errors.map(({ code }) => code)).toEqual(['E15']);
  });
});

describe('the context of a page', () => {
  it('has the mark, the address and the time, and does not exist for a withheld card', () => {
    for (const of of CONTEXTS) {
      expect(text(of)).toContain(market.words.mark);
      expect(text(of)).toContain(BEGINS);
      expect(serveContext(market, closed, of, BEGINS)).toBeUndefined();
    }
  });

  it('gives the times at which a page was changed, but not its earlier text', () => {
    const at = addMinutes(BEGINS, -10);
    const edited: WorldState = [{ ad: first, at, change: 'edited' }];
    const sentences = market.ads.find(({ id }) => id === first)?.versions.flatMap((version) => version.sentences) ?? [];

    expect(text('versions')).not.toContain(at);
    expect(text('versions', edited)).toContain(at);
    for (const sentence of sentences) expect(text('versions', edited)).not.toContain(sentence);
  });

  it('lists no withheld card and no removed ad among the other ads of the account', () => {
    const others = text('other-ads').match(/id=\d{4}/g) ?? [];
    const gone: WorldState = market.ads.map(({ id }) => ({ ad: id, at: BEGINS, change: 'removed' }));

    expect(others).not.toContain(`id=${closed}`);
    expect(text('other-ads', gone).match(/id=\d{4}/g)).toEqual([`id=${first}`]);
  });
});

describe('the baseline of the rubric', () => {
  const shipped = readdirSync(join(ROOT, 'scenarios'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(shipped.map(({ name }) => name))(
    '%s has a withheld card, so that a play that copies every page is capped',
    (name) => {
      const { ads } = theCase(`scenarios/${name}`).material.market;

      expect(ads.some(({ withheld }) => withheld)).toBe(true);
    },
  );
});
