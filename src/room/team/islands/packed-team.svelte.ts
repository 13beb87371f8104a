import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import type { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { TeamOfPackedCase } from '#case/play/islands/opened-team.ts';
import { placeOfTeam } from '#case/play/islands/team-in-file.ts';
import { advanceVote, castIn, isRoundOf, newRound, type VoteRound, type VoteStep } from '#room/model/vote-round.ts';
import { type KeptTeam, readTeam } from './kept-team.ts';
import type { VotingTeam } from './voting-team.ts';

/** Chosen at the briefing, before there is an attempt. */
const NO_ATTEMPT = '';

/** The people at a packed case, where they play as a team. Nothing is sent: votes and reasons go into the saved file. */
export class PackedTeam implements VotingTeam, TeamOfPackedCase {
  readonly #room: CaseRoom;
  /** By attempt, as far as this page has read or changed it. */
  #kept = $state.raw<Readonly<Record<string, KeptTeam>>>({});

  constructor(room: CaseRoom) {
    this.#room = room;
    const { unsent } = room.wired;
    for (const attempt of [this.#attempt, NO_ATTEMPT]) {
      const kept = readTeam(unsent?.read(this.#place, attempt));
      if (kept) this.#kept = { ...this.#kept, [attempt]: kept };
    }
    // Who has begun to vote on the next step has read what the last one led to.
    const { round } = this.#team ?? {};
    if (round && round.state === room.attempt?.state) room.read = room.last?.seq ?? 0;
  }

  /** How many people play; undefined where one plays alone. */
  get people(): number | undefined {
    return this.#team?.people;
  }

  set people(people: number | undefined) {
    const { [NO_ATTEMPT]: _, [this.#attempt]: team, ...others } = this.#kept;
    if (people === undefined) {
      this.#kept = others;
      this.#room.wired.unsent?.drop(this.#place);
    } else this.#keep({ votes: {}, reasons: {}, ...team, people });
  }

  get reason(): string {
    return this.#team?.reason ?? '';
  }

  set reason(reason: string) {
    this.#change((team) => ({ ...team, reason }));
  }

  round(state: string): VoteRound {
    const { round, people = 0 } = this.#team ?? {};
    return isRoundOf(round, state, people) ? round : newRound(state, people);
  }

  vote(state: string, step: VoteStep): void {
    const round = advanceVote(this.round(state), step);
    const isCounted = step.type === 'show' && round.at === 'talk' && castIn(round) > 0;
    this.#change((team) => ({
      ...team,
      round,
      ...(isCounted && { votes: { ...team.votes, [state]: round.votes } }),
    }));
  }

  decide(state: string, option: string, reason: string): void {
    this.#change(({ round: _, reason: __, ...team }) => ({
      ...team,
      reasons: { ...team.reasons, [state]: { option, reason } },
    }));
  }

  saidBeside(attempt: string): AttemptTeam | undefined {
    const team = this.#kept[attempt];
    return team && { people: team.people, votes: team.votes, reasons: team.reasons };
  }

  bringBack(attempt: string, said: AttemptTeam): void {
    this.#kept = { ...this.#kept, [attempt]: said };
    this.#room.wired.unsent?.keep(this.#place, attempt, said);
  }

  get #attempt(): string {
    return this.#room.log?.header.id ?? NO_ATTEMPT;
  }

  /** The team of the open attempt: chosen before it began, or kept with it. A retry is played alone. */
  get #team(): KeptTeam | undefined {
    return this.#kept[this.#attempt] ?? (this.#room.retryFrom === undefined ? this.#kept[NO_ATTEMPT] : undefined);
  }

  get #place(): string {
    return placeOfTeam(this.#room.wired.part.scenario.id);
  }

  #change(change: (team: KeptTeam) => KeptTeam): void {
    const team = this.#team;
    if (team) this.#keep(change(team));
  }

  /** What is kept for an attempt takes the place of what was chosen at the briefing. */
  #keep(team: KeptTeam): void {
    const attempt = this.#attempt;
    const { [NO_ATTEMPT]: _, ...others } = this.#kept;
    this.#kept = { ...others, [attempt]: team };
    this.#room.wired.unsent?.keep(this.#place, attempt, team);
  }
}
