import type { Figure } from '#core/exercise/exercise-kind.ts';
import messages from '#i18n/messages/en/scoring.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { inHundred, plainNumber, twoDecimals } from './plain-number.ts';
import type { ScoredRow } from './scored-row.ts';

const t = translator(messages);

/** Beyond these, a reader flags readily (below) or rarely (above). */
const READY = -0.5;
const SLOW = 0.5;
/** Below this share of the ideal, the market allowed more; below this d′, flags fell much as chance would. */
const NEAR = 0.85;
const CHANCE = 0.3;
/** The largest gap between groups, in points of a hundred, that still counts as even. */
const EVEN = 5;

/** Whether a reader tells ads apart about as well as this market allows. */
export function sharpness(value: number, ideal: number | undefined): 'near' | 'far' | 'chance' {
  if (value < CHANCE) return 'chance';
  return ideal === undefined || value >= NEAR * ideal ? 'near' : 'far';
}

/** A figure in words; it carries no mark, so no word here praises or blames. */
export function sayFigure(figure: Figure): ScoredRow {
  const { id, value, ideal, low, high } = figure;
  const isShare = id === 'sensitivity' || id === 'specificity' || id === 'ppv';
  const name = `figure.${id}`;
  return {
    id,
    name: name in messages ? t(name as keyof typeof messages) : id,
    what: '',
    you: youIn(figure),
    best: '',
    ideal: ideal === undefined ? '' : sayIdeal(figure, ideal),
    chance:
      low === undefined || high === undefined
        ? ''
        : t('figures.chance', { low: inHundred(low), high: inHundred(high) }),
    line: isShare && Number.isFinite(value) ? { value, ideal, low, high } : undefined,
    ends: '',
    words: wordsFor(figure),
  };
}

/** The same figure of the ideal reader, in the unit of the reader's own. */
function sayIdeal({ id, count }: Figure, ideal: number): string {
  if (id === 'flagged') return t('unit.of', { n: ideal, max: count?.[1] ?? ideal });
  if (count) return t('unit.of', { n: Math.round(ideal * count[1]), max: count[1] });
  return youIn({ id, value: ideal });
}

function youIn({ id, value, count }: Figure): string {
  if (id === 'bias-gap') return t('figure.bias-gap.value', { n: inHundred(value) });
  if (id === 'ppv') return t('inHundred', { n: inHundred(value) });
  if (id === 'captured') return plainNumber(value);
  if (id === 'harm') return t('figure.harm.value', { miss: count?.[0] ?? value, falseFlag: count?.[1] ?? 1 });
  if (count) return t('unit.of', { n: count[0], max: count[1] });
  return id === 'dprime' || id === 'criterion' ? twoDecimals(value) : plainNumber(value);
}

function wordsFor({ id, value, count, ideal }: Figure): string {
  switch (id) {
    case 'sensitivity':
    case 'specificity': {
      const rest = count ? count[1] - count[0] : 0;
      const key = rest === 0 ? 'none' : rest === 1 ? 'one' : 'many';
      return count ? t(`figure.${id}.${key}`, { count: rest }) : '';
    }
    case 'ppv':
      return t('figure.ppv.words');
    case 'dprime':
      return t(`figure.dprime.${sharpness(value, ideal)}`);
    case 'criterion':
      return t(`figure.criterion.${value < READY ? 'ready' : value > SLOW ? 'slow' : 'middle'}`);
    case 'bias-gap':
      return t(`figure.bias-gap.${inHundred(value) <= EVEN ? 'even' : 'uneven'}`);
    case 'flagged':
      return t('figure.flagged.words');
    case 'next-steps':
      return t('figure.next-steps.words');
    case 'captured':
      return count ? t('figure.captured.words', { n: count[0], of: count[1] }) : '';
    default:
      return '';
  }
}
