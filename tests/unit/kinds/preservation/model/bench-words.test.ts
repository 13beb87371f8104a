import { describe, expect, it } from 'vitest';
import { emptyLetter } from '#evidence/letters/model/letter.ts';
import { personWords } from '#evidence/locker/model/person-words.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { PRESERVATION_SENTENCES } from '#kinds/preservation/model/sentences.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
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

const [first = '', ...others] = KEY.targets;

function said(acts: readonly TimedAct[], world: WorldState = []) {
  const { facts } = scorePreservation(responseOf(acts), KEY, { market, world, evidence: [] });
  return sentencesFrom(PRESERVATION_SENTENCES, facts as PreservationFacts);
}
const paramsOf = (acts: readonly TimedAct[], id: string, world: WorldState = []) =>
  said(acts, world)
    .filter((sentence) => sentence.id === id)
    .map(({ params }) => params);
const look: PreservationAction = {
  type: 'look.captured',
  ad: first,
  extent: 'full-page',
  bytes: 9,
  sha256: sha256Hex('look'),
  tool: 'bench',
  ...PERSON,
};

describe('a legal basis, item by item', () => {
  it('is the last one noted before the capture; earlier captures have none', () => {
    const captured = FULL.filter(({ action }) => action.type === 'page.captured');
    const after = captured[1]?.seq ?? 0;
    const basis = { type: 'authority.noted', legalBasis: 'Own order. Purpose: the first page.', ...PERSON } as const;
    const acts = [
      ...without(({ type }) => type === 'authority.noted'),
      { action: basis, at: BEGINS, seq: after - 0.5 },
    ];
    const items = (from: number, to?: number) =>
      responseOf(FULL)
        .items.slice(from, to)
        .map(({ item }) => item)
        .join(', ');

    expect(paramsOf(acts, 'question.who.no-basis')).toEqual([{ items: items(0, 1) }]);
    expect(paramsOf(acts, 'question.who.basis')).toEqual([
      { basis: 'Own order. Purpose: the first page', items: items(1) },
    ]);
  });

  it('lists the ads with a basis before the first copy, unless all or none have one', () => {
    expect(paramsOf([early(look), ...FULL], 'record.authority.some')).toEqual([{ ads: others.join(', ') }]);
    expect(paramsOf(FULL, 'record.authority.some')).toEqual([]);
    expect(paramsOf([], 'record.authority.some')).toEqual([]);
  });
});

describe('what a capture proves', () => {
  it('is address and time only if the record gives both rightly', () => {
    const items = responseOf(FULL).items.map(({ item }) => item);
    const [one = '', ...rest] = items;
    const bare = without((action) => action.type === 'record.written' && action.item === one);
    const wrong = changed('record.written', ({ item }) => (item === one ? { time: '2031-01-01T00:00:00Z' } : {}));
    const elsewhere = changed('record.written', ({ item }) => (item === one ? { url: 'https://x.example/' } : {}));

    expect(paramsOf(FULL, 'question.proves.untold')).toEqual([]);
    for (const acts of [bare, wrong, elsewhere]) {
      expect(paramsOf(acts, 'question.proves.untold')).toEqual([{ items: one }]);
      expect(paramsOf(acts, 'question.proves.pages')).toEqual([{ items: rest.join(', ') }]);
    }
  });
});

describe('an answer without a page', () => {
  const world: WorldState = [{ ad: first, at: BEGINS, change: 'removed' }];

  it('earns no points for custody: there is no page whose custody could be shown', () => {
    const { status, body } = serveAd(market, first, BEGINS, world);
    const answer = { status, bytes: body.length, sha256: sha256Hex(body) };
    const gone = early({ type: 'page.captured', ad: first, ...answer, ...PERSON });

    expect(graded([gone], KEY, { world }).points.custody).toBe(0);
    expect(graded(FULL).points.custody).toBe(8);
  });

  it('is counted as a picture without a page', () => {
    expect(paramsOf([early(look)], 'beside.no-page', world)).toEqual([{ count: 1 }]);
    expect(paramsOf([early(look)], 'beside.no-page')).toEqual([]);
  });
});

describe('a preservation request', () => {
  const letters = (sentences: ReturnType<typeof said>) => sentences.filter(({ id }) => id.startsWith('request.'));
  const asked = (letter: Partial<ReturnType<typeof emptyLetter>>) =>
    letters(said([...without(({ type }) => ['request.entered', 'answer.entered'].includes(type)), sent(letter)]));
  const sent = (letter: Partial<ReturnType<typeof emptyLetter>>) =>
    late({ type: 'request.entered', letter: { ...emptyLetter('preservation'), ...letter }, ...PERSON });
  const full = responseOf(FULL).acts.flatMap((act) => (act.type === 'request.entered' ? [act.letter] : []))[0];

  it('has nine of nine parts if complete; an empty one has none, and each missing part is named', () => {
    expect(full && asked(full).map(({ id, params }) => [id, params])).toEqual([['request.letter', { n: 9, of: 9 }]]);
    const empty = asked({});
    expect(empty[0]?.params).toEqual({ n: 0, of: 9 });
    expect(empty.slice(1)).toHaveLength(9);
  });

  it('has a sentence for each missing part', () => {
    expect(asked({ ...full, urgency: '', days: 0 }).map(({ id }) => id)).toEqual([
      'request.letter',
      'request.part.urgency',
      'request.part.period',
    ]);
  });

  it('cannot have an answer before it was sent', () => {
    const answer: PreservationAction = { type: 'answer.entered', outcome: 'refused', says: 'no', ...PERSON };
    const ids = (acts: readonly TimedAct[]) => said(acts).map(({ id }) => id);

    expect(ids([...FULL, early(answer)])).toContain('request.answer-early');
    expect(ids([...FULL, late(answer)])).not.toContain('request.answer-early');
    expect(ids([late({ type: 'notice.entered', platform: 's', ...PERSON }), late(answer, 1)])).not.toContain(
      'request.answer-early',
    );
  });
});

describe('a person in the custody log', () => {
  it('has the role, unless another person reads along and has it', () => {
    expect(personWords({ actor: 'Analyst 4', role: 'analyst' })).toBe('Analyst 4, analyst');
    expect(personWords({ actor: 'Investigator 2, read along by Prosecutor 3', role: 'Prosecutor, duty list' })).toBe(
      'Investigator 2; read along by Prosecutor 3 (Prosecutor, duty list)',
    );
  });

  it('is named in the same way in the debrief', () => {
    const actor = 'Investigator 2, read along by Prosecutor 3';
    const acts = FULL.map((done): TimedAct => ({ ...done, action: { ...done.action, actor, role: 'Prosecutor' } }));

    expect(paramsOf(acts, 'question.who.named')).toEqual([
      { who: 'Investigator 2; read along by Prosecutor 3 (Prosecutor)' },
    ]);
  });
});
