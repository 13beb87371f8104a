import { required } from '#kernel/model/invariant.ts';
import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import { pageEvidence } from '#market/ads/model/page-evidence.ts';

/** A page that belongs in the locker, with what stands on it. */
export interface DutyPage {
  readonly ad: string;
  /** Ids of the signs and of the protective cues on the page, each once. */
  readonly signs: readonly string[];
  readonly cues: readonly string[];
}

/**
 * The pages that belong in the locker: of the ads of the actor behind the ad that the key names, those with something on
 * the page to keep. That is a link to another ad of the actor, signs that tell the ad from others, or a protective cue,
 * which speaks for the person and has to be disclosed too. A page with none of these is no duty, and a closed card is none.
 */
export function dutyPages(
  named: string | undefined,
  { ads, marketId }: Pick<GroundTruth, 'ads' | 'marketId'>,
): DutyPage[] {
  const { actor } = required(
    ads.find(({ ad }) => ad === named),
    `ad ${named} in the truth of market ${marketId}`,
  );
  const own = ads.filter((ad) => ad.actor === actor && !ad.possibleMinor);
  const ids = new Set(own.map(({ ad }) => ad));
  return own.flatMap((one) => {
    const { labels, notKnowable } = pageEvidence(one);
    const idsOf = (wanted: 'sign' | 'cue') => [
      ...new Set(labels.filter(({ kind }) => kind === wanted).map(({ indicator }) => indicator)),
    ];
    const [signs, cues] = [idsOf('sign'), idsOf('cue')];
    const isKept = isLinked(labels, ids) || (signs.length > 0 && !notKnowable) || cues.length > 0;
    return isKept ? [{ ad: one.ad, signs, cues }] : [];
  });
}

/** True if a page shows a trace of another of these ads. */
const isLinked = (labels: AdTruth['labels'], ads: ReadonlySet<string>) =>
  labels.some(({ peers }) => peers.some((peer) => ads.has(peer)));
