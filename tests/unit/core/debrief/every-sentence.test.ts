import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/practice/reading.ts';
import evidence from '#words/evidence.json' with { type: 'json' };
import messages from '#words/sentences.json' with { type: 'json' };
import { ALL_RULES, type FactsOfAttempt, factsOfAttempt, sayAll } from '../../../support/builders/said-of.ts';
import { ATTEMPTS, attemptsAt, type Share, sharesOf } from '../../../support/builders/sampled-attempts.ts';
import { type TheCase, theCase } from '../../../support/builders/the-library.ts';
import { differences, measuredIn, READ_IDS, readAttempt, type Said } from '../../../support/debrief-reader/compare.ts';
import { CONTRADICTIONS, contradictionsIn, isNamed } from '../../../support/debrief-reader/contradictions.ts';
import { inFull } from '../../../support/in-full.ts';
import type { Planted } from '../../../support/planted/planted.ts';
import { PLANTED_AT_BENCH } from '../../../support/planted/planted-bench.ts';
import { PLANTED_IN_CASE } from '../../../support/planted/planted-case.ts';
import { PLANTED_IN_KINDS } from '../../../support/planted/planted-kinds.ts';
import { PLANTED_IN_FINDS, PLANTED_IN_REPORT } from '../../../support/planted/planted-rest.ts';
import { PLANTED_AT_TABLE } from '../../../support/planted/planted-table.ts';

/** All attempts with PROVE=1, else a tenth of them. */
const PART = inFull(1, 10);
const MINUTES = 60_000;

const WORDS: Readonly<Record<string, string>> = { ...messages, ...evidence };
const SHARES = sharesOf(PART);
const PLANTED: readonly Planted[] = [
  ...PLANTED_IN_CASE,
  ...PLANTED_AT_BENCH,
  ...PLANTED_IN_REPORT,
  ...PLANTED_IN_FINDS,
  ...PLANTED_IN_KINDS,
  ...PLANTED_AT_TABLE,
];

/**
 * What no shipped case and no log can have, each with why its sentence stays all the same: cases of authors are told of by the
 * same sentences, and a fact that is impossible here has to be told where it is not.
 */
const UNSAID_BECAUSE: Readonly<Record<string, string>> = {
  'error.E17.later': 'In no shipped story a page is edited while its bench is open; a world of an author can do it.',
  'gate.order.open.gone':
    'No shipped story takes away a part of what belongs in a locker by itself; a world of an author can.',
  'ledger.held.business':
    'The front business of a ledger is no innocent one; a ledger of an author can have another business.',
  'link.over': 'No shipped board has a limit of links; a brief of an author can set one.',
  'map.copies.nothing': 'Each shipped market of a map has copies; a market that is too small for them has none.',
  'map.rank.behind':
    'The presets have four sites at most, and a ranking counts five; each profile names more than five.',
  'network.nothing': 'Each shipped board can be linked; a board of an author may hold strangers only.',
  'question.touched.no':
    'A replay writes the custody chain anew, so a log of acts cannot break it; a fault of the program could.',
  'report.chain.broken':
    'A replay writes the custody chain anew, so a log of acts cannot break it; a fault of the program could.',
};
const UNSAID = Object.keys(UNSAID_BECAUSE).sort();

/**
 * Said so seldom that a tenth of the attempts may not meet it: nothing was decided, money was held in error and nothing
 * graver was done, or nothing but an acceptable step is left to be changed; each pair of acts with each outcome,
 * pictures, and a search by face; and most of what can be wrong with a letter, a ledger, a table-top or a map.
 */
const SELDOM =
  /^(?:error\.E14\..*|change\.(?:undecided|acceptable|checkathon-red|checkathon-cards|checkathon-named|checkathon-empty|policy-late|policy-empty|ledger-held|ledger-empty|ledger-named|ledger-ordinary)|case\.pair\..*|case\.pictures\..*|never\.face-search|question\.touched\.untold\.face-search|(?:letter|objection|answer|secured|ordered|channel|checkathon|ledger|policy|map|codes|link|network)\..*)$/;

/** What was found in the attempts of this file; its tests run in their order. */
const seen = { attempts: 0, said: new Set<string>(), caught: new Set<string>() };

/** The places in the words of each sentence, without braces. */
const PLACES = new Map(
  Object.entries(WORDS).map(([id, words]) => [id, [...words.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)]),
);

/** Places in the words of what is said that have no value, or an empty one. */
const emptyPlaces = (said: readonly Said[]) =>
  said.flatMap(({ sentences }) =>
    sentences.flatMap(({ id, params }) =>
      (PLACES.get(id) ?? [])
        .filter((place) => /^(?:|undefined|NaN)$/.test(String(params[place] ?? '').trim()))
        .map((place) => `${id}: nothing stands at {${place}}`),
    ),
  );

/** Where what is said of an attempt is false, missing or against itself, or has a gap in its words. */
const faultsIn = (read: ReturnType<typeof readAttempt>, said: readonly Said[]) => [
  ...differences(read, said),
  ...emptyPlaces(said),
  ...contradictionsIn(new Set(said.flatMap(({ sentences }) => sentences.map(({ id }) => id)))),
];

function lookAt(share: Share): string[] {
  const { material, answers: shipped }: TheCase = theCase(`scenarios/${share.name}`);
  const lockerMaterial = { ...material, title: share.name };
  const faults: string[] = [];
  // What changed since the round before is said too: each attempt goes on from the last one that could be measured.
  let measured: Reading | undefined;
  let before: ReturnType<typeof measuredIn>;
  for (const { name, log, answers } of attemptsAt(share, material, shipped)) {
    seen.attempts += 1;
    const facts = factsOfAttempt(lockerMaterial, answers, log, measured);
    const said = sayAll(facts);
    for (const { sentences } of said) for (const { id } of sentences) seen.said.add(id);
    const played = { log, material, answers, before };
    const read = readAttempt(played, facts.criteria);
    measured = facts.reading.dPrime === undefined ? measured : facts.reading;
    before = measuredIn(played) ?? before;
    catchPlanted({ facts, said, read }, material);
    faults.push(...faultsIn(read, said).map((fault) => `${share.name}, ${name}: ${fault}`));
  }
  return faults;
}

interface Looked {
  readonly facts: FactsOfAttempt;
  readonly said: readonly Said[];
  readonly read: ReturnType<typeof readAttempt>;
}

/** A planted condition is caught where it makes a debrief say something else, and the check finds fault with that. */
function catchPlanted({ facts, said, read }: Looked, { scenario }: TheCase['material']) {
  const honest = JSON.stringify(said);
  for (const planted of PLANTED) {
    if (seen.caught.has(planted.name)) continue;
    const otherwise = sayAll(planted.facts?.(facts, scenario) ?? facts, planted.rules);
    if (JSON.stringify(otherwise) !== honest && faultsIn(read, otherwise).length > 0) seen.caught.add(planted.name);
  }
}

describe('every sentence of a debrief', () => {
  it.each(SHARES)(
    '$name: an independent reader of the log confirms every sentence, and none contradicts another',
    (share) => {
      expect(lookAt(share).slice(0, 5)).toEqual([]);
    },
    inFull(120, 20) * MINUTES,
  );

  it('is checked in a minimum number of attempts', () => {
    expect(seen.attempts).toBe(ATTEMPTS / PART);
    expect(new Set(SHARES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(17);
  });

  it.each(PLANTED)('fails the check where $name', ({ name }) => {
    expect(seen.caught).toContain(name);
  });

  it('has a rule, a message and a reader, and each of these has a sentence', () => {
    const rules = ALL_RULES.map(({ id }) => id);
    const worded = [...Object.keys(messages), ...rules.filter((id) => id.startsWith('report.') && WORDS[id])];

    expect(new Set(rules).size).toBe(rules.length);
    expect([...worded].sort()).toEqual([...rules].sort());
    expect([...READ_IDS].sort()).toEqual([...rules].sort());
  });

  it('occurs somewhere, except those that no shipped case and no replay can have', () => {
    const unsaid = READ_IDS.filter(
      (id) => !seen.said.has(id) && (PART === 1 || !SELDOM.test(id) || UNSAID.includes(id)),
    );

    expect(unsaid.sort()).toEqual(UNSAID);
  });

  it('fails the check where a value is missing or empty', () => {
    const of = (params: Record<string, string | number>) => [
      { of: 'case', sentences: [{ id: 'case.red', params, events: [] }] },
    ];
    expect(emptyPlaces(of({ step: 'A call' }))).toEqual([]);
    for (const params of [{}, { step: '' }, { step: ' ' }, { step: Number.NaN }, { other: 'A call' }])
      expect(emptyPlaces(of(params as Record<string, string>))).toEqual(['case.red: nothing stands at {step}']);
  });

  it('is named by each line of the table of contradictions', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    const idle = CONTRADICTIONS.flat().filter((name) => !ids.some((id) => isNamed(name, id)));

    expect(idle).toEqual([]);
  });
});
