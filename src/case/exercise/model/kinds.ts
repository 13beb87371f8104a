import type { KindChecks } from './kind-checks.ts';
import type { KindInRoom } from './kind-in-room.ts';
import type { KindPlay } from './kind-play.ts';
import type { KindReads } from './kind-reads.ts';
import type { KindSays } from './kind-says.ts';
import type { KindScores } from './kind-scores.ts';
import type { KindTells } from './kind-tells.ts';
import type { KindWords } from './kind-words.ts';
import type { KindRegistry } from './registry.ts';

/**
 * The kinds of exercise as everything but the edges gets them: handed in, one field for each service, because each is
 * loaded at another moment. A function takes only the fields that it needs, with `Pick`: whoever plays a case holds no
 * answer. The screens of the kinds, their eighth service, are handed to pages alone.
 */
export interface Kinds {
  /** How each kind is played: loaded with the page of a case, without zod and without a key. */
  readonly plays: KindRegistry<KindPlay>;
  /** What each kind tells of a response: loaded with the page of a case. */
  readonly tells: KindRegistry<KindTells>;
  /** Schemas of each kind: loaded where a case or a log is read, with zod/mini. */
  readonly reads: KindRegistry<KindReads>;
  /** How each kind is scored: loaded when the answers are opened. */
  readonly scores: KindRegistry<KindScores>;
  /** What is said of each kind: loaded at the end of a case, and where a report or a portfolio is read. */
  readonly says: KindRegistry<KindSays>;
  /**
   * The words for it, by key: `fold` is the title of its fold; the names of criteria and figures stand under
   * `criterion.<id>` and `figure.<id>`, acts of the log under `act.<type>`, and each sentence under its id. Loaded with
   * `says` by whoever shows them.
   */
  readonly debriefWords: KindRegistry<KindWords>;
  /**
   * What is said of each kind elsewhere, by key: `name` in the list of the studio, `scored` and `nothing` in a briefing,
   * `list` where exercises are listed, what was handled under `handled.<id>`, and its issues under `issue.<code>`. Loaded by
   * the build, the studio, commands, and pages that tell what was handled.
   */
  readonly aboutWords: KindRegistry<KindWords>;
  /** How each kind is checked and built: loaded by commands, the build and the studio, with all of zod. */
  readonly builds: KindRegistry<KindChecks>;
  /** What each kind does in a room: loaded by its server. */
  readonly inRoom: KindRegistry<KindInRoom>;
}

/** What every screen needs that says something of an attempt: the rules, and the words. */
export type SayingKinds = Pick<Kinds, 'says' | 'debriefWords'>;

/** The same kinds where a page loads them only once it comes to that moment. */
export type LaterKinds<Part extends keyof Kinds> = { readonly [Field in Part]: () => Promise<Kinds[Field]> };
