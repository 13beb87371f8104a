import { CRITERION_SENTENCES } from '#case/debrief/model/criterion-sentences.ts';
import { OF_CASE } from '#case/debrief/model/sentence-grounds.ts';
import type { CriterionUnit } from '#case/exercise/model/kind-says.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { Kinds, SayingKinds } from '#case/exercise/model/kinds.ts';
import { wordsOfAll } from '#case/exercise/model/registry.ts';
import { translator } from '#i18n/translator.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import { type Ground, sentencesFrom } from '#kernel/model/sentence.ts';
import messages from '#words/case/scoring.json' with { type: 'json' };
import { plainNumber } from './plain-number.ts';
import type { ScoredRow } from './scored-row.ts';
import { sentenceWords } from './sentence-words.ts';

type Key = keyof typeof messages;
type Unit = Extract<Key, `unit.${string}`>;
const t = translator(messages);

/** How the points of the case itself are counted; those of an exercise its kind says, and others are plain numbers. */
const UNITS: Readonly<Record<string, CriterionUnit>> = {
  'outreach.decisions': 'points',
  'outreach.hints': 'points',
  'preservation.order': 'pairs',
};

/** Criteria without a scale: a play without hints has all points of the hints, whatever else it does. */
const WITHOUT_LINE: ReadonlySet<string> = new Set(['outreach.hints']);

const unitOf = (id: string, says: Kinds['says']): Unit => {
  const ofKinds = says.entries().flatMap(([, { units }]) => units?.[id] ?? []);
  return `unit.${UNITS[id] ?? ofKinds[0] ?? 'plain'}`;
};

/** What the points rest on: on the key for a criterion of the case itself, and otherwise on what its kind says. */
function groundOf(id: string, says: Kinds['says']): Ground {
  const [kind = ''] = id.split('.');
  return (id in UNITS ? undefined : says.of(kind)?.ground) ?? OF_CASE;
}

/** A criterion in words. A kind of exercise without words of its own here is still shown, under its id. */
export function sayCriterion(criterion: Criterion, redLine: boolean, { says, debriefWords }: SayingKinds): ScoredRow {
  const { id, raw, min, max, ideal, evidence, less = 0 } = criterion;
  const unit = unitOf(id, says);
  const words = wordsOfAll(debriefWords);
  const message = (key: string) => words[key] ?? (messages as KindWords)[key];
  // Harm is counted below zero and said as an amount.
  const number = (value: number) => plainNumber(unit === 'unit.harm' ? -value : value);
  const amount = (value: number) => {
    const said = { n: number(value), max: number(max) };
    if (unit === 'unit.pairs') return t.count(unit, max, said);
    return unit === 'unit.points' ? t.count(unit, Math.round(value * 100) / 100, said) : t(unit, said);
  };
  const hasLine = !WITHOUT_LINE.has(id);
  const said = sentencesFrom(CRITERION_SENTENCES, { ...criterion, redLine });
  return {
    id,
    name: message(`criterion.${id}`) ?? id,
    what: message(`criterion.${id}.what`) ?? '',
    you: less > 0 ? takenOff(message(`criterion.${id}.less`), amount(raw + less), less) : amount(raw),
    chance: '',
    best: amount(max),
    ideal: ideal === undefined ? '' : amount(ideal),
    line: hasLine
      ? {
          value: placeOf(criterion),
          ideal: ideal === undefined || max === min ? undefined : (ideal - min) / (max - min),
        }
      : undefined,
    ends: hasLine ? t('range.ends', { min: number(min), max: number(max) }) : '',
    words: said.map((sentence) => sentenceWords(sentence, {})).join(' '),
    why: { ground: groundOf(id, says), events: evidence },
  };
}

/** What was earned and what was taken off, so that the number earned is the one that the sentences say. */
const takenOff = (ofKind: string | undefined, amount: string, less: number): string =>
  translator({ less: ofKind ?? messages['unit.less'] })('less', { amount, n: plainNumber(less) });

/** Its place on the line. `scaled` ends at 0, and a play can be worse than the line begins. */
const placeOf = ({ raw, min, max, scaled }: Criterion) => (raw < min && min < max ? (raw - min) / (max - min) : scaled);
