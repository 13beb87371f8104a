import { type IndexedRng, shuffle } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';

/** The people and businesses of a drawn ledger, by their names at the bank. */
export interface LedgerCast {
  readonly earner: string;
  readonly collector: string;
  readonly taker: string;
  readonly free: string;
  readonly keeper: string;
  readonly house: string;
  readonly housed: readonly [string, string, string];
  readonly supporter: string;
  readonly relative: string;
  readonly friends: readonly [string, string, string];
  readonly deceiver: string;
  readonly recruiter: string;
  readonly employer: string;
  readonly workers: readonly [string, string];
}

/** Invented names for people without ads, and for a market that lacks a type of actor. */
const SPARE_NAMES = [
  'Orin',
  'Kora',
  'Nel',
  'Tam',
  'Wim',
  'Oda',
  'Ilo',
  'Vesa',
  'Remi',
  'Tova',
  'Sorin',
  'Juno',
  'Dov',
  'Esra',
  'Cala',
  'Ula',
  'Runa',
  'Bero',
  'Finn',
  'Isla',
  'Jora',
  'Amis',
];
const HOUSES = ['House Linden', 'House Alder', 'House Wren', 'House Bracken'].map((house) => `${house}, Norvelane`);
const FRONTS = ['Café Tarn', 'Laundry Selm', 'Print shop Orvel', 'Kiosk Maren'];
const EMPLOYERS = ['Farm Ostrel', 'Cannery Ulve', 'Nursery Brennet'];

/** The working name in the title of each ad that has one. */
export const namesInTitles = (ads: GroundTruth['ads']): ReadonlyMap<string, string> =>
  new Map(ads.flatMap(({ ad, post }) => (post?.name === undefined ? [] : [[ad, post.name] as const])));

/**
 * Casts a ledger with the actors of a market: the persons of one network, of a house, friends, an independent and a
 * fraud, by the names in their ads. All exploited persons are of the network; the taker has no ads. Everybody has a
 * random number, which does not reveal a role.
 */
export function castLedger({ ads, actors }: Pick<GroundTruth, 'ads' | 'actors'>, rng: IndexedRng): LedgerCast {
  const names = namesInTitles(ads);
  const advertised = new Set(names.values());
  const spare = SPARE_NAMES.filter((name) => !advertised.has(name));
  shuffle(spare, rng);
  const used = new Set<string>();
  const numbers = Array.from({ length: 99 }, (_, n) => n + 1);
  shuffle(numbers, rng);

  const numbered = (name: string) => `${name}-${numbers.pop()}`;
  const fresh = (offered: readonly string[]): string => {
    const name = [...offered, ...spare].find((one) => !used.has(one)) ?? 'Ada';
    used.add(name);
    return numbered(name);
  };
  /** Names of one actor of a type, the actor drawn among those with at least so many names. */
  const namesOf = (type: ActorType, least: number): readonly string[] => {
    const fitting = actors
      .filter((actor) => actor.type === type)
      .map(({ ads }) => [...new Set(ads.flatMap((ad) => names.get(ad) ?? []))].filter((name) => !used.has(name)))
      .filter(({ length }) => length >= least);
    return fitting.length > 0 ? (fitting[rng.int(fitting.length)] as readonly string[]) : [];
  };
  const one = (list: readonly string[]) => list[rng.int(list.length)] as string;

  const three = namesOf('controlled', 3);
  const network = three.length > 0 ? three : namesOf('controlled', 2);
  const [earner, collector, free] = [0, 1, 2].map((n) => fresh(network.slice(n, n + 1))) as [string, string, string];
  const agency = namesOf('agency', 1);
  const housed = [fresh(agency), fresh(agency), fresh(agency)] as const;
  const pair = namesOf('duo', 1);
  const friends = [fresh(pair), fresh(pair), fresh(pair)] as const;
  return {
    earner,
    collector,
    taker: fresh([]),
    free,
    keeper: `${one(FRONTS)}, holder ${fresh([])}`,
    house: one(HOUSES),
    housed,
    supporter: fresh(namesOf('independent', 1)),
    relative: fresh([]),
    friends,
    deceiver: fresh(namesOf('scammer', 1)),
    recruiter: fresh([]),
    employer: one(EMPLOYERS),
    workers: [fresh([]), fresh([])],
  };
}
