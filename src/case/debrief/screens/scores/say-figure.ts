import { saysNothing } from '#case/debrief/model/reading/reading.ts';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { SayingKinds } from '#case/exercise/model/kinds.ts';
import { wordsOfAll } from '#case/exercise/model/registry.ts';
import { translator } from '#i18n/translator.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import messages from '#words/case/scoring.json' with { type: 'json' };
import { inHundred, plainNumber, twoDecimals } from './plain-number.ts';
import type { ScoredRow } from './scored-row.ts';
import { sentenceWords } from './sentence-words.ts';

const t = translator(messages);

/**
 * A figure with what is true of it, from everything that is said of the figures. It carries no mark, so no word here praises
 * or blames. A figure that says nothing beside the other ones has no number.
 */
export function sayFigure(
  figure: Figure,
  said: readonly Sentence[],
  { debriefWords }: Pick<SayingKinds, 'debriefWords'>,
  figures: readonly Figure[] = [],
): ScoredRow {
  const { id, value, ideal, low, high } = figure;
  const isNothing = saysNothing(figure, figures);
  const isShare = id === 'sensitivity' || id === 'specificity' || id === 'ppv';
  const words = wordsOfAll(debriefWords);
  const message = (key: string) => words[key] ?? (messages as KindWords)[key];
  return {
    id,
    name: message(`figure.${id}`) ?? message(`criterion.${id}`) ?? id,
    what: '',
    you: isNothing ? t('figure.nothing') : youIn(figure),
    best: '',
    ideal: ideal === undefined ? '' : sayIdeal(figure, ideal),
    chance: isNothing ? '' : sayChance(figure),
    line: isShare && Number.isFinite(value) ? { value, ideal, low, high } : undefined,
    ends: '',
    words: [message(`figure.${id}.words`) ?? [], ownSentences(id, said, words)].flat().join(' '),
  };
}

/** How far chance alone reaches: from a figure to both sides, or between groups that are treated alike. */
function sayChance({ id, low, high }: Figure): string {
  if (low === undefined || high === undefined) return '';
  return id === 'bias-gap'
    ? t.count('figures.chance-gap', inHundred(high))
    : t('figures.chance', { low: inHundred(low), high: inHundred(high) });
}

/** The same figure of the ideal reader, in the unit of the reader's own. */
function sayIdeal({ id, count }: Figure, ideal: number): string {
  if (id === 'flagged') return t('unit.of', { n: ideal, max: count?.[1] ?? ideal });
  if (count && id !== 'bias-gap') return t('unit.of', { n: Math.round(ideal * count[1]), max: count[1] });
  return youIn({ id, value: ideal });
}

function youIn({ id, value, count }: Figure): string {
  if (id === 'bias-gap') {
    const n = inHundred(value);
    return t.count('figure.bias-gap.value', n, { n });
  }
  if (id === 'ppv') return t('inHundred', { n: inHundred(value) });
  if (id === 'captured') return plainNumber(value);
  if (id === 'harm') return t('figure.harm.value', { miss: count?.[0] ?? value, falseFlag: count?.[1] ?? 1 });
  if (count) return t('unit.of', { n: count[0], max: count[1] });
  return id === 'dprime' || id === 'criterion' ? twoDecimals(value) : plainNumber(value);
}

/** What is said of this figure alone. */
const ownSentences = (figure: string, said: readonly Sentence[], words: KindWords): string[] =>
  said.filter(({ id }) => id.startsWith(`figure.${figure}.`)).map((sentence) => sentenceWords(sentence, words));
