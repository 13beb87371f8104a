import { required } from '#core/kernel/invariant.ts';
import type { DraftAd } from './draft-ad.ts';
import type { Label, LinkEdge } from './ground-truth.ts';
import { type FieldName, HIDDEN_PHONE, isHidden, type Locator } from './market.ts';
import type { Lexicon, MarketProfile } from './schemas.ts';

/** A draft that has got its public id. */
export interface NumberedAd {
  readonly id: string;
  readonly draft: DraftAd;
}

/** A price at or below this share of the town's median counts as low. A training value, no tool's threshold. */
const LOW_PRICE_SHARE = 0.6;

/** Which field, when two ads of different personas share it, shows which sign. */
const SHARED_FIELD_SIGNS: readonly (readonly [FieldName, string])[] = [
  ['phone', 'shared-phone'],
  ['room', 'same-room'],
  ['picture', 'shared-image-id'],
  ['payment', 'shared-payment-handle'],
];

/**
 * The labels of every ad, computed from what the ads really say, never searched for in text: a sentence brings its own
 * label along, a field is compared with the town's median or with the other ads. Innocent ads get their labels too.
 */
export function labelAds(ads: readonly NumberedAd[], profile: MarketProfile, lexicon: Lexicon): Map<string, Label[]> {
  const labels = new Map<string, Label[]>(ads.map(({ id }) => [id, []]));
  const medians = new Map(profile.towns.map((town) => [town.name, town.median]));
  const add = (ad: NumberedAd, kind: Label['kind'], indicator: string, at: Locator, peers: readonly string[] = []) =>
    required(labels.get(ad.id), ad.id).push({ indicator, kind, at, peers, why: lexicon.why[ad.draft.actor.type] });

  const open = ads.filter(({ draft }) => !draft.withheld);
  for (const ad of open) {
    const { phrases, fields, town } = ad.draft;
    phrases.forEach((phrase, n) => {
      if (phrase.sign) add(ad, 'sign', phrase.sign, `s${n + 1}`);
      if (phrase.trap) add(ad, 'trap', phrase.trap, `s${n + 1}`);
      if (phrase.cue) add(ad, 'cue', phrase.cue, `s${n + 1}`);
    });
    const price = Number(/^SIM (\d+)/.exec(fields.price ?? '')?.[1] ?? Number.NaN);
    if (price <= LOW_PRICE_SHARE * required(medians.get(town), town)) add(ad, 'sign', 'price-below-market', 'f:price');
    if (fields.hours && lexicon.hours.always.includes(fields.hours)) add(ad, 'sign', 'always-available', 'f:hours');
    if (fields.phone === HIDDEN_PHONE) add(ad, 'sign', 'obscured-phone', 'f:phone');
  }

  for (const [field, sign] of SHARED_FIELD_SIGNS) {
    const readable = ({ draft }: NumberedAd) => {
      const value = draft.fields[field];
      return value === undefined || isHidden(value) ? undefined : value;
    };
    for (const group of sharedBy(open, readable)) {
      for (const ad of group) add(ad, 'sign', sign, `f:${field}`, peersOf(ad, group));
    }
  }
  for (const group of sharedBy(open, templateOf)) {
    for (const ad of group) add(ad, 'sign', 'template-text', 's1', peersOf(ad, group));
  }
  for (const ad of ads.filter(({ draft }) => draft.withheld)) add(ad, 'sign', 'pm-age-edited', 's2');
  return labels;
}

/** All pairs of ads that share a trace, with the truth whether one actor stands behind both. */
export function linkEdges(ads: readonly NumberedAd[], labels: ReadonlyMap<string, readonly Label[]>): LinkEdge[] {
  const actorOf = new Map(ads.map(({ id, draft }) => [id, draft.actor.id]));
  return ads.flatMap(({ id }) =>
    required(labels.get(id), id).flatMap((label) =>
      label.peers
        .filter((peer) => id < peer)
        .map((peer) => ({ a: id, b: peer, kind: label.indicator, sameActor: actorOf.get(id) === actorOf.get(peer) })),
    ),
  );
}

const peersOf = (ad: NumberedAd, group: readonly NumberedAd[]) =>
  group.filter((other) => other.id !== ad.id && other.draft.persona !== ad.draft.persona).map(({ id }) => id);

/** The text with the working name taken out, so that the same words under another name are seen to be the same. */
function templateOf({ draft }: NumberedAd): string | undefined {
  if (draft.actor.type === 'bot') return undefined;
  return draft.phrases.map((phrase) => phrase.text.replaceAll(draft.persona, '·')).join('\n');
}

/** Groups of ads that share a value and show at least two personas. */
function sharedBy(ads: readonly NumberedAd[], traceOf: (ad: NumberedAd) => string | undefined): NumberedAd[][] {
  const groups = new Map<string, NumberedAd[]>();
  for (const ad of ads) {
    const value = traceOf(ad);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), ad]);
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ draft }) => draft.persona)).size > 1);
}
