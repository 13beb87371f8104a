import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { translator } from '#i18n/translator.ts';
import type { ReplayedAttempt } from '#studio/screens/play/replayed-attempt.ts';
import type { PlayableDraft } from '#studio/use-cases/checking/check-draft.ts';
import { partsInMemory } from '#studio/use-cases/checking/parts-in-memory.ts';
import { readAttemptOfCase } from '#studio/use-cases/checking/read-attempt-of-case.ts';
import { replayOnEdited } from '#studio/use-cases/checking/replay-on-edited.ts';
import messages from '#words/studio/play.json' with { type: 'json' };

const t = translator(messages);

/** What an attempt is read, played and scored with. */
type ReplayKinds = Pick<Kinds, 'plays' | 'tells' | 'reads' | 'scores'>;

/** Recorded attempts at one case, played again after every edit. They lie in this page only, while its draft is open. */
export class AttemptShelf {
  attempts = $state.raw<readonly ReplayedAttempt[]>([]);
  refused = $state.raw<readonly string[]>([]);
  #last = 0;
  readonly #kinds: ReplayKinds;

  constructor(kinds: ReplayKinds) {
    this.#kinds = kinds;
  }

  clear(): void {
    this.attempts = [];
    this.refused = [];
  }

  remove(id: number): void {
    this.attempts = this.attempts.filter((attempt) => attempt.id !== id);
  }

  /** Reads the files; each that is no attempt at this case is refused with a sentence. */
  async add(files: readonly File[], played: PlayableDraft | undefined): Promise<void> {
    if (!played) return;
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        read: readAttemptOfCase(await file.text(), played.source.id, this.#kinds),
      })),
    );
    this.refused = read.flatMap(({ name, read: found }) =>
      found.ok ? [] : [t(`fault.${found.fault}`, { name, scenario: found.scenario ?? '' })],
    );
    const logs = read.flatMap(({ name, read: found }) => (found.ok ? [{ name, log: found.log }] : []));
    await this.#put(logs, played);
  }

  /** Takes over what has just been played beside it. */
  async keepPlayed(log: AttemptLog | undefined, played: PlayableDraft | undefined): Promise<void> {
    if (!log || !played) return;
    const name = t.count('attempts.played', log.events.length, { n: this.#last + 1 });
    await this.#put([{ name, log }], played);
  }

  /** Plays all of them again in the text as it is now. */
  async playAgain(played: PlayableDraft | undefined): Promise<void> {
    if (!played) return;
    const replay = await replayIn(played, this.#kinds);
    this.attempts = this.attempts.map((attempt) => ({ ...attempt, now: replay(attempt.log) }));
  }

  async #put(logs: readonly { name: string; log: AttemptLog }[], played: PlayableDraft): Promise<void> {
    const replay = await replayIn(played, this.#kinds);
    const put = logs.map(({ name, log }): ReplayedAttempt => {
      this.#last += 1;
      const now = replay(log);
      return { id: this.#last, name, log, before: now, now };
    });
    this.attempts = [...this.attempts, ...put];
  }
}

/** How attempts are played in this text. A key that does not fit it yet leaves them without a score. */
async function replayIn({ parts, scored }: PlayableDraft, kinds: ReplayKinds) {
  const part = { ...(parts[PUBLIC_PART] as PublicPart), kinds };
  const answers = scored ? await openAnswers(partsInMemory(parts), part) : undefined;
  return (log: AttemptLog) => replayOnEdited(log, part, kinds, answers);
}
