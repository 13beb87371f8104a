import type { Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import { findRoundInWorker } from '#kinds/detection/browser/round-finder.ts';
import { type DetectionAction, type DetectionResponse, playDetection } from '#kinds/detection/model/play.ts';
import type { PracticeRound } from '#kinds/detection/use-cases/practice/find-round.ts';
import { roundChoices } from '#kinds/detection/use-cases/practice/round-choices.ts';
import type { RoundLibrary } from '#kinds/detection/use-cases/practice/round-library.ts';
import { scoreRound } from '#kinds/detection/use-cases/score-round.ts';
import { type CardProfile, cardOf } from '#market/ads/model/card-profile.ts';
import type { IndicatorChoice } from '#market/signs/model/indicator-choice.ts';

/** So many markets are looked through before the best of them is taken. */
const TRIES = 60;

/** A short round while it is read. It lies in the page alone: what it leaves is a reading. */
export class RoundInPlay {
  readonly #library: RoundLibrary;
  readonly found: PracticeRound;
  readonly id: string;
  /** All signs by name, with an offer for those that a page of the round can show. */
  readonly choices: readonly IndicatorChoice[];
  /** The market card; undefined where the library has no such profile. */
  readonly card: CardProfile | undefined;
  #acts = 0;
  response = $state.raw<DetectionResponse>(playDetection.empty);
  done = $state.raw<ScorePart>();

  constructor(library: RoundLibrary, found: PracticeRound, id: string) {
    this.#library = library;
    this.found = found;
    this.id = id;
    const profile = library.profiles.find(({ id: name }) => name === found.market.profile);
    this.card = profile && cardOf(profile, found.market.sites);
    this.choices = roundChoices(library, found.market);
  }

  act(action: DetectionAction): void {
    if (this.done) return;
    this.#acts += 1;
    const context = { at: this.found.market.until, seq: this.#acts };
    this.response = playDetection.reduce(this.response, { ...action }, context);
  }

  /** What is to be said of an ad that has been judged. */
  async explain(ad: string): Promise<readonly Finding[]> {
    return scoreRound(this.#library, this.found, this.response).findings.filter(({ at }) => at.ad === ad);
  }

  finish(): void {
    this.done = scoreRound(this.#library, this.found, this.response);
  }
}

/** Draws a round around the signs. Throws where no market shows any of them. */
export async function openRound(
  library: unknown,
  signs: readonly string[],
  onTry: (done: number) => void,
): Promise<RoundInPlay> {
  const seed = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const round = await findRoundInWorker(library as RoundLibrary, { signs: [...signs], seed, tries: TRIES }, onTry);
  if (!round) throw new Error('No market shows any of these signs.');
  return new RoundInPlay(library as RoundLibrary, round, `again ${seed}`);
}
