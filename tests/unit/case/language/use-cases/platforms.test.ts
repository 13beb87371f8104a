import { describe, expect, it } from 'vitest';
import { CLAIM_IDS, CLAIMS, soundnessOf } from '#market/platforms/model/claims.ts';
import { canShow } from '#market/platforms/model/faults.ts';
import { moderationDocuments } from '#market/platforms/model/moderation-documents.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { issuesIn, linesOf, type Slip, withSlip } from '../../../../support/library/a-broken-project.ts';

const HABITS = 'content/platforms/buy.yaml';
const GOOD = 'content/platforms/buy/four-towns.yaml';
const MIRROR = 'content/platforms/buy/smallads-collected.yaml';

const SLIPS: readonly (Slip & { readonly file: string })[] = [
  {
    file: HABITS,
    slip: 'an age check above the last step',
    from: 'ageCheck: 2',
    to: '‸ageCheck: 5',
    codes: ['schema.number'],
    says: 'to 4, in digits',
  },
  {
    file: HABITS,
    slip: 'a consent check between two steps',
    from: 'consentCheck: 1',
    to: '‸consentCheck: 2.5',
    codes: ['schema.number'],
  },
  {
    file: HABITS,
    slip: 'a field beside the ones of habits',
    from: 'answers: anyone',
    to: 'answers: anyone, ‸editLeaks: true',
    codes: ['schema.unknown-field-near'],
    says: 'did you mean "editLeak"?',
  },
  {
    file: HABITS,
    slip: 'reports answered to somebody unknown',
    from: 'answers: anyone',
    to: '‸answers: police',
    codes: ['schema.not-one-of'],
    says: 'anyone, members, parents, nobody',
  },
  {
    file: HABITS,
    slip: 'a site that the market does not have',
    from: 'guests-corner:',
    to: '‸guest-corner:',
    codes: ['platform.unknown-site', 'platform.missing-site'],
    says: 'no site "guest-corner"',
  },
  {
    file: HABITS,
    slip: 'the habits of a platform that has a file of its own',
    from: '  tessaval-jobs:',
    to: '  ‸four-towns: { ageCheck: 3, consentCheck: 2, answers: anyone, editLeak: false, hoursToAct: 12 }\n  tessaval-jobs:',
    codes: ['platform.described-twice'],
    says: 'has a file of its own, content/platforms/buy/four-towns.yaml',
  },
  {
    file: HABITS,
    slip: 'a mirror that nothing says anything of',
    from: 'smallads-collected:',
    to: '‸smallads-collects:',
    codes: ['platform.unknown-site', 'platform.missing-site'],
  },
  {
    file: HABITS,
    slip: 'the market of another file',
    from: 'market: BUY',
    to: '‸market: REG',
    codes: ['library.id-not-file-name'],
  },
  {
    file: GOOD,
    slip: 'the site of another file',
    from: 'site: four-towns',
    to: '‸site: tessaval-jobs',
    codes: ['library.id-not-file-name'],
  },
  {
    file: GOOD,
    slip: 'a chance above the whole',
    from: 'edit: 2',
    to: '‸edit: 200',
    codes: ['schema.number'],
    says: '0 to 100',
  },
  {
    file: GOOD,
    slip: 'a claim that there is not',
    from: 'repost: 5',
    to: '‸reposts: 5',
    codes: ['schema.missing', 'schema.unknown-field'],
    at: '‸chances:',
  },
  {
    file: GOOD,
    slip: 'a fault that can hardly be seen',
    from: 'editLeak: false',
    to: 'editLeak: true',
    at: '‸edit: 2',
    codes: ['platform.chance-too-low'],
    says: 'editLeak is stated as a fault, and the chance of "edit" is 2 per cent',
  },
  {
    file: GOOD,
    slip: 'a sound trait that fails most of the time',
    from: 'removal-returns: 3',
    to: '‸removal-returns: 80',
    codes: ['platform.chance-too-high'],
    says: 'Write 49 or less',
  },
  {
    file: GOOD,
    slip: 'a form that does not fit the closed routes',
    from: 'account: false',
    to: '‸account: true',
    codes: ['platform.form-otherwise'],
    says: '"no-account" is closed exactly where',
  },
  {
    file: 'content/platforms/buy/kelvast-notices.yaml',
    slip: 'a check of labels for which nobody asks',
    from: 'checksLabels: false',
    to: '‸checksLabels: true',
    codes: ['platform.label-unasked'],
  },
  {
    file: MIRROR,
    slip: 'a mirror of a site that is none',
    from: 'site: smallads-collected\nkind',
    to: 'site: four-towns\n‸kind',
    codes: ['library.id-not-file-name', 'platform.kind-otherwise'],
    at: '‸site: four-towns',
  },
];

describe('an author who makes a slip in a file of platforms', () => {
  it.each(SLIPS)('gets its position and a cure: $slip', ({ file, ...slip }) => {
    const { issues, place } = withSlip(file, slip);
    const [line = ''] = linesOf(issues);

    expect([...new Set(issues.map(({ code }) => code))].sort()).toEqual([...slip.codes].sort());
    expect(line).toContain(place);
    expect(line).toContain(slip.says ?? '');
  });

  it('is told which file is missing', () => {
    expect(issuesIn(HABITS, undefined).map(({ code }) => code)).toContain('file.missing');
  });
});

describe('the shipped platforms', () => {
  const { tested = [], mirrors = [] } = LIBRARY.platforms.get('BUY') ?? {};

  it('are six and a mirror, in the order of the market', () => {
    expect(tested.map(({ id }) => id)).toEqual([
      'ostrel-smallads',
      'kelvast-notices',
      'four-towns',
      'dorvanne-massage',
      'marrin-evenings',
      'tessaval-finder',
    ]);
    expect(mirrors.map(({ id, mirrorOf }) => [id, mirrorOf])).toEqual([['smallads-collected', 'ostrel-smallads']]);
  });

  it('moderate in every log of their market with the habits of their own file', () => {
    const { habits = {} } = LIBRARY.platforms.get('BUY') ?? {};

    for (const { id, hidden } of tested) expect(hidden.traits, id).toMatchObject(habits[id] ?? { missing: id });
    // Values of the brief of the test, in the order of the market.
    expect(tested.map(({ id }) => [habits[id]?.ageCheck, habits[id]?.consentCheck, habits[id]?.hoursToAct])).toEqual([
      [1, 0, 4],
      [2, 1, 12],
      [4, 3, 8],
      [3, 3, 6],
      [1, 0, 72],
      [2, 1, 60],
    ]);
  });

  it('hold 72 sound claims, 9 grey ones and 39 faults', () => {
    const soundness = tested.flatMap(({ hidden }) => CLAIM_IDS.map((claim) => soundnessOf(hidden.chances[claim])));
    const count = (wanted: string) => soundness.filter((one) => one === wanted).length;

    expect([count('sound'), count('grey'), count('fault')]).toEqual([72, 9, 39]);
  });

  it('have the same moderators on both sites of one owner, and others on each site of the other', () => {
    const moderators = (id: string) => tested.find((one) => one.id === id)?.hidden.moderators;

    expect(moderators('ostrel-smallads')).toBe(moderators('kelvast-notices'));
    expect(moderators('four-towns')).not.toBe(moderators('dorvanne-massage'));
  });

  it('fail each claim on cards that can show its fault', () => {
    for (const claim of CLAIM_IDS)
      for (const card of CLAIMS[claim].cards) {
        expect(TEST_CARD_IDS).toContain(card);
        expect(canShow(CLAIMS[claim].fault, card), `${claim} ${card}`).toBe(true);
      }
  });
});

describe('the traits of the shipped platforms, in a test of 39 cards a site', () => {
  const { tested = [], habits = {} } = LIBRARY.platforms.get('BUY') ?? {};
  const { truth } = moderationDocuments({
    profile: { id: 'BUY', sites: tested },
    habits,
    sites: tested.length,
    marketId: '0123456789abcdef',
    seed: 'tessaval-report-1',
    from: '2031-01-29T09:00:00Z',
    stated: Object.fromEntries(tested.map(({ id, hidden }) => [id, hidden.traits])),
  });
  const of = (id: string) => truth.sites.find(({ site }) => site === id)?.metrics;

  it('give the figures of the model report', () => {
    expect(truth.sites.map(({ metrics }) => metrics.judged.verdict)).toEqual([
      'obstructive',
      'negligent',
      'cooperative',
      'negligent',
      'obstructive',
      'negligent',
    ]);
    expect(of('ostrel-smallads')).toMatchObject({
      editLeak: [3, 3],
      referral: { forwarded: [11, 14], withData: [0, 14] },
      preservation: { fields: [7, 11], days: 30 },
    });
    expect(of('marrin-evenings')).toMatchObject({ editLeak: [3, 3], referral: { forwarded: [0, 14] } });
    expect(of('kelvast-notices')).toMatchObject({ referral: { forwarded: [0, 14] }, preservation: { days: 14 } });
    expect(of('dorvanne-massage')).toMatchObject({ overBlocked: [6, 8] });
    expect(of('four-towns')).toMatchObject({ overBlocked: [0, 8] });
    expect(of('tessaval-finder')).toMatchObject({
      hoursToAction: { median: 63 },
      referral: { withData: [14, 14] },
      removalRequest: { removed: [3, 3], permanent: [0, 3] },
    });
  });
});
