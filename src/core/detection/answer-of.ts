import { isSought } from '#core/market/actor-types.ts';
import type { AdKey } from './derive-key.ts';
import { countedBand, type DetectionResponse, isFlag, type Judgement } from './play.ts';

/** What the reader answered for an ad; an ad that was not judged counts as "no action"; of its certainty nothing is known. */
export function answerOf(response: DetectionResponse, ad: AdKey): Judgement {
  return response.judgements[ad.ad] ?? { band: 'none', certainty: 1 };
}

export const isControlled = (ad: AdKey) => isSought(ad.control);

/**
 * What a flag is on an ad that is not controlled. Where the page looks like that of a controlled ad, the key accepts
 * `prioritise` (`alike`), and `urgent` is one level too high (`tooHigh`): somebody has to look first. On every other page
 * there is too little for a flag (`falseFlag`).
 */
export function flagOnOther({ acceptable }: AdKey, answer: Judgement): 'alike' | 'tooHigh' | 'falseFlag' {
  if (acceptable.includes(countedBand(answer))) return 'alike';
  return acceptable.some(isFlag) ? 'tooHigh' : 'falseFlag';
}
