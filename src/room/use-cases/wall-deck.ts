import type { Rating } from '#case/scoring/model/schemas.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { ToldBoard, ToldDecision, ToldOption } from './tell-board.ts';

/** Maximum reasons quoted for one option, because the wall does not scroll. */
const MAX_QUOTES = 2;

/** Minimum teams that chose an option before its reasons are quoted: with one, the quote would name the team. */
export const MIN_TO_QUOTE = 2;

/** An option as the wall shows it. It holds counts, and no team. */
export interface WallOption {
  readonly at: number;
  readonly text: string;
  readonly teams: number;
  /** Votes of people before their team decided. */
  readonly votes: number;
  /** Reasons that were ticked, of options that at least two teams chose. */
  readonly reasons: readonly string[];
  /** True if one team alone chose it: its reason is not quoted. */
  readonly keptBack: boolean;
}

/** A decision before the reason is shown: nothing of the key. */
export interface WallDecision {
  readonly kind: 'decision';
  /** Place among the decisions, from 1, and the number of decisions. */
  readonly number: number;
  readonly of: number;
  readonly question: string;
  readonly options: readonly WallOption[];
  readonly restsOn: number;
  readonly votes: { readonly counted: number; readonly keptDown: number; readonly restsOn: number };
}

export interface WallReason extends Omit<WallDecision, 'kind' | 'options'> {
  readonly kind: 'reason';
  readonly options: readonly (WallOption & { readonly rating?: Rating; readonly reason?: string })[];
  readonly principle?: string;
  readonly sources: readonly Citation[];
}

/** One slide of the wall. No slide has the name or the id of a team. */
export type WallSlide =
  | { readonly kind: 'join'; readonly address: string; readonly word: string; readonly room: string }
  | { readonly kind: 'feelings' }
  | WallDecision
  | WallReason
  | {
      readonly kind: 'sign';
      readonly name: string;
      readonly seen: number;
      readonly missed: number;
      readonly restsOn: number;
      readonly words?: string;
      readonly innocent?: string;
    }
  | {
      readonly kind: 'persons';
      readonly persons: readonly {
        readonly title: string;
        readonly why?: string;
        /** A sign that stands in the ad, and what else explains it. */
        readonly read?: { readonly name: string; readonly innocent: string };
        readonly teams: number;
      }[];
      /** All persons, also those that are not told. */
      readonly all: number;
      readonly restsOn: number;
    }
  | { readonly kind: 'unknowable'; readonly ads: readonly string[] }
  | { readonly kind: 'monday' };

export interface WallDeck {
  readonly title: string;
  readonly teams: number;
  readonly slides: readonly WallSlide[];
}

/** What the deck says of the room itself. */
export interface WallRoom {
  readonly title: string;
  readonly address: string;
  readonly word: string;
  readonly room: string;
  /** Names of the teams, to withhold reasons that contain one. */
  readonly names: readonly string[];
}

/** The first slide, which a room shows before anything is known. */
export const joinDeck = ({ title, address, word, room, names }: WallRoom): WallDeck => ({
  title,
  teams: names.length,
  slides: [{ kind: 'join', address, word, room }],
});

/**
 * The slides of the wall, in the order of a debrief: feelings, each decision followed by its reasons, the sign most
 * missed, persons, ads that could not be known, and what each one will do. Decisions that no team reached and empty
 * lists are left out.
 */
export function wallDeck(told: ToldBoard, room: WallRoom, mostPersons = 3): WallDeck {
  const decisions = told.decisions.filter(({ restsOn, votes }) => restsOn > 0 || votes.counted > 0);
  const [sign] = told.signs;
  const { persons, notKnowable, board } = told;
  return {
    title: room.title,
    teams: room.names.length,
    slides: [
      ...joinDeck(room).slides,
      { kind: 'feelings' },
      ...decisions.flatMap((decision, at): WallSlide[] => {
        const shown = showDecision(decision, at + 1, decisions.length, room.names);
        return decision.options.some(({ verdict }) => verdict) ? [shown, showReason(decision, shown)] : [shown];
      }),
      ...(sign
        ? [
            {
              kind: 'sign' as const,
              name: sign.name,
              seen: sign.restsOn - sign.missedBy.length,
              missed: sign.missedBy.length,
              restsOn: sign.restsOn,
              ...(sign.ad?.words !== undefined && { words: sign.ad.words }),
              ...(sign.innocent !== undefined && { innocent: sign.innocent }),
            },
          ]
        : []),
      ...(persons.length > 0
        ? [
            {
              kind: 'persons' as const,
              persons: persons.slice(0, mostPersons).map(({ ads, why, shows: [shown], teams }) => ({
                title: ads[0]?.title ?? '',
                ...(why !== undefined && { why }),
                ...(shown?.innocent !== undefined && { read: { name: shown.name, innocent: shown.innocent } }),
                teams: teams.length,
              })),
              all: persons.length,
              restsOn: board.falseFlags.restsOn,
            },
          ]
        : []),
      ...(notKnowable.length > 0 ? [{ kind: 'unknowable' as const, ads: notKnowable.map(({ title }) => title) }] : []),
      { kind: 'monday' },
    ],
  };
}

function showDecision(decision: ToldDecision, number: number, of: number, names: readonly string[]): WallDecision {
  const { counted, keptDown, restsOn } = decision.votes;
  return {
    kind: 'decision',
    number,
    of,
    question: decision.question,
    options: decision.options.map((option) => showOption(option, decision.reasons, names)),
    restsOn: decision.restsOn,
    votes: { counted, keptDown, restsOn },
  };
}

function showOption(
  { at, text, ids, teams, votes }: ToldOption,
  reasons: ToldDecision['reasons'],
  names: readonly string[],
): WallOption {
  const quoted = teams.length >= MIN_TO_QUOTE;
  return {
    at,
    text,
    teams: teams.length,
    votes,
    reasons: quoted
      ? reasons
          .filter((one) => ids.includes(one.option) && !namesTeam(one.reason, names))
          .map(({ reason }) => reason)
          .slice(0, MAX_QUOTES)
      : [],
    keptBack: teams.length > 0 && !quoted,
  };
}

function showReason({ options, principle, sources }: ToldDecision, shown: WallDecision): WallReason {
  return {
    ...shown,
    kind: 'reason',
    options: shown.options.map((option, at) => ({ ...option, ...options[at]?.verdict })),
    ...(principle !== undefined && { principle }),
    sources,
  };
}

const folded = (text: string) =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** True if a text contains the name of a team as separate words, which would identify the team. */
export function namesTeam(text: string, names: readonly string[]): boolean {
  const words = folded(text);
  return names.some((name) => words.includes(folded(name)));
}
