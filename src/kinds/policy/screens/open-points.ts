import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { DIVIDED_VIEWS } from '#kinds/policy/model/divided-views.ts';
import { policyFacts } from '#kinds/policy/model/facts.ts';
import type { PolicyResponse } from '#kinds/policy/model/play.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';
import messages from '#words/kinds/policy.json' with { type: 'json' };
import { roundWords, seatWords } from './policy-words.ts';

const t = translator(messages);

/** What is still empty before a plan is signed. Whether what is there fits is said afterwards. */
export function openPoints(response: PolicyResponse, brief: PolicyBrief): string[] {
  const { measures, rounds, unheard, objections, views, dissent } = policyFacts(response, brief);
  const open = objections.filter(({ answered }) => !answered).length;
  const left = views.filter(({ state }) => state !== 'answered').length;
  const bare = measures.filter(
    ({ argued, rests, review }) =>
      Object.values(argued).includes(false) ||
      rests.none ||
      review.date === 'none' ||
      review.watch === 'none' ||
      !review.stop,
  );
  return [
    ...(measures.length === 0 ? [t('finish.plan')] : []),
    ...rounds
      .filter(({ chosen, passed }) => chosen === 0 && !passed)
      .map(({ round }) => t('finish.round', { round: roundWords(round) })),
    ...(unheard.length > 0 ? [t('finish.seats', { seats: sayList(unheard.map(seatWords)) })] : []),
    ...(bare.length > 0 ? [t('finish.grounds', { names: sayList(bare.map(({ measure }) => measure)) })] : []),
    ...(open > 0 ? [t('finish.objections', { n: open })] : []),
    ...(measures.length > 0 && left > 0 ? [t('finish.views', { n: left, of: DIVIDED_VIEWS.length })] : []),
    ...(dissent ? [] : [t('finish.dissent')]),
  ];
}
