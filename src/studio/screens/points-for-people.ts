import { machineCannotCheck, type PointForPeople } from '#case/checking/model/machine-cannot-check.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio/studio.json' with { type: 'json' };

const t = translator(messages);

/** What only a person can check of a case, in words, in the order in which it is ticked. */
export const pointsForPeople = (): { readonly id: PointForPeople; readonly text: string }[] =>
  machineCannotCheck().map((id) => ({ id, text: t(`cannot.${id}`) }));
