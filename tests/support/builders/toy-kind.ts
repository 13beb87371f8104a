import { z } from 'zod';
import * as mini from 'zod/mini';
import { defineKind, type KindTypes } from '#case/exercise/model/define-kind.ts';
import { NOTHING_IN_ROOM } from '#case/exercise/model/kind-in-room.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { openAds, timesOf } from '#case/exercise/model/time-span.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import { scale } from '#kernel/model/criterion.ts';
import { required } from '#kernel/model/invariant.ts';
import { when } from '#kernel/model/sentence.ts';
import { KIND_IN_ROOM } from '#kinds/shipped/model/in-room.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { KIND_DEBRIEF_WORDS } from '#kinds/shipped/screens/debrief-words.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
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

const TallyKeySchema = z.strictObject({ most: z.number().int().positive() });

interface TallyKind extends KindTypes {
  readonly brief: { readonly hurry?: boolean };
  readonly authored: { readonly hurry?: boolean };
  readonly response: TallyResponse;
  readonly action: TallyAction;
  readonly key: z.output<typeof TallyKeySchema>;
  readonly facts: TallyFacts;
}

const TALLY_KIND = defineKind<TallyKind>(TALLY, { keyField: TALLY });

const playTally: KindPlay<TallyKind> = {
  kind: TALLY,
  showsAds: true,
  empty: { ticked: [] },
  minutes: () => 2,
  reduce: (response, { type, ad }) =>
    type === 'ad.ticked' ? { ticked: [...new Set([...response.ticked, ad])] } : response,
};

const TALLY_TELLS: KindTells<TallyKind> = {
  tell: ({ ticked }) => ({ handled: () => [{ id: 'tally.ads', n: ticked.length }] }),
};

const TALLY_READS: KindReads = {
  brief: mini.strictObject({ hurry: mini.optional(mini.boolean()) }),
  action: mini.strictObject({ type: mini.literal('ad.ticked'), ad: mini.string() }),
};

/** Ads whose page shows a price. */
export const priced = (market: Market) =>
  openAds(market).flatMap(({ id, versions }) => (versions.at(-1)?.fields.price === undefined ? [] : [id]));

const wantedIn = (market: Market, key: object) =>
  priced(market).slice(0, required(TALLY_KIND.keyOf(key), 'the number of ads in the key').most);

const TALLY_SCORES: KindScores<TallyKind> = {
  score({ ticked }, { key }, { market, evidence }) {
    const wanted = wantedIn(market, key);
    const right = ticked.filter((ad) => wanted.includes(ad)).length;
    const facts = { right, wrong: ticked.length - right, of: wanted.length };
    const raw = facts.right - facts.wrong;
    return { criteria: [scale('tally.ads', raw, 0, facts.of, evidence)], figures: [], findings: [], facts };
  },
  actsAskedFor: (key) => (TALLY_KIND.keyOf(key) ? ['notify'] : []),
};

const TALLY_SAYS: KindSays<TallyKind> = {
  ground: 'truth',
  sentences: [{ id: 'tally.counted', says: ({ right, of }) => when(right > 0, { params: { right, of } }) }],
  happened: { short: (id) => id === 'tally.counted' },
  page: {
    change: [
      {
        id: 'change.tally-missed',
        rank: 91,
        says: (all) => {
          const count = all.reduce((sum, { right, of }) => sum + of - right, 0);
          return when(count > 0, { params: { count } });
        },
      },
    ],
  },
  units: { 'tally.ads': 'of' },
  portfolioOf: (response) => ({ texts: [{ title: 'Tally', paragraphs: [JSON.stringify(response)] }] }),
};

export const SECONDS = { least: 2, most: 4 };

const TALLY_BUILDS: KindBuilds<TallyKind> = {
  list: 'link',
  timeOf: (_, market) => timesOf(SECONDS, openAds(market).length),
  key: { field: TALLY, schema: TallyKeySchema, missing: 'key.tally-missing' },
};

const TALLY_PLAYERS: PlayersOf<TallyAction> = {
  oracle: ({ material: { market }, answers: { key } }) =>
    wantedIn(market, key).map((ad) => ({ type: 'ad.ticked', ad })),
  'flag-all': ({ material: { market } }) => openAds(market).map(({ id: ad }) => ({ type: 'ad.ticked', ad })),
};

/**
 * Adds the kind to the registries, all but its screens, and to nothing else; returns what takes it out again. It has no
 * words: what shared screens say of it stands under its key.
 */
export function addTally(): () => void {
  const out = [
    KIND_PLAYS.add(TALLY, playTally),
    KIND_TELLS.add(TALLY, TALLY_TELLS),
    KIND_READS.add(TALLY, TALLY_READS),
    KIND_SCORES.add(TALLY, TALLY_SCORES),
    KIND_SAYS.add(TALLY, TALLY_SAYS),
    KIND_DEBRIEF_WORDS.add(TALLY, {}),
    KIND_ABOUT_WORDS.add(TALLY, {}),
    KIND_BUILDS.add(TALLY, TALLY_BUILDS),
    KIND_IN_ROOM.add(TALLY, NOTHING_IN_ROOM),
    KIND_PLAYERS.add(TALLY, TALLY_PLAYERS),
  ];
  return () => {
    for (const takeOut of out) takeOut();
  };
}
