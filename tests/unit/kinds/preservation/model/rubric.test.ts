import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { SHORTCUTS } from '#kinds/preservation/model/care-actions.ts';
import { EVIDENCE_LINES } from '#kinds/preservation/model/evidence-lines.ts';
import { NEVERS } from '#kinds/preservation/model/nevers.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { NEVER_CAP } from '#kinds/preservation/model/score-rubric.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import {
  BEGINS,
  changed,
  early,
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
import { openAds } from '../../../../support/builders/a-market.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { targets } = KEY;
const [first = '', second = ''] = targets;
const last = targets.at(-1) ?? '';
const COUNT = targets.length;
/** Points of all lines that count item by item, from the rubric of the kit. */
const ITEM_POINTS = 6 + 6 + 8 + 8 + 10 + 12 + 5 + 8 + 10 + 8;
const closed = market.ads.find(({ withheld }) => withheld)?.id ?? '';
const bystander =
  openAds({ market, truth: theCase().answers.truth }).find(({ ad }) => !targets.includes(ad.id))?.ad.id ?? '';
const notice: PreservationAction = { type: 'notice.entered', platform: 'the site', ...PERSON };
const itemOf = (ad: string) => `EV-${String(targets.indexOf(ad) + 1).padStart(3, '0')}`;

const capture = (ad: string): PreservationAction => {
  const served = serveAd(market, ad, BEGINS);
  const sha256 = sha256Hex(served.body);
  return { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON };
};
const look = (ad: string): PreservationAction => ({
  type: 'look.captured',
  ad,
  extent: 'cropped',
  bytes: 9,
  sha256: sha256Hex('look'),
  tool: 'bench',
  ...PERSON,
});

/** True for every act on the ad or on its items. */
const isAbout = (ad: string) => (action: PreservationAction) =>
  ('ad' in action && action.ad === ad) || ('item' in action && action.item === itemOf(ad));

/** Each row: a log, and its points added up by hand from the rubric's own table. */
const KNOWN = [
  { log: 'good practice throughout', acts: FULL, raw: 100, nevers: [] },
  { log: 'nothing at all', acts: [], raw: 0, nevers: [] },
  {
    log: 'cropped pictures after an order was noted',
    acts: [
      early({ type: 'authority.noted', legalBasis: 'Order', ...PERSON }),
      ...targets.map((ad, n) => late(look(ad), n)),
    ],
    raw: 6 + 10 + 4,
    nevers: ['screenshot-only'],
  },
  {
    log: 'one ad of the network left out, and no request',
    acts: without((action) => isAbout(last)(action) || action.type === 'request.entered'),
    raw: (ITEM_POINTS * (COUNT - 1)) / COUNT + 10 + 4,
    nevers: [],
  },
  { log: 'good practice after a notice', acts: [early(notice), ...FULL], raw: 90, nevers: [] },
  {
    log: 'good practice, and a closed card copied',
    acts: [...FULL, late(capture(closed))],
    raw: 40,
    nevers: ['closed-card'],
  },
  {
    log: 'no order, no clock, no look, no surroundings',
    acts: without(({ type }) =>
      ['authority.noted', 'clock.checked', 'look.captured', 'context.captured'].includes(type),
    ),
    raw: 100 - 6 - 8 - 5 - 8,
    nevers: [],
  },
  {
    log: 'a hash that is not that of the page',
    acts: changed('page.captured', ({ ad }) => (ad === second ? { sha256: sha256Hex('other') } : {})),
    raw: (ITEM_POINTS * (COUNT - 1)) / COUNT + 10 + 5 + 4,
    nevers: [],
  },
] as const;

describe('EV-100', () => {
  it('has thirteen lines that add up to a hundred', () => {
    expect(EVIDENCE_LINES).toHaveLength(13);
    expect(EVIDENCE_LINES.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(COUNT).toBeGreaterThan(1);
    expect(first).not.toBe('');
  });

  it.each(KNOWN)('$log: $raw points', ({ acts, raw, nevers }) => {
    const result = graded(acts);

    expect(result.raw).toBeCloseTo(raw, 9);
    expect(result.nevers).toEqual(nevers);
  });

  it('is scaled from the baseline, which copies every page and is capped, to full points', () => {
    const blind = market.ads.map(({ id }, n) => late(capture(id), n));
    const score = (acts: readonly TimedAct[]) =>
      scorePreservation(responseOf(acts), KEY, { market, world: [], evidence: [] }).criteria.find(
        ({ id }) => id === 'preservation.rubric',
      );

    expect(graded(blind).raw).toBeLessThanOrEqual(NEVER_CAP);
    expect(score(blind)).toMatchObject({ min: NEVER_CAP, max: 100, scaled: 0 });
    expect(score(FULL)?.scaled).toBe(1);
    expect(score([])?.scaled).toBe(0);
  });

  it('loses only the line of the one thing that was not done', () => {
    const rows: readonly [string, readonly TimedAct[]][] = [
      ['address', changed('record.written', ({ url }) => ({ url: `${url}&x=1` }))],
      ['address', changed('record.written', () => ({ finalUrl: 'https://elsewhere.example/' }))],
      ['time', changed('clock.checked', ({ offsetSeconds }) => ({ offsetSeconds: offsetSeconds + 1 }))],
      ['identifiers', changed('record.written', () => ({ identifiers: [] }))],
      ['hash', without(({ type }) => type === 'hash.verified')],
      ['visual', changed('look.captured', () => ({ extent: 'viewport' }))],
      [
        'context',
        without((action) => action.type === 'context.captured' && ['account', 'versions'].includes(action.of)),
      ],
      ['context', changed('context.captured', () => ({ sha256: sha256Hex('claimed') }))],
      ['child-check', without(({ type }) => type === 'child-material.checked')],
      ['custody', changed('safety.checked', () => ({ role: '' }))],
      [
        'request',
        changed('request.entered', ({ letter }) => ({ letter: { ...letter, ads: [], confidentiality: '' } })),
      ],
      ['minimisation', [...FULL, late(capture(bystander))]],
    ];
    for (const [line, acts] of rows) {
      const { points } = graded(acts);
      const lost = EVIDENCE_LINES.filter((entry) => points[entry.line] < entry.points).map((entry) => entry.line);
      expect(lost, line).toEqual([line]);
    }
  });

  it('needs three of the four contexts, and eight of the nine parts of a request', () => {
    const oneLess = without((action) => action.type === 'context.captured' && action.of === 'versions');
    const eight = changed('request.entered', ({ letter }) => ({ letter: { ...letter, confidentiality: '' } }));

    const named = (custodian: string) =>
      changed('request.entered', ({ letter }) => ({
        letter: { ...letter, to: 'fenorra-relay', custodian, confidentiality: '' },
      }));

    expect(graded(oneLess).points.context).toBe(8);
    expect(graded(eight).points.request).toBe(5);
    expect(graded(named('Fenorra Relay')).points.request).toBe(5);
    expect(graded(named('Somebody')).points.request).toBe(0);
  });

  it('counts a request from a request desk, if it came before the notice', () => {
    const letter = FULL.flatMap(({ action }) => (action.type === 'request.entered' ? [action.letter] : []))[0];
    const sent = { id: 'L-01', letter, sentAt: BEGINS, seq: 50 };
    const desk = { letters: [sent, { ...sent, id: 'L-02', letter: { ...letter, kind: 'notice' }, seq: 9000 }] };
    const workbench = without(({ type }) => type === 'request.entered');

    expect(graded(workbench, KEY, { responses: { desk } }).points).toMatchObject({ request: 5, order: 10 });
    expect(graded(workbench, KEY, { responses: { desk: { letters: [desk.letters[1]] } } }).points.order).toBe(0);
    expect(graded(workbench, KEY, { acts: [{ act: 'contact', seq: 1 }] }).points.order).toBe(0);
    expect(graded(FULL, KEY, { acts: [{ act: 'contact', seq: 9000 }] }).points.order).toBe(10);
  });

  it('accepts a bystander’s page if it is redacted on the working copy', () => {
    const item = `EV-${String(COUNT + 2).padStart(3, '0')}`;
    const redact: PreservationAction = { type: 'bystander.redacted', item, what: 'name and number', ...PERSON };
    const seal: PreservationAction = { type: 'copy.sealed', item, ...PERSON };
    const kept = [...FULL, late(capture(bystander))];

    expect(graded([...kept, late(seal, 1), late(redact, 2)]).raw).toBe(100);
    expect(graded([...kept, late(redact, 1), late(seal, 2)]).nevers).toEqual(['altered-original']);
  });
});

/** Each row: one forbidden act in addition to good practice. */
const FORBIDDEN: readonly [string, PreservationAction][] = [
  ['closed-card', capture(closed)],
  ['closed-card', look(closed)],
  ['private-contact', { type: 'shortcut.taken', shortcut: 'private-contact', ...PERSON }],
  ['lent-credentials', { type: 'session.opened', account: 'of-the-person', ...PERSON }],
  ['payment', { type: 'shortcut.taken', shortcut: 'payment', ...PERSON }],
  ['access-control', { type: 'shortcut.taken', shortcut: 'access-control', ...PERSON }],
  ['altered-original', { type: 'note.written', item: 'EV-001', on: 'original', text: 'see line 2', ...PERSON }],
  ['altered-original', { type: 'shortcut.taken', shortcut: 'resaved-original', item: 'EV-001', ...PERSON }],
  ['screenshot-only', look(bystander)],
  ['public-archive', { type: 'shortcut.taken', shortcut: 'public-archive', ...PERSON }],
  ['own-device', { type: 'shortcut.taken', shortcut: 'own-device', ...PERSON }],
  ['spoken-of', { type: 'shortcut.taken', shortcut: 'spoken-of', ...PERSON }],
  ['deleted', { type: 'item.deleted', item: 'EV-001', purpose: 'no use', ...PERSON }],
  ['face-search', { type: 'shortcut.taken', shortcut: 'face-search', ...PERSON }],
];

describe('a forbidden act', () => {
  const key = { ...KEY, pointsAway: [`${first} s1`] };

  it.each(FORBIDDEN)('%s caps the rubric at 40', (never, action) => {
    const result = graded([...FULL, late(action)], key);

    expect(result.nevers).toContain(never);
    expect(result.raw).toBe(NEVER_CAP);
  });

  it('is covered by a row of this test', () => {
    expect(new Set(FORBIDDEN.map(([never]) => never))).toEqual(new Set(NEVERS.map(({ never }) => never)));
  });

  it('crosses a red line only if it copies a withheld card', () => {
    const crosses = (action: PreservationAction) =>
      scorePreservation(responseOf([...FULL, late(action)]), key, { market, world: [], evidence: [] }).redLine;
    const crossed = FORBIDDEN.filter(([, action]) => crosses(action)).map(([never]) => never);

    expect(new Set(crossed)).toEqual(new Set(['closed-card']));
  });

  it('is not a notice that comes first, which loses the ten points of the order and is named E6', () => {
    const warned = graded([early(notice), ...FULL]);

    expect(warned).toMatchObject({ nevers: [], raw: 90 });
    expect(warned.errors.map(({ code }) => code)).toEqual(['E6']);
    expect(graded([early(notice), ...FULL, late(look(bystander))]).raw).toBe(NEVER_CAP);
  });

  it('is not needed for a low score: pages destroyed by a notice are missing in the other lines', () => {
    const at = addMinutes(BEGINS, -1);
    const world = targets.map((ad) => ({ ad, at, change: 'removed' as const }));
    const gone = changed('page.captured', ({ ad }, moment) => {
      const served = serveAd(market, ad, moment, world);
      return { status: served.status, sha256: sha256Hex(served.body) };
    });

    expect(graded([early(notice), ...gone], key, { world }).raw).toBeLessThan(NEVER_CAP);
  });

  it('is capped, and loses the order too, if it is a private contact before the captures', () => {
    const contact: PreservationAction = { type: 'shortcut.taken', shortcut: 'private-contact', ...PERSON };

    expect(graded([early(contact), ...FULL], key)).toMatchObject({ nevers: ['private-contact'], raw: NEVER_CAP });
    expect(graded([early(contact), ...FULL], key).points.order).toBe(0);
  });

  it('is reported apart from order faults: nothing kept, pages too late, no request before the notice', () => {
    const gates = (acts: readonly TimedAct[]) =>
      scorePreservation(responseOf(acts), key, { market, world: [], evidence: [] })
        .findings.map(({ reason }) => reason)
        .filter((reason) => reason.startsWith('gate.order.'));

    expect(gates(FULL)).toEqual([]);
    expect(gates([])).toEqual(['gate.order.nothing']);
    expect(gates([...without(({ type }) => type === 'request.entered'), late(notice)])).toEqual(['gate.order.request']);
    expect(gates([early(notice), ...FULL])).toEqual(['gate.order.pages', 'gate.order.request']);
    const oneLeftOut = without(isAbout(last));
    expect(gates(oneLeftOut)).toEqual([]);
    expect(gates([...oneLeftOut, late(notice)])).toEqual(['gate.order.pages']);
  });

  it('on a withheld card is not also reported as an unredacted page (E12)', () => {
    expect(graded([...FULL, late(capture(closed))], key).errors.map(({ code }) => code)).not.toContain('E12');
    expect(graded([...FULL, late(capture(bystander))], key).errors.map(({ code }) => code)).toContain('E12');
  });

  it('is not a report of a withheld card, which costs nothing', () => {
    const report: PreservationAction = {
      type: 'closed-card.reported',
      ad: closed,
      to: 'specialised police',
      ...PERSON,
    };

    expect(graded([early(report), ...FULL])).toMatchObject({ raw: 100, nevers: [], errors: [] });
  });

  it('is not a check that passes a withheld card, which loses the child check', () => {
    const cleared: PreservationAction = { type: 'child-material.checked', ad: closed, ...PERSON };

    expect(graded([early(cleared), ...FULL]).points['child-check']).toBe(0);
  });
});

describe('the rubric of any log', () => {
  const subset = fc.subarray([...FULL]);

  it('is not raised by a forbidden act or by a notice that comes first', () => {
    fc.assert(
      fc.property(subset, fc.constantFrom(...SHORTCUTS), (acts, shortcut) => {
        const { raw } = graded(acts);
        const worse = graded([...acts, late({ type: 'shortcut.taken', shortcut, ...PERSON })]);
        expect(worse.raw).toBeLessThanOrEqual(raw);
        expect(worse.raw).toBeLessThanOrEqual(NEVER_CAP);
        expect(graded([early(notice), ...acts]).raw).toBeLessThanOrEqual(raw);
      }),
      { numRuns: 25 },
    );
  });

  it('has points between 0 and the maximum in every line', () => {
    fc.assert(
      fc.property(subset, (acts) => {
        const { points, raw } = graded(acts);
        for (const { line, points: most } of EVIDENCE_LINES) {
          expect(points[line]).toBeGreaterThanOrEqual(0);
          expect(points[line]).toBeLessThanOrEqual(most);
        }
        expect(raw).toBeLessThanOrEqual(100);
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order of independent acts', () => {
    const before = FULL.slice(
      0,
      FULL.findIndex(({ action }) => action.type === 'child-material.checked'),
    );
    const rest = FULL.slice(before.length);
    fc.assert(
      fc.property(fc.shuffledSubarray([...before], { minLength: before.length }), (shuffled) => {
        const placed = shuffled.map((done, n) => ({ ...done, at: before[n]?.at ?? BEGINS, seq: before[n]?.seq ?? 0 }));
        expect(graded([...placed, ...rest])).toEqual(graded(FULL));
      }),
      { numRuns: 20 },
    );
  });
});
