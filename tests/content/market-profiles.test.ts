import { describe, expect, it } from 'vitest';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';

const PROFILES = [...LIBRARY.profiles.values()];
const IN_SERVICES = PROFILES.filter(({ family }) => family === 'services');

/** Percent of ads in the field market by type of uncontrolled actor; the rest is controlled. */
const FIELD = { independent: 51, duo: 8, agency: 14, collective: 3, scammer: 6, bot: 4 };

/** Shares that a profile fixes, in percent; other actors keep the proportions of the field market. */
const FIXED: Readonly<Record<string, Partial<typeof FIELD>>> = {
  REG: { agency: 24, collective: 0 },
  BUY: { agency: 10, collective: 5, duo: 12 },
  PRO: { agency: 8, collective: 5 },
  TPC: {},
};

const allText = (profile: MarketProfile) =>
  [profile.summary, ...profile.law, profile.agencies, profile.symbols, profile.touring, profile.reportTo].join(' ');
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const isOnce = (values: readonly string[]) => new Set(values).size === values.length;

describe('the market profiles', () => {
  it('are the six for which the catalogue weighs signs', () => {
    expect(PROFILES.map(({ id, family }) => `${id} ${family}`).toSorted()).toEqual([
      'BUY services',
      'JOB jobs',
      'PRO services',
      'REG services',
      'SOC social',
      'TPC services',
    ]);
  });

  it('share no town, site, host or State', () => {
    const sites = PROFILES.flatMap((profile) => profile.sites);

    expect(isOnce(PROFILES.map(({ name }) => name))).toBe(true);
    expect(isOnce(PROFILES.flatMap(({ towns }) => towns.map(({ name }) => name)))).toBe(true);
    for (const field of ['id', 'name', 'host'] as const) expect(isOnce(sites.map((site) => site[field]))).toBe(true);
  });

  it('explain the symbol of the kit in one place, and say elsewhere that it has no meaning', () => {
    const explained = PROFILES.filter(({ symbols }) => symbols.includes('◈'));

    expect(explained.map(({ id }) => id)).toEqual(['TPC']);
    for (const { id, symbols } of PROFILES) if (id !== 'TPC') expect(symbols).toContain('no local meaning here');
    expect(PROFILES.map((profile) => allText({ ...profile, symbols: '' })).join(' ')).not.toContain('◈');
  });

  it.each(PROFILES)('$id prints no number to call and leaves that to the facilitator', ({ reportTo }) => {
    expect(reportTo).not.toMatch(/\d/);
    expect(reportTo).toContain('The facilitator fills in the local card');
    expect(reportTo).toContain('prints no number');
  });

  it.each(PROFILES)('$id labels no person and names nothing that a reader could open', (profile) => {
    expect(allText(profile)).not.toMatch(/\b(?:victims?|pimps?|prostitut\w+|rescu\w+)\b/i);
    expect(allText(profile)).not.toMatch(/[\p{L}\d][.@:/]\p{L}/u);
  });

  it.each(PROFILES)('$id has its event in one of its towns', ({ event, towns }) => {
    expect(towns.map(({ name }) => name)).toContain(event.town);
  });

  it.each(PROFILES)('$id has prices of its kind, not the same in any two towns', ({ family, towns }) => {
    const [least, most] = family === 'services' ? [100, 200] : [1500, 2600];
    const medians = towns.map(({ median }) => median);

    expect(Math.min(...medians)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...medians)).toBeLessThanOrEqual(most);
    expect(isOnce(medians.map(String))).toBe(true);
  });

  it.each(PROFILES)(
    '$id announces the four prevalences, and its share of empty fields',
    ({ id, prevalence, emptyFields }) => {
      expect(prevalence).toEqual({ CALIBRATION: 0, NEEDLE: 2, FIELD: [2, 20], PRACTICE: 20 });
      expect(emptyFields).toBe(id === 'PRO' ? 35 : 15);
    },
  );
});

describe('the sites of a market', () => {
  it.each(PROFILES)('$id begins with the largest, which is no copy', ({ sites }) => {
    const [first, ...others] = sites;

    expect(first?.mirrorOf).toBeUndefined();
    for (const { share } of others) expect(share).toBeLessThan(first?.share ?? 0);
  });

  it.each(PROFILES)('$id has one mirror, after the first two, without ads of its own', ({ sites }) => {
    const mirrors = sites.filter(({ mirrorOf }) => mirrorOf !== undefined);
    const [mirror] = mirrors;
    const original = sites.find(({ id }) => id === mirror?.mirrorOf);

    expect(mirrors).toHaveLength(1);
    expect(mirror?.share).toBe(0);
    expect(mirror && sites.indexOf(mirror)).toBeGreaterThanOrEqual(2);
    expect(original?.mirrorOf).toBeUndefined();
    expect(original?.share).toBeGreaterThan(0);
  });

  it.each(IN_SERVICES)('$id ends with a board for jobs, which takes no other ads', ({ sites }) => {
    const last = sites.at(-1);

    expect(last).toMatchObject({ type: 'job-board', share: 0 });
    expect(sites.filter(({ type }) => type === 'job-board')).toEqual([last]);
    expect(new Set(sites.map(({ type }) => type))).toEqual(
      new Set(['classifieds', 'services', 'massage', 'aggregator', 'buyer-board', 'job-board']),
    );
  });

  it.each([
    ['JOB', ['job-board', 'aggregator']],
    ['SOC', ['social', 'job-board', 'aggregator']],
  ] as const)('%s are boards of its kind', (id, types) => {
    const { sites = [] } = LIBRARY.profiles.get(id) ?? {};

    expect(new Set(sites.map(({ type }) => type))).toEqual(new Set(types));
    expect(sites.every(({ face }) => ['classifieds', 'directory', 'board'].includes(face))).toBe(true);
  });

  it.each(PROFILES)('$id has enough sites for every size of market, and owners of two sites', ({ sites }) => {
    const plain = sites.filter(({ type, mirrorOf }) => mirrorOf === undefined && type !== 'job-board');
    const owners = sites.map(({ owner }) => owner);

    expect(sites.length).toBeGreaterThanOrEqual(8);
    expect(plain.every(({ share }) => share > 0)).toBe(true);
    expect(new Set(owners).size).toBeGreaterThanOrEqual(4);
    expect(new Set(owners).size).toBeLessThan(owners.length);
  });

  it.each(PROFILES)('$id has better and worse moderated sites', ({ id }) => {
    const traits = Object.values(LIBRARY.platforms.get(id)?.habits ?? {});

    expect(isOnce(traits.map((trait) => JSON.stringify(trait)))).toBe(true);
    const answers = new Set(traits.map((trait) => trait.answers));
    expect([answers.has('anyone'), answers.has('nobody')]).toEqual([true, true]);
    expect(answers.size).toBeGreaterThanOrEqual(3);
    expect(new Set(traits.map(({ editLeak }) => editLeak)).size).toBe(2);
    expect(new Set(traits.map(({ ageCheck }) => ageCheck)).size).toBeGreaterThanOrEqual(3);
  });

  it('all together have sites that answer anyone, members, parents and nobody', () => {
    const answers = PROFILES.flatMap(({ id }) =>
      Object.values(LIBRARY.platforms.get(id)?.habits ?? {}).map((trait) => trait.answers),
    );

    expect(new Set(answers)).toEqual(new Set(['anyone', 'members', 'parents', 'nobody']));
  });
});

describe('the actors of ads that are not controlled', () => {
  it.each(IN_SERVICES)('$id keep the proportions of the field market besides the fixed shares', ({ id, mix }) => {
    const fixed = FIXED[id] ?? {};
    const others = Object.entries(FIELD).filter(([type]) => !Object.hasOwn(fixed, type));
    const rest = 100 - sumOf(Object.values(fixed));
    const whole = sumOf(others.map(([, share]) => share));

    for (const [type, share] of Object.entries({
      ...fixed,
      ...Object.fromEntries(others.map(([other, ads]) => [other, (rest * ads) / whole])),
    }))
      expect(Math.abs((mix[type as keyof typeof FIELD] ?? 0) - share), type).toBeLessThan(0.06);
  });

  it('are employers and programs on boards for jobs, and fraud besides in a social network', () => {
    expect(LIBRARY.profiles.get('JOB')?.mix).toEqual({ employer: 96, bot: 4 });
    expect(LIBRARY.profiles.get('SOC')?.mix).toEqual({ employer: 80, scammer: 12, bot: 8 });
  });
});

describe('the market of the shipped case', () => {
  it('lists first the site of the case', () => {
    expect(LIBRARY.profiles.get('BUY')?.sites[0]).toMatchObject({
      id: 'ostrel-smallads',
      name: 'Ostrel Small Ads',
      host: 'ostrel-smallads.example',
      section: 'Services',
      face: 'classifieds',
    });
    expect(PROJECT.read('scenarios/quiet-number/scenario.yaml')).toContain('Ostrel Small Ads');
  });
});
