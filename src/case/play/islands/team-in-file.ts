import type { UnsentStore } from '#case/attempt/browser/unsent-store.ts';
import type { AttemptTeam, TeamReason, VoteCount } from '#case/attempt-file/model/attempt-team.ts';
import type { HiddenHalfPort } from '#case/play/use-cases/hidden-half-port.ts';

/** The team at this screen, as a saved attempt has it. */
export interface TeamInFile {
  /** Set in a room, which keeps the hidden half of exercises. */
  readonly hidden?: HiddenHalfPort | undefined;
  /** People at the screen, where the room knows it. */
  readonly people?: number | undefined;
  /** What it has said beside the attempt of that id; undefined where it plays another one. */
  saidBeside(attempt: string): AttemptTeam | undefined;
  /** An attempt was opened from a file: what the team had said of it. */
  bringBack(attempt: string, said: AttemptTeam): void;
}

/** The place of a team in the store of what is not sent. */
export const placeOfTeam = (scenario: string): string => `team ${scenario}`;

/** What a team has said, as a page has kept it; undefined for anything else. */
export function readSaid(kept: unknown): AttemptTeam | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { people, votes, reasons } = kept as Partial<AttemptTeam>;
  if (typeof people !== 'number' || !isTable(votes) || !isTable(reasons)) return undefined;
  return { people, votes: votes as Record<string, VoteCount>, reasons: reasons as Record<string, TeamReason> };
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The team of an attempt that came as a file: what it said goes into the file again when the attempt is saved. */
export function createTeamOfFile(scenario: string, unsent: UnsentStore | undefined): TeamInFile {
  const place = placeOfTeam(scenario);
  let brought: { readonly attempt: string; readonly said: AttemptTeam } | undefined;
  return {
    saidBeside(attempt) {
      if (brought?.attempt === attempt) return brought.said;
      return readSaid(unsent?.read(place, attempt));
    },
    bringBack(attempt, said) {
      brought = { attempt, said };
      unsent?.keep(place, attempt, said);
    },
  };
}
