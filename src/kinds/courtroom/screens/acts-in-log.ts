import type { KindInLog } from '#case/debrief/screens/kind-in-log.ts';
import { isChoice } from '#evidence/court-file/model/form.ts';
import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import { itemsOf } from '#kinds/courtroom/model/items.ts';
import messages from '#words/kinds/courtroom.json' with { type: 'json' };

const t = translator(messages);
type Key = keyof typeof messages;
type Named = readonly {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly asks?: string;
}[];

const quoted = (all: Named | undefined, id: unknown): string | undefined => {
  const found = all?.find((one) => one.id === id);
  const words = found?.title ?? found?.text ?? found?.asks;
  return words === undefined ? undefined : t('log.named', { words });
};

/** What a field of an act in court is called in the attempt log: titles of the file in the place of ids. */
function nameInLog(
  { bundle }: Pick<CourtFile, 'bundle'>,
  action: Readonly<Record<string, unknown>>,
  field: string,
): string | undefined {
  const value = action[field];
  if (value === undefined) return undefined;
  switch (field) {
    case 'element':
      return quoted(bundle.elements, value);
    case 'motion':
      return quoted(bundle.motions, value);
    case 'outcome':
      return quoted(bundle.motions.find(({ id }) => id === action['motion'])?.outcomes, value);
    case 'question':
      return quoted(bundle.judgment, value);
    case 'option':
      return quoted(
        action['item'] === undefined
          ? bundle.judgment.find(({ id }) => id === action['question'])?.options
          : itemsOf(bundle)
              .filter(isChoice)
              .find(({ id }) => id === action['item'])?.options,
        value,
      );
    case 'item':
      return quoted(
        itemsOf(bundle).map((item) => ({ id: item.id, asks: isChoice(item) ? item.asks : item.fact })),
        value,
      );
    case 'measure':
      return quoted(bundle.measures, value);
    case 'sum':
      return quoted(bundle.sums, value);
    case 'state':
      return messages[`row.state.${String(value)}` as Key];
    case 'view':
      return t(value === 'last' ? 'log.view.last' : 'log.view.first');
    case 'percent':
      return t('view.value', { percent: Number(value) });
    case 'amount':
      return sayNumber(Number(value));
    default:
      return undefined;
  }
}

/** How the acts in court are told in the attempt log. */
export const ACTS_IN_LOG: KindInLog = {
  fields: ['view', 'percent', 'state', 'measure', 'option', 'amount'],
  nameInLog,
  writes: {
    'cell.judged': ['element', 'exhibit'],
    'row.judged': ['element'],
    'view.set': ['view', 'element'],
    'ruling.drafted': ['motion'],
    'chair.argued': ['motion'],
    'sum.given': ['sum'],
    'reasons.written': [],
  },
};
