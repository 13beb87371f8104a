import type { Component } from 'svelte';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { Barrier } from '#case/language/model/room-parts.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';
import type { CaseRoom } from './case-room.svelte.ts';
import type { TeamInFile } from './team-in-file.ts';

/** A team in the room of a workshop, as the case that it plays sees it. */
export interface TeamInRoom extends TeamInFile {
  /** True once every answer is open. */
  readonly isAllOpen: boolean;
  /** What stands before the team at a state of that part. */
  barrier(part?: string): Barrier | undefined;
  /** True while nothing of that part can be drawn. */
  isClosed(part?: string): boolean;
  /** Gives the open case to the team. */
  playIn(room: CaseRoom): Promise<void>;
  /** Brings what the room has of the team's attempt to this laptop. */
  bringOver(room: CaseRoom): Promise<void>;
  /** From here on the room hears the team. */
  start(): void;
  tellPaused(isPaused: boolean): void;
  /** Tells the room what is new in the attempt, and where the team stands. */
  follow(log: AttemptLog, state: string): void;
}

/** What a case is played with by a team in a room, with the screens that know this team. */
export interface OpenedTeam<Team extends TeamInRoom> {
  readonly team: Team;
  readonly Top: Component<{
    team: Team;
    room: CaseRoom;
    roles: readonly PlayedRole[];
    part?: string | undefined;
    base: string;
    calm: boolean;
  }>;
  readonly Chairs: Component<{
    team: Team;
    room: CaseRoom;
    roles: readonly PlayedRole[];
    place: 'briefing' | 'play';
  }>;
  readonly Decision: Component<{ team: Team; room: CaseRoom; roles: readonly PlayedRole[] }>;
  readonly Cover: Component<{ team: Team; room: CaseRoom; why: Barrier; part: string | undefined }>;
  readonly Result: Component<{ team: Team; room: CaseRoom; place: 'end' | 'debrief' | 'step' }>;
  readonly Later: Component<{ proceed: () => void }>;
  /** Who opens the answers, as the briefing says it. */
  answers(): string;
}

/** The people at a packed case, where they play as a team. */
export interface TeamOfPackedCase extends TeamInFile {
  /** How many people play; undefined where one plays alone. */
  people: number | undefined;
}

/** What a packed case has for a team that no room reaches. */
export interface OpenedPackedTeam<Team extends TeamOfPackedCase> {
  readonly team: Team;
  readonly Size: Component<{ people: number | undefined; choose: (people: number | undefined) => void }>;
  readonly Decision: Component<{ team: Team; room: CaseRoom; roles: readonly PlayedRole[] }>;
  readonly Result: Component<{ room: CaseRoom }>;
}

/** Opens the teams that can play a case. */
export interface OpenTeams<InRoom extends TeamInRoom, Packed extends TeamOfPackedCase> {
  /** The team that has joined on this laptop, where its room plays that case. */
  openTeam(scenario: string): OpenedTeam<InRoom> | undefined;
  openPackedTeam(room: CaseRoom): OpenedPackedTeam<Packed>;
}
