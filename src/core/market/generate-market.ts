import type { Indicator } from '#core/indicators/schemas.ts';
import { addMinutes, type Instant } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { DraftAd } from './draft-ad.ts';
import type { Actor, AdTruth, GroundTruth } from './ground-truth.ts';
import { labelAds, linkEdges, type NumberedAd } from './label-ads.ts';
import { type Ad, GENERATOR_VERSION, type Market } from './market.ts';
import { type PresetName, planActors } from './plan-actors.ts';
import type { Lexicon, MarketProfile, PrevalenceName } from './schemas.ts';
import { createWorkshop } from './workshop.ts';
import { writeActorAds } from './write-actor-ads.ts';

/** Six simulated weeks of ads, as long as a market runs. */
const MARKET_DAYS = 42;

export interface MarketOrder {
  readonly profile: MarketProfile;
  readonly lexicon: Lexicon;
  readonly catalogue: ReadonlyMap<string, Indicator>;
  readonly preset: PresetName;
  readonly prevalence: PrevalenceName;
  readonly seed: string;
  /** The moment of the case at which the market is looked at; every ad is older. */
  readonly until: Instant;
}

/**
 * A synthetic market and, apart from it, its truth. The same order and generator version give the same bytes on Node and
 * in every browser. Throws `MarketTooSmallError` where the prevalence leaves no room for a network.
 */
export function generateMarket(order: MarketOrder): { market: Market; truth: GroundTruth } {
  const { profile, lexicon, preset, prevalence, seed, until } = order;
  const workshop = createWorkshop({ ...order, from: addMinutes(until, -MARKET_DAYS * 24 * 60 - 60) });
  const drafts = planActors(profile, preset, prevalence).flatMap((actor) => writeActorAds(workshop, actor));
  const withheld = withholdOne(drafts, workshop.neutral.number.int({ min: 0, max: 99 }));
  const ads = numberAds(withheld);
  const labels = labelAds(ads, profile, lexicon);
  const marketId = sha256Hex(
    `${profile.id}\u0000${seed}\u0000${GENERATOR_VERSION}\u0000${preset}\u0000${prevalence}`,
  ).slice(0, 16);

  const market: Market = {
    schema: 'market/1',
    synthetic: true,
    marketId,
    notice: lexicon.site.mark,
    profile: profile.id,
    prevalence,
    generatorVersion: GENERATOR_VERSION,
    open: true,
    site: profile.site,
    words: lexicon.site,
    from: workshop.from,
    until,
    ads: ads.map((ad) => publicAd(ad, lexicon)),
  };
  const truth: GroundTruth = {
    schema: 'ground-truth/1',
    synthetic: true,
    marketId,
    seed,
    generatedFor: until,
    actors: actorsOf(ads),
    ads: ads.map(
      ({ id, draft }): AdTruth => ({
        ad: id,
        actor: draft.actor.id,
        control: draft.actor.control,
        labels: required(labels.get(id), id),
        possibleMinor: draft.withheld,
      }),
    ),
    edges: linkEdges(ads, labels),
  };
  return { market, truth };
}

/** One ad of a person who sells alone is replaced by a closed card: nothing is known about who stands behind it. */
function withholdOne(drafts: readonly DraftAd[], draw: number): DraftAd[] {
  const candidates = drafts.filter(({ actor }) => actor.type === 'independent' && actor.ads === 1);
  const chosen = candidates[draw % candidates.length];
  return drafts.map((draft) => (draft === chosen ? { ...draft, withheld: true } : draft));
}

/** Ids follow the time of posting, which is drawn without regard to the actor, so that an id tells nothing. */
function numberAds(drafts: readonly DraftAd[]): NumberedAd[] {
  const first = 301;
  return [...drafts]
    .sort((a, b) => compare(a.postedAt, b.postedAt) || compare(a.persona, b.persona))
    .map((draft, n) => ({ id: String(first + n).padStart(4, '0'), draft }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function publicAd({ id, draft }: NumberedAd, lexicon: Lexicon): Ad {
  const { title, postedAt, renewals, fields } = draft;
  const account = required(fields.account, `account of ad ${id}`);
  if (draft.withheld)
    return { id, title: '', account, postedAt, renewals: 0, versions: [], withheld: { facts: lexicon.withheld } };
  const sentences = draft.phrases.map((phrase) => phrase.text);
  const versions = draft.earlier
    ? [
        { from: postedAt, sentences, fields: { ...fields, price: draft.earlier.price } },
        { from: draft.earlier.editedAt, sentences, fields },
      ]
    : [{ from: postedAt, sentences, fields }];
  return { id, title, account, postedAt, renewals, versions };
}

function actorsOf(ads: readonly NumberedAd[]): Actor[] {
  const actors = new Map<string, Actor>();
  for (const { id, draft } of ads) {
    const { id: actor, type, control } = draft.actor;
    actors.set(actor, { id: actor, type, control, ads: [...(actors.get(actor)?.ads ?? []), id] });
  }
  return [...actors.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
