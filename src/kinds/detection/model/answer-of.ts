import { isSought } from '#market/ads/model/actor-types.ts';
import type { AdKey } from './derive-key.ts';
import { countedBand, type DetectionResponse, isFlag, type Judgement } from './play.ts';

/** The trainee's judgement of an ad; an ad that was not judged counts as "no action" with the lowest certainty. */
export function answerOf(response: DetectionResponse, ad: AdKey): Judgement {
  return response.judgements[ad.ad] ?? { band: 'none', certainty: 1 };
}

export const isControlled = (ad: AdKey) => isSought(ad.control);

/**
 * Kind of a flag on an ad that is not controlled. If the page looks like that of a controlled ad, the key accepts
 * `prioritise` (`alike`), and `urgent` is one level too high (`tooHigh`): the ad has to be checked first. On every
 * other page there is too little for a flag (`falseFlag`).
 */
export function flagOnOther({ acceptable }: AdKey, answer: Judgement): 'alike' | 'tooHigh' | 'falseFlag' {
  if (acceptable.includes(countedBand(answer))) return 'alike';
  return acceptable.some(isFlag) ? 'tooHigh' : 'falseFlag';
}
