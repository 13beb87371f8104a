import { areWordsOpen } from '#case/language/model/room-parts.ts';
import { type HeldWords, heldWordsPart } from '#case/parts/use-cases/case-parts.ts';
import type { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import { PartBrokenError, PartMissingError } from '#kernel/model/part-loader.ts';
import { withHeldWords } from '#room/use-cases/held-words.ts';
import type { TeamSession } from '#room/use-cases/team-session.ts';

/** The words of parts that a room holds back: they come to the open case once their part is open. */
export class PartWords {
  #room = $state.raw<CaseRoom>();
  readonly #coming = new Set<string>();

  /** The open case to which the words are brought. */
  playIn(room: CaseRoom): void {
    this.#room = room;
  }

  /** True while the words of that part have not come. */
  isHeld(part: string): boolean {
    return this.#room?.wired.part.held?.includes(part) ?? false;
  }

  /** Fetches the words of every part that is open by now. */
  async bring(view: TeamSession['view']): Promise<void> {
    const room = this.#room;
    const due = (room?.wired.part.held ?? []).filter((part) => areWordsOpen(view, part) && !this.#coming.has(part));
    await Promise.all(
      due.map(async (part) => {
        this.#coming.add(part);
        try {
          const words = (await room?.wired.parts.load(heldWordsPart(part))) as HeldWords;
          room?.take(words, withHeldWords(room.wired.part, words));
        } catch (error) {
          // Asked for again with the next answer of the room.
          if (!(error instanceof PartMissingError || error instanceof PartBrokenError)) throw error;
        } finally {
          this.#coming.delete(part);
        }
      }),
    );
  }
}
