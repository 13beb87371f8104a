import type { AttemptEvent, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { partWithState, type RoomPart } from '#case/language/model/room-parts.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { Joined, JoinRequest, Received, TeamMessage, TeamMessages } from '#room/model/protocol.ts';

/** Simulated teams with different policies, so that the wall has differences to show. */
const PLAYERS: readonly PolicyName[] = ['honest', 'half-diligent', 'flag-all'];
const PEOPLE = 4;
/** Maximum events in one message, which limits the size of a request. */
const CHUNK = 200;

/** The room as pages of teams reach it. */
export interface TeamLine {
  join(request: JoinRequest): Promise<Joined>;
  say(token: string, messages: TeamMessages['messages']): Promise<Received>;
}

interface Rehearsal {
  readonly line: { readonly team: TeamLine };
  readonly part: PlayedPart;
  readonly kinds: WithPlayers;
  readonly answers: Answers;
  readonly parts: readonly RoomPart[];
  readonly word: string;
  readonly wall: string;
  nameOf(n: number): string;
  reasonOf(n: number): string;
  /** Hears the ids of the teams as soon as they have joined. */
  joined(ids: readonly string[]): void;
  isReleased(part: string): boolean;
  /** False after the facilitator has ended the rehearsal. */
  goesOn(): boolean;
  wait(): Promise<void>;
}

/**
 * Plays three teams over the same endpoints as the pages of real ones: they join, vote, decide, wait at each gate until
 * it is released, and hand in. Stops early if `goesOn` returns false.
 */
export async function rehearse(around: Rehearsal): Promise<void> {
  const players: Player[] = [];
  for (const [at, policy] of PLAYERS.entries()) {
    const joined = await around.line.team.join({ word: around.word, name: around.nameOf(at + 1), people: PEOPLE });
    players.push(playerOf(around, policy, at, joined));
    around.joined(players.map(({ team }) => team));
  }
  while (around.goesOn() && players.some(({ done }) => !done())) {
    for (const player of players) if (around.goesOn() && !player.done()) await player.step();
    await around.wait();
  }
}

interface Player {
  readonly team: string;
  done(): boolean;
  step(): Promise<void>;
}

function playerOf(around: Rehearsal, policy: PolicyName, at: number, { team, token, received }: Joined): Player {
  const log = logOf(around, policy, team);
  const scenes = scenesOf(log.events);
  let n = received;
  let next = 0;
  let isAtGate = false;
  let isIn = false;
  const say = async (messages: readonly TeamMessage[]) => {
    await around.line.team.say(
      token,
      messages.map((message) => ({ ...message, n: ++n })),
    );
  };
  return {
    team,
    done: () => isIn,
    async step() {
      const scene = scenes[next];
      if (!scene) {
        isIn = true;
        return say([{ type: 'team.handed-in' }]);
      }
      const last = scene[0].seq - 1;
      const { state } = scene[0];
      const holder = partWithState(around.parts, state);
      if (holder && !around.isReleased(holder.id)) {
        if (isAtGate) return;
        isAtGate = true;
        return say([{ type: 'team.progressed', state, last }]);
      }
      isAtGate = false;
      await say([{ type: 'team.progressed', state, last }]);
      for (const messages of messagesOf(around, scene, log, at)) await say(messages);
      next++;
    },
  };
}

/** The attempt of a player with an id of its own, because two teams may not send the same attempt. */
function logOf({ part, kinds, answers, wall }: Rehearsal, policy: PolicyName, team: string): AttemptLog {
  return playCase({ ...part, kinds: { ...part.kinds, ...kinds } }, answers, policy, wall, `rehearsal-${team}`);
}

type Scene = readonly [AttemptEvent, ...AttemptEvent[]];

/** Consecutive events of the same state as groups. */
function scenesOf(events: readonly AttemptEvent[]): Scene[] {
  const scenes: [AttemptEvent, ...AttemptEvent[]][] = [];
  for (const event of events) {
    const last = scenes.at(-1);
    if (last && last[0].state === event.state) last.push(event);
    else scenes.push([event]);
  }
  return scenes;
}

function messagesOf({ part, reasonOf }: Rehearsal, scene: Scene, { header }: AttemptLog, at: number): TeamMessage[][] {
  const [first] = scene;
  const decided = scene.find((event) => event.type === 'decision.made');
  const messages: TeamMessage[][] = [];
  if (decided) {
    const compiled = part.scenario.states[decided.state];
    const options = compiled && 'options' in compiled ? compiled.options : [];
    const other = options.find(({ id }) => id !== decided.option)?.id;
    const votes = { [decided.option]: PEOPLE - 1, ...(other !== undefined && { [other]: 1 }) };
    messages.push([
      { type: 'votes.counted', state: decided.state, votes: { options: votes, keptDown: 0 } },
      { type: 'team.decided', state: decided.state, option: decided.option, reason: reasonOf(at + 1) },
    ]);
  }
  for (let from = 0; from < scene.length; from += CHUNK) {
    const events = scene.slice(from, from + CHUNK);
    messages.push([{ type: 'attempt.extended', ...(first.seq === 1 && from === 0 && { header }), events }]);
  }
  return messages;
}
