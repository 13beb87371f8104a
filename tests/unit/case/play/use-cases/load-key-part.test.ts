import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import {
  DEBRIEF_PART,
  decisionPart,
  MARKET_PART,
  type PlayedPart,
  PUBLIC_PART,
  type PublicPart,
} from '#case/parts/use-cases/case-parts.ts';
import { PartOfOtherVersionError } from '#case/parts/use-cases/ports.ts';
import { answerParts, createAnswers, explainDecision, openAnswers } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PartLoader, PartVersion } from '#kernel/model/part-loader.ts';
import { openNetworks } from '#kinds/linking/use-cases/open-networks.ts';
import { SECOND_CODER_PART } from '#kinds/mapping/model/play.ts';
import { openMap } from '#kinds/mapping/use-cases/open-map.ts';
import { openSecondCoder } from '#kinds/mapping/use-cases/open-second-coder.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { KINDS, withKinds } from '../../../../support/builders/kinds.ts';
import { LIBRARY, type TheCase, theCase } from '../../../../support/builders/the-library.ts';

/** What can be wrong with a part that a page of this case fetches. */
const PLANTED: readonly [string, (part: Record<string, unknown>) => unknown][] = [
  ['of another text of the case', (part) => ({ ...part, scenarioHash: 'f'.repeat(64) })],
  ['of another market', (part) => ({ ...part, marketId: '0123456789abcdef' })],
  ['without the text that it answers', ({ scenarioHash: _hash, ...part }) => part],
  ['without the market that it answers', ({ marketId: _market, ...part }) => part],
  ['of another kind', (part) => ({ ...part, schema: 'key-other/1' })],
  ['that is no part at all', () => null],
];

interface Played {
  readonly part: PlayedPart;
  readonly files: ReadonlyMap<string, unknown>;
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
}

function played({ material, caseAnswers, answers }: TheCase): Played {
  const files = caseFiles(material, caseAnswers, LIBRARY.catalogue);
  const log = playCase(material, answers, 'oracle', 'wall');
  return {
    part: withKinds(files.get(PUBLIC_PART) as PublicPart),
    files,
    log,
    attempt: replayAttempt(material, log),
  };
}

/** The parts of the built case, one of them changed. */
function aLoader(
  { files }: Played,
  name?: string,
  plant: (part: Record<string, unknown>) => unknown = (part) => part,
): PartLoader {
  return {
    load: async (part) => {
      const whole = files.get(part) as Record<string, unknown>;
      return part === name ? plant(whole) : whole;
    },
  };
}

const STORY = played(theCase());
const LINKING = played(theCase('scenarios/one-person-or-three'));
const MAPPING = played(theCase('scenarios/who-owns-the-sites'));
const PRACTICE = played(theCase('scenarios/find-house-pages'));
const practised =
  Object.keys(PRACTICE.attempt.responses).find((id) => PRACTICE.part.scenario.states[id]?.type === 'exercise') ?? '';
const read = (PRACTICE.attempt.responses[practised] as { judgements: Record<string, unknown> }).judgements;

/** Something that opens answers, with one part that it opens. */
type Opening = readonly [says: string, of: Played, part: string, open: (parts: PartLoader) => Promise<unknown>];

const OPENED: readonly Opening[] = [
  [
    'the reasons of a decision',
    STORY,
    decisionPart('d01'),
    (parts) => explainDecision(parts, STORY.log, STORY.part, 'd01'),
  ],
  [
    'the answers of a market',
    STORY,
    MARKET_PART,
    (parts) =>
      createAnswers({ loader: parts, kinds: KINDS }).explainExercise(STORY.log, STORY.part, STORY.attempt, 'find'),
  ],
  [
    'the answer of one ad',
    PRACTICE,
    MARKET_PART,
    (parts) =>
      createAnswers({ loader: parts, kinds: KINDS }).explainAd(PRACTICE.log, PRACTICE.part, PRACTICE.attempt, {
        state: practised,
        ad: Object.keys(read)[0] ?? '',
      }),
  ],
  ...[MARKET_PART, DEBRIEF_PART, decisionPart('d02')].map(
    (name): Opening => [
      `the score, from ${name}`,
      STORY,
      name,
      (parts) => createAnswers({ loader: parts, kinds: KINDS }).scoreCase(STORY.log, STORY.part, STORY.attempt),
    ],
  ),
  ['the networks', LINKING, MARKET_PART, (parts) => openNetworks(parts, LINKING.part, LINKING.attempt, 'link')],
  ['the map', MAPPING, MARKET_PART, (parts) => openMap(parts, MAPPING.part, MAPPING.attempt, 'map')],
  [
    'the second coder',
    MAPPING,
    SECOND_CODER_PART,
    (parts) => openSecondCoder(parts, MAPPING.part, MAPPING.attempt, 'map'),
  ],
];

describe.each(OPENED)('%s', (_, of, name, open) => {
  it('comes from the parts of exactly this case', async () => {
    await expect(open(aLoader(of))).resolves.toBeDefined();
  });

  it.each(PLANTED)('is refused from a part %s', async (_what, plant) => {
    const error = await open(aLoader(of, name, plant)).then(
      () => undefined,
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(PartOfOtherVersionError);
    expect(error).toMatchObject({ part: name, message: expect.stringContaining('Reload the page') });
  });
});

describe('every part that is opened', () => {
  it('carries the text and the market of its case', () => {
    for (const { part, files } of [STORY, LINKING, MAPPING, PRACTICE])
      for (const name of answerParts(part, KINDS))
        expect([name, files.get(name)]).toEqual([
          name,
          expect.objectContaining({ scenarioHash: part.scenario.hash, marketId: part.market.marketId }),
        ]);
  });

  it('is requested by its version', async () => {
    const asked: (PartVersion | undefined)[] = [];
    const { load } = aLoader(STORY);
    await openAnswers(
      {
        load: (name, version) => {
          asked.push(version);
          return load(name);
        },
      },
      STORY.part,
    );
    const { scenario, market } = STORY.part;
    expect(asked.length).toBe(answerParts(STORY.part, KINDS).length);
    const own = { scenarioHash: scenario.hash, marketId: market.marketId };
    for (const version of asked) {
      expect(version?.name).toBe(`${own.marketId}-${own.scenarioHash}`);
      expect(version?.isOf(own)).toBe(true);
      expect(version?.isOf({ ...own, scenarioHash: 'another' })).toBe(false);
      expect(version?.isOf({ ...own, marketId: 'another' })).toBe(false);
    }
  });
});
