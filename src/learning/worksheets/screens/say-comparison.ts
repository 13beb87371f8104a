import { translator } from '#i18n/translator.ts';
import type { ComparedAnswers, ComparedPlan } from '#learning/worksheets/model/compare-answers.ts';
import messages from '#words/learning/worksheet.json' with { type: 'json' };

const t = translator(messages);

/** What a reader is told of all rows together: each sentence has its own count, and none is said of zero rows. */
export function sayAnswers(compared: ComparedAnswers): readonly string[] {
  const { same, arguable, faultsLeft, faultsReplaced, soundReplaced, open } = compared;
  return [
    same === 0 ? t('said.none-same') : t.count('said.same', same),
    ...(arguable ? [t.count('said.arguable', arguable)] : []),
    ...(faultsLeft ? [t.count('said.faults-left', faultsLeft)] : []),
    ...(faultsReplaced ? [t.count('said.faults-replaced', faultsReplaced)] : []),
    ...(soundReplaced ? [t.count('said.sound-replaced', soundReplaced)] : []),
    ...(open ? [t.count('said.open', open)] : []),
  ];
}

/** What a reader is told of a plan. */
export function sayPlan({ needed, neededLeftOut, needless, harmful }: ComparedPlan): readonly string[] {
  return [
    t.count('plan.needed', needed, { all: needed + neededLeftOut }),
    ...(needless ? [t.count('plan.needless', needless)] : []),
    ...(harmful ? [t.count('plan.harmful', harmful)] : []),
  ];
}
