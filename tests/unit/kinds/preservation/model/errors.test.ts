import { describe, expect, it } from 'vitest';
import { COURT_QUESTIONS } from '#evidence/drill/model/court-questions.ts';
import { ERROR_CODES, type ErrorCode, TYPICAL_ERRORS } from '#evidence/drill/model/typical-errors.ts';
import { workstationOffset, workstationTime } from '#evidence/locker/model/workstation-clock.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
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
import { aMarket, openAds } from '../../../../support/builders/a-market.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const { targets } = KEY;
const [first = ''] = targets;
const last = targets.at(-1) ?? '';
const lastItem = `EV-${String(targets.length).padStart(3, '0')}`;
const others = openAds({ market, truth: theCase().answers.truth }).filter(({ ad }) => !targets.includes(ad.id));
const bystander = others.find(({ ad }) => !ad.copied)?.ad.id ?? '';
const onFirst = (item: string) => item === 'EV-001';
const DAYS = 24 * 60;

const captureOf = (ad: string, of = market): PreservationAction => {
  const served = serveAd(of, ad, BEGINS);
  const sha256 = sha256Hex(served.body);
  return { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON };
};
const note = (on: 'log' | 'original', text: string): TimedAct =>
  late({ type: 'note.written', item: 'EV-001', on, text, ...PERSON });

/** Each row: acts of good practice with one planted error, and its code, the only one that must be found. */
const PLANTED: readonly { code: ErrorCode; with?: readonly ErrorCode[]; how: string; acts: readonly TimedAct[] }[] = [
  {
    code: 'E1',
    how: 'a time without its zone',
    acts: changed('record.written', ({ item, time }) =>
      onFirst(item) ? { time: time.replace('T', ' ').replace('Z', '') } : {},
    ),
  },
  {
    code: 'E2',
    how: 'a picture of a page that was never captured',
    acts: [
      ...FULL,
      late({
        type: 'look.captured',
        ad: bystander,
        extent: 'cropped',
        bytes: 1,
        sha256: sha256Hex(''),
        tool: 'bench',
        ...PERSON,
      }),
    ],
  },
  {
    code: 'E3',
    how: 'an address without its query',
    acts: changed('record.written', ({ item, url }) => (onFirst(item) ? { url: url.split('?')[0] ?? '' } : {})),
  },
  {
    code: 'E3',
    how: 'the address of a search',
    acts: changed('record.written', ({ item }) => (onFirst(item) ? { url: adUrl(market, first, 'search') } : {})),
  },
  {
    code: 'E4',
    how: 'a hash over converted bytes',
    acts: changed('page.captured', ({ ad }, at) =>
      ad === first && at < addMinutes(BEGINS, 30) ? { sha256: sha256Hex('converted') } : {},
    ),
  },
  { code: 'E5', how: 'a tool without a name', acts: changed('plan.noted', () => ({ tool: '' })) },
  { code: 'E5', how: 'an entry without a person', acts: changed('safety.checked', () => ({ actor: '' })) },
  {
    code: 'E6',
    how: 'a notice before everything',
    acts: [early({ type: 'notice.entered', platform: 'site', ...PERSON }), ...FULL],
  },
  {
    code: 'E7',
    how: 'one ad of the network left out',
    acts: without((action) => ('ad' in action && action.ad === last) || ('item' in action && action.item === lastItem)),
  },
  { code: 'E8', how: 'a remark on the original', acts: [...FULL, note('original', 'see the second line')] },
  {
    code: 'E9',
    how: 'work on the original',
    acts: [
      ...FULL,
      late({ type: 'copy.opened', item: 'EV-001', copy: 'original', purpose: 'to mark passages', ...PERSON }),
    ],
  },
  {
    code: 'E10',
    how: 'another name and no entry',
    acts: [...FULL, late({ type: 'item.renamed', item: 'EV-001', name: 'first', logged: false, ...PERSON })],
  },
  { code: 'E11', how: 'a word that claims too much', acts: [...FULL, note('log', 'The victim posts at night.')] },
  { code: 'E12', how: 'a bystander’s page', acts: [...FULL, late(captureOf(bystander))] },
  { code: 'E13', how: 'a personal account', acts: changed('session.opened', () => ({ account: 'personal' })) },
  { code: 'E15', how: 'no clock check', acts: without(({ type }) => type === 'clock.checked') },
  {
    code: 'E15',
    how: 'the time of the workstation',
    acts: changed('record.written', ({ item, time }) =>
      onFirst(item) ? { time: workstationTime(time, workstationOffset(undefined)) } : {},
    ),
  },
  { code: 'E16', how: 'no day of renewal', acts: without(({ type }) => type === 'renewal.noted') },
  {
    code: 'E16',
    how: 'a day after the end of the period',
    acts: changed('renewal.noted', ({ on }) => ({ on: addMinutes(on, 20 * DAYS) })),
  },
  {
    code: 'E18',
    how: 'a note that leaves something out',
    acts: changed('disclosure.noted', () => ({ pointsAway: [] })),
  },
];
const codesOf = ({ errors }: ReturnType<typeof graded>) => errors.map(({ code }) => code);

describe('the typical errors', () => {
  it('do not occur in a log of good practice', () => {
    expect(KEY.pointsAway?.length).toBeGreaterThan(0);
    expect(codesOf(graded(FULL))).toEqual([]);
  });

  it.each(PLANTED)('$code: $how', ({ code, acts }) => {
    expect(codesOf(graded(acts))).toEqual([code]);
  });

  it('give their places: the item, the ad, the place on the page, the log entry', () => {
    const placesOf = (acts: readonly TimedAct[]) => graded(acts).errors.map(({ code, places }) => [code, places]);
    const waysOf = (acts: readonly TimedAct[]) => graded(acts).errors.map(({ code, ways }) => [code, ways]);

    expect(
      waysOf(changed('record.written', ({ item, url }) => (item === 'EV-002' ? { url: url.split('?')[0] ?? '' } : {}))),
    ).toEqual([['E3', [{ way: 'query', at: ['EV-002'] }]]]);
    expect(placesOf(without((action) => 'ad' in action && action.ad === last))).toContainEqual(['E7', [`ad ${last}`]]);
    expect(placesOf(changed('disclosure.noted', () => ({ pointsAway: [] })))).toEqual([['E18', KEY.pointsAway]]);
    expect(placesOf([...FULL, note('log', 'Two victims live there.')])).toEqual([
      ['E11', [`entry ${FULL.length + 1}`]],
    ]);
    expect(placesOf(changed('plan.noted', () => ({ tool: '' })))).toEqual([['E5', []]]);
  });

  it('E14: a copy on a mirror, recorded as the source or under its address', () => {
    const mirrored = aMarket({ seed: 'mirror-1', size: 'field' }).market;
    const copy = mirrored.ads.find(({ copied, withheld }) => copied && !withheld)?.id ?? '';
    const source = mirrored.ads.find(({ copied, withheld }) => !copied && !withheld)?.id ?? '';
    const url = adUrl(mirrored, copy);
    const errorsWith = (record: object) => {
      const written = { item: 'EV-001', url, time: BEGINS, identifiers: [], ...record };
      const acts = [late(captureOf(copy, mirrored)), late({ type: 'record.written', ...written, ...PERSON }, 1)];
      return codesOf(graded(acts, { targets: [copy] }, { market: mirrored }));
    };

    expect(errorsWith({ standing: 'copy' })).not.toContain('E14');
    expect(errorsWith({ standing: 'source' })).toContain('E14');
    expect(errorsWith({ url: adUrl(mirrored, source) })).toContain('E14');
  });

  it('E14: a page reached by a redirect, recorded as the source', () => {
    const to = { id: 'copies', name: 'Copies', host: 'copies.example' };
    const world: WorldState = [{ ad: last, at: BEGINS, change: 'moved', to }];
    const errorsWith = (standing: 'source' | 'copy', changes: WorldState) => {
      const written = { item: 'EV-001', url: adUrl(market, last), time: BEGINS, identifiers: [], standing };
      const acts = [late(captureOf(last)), late({ type: 'record.written', ...written, ...PERSON }, 1)];
      return codesOf(graded(acts, { targets: [last] }, { world: changes }));
    };

    expect(errorsWith('copy', world)).not.toContain('E14');
    expect(errorsWith('source', world)).toContain('E14');
    expect(errorsWith('source', [])).not.toContain('E14');
  });

  it('E16: a period that ended, but not one that was renewed in time', () => {
    const now = addMinutes(BEGINS, 100 * DAYS);
    const renewed = {
      action: { type: 'request.renewed', days: 90, ...PERSON },
      at: addMinutes(BEGINS, 80 * DAYS),
      seq: 9000,
    } as const;

    expect(codesOf(graded(FULL, KEY, { now }))).toEqual(['E16']);
    expect(codesOf(graded([...FULL, renewed], KEY, { now }))).toEqual([]);
  });

  it('E17: a page that changed while the bench was open, unless it is captured again', () => {
    const at = addMinutes(BEGINS, FULL.length - 1);
    const world: WorldState = [{ ad: last, at, change: 'edited' }];
    const sha256 = sha256Hex(serveAd(market, last, addMinutes(at, 1), world).body);
    const again = late({ ...captureOf(last), sha256 } as PreservationAction);

    expect(codesOf(graded(FULL, KEY, { world }))).toEqual(['E17']);
    expect(codesOf(graded([...FULL, again], KEY, { world }))).toEqual([]);
  });

  it('E17: a page that says it was edited, without a capture of its versions', () => {
    const world: WorldState = [{ ad: last, at: addMinutes(BEGINS, -60), change: 'edited' }];
    const served = (ad: string, at: string) => sha256Hex(serveAd(market, ad, at, world).body);
    const acts = changed('page.captured', ({ ad }, at) => ({ sha256: served(ad, at) }));
    const unasked = acts.filter(
      ({ action }) =>
        action.type !== 'hash.verified' &&
        !(action.type === 'context.captured' && action.ad === last && action.of === 'versions'),
    );

    expect(codesOf(graded(unasked, KEY, { world }))).toContain('E17');
  });

  it('E11: a label for a person, but not the names of services and rights', () => {
    const said = (text: string) => codesOf(graded([...FULL, note('log', text)]));

    expect(said('Handed to victim support.')).toEqual([]);
    expect(said('A possible victim was named by the caller.')).toEqual([]);
    expect(said('Two victims live there.')).toEqual(['E11']);
  });

  it('each leave one or two questions of the lesson open, are explained, and cite sources no more strongly than those were read', () => {
    const marks = ['U', 'A', 'V'];
    expect(ERROR_CODES).toHaveLength(18);
    for (const code of ERROR_CODES) {
      const { questions, sources } = TYPICAL_ERRORS[code];
      expect(COURT_QUESTIONS).toEqual(expect.arrayContaining([...questions]));
      expect(questions.length).toBeLessThanOrEqual(2);
      expect(messages).toHaveProperty([`court.${code}`]);
      expect(messages[`court.${code}`]).toContain('A court may ask');
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources)
        expect(marks.indexOf(source.mark)).toBeLessThanOrEqual(
          marks.indexOf(LIBRARY.sources.get(source.code)?.mark ?? 'none'),
        );
    }
  });

  it('are findings of the score with their sources, next to forbidden acts', () => {
    const acts = [early({ type: 'notice.entered', platform: 'site', ...PERSON }), ...FULL, note('original', 'line 2')];
    const { findings } = scorePreservation(responseOf(acts), KEY, { market, world: [], evidence: [] });
    const reasons = findings.filter(({ kind }) => kind === 'miss').map(({ reason }) => reason);

    expect(reasons).toEqual([
      'never.altered-original',
      'gate.order.pages',
      'gate.order.request',
      'error.E6',
      'error.E8',
    ]);
  });
});
