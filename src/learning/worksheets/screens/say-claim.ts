import { translator } from '#i18n/translator.ts';
import {
  type CompensationClaim,
  type CompensationState,
  claimIn,
} from '#learning/worksheets/model/compensation-sum.ts';
import messages from '#words/learning/worksheet.json' with { type: 'json' };

const t = translator(messages);

/** What a reader is told of each line of a claim that differs from the law of the State; nothing of lines that agree. */
export function sayClaim(claim: CompensationClaim, state: CompensationState): readonly string[] {
  const lawful = claimIn(state);
  return [
    ...(claim.basis === lawful.basis ? [] : [t(`sum.why.${claim.basis}`)]),
    ...(claim.costs ? [] : [t('sum.why.costs')]),
    ...(claim.harm ? [] : [t('sum.why.harm')]),
    ...(claim.room === lawful.room ? [] : [t(`sum.why.room.${state}`)]),
  ];
}
