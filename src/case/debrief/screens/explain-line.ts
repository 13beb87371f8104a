import { groundOf, OF_CASE } from '#case/debrief/model/sentence-grounds.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PathStep, ScoreReport } from '#case/scoring/model/score-report.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Ground, Sentence } from '#kernel/model/sentence.ts';

/** What a line of a debrief brings along. */
export interface DebriefLine {
  readonly sentence?: Sentence | undefined;
  /** Numbers of the log events that it rests on; those of its sentence otherwise. */
  readonly events?: readonly number[] | undefined;
  /** Left out where the sentence says it. */
  readonly ground?: Ground | undefined;
  /** Sources that the line has itself. */
  readonly sources?: readonly Citation[] | undefined;
  /** Signs that it is about, by their ids. */
  readonly signs?: readonly string[] | undefined;
}

/** Why a line is said: the rated steps that it is about, what it rests on, its sources and signs. */
export interface WhyOfLine {
  readonly steps: readonly PathStep[];
  readonly ground: Ground;
  readonly sources: readonly Citation[];
  readonly signs: readonly string[];
}

/**
 * Explains a line from its report. Sources are those of the line, of the rule behind its sentence, of findings about
 * the same, and of the steps that the key rates; each passage once.
 */
export function explainLine(
  line: DebriefLine,
  report: Pick<ScoreReport, 'path' | 'findings'> | undefined,
  kinds: Pick<Kinds, 'says'> | undefined,
): WhyOfLine {
  const { sentence, events = sentence?.events ?? [] } = line;
  const rule = sentence && kinds && groundOf(sentence.id, kinds);
  const steps = (report?.path ?? []).filter(({ seq, rating }) => rating !== undefined && events.includes(seq));
  const sources = [
    ...(line.sources ?? []),
    ...(rule?.sources ?? []),
    ...(sentence ? (report?.findings ?? []).filter((finding) => isAbout(finding, sentence)) : []).flatMap(
      (finding) => finding.sources,
    ),
    ...steps.flatMap((step) => step.sources),
  ];
  return {
    steps,
    ground: line.ground ?? rule?.ground ?? OF_CASE,
    sources: [...new Map(sources.map((source) => [`${source.code} ${source.says}`, source])).values()],
    signs: line.signs ?? signsOf(sentence),
  };
}

/** True for a finding with the reason of the sentence; one that names a place has to name that of the sentence. */
function isAbout({ reason, at: { locator = '' } }: Finding, { id, params }: Sentence): boolean {
  if (reason !== id && !id.startsWith(`${reason}.`)) return false;
  const [, place] = /^[a-z]+:(.+)$/.exec(locator) ?? [];
  return place === undefined || Object.values(params).some((value) => String(value) === place);
}

/** Signs that a sentence names. */
const signsOf = (sentence: Sentence | undefined): readonly string[] =>
  ['sign', 'signs'].flatMap((place) => {
    const value = sentence?.params[place];
    return value === undefined || value === '' ? [] : String(value).split(', ');
  });
