import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import { ALL_RULES, type FactsOfAttempt, factsOfAttempt, sayAll } from '../../../../support/builders/said-of.ts';
import { ATTEMPTS, attemptsAt, LARGE, type Share, sharesOf } from '../../../../support/builders/sampled-attempts.ts';
import { ROOT, type TheCase, theCase } from '../../../../support/builders/the-library.ts';
import {
  differences,
  measuredIn,
  READ_IDS,
  readAttempt,
  type Said,
} from '../../../../support/case/debrief-reader/compare.ts';
import { CONTRADICTIONS, contradictionsIn, isNamed } from '../../../../support/case/debrief-reader/contradictions.ts';
import type { Planted } from '../../../../support/case/planted/planted.ts';
import { PLANTED_IN_CASE } from '../../../../support/case/planted/planted-case.ts';
import { PLANTED_IN_REPORT } from '../../../../support/case/planted/planted-rest.ts';
import { PLANTED_IN_SCORES } from '../../../../support/case/planted/planted-scores.ts';
import { SENTENCE_MESSAGES } from '../../../../support/i18n/debrief-messages.ts';
import { inFull } from '../../../../support/in-full.ts';
import { PROOFS_OF_KINDS } from '../../../../support/kinds/proofs-of-kinds.ts';

/**
 * So many attempts at each case are looked at beside those that are listed; one in a large market, which takes a
 * second.
 */
const BESIDE = 5;
/** Where a case has changed, sentences that the listed attempts no longer show are looked for in so many others. */
const FURTHER = 1_500;

const WORDS: Readonly<Record<string, string>> = { ...SENTENCE_MESSAGES, ...evidence };
const SHARES = sharesOf(1);
const PLANTED: readonly Planted[] = [
  ...PLANTED_IN_CASE,
  ...PLANTED_IN_REPORT,
  ...PLANTED_IN_SCORES,
  ...[...PROOFS_OF_KINDS.values()].flatMap(({ planted }) => planted),
];

/**
 * What no shipped case and no log can have, each with why its sentence stays all the same: cases of authors are told of
 * by the same sentences, and a fact that is impossible here has to be told where it is not.
 */
const UNSAID_BECAUSE: Readonly<Record<string, string>> = {
  'answer.wrong-channel':
    'The writer of a letter chooses a channel at the shipped desk; a desk of an author may have no channels.',
  'error.E17.later': 'In no shipped story a page is edited while its bench is open; a world of an author can do it.',
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
 * For each case, attempts that together show every sentence and catch every planted condition. `npm run prove` refuses
 * a list that no longer does; `PROVE=1 vitest run -u` with this file writes it anew.
 */
const LIST = join(ROOT, 'tests', 'golden', 'attempts-of-sentences.json');
const LISTED = JSON.parse(readFileSync(LIST, 'utf8')) as Readonly<Record<string, readonly number[]>>;
/** Attempts that show something which none before them has shown, where all are looked at. */
const chosen: Record<string, number[]> = {};
const shown = new Set<string>();
const asText = (list: typeof chosen) =>
  `{\n${Object.entries(list)
    .map(([name, numbers]) => `  "${name}": ${JSON.stringify(numbers).replaceAll(',', ', ')}`)
    .join(',\n')}\n}\n`;

/** What was found in attempts. */
const nothingSeen = () => ({ attempts: 0, said: new Set<string>(), caught: new Set<string>() });
type Seen = ReturnType<typeof nothingSeen>;
/** What was found in the attempts of this file; its tests run in their order. */
const seen = nothingSeen();

/** Sentences and planted conditions of which nothing was seen yet. */
const unseenIn = ({ said, caught }: Seen) => [
  ...READ_IDS.filter((id) => !said.has(id) && !UNSAID.includes(id)),
  ...PLANTED.flatMap(({ name }) => (caught.has(name) ? [] : `planted: ${name}`)),
];

const allOf = ({ attempts }: Share) => Array.from({ length: attempts }, (_, n) => n);
/** Some have a higher number than all that are looked at: sentences that chance meets once in thousands. */
const listedOf = ({ name }: Share) => LISTED[name] ?? [];
/** Numbers of attempts at equal distances; the first is an attempt of the oracle. */
const besideOf = ({ name, attempts }: Share) => {
  const many = LARGE.includes(name) ? 1 : BESIDE;
  return Array.from({ length: many }, (_, n) => Math.floor((n * attempts) / many));
};

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

type Choose = (n: number, facts: FactsOfAttempt, isCaught: boolean) => void;

function lookAt(share: Share, numbers: Iterable<number>, found = seen, choose?: Choose): string[] {
  const { material, answers: shipped }: TheCase = theCase(`scenarios/${share.name}`);
  const lockerMaterial = { ...material, title: share.name };
  const faults: string[] = [];
  // What changed since the round before is said too: each attempt goes on from the last one that could be measured.
  let measured: Reading | undefined;
  let before: ReturnType<typeof measuredIn>;
  for (const { n, name, log, answers } of attemptsAt(share, material, shipped, numbers)) {
    found.attempts += 1;
    const facts = factsOfAttempt(lockerMaterial, answers, log, measured);
    const said = sayAll(facts);
    const played = { log, material, answers, before };
    const read = readAttempt(played, facts.criteria);
    const isCaught = catchPlanted({ facts, said, read }, material, found);
    choose?.(n, facts, isCaught);
    for (const { sentences } of said) for (const { id } of sentences) found.said.add(id);
    measured = facts.reading.dPrime === undefined ? measured : facts.reading;
    before = measuredIn(played) ?? before;
    faults.push(...faultsIn(read, said).map((fault) => `${share.name}, ${name}: ${fault}`));
  }
  return faults;
}

/** Chooses an attempt that shows a sentence, or catches a planted condition, as none of those chosen before. */
function chooserOf({ name }: Share): Choose {
  const own: number[] = [];
  chosen[name] ??= own;
  // The round before is the last one among those that are chosen.
  let before: Reading | undefined;
  return (n, facts, isCaught) => {
    const ids = sayAll({ ...facts, before }).flatMap(({ sentences }) => sentences.map(({ id }) => id));
    const isNew = ids.some((id) => !shown.has(id));
    if (!isNew && !isCaught) return;
    for (const id of ids) shown.add(id);
    own.push(n);
    before = facts.reading.dPrime === undefined ? before : facts.reading;
  };
}

interface Looked {
  readonly facts: FactsOfAttempt;
  readonly said: readonly Said[];
  readonly read: ReturnType<typeof readAttempt>;
}

/**
 * A planted condition is caught where it makes a debrief say something else, and the check finds fault with that. True
 * where this attempt caught one that none before it has caught.
 */
function catchPlanted({ facts, said, read }: Looked, { scenario }: TheCase['material'], { caught }: Seen): boolean {
  const honest = JSON.stringify(said);
  const before = caught.size;
  for (const planted of PLANTED) {
    if (caught.has(planted.name)) continue;
    const otherwise = sayAll(planted.facts?.(facts, scenario) ?? facts, planted.rules);
    if (JSON.stringify(otherwise) !== honest && faultsIn(read, otherwise).length > 0) caught.add(planted.name);
  }
  return caught.size > before;
}

describe('every sentence of a debrief', () => {
  it.each(SHARES)(
    '$name: an independent reader of the log confirms every sentence, and none contradicts another',
    (share) => {
      const numbers = inFull<Iterable<number>>(new Set([...allOf(share), ...listedOf(share)]), [
        ...listedOf(share),
        ...besideOf(share),
      ]);
      const choose = inFull(chooserOf, undefined)?.(share);
      expect(lookAt(share, numbers, seen, choose).slice(0, 5)).toEqual([]);
    },
  );

  it('is checked in a minimum number of attempts', () => {
    expect(seen.attempts).toBeGreaterThanOrEqual(inFull(ATTEMPTS, 220));
    expect(new Set(SHARES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(17);
  });

  it('is looked for in further attempts where a case has changed since they were listed', () => {
    const faults: string[] = [];
    for (let n = 0; n < FURTHER && unseenIn(seen).length > 0; n++) {
      const share = SHARES[n % SHARES.length] as Share;
      faults.push(...lookAt(share, [Math.floor(n / SHARES.length) % share.attempts]));
    }
    expect(faults).toEqual([]);
  });

  it.each(PLANTED)('fails the check where $name', ({ name }) => {
    expect(seen.caught).toContain(name);
  });

  it('has a rule, a message and a reader, and each of these has a sentence', () => {
    const rules = ALL_RULES.map(({ id }) => id);
    const worded = [...Object.keys(SENTENCE_MESSAGES), ...rules.filter((id) => id.startsWith('report.') && WORDS[id])];

    expect(new Set(rules).size).toBe(rules.length);
    expect([...worded].sort()).toEqual([...rules].sort());
    expect([...READ_IDS].sort()).toEqual([...rules].sort());
  });

  it('occurs somewhere, except those that no shipped case and no replay can have', () => {
    expect(READ_IDS.filter((id) => !seen.said.has(id)).sort()).toEqual(UNSAID);
  });

  it.runIf(inFull(true, false))('occurs in the listed attempts, or they are listed anew', async () => {
    const listed = nothingSeen();
    for (const share of SHARES) lookAt(share, listedOf(share), listed);
    if (unseenIn(listed).length > 0) await expect(asText(chosen)).toMatchFileSnapshot(LIST);
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
