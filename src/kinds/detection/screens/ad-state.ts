import { bandWords } from '#case/debrief/screens/scores/band-words.ts';
import { translator } from '#i18n/translator.ts';
import type { DetectionResponse } from '#kinds/detection/model/play.ts';
import type { Ad } from '#market/ads/model/market.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };

const t = translator(messages);

/** What the trainee has done with an ad so far, in one or two words. */
export function adState(ad: Ad, response: DetectionResponse): string {
  if (ad.withheld) return t(response.escalated.includes(ad.id) ? 'list.state.escalated' : 'list.state.withheld');
  const judgement = response.judgements[ad.id];
  if (judgement) return bandWords(judgement.band);
  const marks = response.marks.filter((mark) => mark.ad === ad.id).length;
  if (marks === 0) return t('list.read');
  return t.count('list.marks', marks);
}
