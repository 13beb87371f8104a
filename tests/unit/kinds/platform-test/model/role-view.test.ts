import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionType, ROLES } from '#kinds/platform-test/model/actions.ts';
import type { PlatformTestAct, PlatformTestResponse } from '#kinds/platform-test/model/play.ts';
import { mayDo, viewOfRole } from '#kinds/platform-test/model/role-view.ts';
import { seenAfter } from '#kinds/platform-test/model/seen-test.ts';
import { viewOf } from '#kinds/platform-test/model/visible.ts';
import { playAsOracle } from '#kinds/platform-test/use-cases/oracle.ts';
import { TEST_CARDS } from '#market/platforms/model/test-cards.ts';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const BRIEF = aBrief('role-view');
const ACTS: readonly PlatformTestAct[] = [...playAsOracle(BRIEF).acts].filter(({ type }) => type !== 'report.sealed');
const response: PlatformTestResponse = {
  planned: [],
  done: ACTS.map((action, n) => ({ action: action as never, seq: n + 1 })),
};
const SEEN = seenAfter(BRIEF, response);
const WHOLE = viewOf(SEEN.state, SEEN.interviews);
const views = new Map(ROLES.map((role) => [role, viewOfRole(SEEN, role)]));
const typesOf = (role: (typeof ROLES)[number]) => new Set(views.get(role)?.events.map(({ type }) => type));

describe('what each role of a team sees', () => {
  it('adds up to all that the team sees, and is never all of it for one role', () => {
    const together = new Set(ROLES.flatMap((role) => views.get(role)?.events.map(({ id }) => id) ?? []));

    expect(WHOLE.events.filter(({ id }) => !together.has(id))).toEqual([]);
    for (const role of ROLES) expect(views.get(role)?.events.length).toBeLessThan(WHOLE.events.length);
    for (const role of ROLES)
      expect(views.get(role)?.copies.map(({ id }) => id)).toEqual(WHOLE.copies.map(({ id }) => id));
  });

  it('keeps the inbox of the police with the police, and answers to reports with the support service', () => {
    expect(typesOf('police')).toContain('referral.received');
    for (const role of ROLES.filter((one) => one !== 'police'))
      expect(typesOf(role)).not.toContain('referral.received');
    expect(
      views.get('support')?.events.some(({ type, reporter }) => type === 'report.answered' && reporter === 'relative'),
    ).toBe(true);
    expect(views.get('support')?.events.some(({ reporter }) => reporter === 'police')).toBe(false);
    expect(typesOf('tester')).not.toContain('report.answered');
  });

  it('shows an advertiser lawful cards alone, and captures to the tester alone', () => {
    const cards = new Set(views.get('sellers')?.events.map(({ card }) => card));
    const lawful = TEST_CARDS.filter((card) => card.lawful).map(({ id }) => id);
    expect([...cards].filter((card) => !lawful.includes(card))).toEqual([]);
    expect(cards).toContain('TC12');
    expect(views.get('tester')?.items.length).toBe(WHOLE.items.length);
    for (const role of ROLES.filter((one) => one !== 'tester')) expect(views.get(role)?.items).toEqual([]);
  });

  it('never shows a status of a copy that the role has not seen', () => {
    for (const role of ['support', 'police', 'statistics'] as const)
      for (const copy of views.get(role)?.copies ?? [])
        if (!views.get(role)?.events.some(({ id }) => id.startsWith(`${copy.id}-`)))
          expect(copy.last).toBe('not-known');
    expect(new Set(views.get('statistics')?.copies.map(({ last }) => last))).toEqual(new Set(['not-known']));
  });

  it('gives each act to one role, and to the support service the veto on a card as well', () => {
    for (const { type } of ACTS) {
      if (!(type in ACTIONS)) continue;
      expect(ROLES.filter((role) => mayDo(role, { type: type as ActionType }))).toHaveLength(
        type === 'card.withdrawn' ? 2 : 1,
      );
    }
    expect(ROLES.filter((role) => mayDo(role, { type: 'card.withdrawn' }))).toEqual(['support', 'tester']);
  });
});
