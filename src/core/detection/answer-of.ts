import { isSought } from '#core/market/actor-types.ts';
import type { AdKey } from './derive-key.ts';
import type { DetectionResponse, Judgement } from './play.ts';

/** What the reader answered for an ad; an ad that was not judged counts as "no action"; of its certainty nothing is known. */
export function answerOf(response: DetectionResponse, ad: AdKey): Judgement {
  return response.judgements[ad.ad] ?? { band: 'none', certainty: 1 };
}

export const isControlled = (ad: AdKey) => isSought(ad.control);
