import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { RatedDecision } from './decisions-with-ratings.ts';
import { isGood, isHarm } from './form-figures.ts';
import { reasonTone } from './reason-tone.ts';
import type { Report } from './report.ts';

/** From this tone on, the words of one reason alone speak against its rating. */
const CLEAR = 2;

/**
 * Asks about reasons whose words speak against their rating: a good option whose reason tells of harm, a harmful or red
 * one whose reason tells of help. Where a good and a harmful option of one decision both lean the wrong way, their reasons
 * may have been exchanged, and less is needed. The paths lead into the key.
 */
export function checkReasons(decisions: readonly RatedDecision[], key: AnswerKey, report: Report): void {
  for (const { id, options } of decisions) {
    const reasons = options.map((option) => {
      const reason = key.decisions[id]?.options[option.id]?.reason ?? '';
      const tone = reasonTone(reason);
      return { option, against: isGood(option) ? -tone : isHarm(option) ? tone : 0 };
    });
    const isSwapped = [isGood, isHarm].every((is) => reasons.some(({ option, against }) => is(option) && against > 0));
    for (const { option, against } of reasons) {
      if (against < (isSwapped ? 1 : CLEAR)) continue;
      const path = ['decisions', id, 'options', option.id, 'reason'];
      const code = isGood(option) ? 'key.reason-blames-good' : 'key.reason-praises-harm';
      report(code, path, { state: id, option: option.id, rating: option.rating }, 'warning');
    }
  }
}
