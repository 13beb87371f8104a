import { z } from 'zod';
import * as mini from 'zod/mini';
import type { ExercisePlay } from '#case/exercise/model/exercise-kind.ts';
import type { ExercisePlug } from '#case/exercise/model/exercise-plug.ts';
import { openAds, timesOf } from '#case/exercise/model/time-span.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import { scale } from '#kernel/model/criterion.ts';
import { when } from '#kernel/model/sentence.ts';
import { KIND_CHECKS } from '#kinds/shipped/model/check.ts';
import { KIND_DEBRIEFS } from '#kinds/shipped/model/debrief.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_SCHEMAS } from '#kinds/shipped/model/schemas.ts';
import { KIND_SCORES } from '#kinds/shipped/model/score.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';
import type { Market } from '#market/ads/model/market.ts';

/** A kind that the product does not have: tick every ad that names a price. */
export const TALLY = 'tally';

interface TallyResponse {
  readonly ticked: readonly string[];
}

type TallyAction = { readonly type: 'ad.ticked'; readonly ad: string };

/** What happened in it. */
export interface TallyFacts {
  readonly right: number;
  readonly wrong: number;
  readonly of: number;
}

const playTally: ExercisePlay<TallyResponse> = {
  kind: TALLY,
  empty: { ticked: [] },
  minutesPerAction: 2,
  reduce: (response, { type, ad }) =>
    type === 'ad.ticked' ? { ticked: [...new Set([...response.ticked, String(ad)])] } : response,
};

/** Ads whose page shows a price. */
export const priced = (market: Market) =>
  openAds(market).flatMap(({ id, versions }) => (versions.at(-1)?.fields.price === undefined ? [] : [id]));

export const SECONDS = { least: 2, most: 4 };

const TALLY_PLUG: ExercisePlug = {
  play: playTally,
  schemas: {
    brief: mini.strictObject({ hurry: mini.optional(mini.boolean()) }),
    action: mini.strictObject({ type: mini.literal('ad.ticked'), ad: mini.string() }),
  },
  score: {
    score({ ticked }: TallyResponse, { key }, { market, evidence }) {
      const { tally } = key as unknown as { readonly tally: { readonly most: number } };
      const wanted = priced(market).slice(0, tally.most);
      const right = ticked.filter((ad) => wanted.includes(ad)).length;
      const facts: TallyFacts = { right, wrong: ticked.length - right, of: wanted.length };
      const raw = facts.right - facts.wrong;
      return { criteria: [scale('tally.ads', raw, 0, facts.of, evidence)], figures: [], findings: [], facts };
    },
    actsAskedFor: (key) => (TALLY in key ? ['notify'] : []),
  },
  debrief: {
    ground: 'truth',
    sentences: [
      {
        id: 'tally.counted',
        says: ({ right, of }: TallyFacts) => when(right > 0, { params: { right, of } }),
      },
    ],
    page: {
      change: [
        {
          id: 'change.tally-missed',
          rank: 91,
          says: (all: readonly TallyFacts[]) => {
            const count = all.reduce((sum, { right, of }) => sum + of - right, 0);
            return when(count > 0, { params: { count } });
          },
        },
      ],
    },
    units: { 'tally.ads': 'of' },
  },
  check: {
    list: 'link',
    timeOf: (_, market) => timesOf(SECONDS, openAds(market).length),
    key: { field: TALLY, schema: z.strictObject({ most: z.number().int().positive() }), missing: 'key.tally-missing' },
  },
};

const TALLY_PLAYERS: PlayersOf<TallyAction> = {
  oracle: ({ material: { market }, answers: { key } }) => {
    const { tally } = key as unknown as { readonly tally: { readonly most: number } };
    return priced(market)
      .slice(0, tally.most)
      .map((ad) => ({ type: 'ad.ticked', ad }));
  },
  'flag-all': ({ material: { market } }) => openAds(market).map(({ id: ad }) => ({ type: 'ad.ticked', ad })),
};

/** Adds the kind to the registries, and to nothing else; returns what takes it out again. */
export function addTally(): () => void {
  const { play, schemas, score, debrief, check } = TALLY_PLUG;
  const out = [
    KIND_PLAYS.add(TALLY, play),
    KIND_SCHEMAS.add(TALLY, schemas),
    KIND_SCORES.add(TALLY, score),
    KIND_DEBRIEFS.add(TALLY, debrief),
    KIND_CHECKS.add(TALLY, check),
    KIND_PLAYERS.add(TALLY, TALLY_PLAYERS),
  ];
  return () => {
    for (const takeOut of out) takeOut();
  };
}
