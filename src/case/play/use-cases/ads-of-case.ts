import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { toldByKinds } from '#case/attempt/model/told-by-kinds.ts';
import type { AdVerdict } from '#case/exercise/model/exercise-kind.ts';
import { type Scene, type Scenes, sceneFor } from '#case/language/model/scenes.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import type { AnswerService } from './open-answers.ts';

/** An attempt with the public part of its case. */
export interface CaseInPlay {
  readonly part: Pick<PlayedPart, 'scenario' | 'market' | 'kinds'>;
  readonly attempt: Pick<AttemptState, 'visited' | 'choices' | 'responses'>;
}

/** The last judgement of each ad, over all exercises that were begun. */
function judgements({ part, attempt }: CaseInPlay): Map<string, AdVerdict> {
  return new Map(toldByKinds(part, attempt).flatMap(([{ judged = new Map<string, AdVerdict>() }]) => [...judged]));
}

/** Ads that the trainee's last judgement puts into a band that counts as flagged. */
export function flaggedAds(played: CaseInPlay): string[] {
  return [...judgements(played)].filter(([, { flagged }]) => flagged).map(([ad]) => ad);
}

/**
 * Ads that the case is about, as far as the trainee knows: those named by number in the scenes shown so far, in that
 * order, each with the ads with the same telephone number that the trainee flagged. Uses only what was on the screen,
 * never the answers.
 */
export function adsOfCase(played: CaseInPlay, scenes: Scenes, log: Pick<AttemptLog, 'header'>): string[] {
  const judged = judgements(played);
  return [
    ...new Set(
      adsTold(played, scenes, log).flatMap((named) => [
        named,
        ...adsSharingPhone(played.part.market, named).filter((ad) => judged.get(ad)?.leftAlone === false),
      ]),
    ),
  ];
}

/** Ads that the scenes shown so far name by their number, in the order of showing. */
export function adsTold({ part, attempt }: CaseInPlay, scenes: Scenes, log: Pick<AttemptLog, 'header'>): string[] {
  const told = attempt.visited.flatMap((id) => {
    const scene = scenes[id];
    return scene ? wordsOf(sceneFor(scene, log.header.role), chosenIn(attempt, id)) : [];
  });
  return [...new Set(namedIn(part.market, told))];
}

const chosenIn = ({ choices }: CaseInPlay['attempt'], id: string) =>
  choices.filter(({ state }) => state === id).map(({ option }) => option);

/** All text of a scene, including the results of the chosen options. */
function wordsOf({ title, text, talk, question = '', note = '', options }: Scene, chosen: readonly string[]): string[] {
  const followed = options.filter(({ id }) => chosen.includes(id)).map(({ then }) => then);
  return [title, text, ...talk.map(({ says }) => says), question, note, ...options.map((one) => one.text), ...followed];
}

/** Ads of the market whose number occurs in the words, in order of occurrence. */
function namedIn({ ads }: Pick<Market, 'ads'>, words: readonly string[]): string[] {
  const ids = new Set(ads.map(({ id }) => id));
  const numbers = words.join('\n').match(/(?<![\p{L}\p{N}-])\d{4,}(?![\p{L}\p{N}])/gu) ?? [];
  return numbers.filter((number) => ids.has(number));
}

/**
 * Flagged ads for which the answers that were already shown say that there was no cause. The answers open once the
 * exercise is committed; ads that the story still needs are left out.
 */
export async function flagsWithoutCause(
  answers: () => Promise<AnswerService>,
  log: AttemptLog,
  part: PlayedPart,
  attempt: AttemptState,
): Promise<ReadonlySet<string>> {
  const shown = attempt.committed.filter((id) => {
    const state = part.scenario.states[id];
    return state?.type === 'exercise' && part.kinds.plays.of(state.kind)?.explainedAtOnce === true;
  });
  if (shown.length === 0) return new Set();
  const { explainExercise } = await answers();
  const scores = await Promise.all(shown.map((id) => explainExercise(log, part, attempt, id)));
  return new Set(
    scores
      .flatMap(({ findings }) => findings)
      .filter(({ kind, reason, at }) => kind === 'falseFlag' && reason.startsWith('ad.falseFlag.') && at.ad)
      .map(({ at }) => at.ad as string),
  );
}
