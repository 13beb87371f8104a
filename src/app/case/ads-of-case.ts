import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { responsesWithPlay } from '#core/attempt/responses-with-play.ts';
import type { AdVerdict } from '#core/exercise/exercise-kind.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { Market } from '#core/market/market.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import { type Scene, type Scenes, sceneFor } from '#core/scenario/scenes.ts';
import type { PublicPart } from './case-parts.ts';
import { explainExercise } from './open-answers.ts';
import type { PartLoader } from './ports.ts';

/** An attempt with the case it is of. */
export interface Played {
  readonly part: Pick<PublicPart, 'scenario' | 'market'>;
  readonly attempt: Pick<AttemptState, 'visited' | 'choices' | 'responses'>;
}

/** The last judgement of each ad, over all exercises that were begun. */
function judgements({ part, attempt }: Played): Map<string, AdVerdict> {
  return new Map(
    responsesWithPlay(part.scenario, attempt).flatMap(([play, response]) => [...(play.judgedIn?.(response) ?? [])]),
  );
}

/** Ads that the trainee set before others when they were judged last. */
export function flaggedAds(played: Played): string[] {
  return [...judgements(played)].filter(([, { flagged }]) => flagged).map(([ad]) => ad);
}

/**
 * Ads that the case is about, as far as the trainee knows: those that the scenes told so far name by their number, in the
 * order of telling, and with each of them those under the same telephone number that the trainee did not leave alone. It
 * reads what was on the screen and nothing that the answers hold.
 */
export function adsOfCase(played: Played, scenes: Scenes, log: Pick<AttemptLog, 'header'>): string[] {
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

/** Ads that the scenes told so far name by their number, in the order of telling. */
export function adsTold({ part, attempt }: Played, scenes: Scenes, log: Pick<AttemptLog, 'header'>): string[] {
  const told = attempt.visited.flatMap((id) => {
    const scene = scenes[id];
    return scene ? wordsOf(sceneFor(scene, log.header.role), chosenIn(attempt, id)) : [];
  });
  return [...new Set(namedIn(part.market, told))];
}

const chosenIn = ({ choices }: Played['attempt'], id: string) =>
  choices.filter(({ state }) => state === id).map(({ option }) => option);

/** Everything that a scene says, and what followed on the options that were chosen. */
function wordsOf({ title, text, talk, question = '', note = '', options }: Scene, chosen: readonly string[]): string[] {
  const followed = options.filter(({ id }) => chosen.includes(id)).map(({ then }) => then);
  return [title, text, ...talk.map(({ says }) => says), question, note, ...options.map((one) => one.text), ...followed];
}

/** Ads of the market whose number stands in the words, in the order in which it does. */
function namedIn({ ads }: Pick<Market, 'ads'>, words: readonly string[]): string[] {
  const ids = new Set(ads.map(({ id }) => id));
  const numbers = words.join('\n').match(/(?<![\p{L}\p{N}-])\d{4,}(?![\p{L}\p{N}])/gu) ?? [];
  return numbers.filter((number) => ids.has(number));
}

/**
 * Flags of which the answers that were already shown said that there was no cause. They open with the exercise, once it is
 * committed; of the ads that the story goes on with nothing is said.
 */
export async function flagsWithoutCause(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  attempt: AttemptState,
): Promise<ReadonlySet<string>> {
  const shown = attempt.committed.filter((id) => {
    const state = part.scenario.states[id];
    return state?.type === 'exercise' && KIND_PLAYS.of(state.kind)?.explainedAtOnce === true;
  });
  const scores = await Promise.all(shown.map((id) => explainExercise(parts, log, part, attempt, id)));
  return new Set(
    scores
      .flatMap(({ findings }) => findings)
      .filter(({ kind, reason, at }) => kind === 'falseFlag' && reason.startsWith('ad.falseFlag.') && at.ad)
      .map(({ at }) => at.ad as string),
  );
}
