import type { PageWeight } from '#case/exercise/model/exercise-kind.ts';
import { required } from '#kernel/model/invariant.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { type AdStory, storiesOf } from '#market/ads/model/ad-story.ts';
import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import { pageEvidence } from '#market/ads/model/page-evidence.ts';
import { tiedPages } from '#market/ads/model/tied-pages.ts';
import { BANDS, type Band, bandOf } from '#market/signs/model/bands.ts';
import { weighPage } from '#market/signs/model/sign-weight.ts';
import { posterior } from '#market/signs/model/weigh-evidence.ts';
import { LOOKS_CONTROLLED_RATIO } from './borders.ts';
import { NEXT_STEPS, type NextStep } from './play.ts';

/**
 * The steps that follow from a band, as in the truth of the market, the most careful first. Asking for records is a way
 * of checking, as checking links is. Below `prioritise` no one is contacted, and no personal data is kept.
 */
const STEPS: Readonly<Record<Band, readonly NextStep[]>> = {
  none: ['keep'],
  check: ['check-links', 'ask-records'],
  prioritise: ['preserve', 'check-links', 'ask-records', 'welfare-contact'],
  urgent: ['preserve', 'welfare-contact', 'inform-specialised-police'],
};

/** Acceptable answers for one ad, and the reasons. */
export interface AdKey extends AdTruth {
  readonly ratio: number;
  readonly posterior: number;
  /** The band of the ideal reader of pages, who knows how markets are drawn but not the truth. */
  readonly idealBand: Band;
  readonly acceptable: readonly Band[];
  readonly notKnowable: boolean;
  /** Fitting next steps: those of every acceptable band. */
  readonly fitting: readonly NextStep[];
  /** Who is behind the ad, and what else they have in this market. */
  readonly story: AdStory;
  /** What all that the page shows is worth; left out for a closed card, and in a market without sought ads. */
  readonly weight?: Omit<PageWeight, 'among'>;
}

/**
 * Derives the key of a detection exercise over a whole market, from what its pages show. `prevalence` is the announced
 * share of controlled ads (0 to 1). An ad has a set of acceptable bands: see `AdKey.acceptable`.
 */
export function deriveKey(truth: GroundTruth, prevalence: number): AdKey[] {
  const stories = storiesOf(truth);
  const tied = tiedPages(truth);
  return truth.ads.map((whole): AdKey => {
    const { labels, ratio, notKnowable } = pageEvidence(whole);
    const probability = posterior(ratio, prevalence);
    const acceptable = acceptableBands(isSought(whole.control), notKnowable, ratio);
    return {
      ...whole,
      labels,
      ratio,
      posterior: probability,
      idealBand: bandOf(probability),
      notKnowable,
      acceptable,
      story: required(stories.get(whole.ad), `the story of ad ${whole.ad}`),
      ...(prevalence > 0 &&
        !whole.possibleMinor && {
          weight: {
            ...weighPage(ratio, prevalence, probability),
            hasSigns: labels.some(({ kind }) => kind === 'sign'),
            isSought: isSought(whole.control),
            tied: tied.get(whole.ad) ?? [],
            signs: isSought(whole.control) ? [] : signsOf(labels, truth.weights),
          },
        }),
      fitting: NEXT_STEPS.filter((step) => acceptable.some((band) => STEPS[band].includes(step))),
    };
  });
}

/** The signs among labels, each once, with what they are worth. */
function signsOf(labels: AdTruth['labels'], weights: GroundTruth['weights']) {
  const signs = new Set(labels.flatMap(({ indicator, kind }) => (kind === 'sign' ? [indicator] : [])));
  return [...signs].flatMap((indicator) => {
    const ratio = weights[indicator];
    return ratio === undefined ? [] : [{ indicator, ratio }];
  });
}

function acceptableBands(controlled: boolean, notKnowable: boolean, ratio: number): readonly Band[] {
  if (notKnowable) return BANDS;
  if (controlled) return ['prioritise', 'urgent'];
  return ratio >= LOOKS_CONTROLLED_RATIO ? ['check', 'prioritise'] : ['none', 'check'];
}
