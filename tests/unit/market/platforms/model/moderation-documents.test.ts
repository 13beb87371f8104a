import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { FAULT_IDS } from '#market/platforms/model/faults.ts';
import { moderationDocuments } from '#market/platforms/model/moderation-documents.ts';
import { DEEDS, REASONS } from '#market/platforms/model/moderation-event.ts';
import { ModerationSchema, ModerationTruthSchema } from '#market/platforms/model/schemas.ts';
import { aSite, BEGIN, MARKET_ID, seeds } from '../../../../support/market/platforms/a-moderation-test.ts';

const profile = {
  id: 'BUY',
  sites: [
    aSite('varn-board'),
    aSite('orle-list', { answers: 'parents', editLeak: true, hoursToAct: 60 }),
    aSite('dorv-board', { ageCheck: 0, consentCheck: 1, answers: 'nobody', hoursToAct: 200 }),
    aSite('untested'),
  ],
} as const;
const habits = Object.fromEntries(profile.sites.map((site) => [site.id, site.habits]));
const order = { profile, habits, sites: 3, marketId: MARKET_ID, seed: 'secret-seed-4711', from: BEGIN };
const made = moderationDocuments(order);

describe('moderationDocuments', () => {
  it('tests the first sites of the profile over six weeks', () => {
    const ids = ['varn-board', 'orle-list', 'dorv-board'];

    expect(made.public.sites.map(({ id }) => id)).toEqual(ids);
    expect(made.truth.sites.map(({ site }) => site)).toEqual(ids);
    expect(new Set(made.public.log.map(({ site }) => site))).toEqual(new Set(ids));
    expect(made.public.until).toBe(addMinutes(BEGIN, 6 * 7 * 24 * 60));
    expect(new Set(made.public.log.map(({ id }) => id)).size).toBe(made.public.log.length);
  });

  it('fits its schemas after a JSON round trip, for any seed', () => {
    for (const seed of seeds('document', 20)) {
      const documents = JSON.parse(JSON.stringify(moderationDocuments({ ...order, seed }))) as typeof made;

      expect(ModerationSchema.safeParse(documents.public).error).toBeUndefined();
      expect(ModerationTruthSchema.safeParse(documents.truth).error).toBeUndefined();
    }
  });

  it('keeps seed, reasons, faults and platform traits out of the public half', () => {
    const { possibleFaults, ...rest } = made.public;
    const text = JSON.stringify(rest);
    const secret = [...FAULT_IDS, ...REASONS, 'hoursToAct', 'repostLeak', 'verdict', order.seed];

    expect(possibleFaults).toEqual(FAULT_IDS);
    expect(secret.filter((word) => text.includes(`"${word}"`) || text.includes(`${word}:`))).toEqual([]);
    expect(text).not.toContain(order.seed);
    expect(Object.keys(made.public.log[0] ?? {})).not.toContain('did');
    expect(DEEDS.some((deed) => text.includes(`"did":"${deed}"`))).toBe(false);
  });

  it('has the given mark of synthetic material', () => {
    expect(made.public).toMatchObject({ synthetic: true, marketId: MARKET_ID });
    expect(made.public.notice).toMatch(/SYNTHETIC/);
    expect(moderationDocuments({ ...order, notice: 'MATÉRIEL FICTIF' }).public.notice).toBe('MATÉRIEL FICTIF');
  });

  it('gives the same bytes for the same order, independent of other tested sites', () => {
    const alone = moderationDocuments({ ...order, sites: 1 });

    expect(JSON.stringify(moderationDocuments(order))).toBe(JSON.stringify(made));
    expect(alone.truth.sites[0]).toEqual(made.truth.sites[0]);
    expect(alone.public.log).toEqual(made.public.log.filter(({ site }) => site === 'varn-board'));
  });

  it('applies stated faults to a site, and leaves others unchanged', () => {
    const stated = moderationDocuments({ ...order, stated: { 'orle-list': { repostLeak: 100 } } });

    expect(stated.truth.sites[1]?.platform.repostLeak).toBe(100);
    expect(stated.truth.sites[0]).toEqual(made.truth.sites[0]);
  });

  it.each([
    ['no site', { sites: 0 }],
    ['more sites than there are', { sites: 5 }],
    ['half a site', { sites: 1.5 }],
    ['faults of a site that is not tested', { stated: { untested: { editLeak: true } } }],
  ])('is refused with %s', (_, change) => {
    expect(() => moderationDocuments({ ...order, ...change })).toThrow(/sites|tested/);
  });
});
