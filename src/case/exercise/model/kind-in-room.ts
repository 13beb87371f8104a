import type { HandedReport } from '#market/platforms/model/handed-report.ts';
import type { Brief, KindTypes } from './define-kind.ts';
import type { TeamFinding } from './team-findings.ts';

type InRoomTypes = Pick<KindTypes, 'brief' | 'response' | 'action'>;

/**
 * The hidden half of a brief, which decides what happens and which players must not read. On the site and in a packed
 * case the page plays with the whole brief. In a room the server keeps the hidden half and says what is seen after each
 * act. A response is undefined before the first act.
 */
export interface HiddenBriefs<K extends InRoomTypes = InRoomTypes> {
  /** The brief without its hidden half. */
  openBrief(brief: K['brief']): Brief;
  /**
   * What a player sees after the acts of a response, as JSON. `brief` is whole. The screens are drawn from it alone.
   */
  seen(brief: K['brief'], response: K['response'] | undefined): unknown;
  /**
   * Hours until something happens that the player will see, or until the next pause of the exercise; 0 if it is over.
   * Undefined unless the last act commits the player to waiting, to prevent peeking.
   */
  hoursToNext(brief: K['brief'], response: K['response'] | undefined): number | undefined;
  /** What teams of a room can share out, in the order of the brief. */
  places(brief: K['brief']): readonly { readonly id: string; readonly name: string }[];
  /**
   * Whether the action is on a place of the team's share and allowed after its last act. Without a share all places
   * are.
   */
  mayAct(
    brief: K['brief'],
    response: K['response'] | undefined,
    action: K['action'],
    share: readonly string[] | undefined,
  ): boolean;
}

/** Comparable findings of teams on the same places, which a room shows on one board. */
export interface TeamFindings<K extends InRoomTypes = InRoomTypes> {
  /** The findings of a team so far, in the order of the brief, without what it did not test. */
  findingsOf(brief: K['brief'], response: K['response'] | undefined): readonly TeamFinding[];
  /** The places that the team was given; undefined for all. */
  shareOf(response: K['response'] | undefined): readonly string[] | undefined;
  /** How often the team itself stopped the exercise, and whether it is stopped now. */
  stopsOf(response: K['response'] | undefined): { readonly times: number; readonly now: boolean };
  /** The truth as a word of the kind, shown once the answers are open. */
  truthOf(brief: K['brief'], place: string, claim: string): string;
}

/**
 * What a kind does where several play: loaded by the server of a room. What it hands on is loaded by the page that plays
 * the next case, when it asks for it.
 */
export interface KindInRoom<K extends InRoomTypes = InRoomTypes> {
  readonly hidden?: HiddenBriefs<K>;
  readonly teamFindings?: TeamFindings<K>;
  /** The report that it hands on to an exercise of another case; undefined where none was written. Pure. */
  handOn?(brief: K['brief'], response: K['response']): HandedReport | undefined;
}

/** A kind whose briefs hide nothing, whose teams find nothing comparable, and that hands on nothing. */
export const NOTHING_IN_ROOM: KindInRoom = {};
