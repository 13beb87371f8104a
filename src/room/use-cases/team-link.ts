import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { SeenExercise } from '#case/play/use-cases/hidden-half-port.ts';
import { retryAfter } from '#room/model/contact.ts';
import { acknowledge, heardOf, nextBatch, type Outbox, withoutFirst } from '#room/model/outbox.ts';
import type { TeamRefusal, TeamView } from '#room/model/protocol.ts';
import { NoContactError, type RoomAnswer, type RoomPort } from './room-port.ts';
import type { TeamSession, TeamSessionStore } from './team-session.ts';

export interface TeamLinkPorts {
  readonly room: RoomPort;
  readonly sessions: TeamSessionStore;
  /** Wall time in milliseconds. */
  readonly now: () => number;
  /** Resolves after `ms`, or as soon as the browser reports that it is online again. */
  readonly wait: (ms: number) => Promise<void>;
  /** Called after every change of the session, and after every answer. */
  readonly changed: () => void;
}

/** The connection of a team's page to its room: it sends waiting messages, polls for news, and retries. */
export interface TeamLink {
  readonly session: TeamSession;
  /** Wall time of the last answer. */
  readonly heardAt: number;
  /** True once another laptop has taken over: the token of this one is void. */
  readonly replaced: boolean;
  /** Why the room refused the last message that it will never accept. */
  readonly refused: TeamRefusal | undefined;
  /** Changes the session, keeps it, and sends what is new. */
  change(change: (session: TeamSession) => TeamSession): void;
  /** True from an unanswered request until the next answer. */
  readonly unheard: boolean;
  /**
   * What the team sees of an exercise whose hidden half the room keeps. Retries until there is an answer or the link
   * ends.
   */
  exercise(state: string, ahead: boolean): Promise<SeenExercise | undefined>;
  /** What the room has of the attempt; undefined where it cannot be asked. */
  attempt(): Promise<AttemptLog | null | undefined>;
  start(): void;
  stop(): void;
}

/** A link that continues from a stored session. It does nothing before `start`. */
export function createTeamLink(ports: TeamLinkPorts, kept: TeamSession): TeamLink {
  const { room, sessions, now, wait, changed } = ports;
  let session = kept;
  let heardAt = now();
  let replaced = false;
  let stopped = true;
  let unheard = false;
  let refused: TeamRefusal | undefined;
  /** One message at a time, after the room could not read a batch. */
  let oneByOne = false;
  let wake: () => void = () => undefined;

  function keep(next: TeamSession): void {
    session = next;
    sessions.write(session);
    changed();
  }

  const withOutbox = (outbox: Outbox) => keep({ ...session, outbox });

  /** Retries until there is an answer. Undefined once the link has stopped, or another laptop has taken over. */
  async function insist<Value>(ask: () => Promise<RoomAnswer<Value>>): Promise<RoomAnswer<Value> | undefined> {
    for (let failures = 1; !stopped; failures++) {
      try {
        const answer = await ask();
        if (stopped) return undefined;
        heardAt = now();
        unheard = false;
        if (!answer.ok && (answer.refused === 'old-token' || answer.refused === 'no-token')) {
          replaced = true;
          stop();
          changed();
          return undefined;
        }
        const isBusy = !answer.ok && (answer.refused === 'too-many-requests' || answer.refused === 'not-kept');
        if (!isBusy) return answer;
      } catch (error) {
        if (!(error instanceof NoContactError)) throw error;
        unheard = true;
        changed();
      }
      await wait(retryAfter(failures));
    }
    return undefined;
  }

  async function sendOn(): Promise<void> {
    while (!stopped) {
      const batch = nextBatch(session.outbox, oneByOne ? 1 : undefined);
      if (!batch) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      // Stored as sent before sending: after a crash it is sent again unchanged, and the room skips it.
      withOutbox(batch.outbox);
      const answer = await insist(() => room.send(session.token, { messages: batch.messages }));
      if (!answer) return;
      if (answer.ok) {
        oneByOne = false;
        const { refused: fault } = answer.value;
        if (fault && fault.why !== 'gap') refused = fault.why;
        withOutbox(acknowledge(session.outbox, answer.value));
      } else if (batch.messages.length > 1) oneByOne = true;
      else withOutbox(withoutFirst(session.outbox));
    }
  }

  async function ask(): Promise<void> {
    let after: string | undefined;
    while (!stopped) {
      const answer = await insist(() => room.state(session.token, after));
      if (!answer) return;
      if (answer.ok) {
        after = answer.value.tag;
        keep(seen(session, answer.value));
      } else await wait(retryAfter(4));
    }
  }

  function stop(): void {
    stopped = true;
    wake();
  }

  return {
    get session() {
      return session;
    },
    get heardAt() {
      return heardAt;
    },
    get replaced() {
      return replaced;
    },
    get refused() {
      return refused;
    },
    change(change) {
      keep(change(session));
      wake();
    },
    get unheard() {
      return unheard;
    },
    async exercise(state, ahead) {
      const answer = await insist(() => room.exercise(session.token, state, ahead));
      return answer?.ok ? answer.value : undefined;
    },
    async attempt() {
      try {
        const answer = await room.attempt(session.token);
        return answer.ok ? answer.value : undefined;
      } catch (error) {
        if (error instanceof NoContactError) return undefined;
        throw error;
      }
    },
    start() {
      if (!stopped) return;
      stopped = false;
      void sendOn();
      void ask();
    },
    stop,
  };
}

/** The session once the room has shown a view of itself. */
function seen(session: TeamSession, view: TeamView): TeamSession {
  return { ...session, view, outbox: heardOf(session.outbox, view.team.received) };
}
