import type { Board } from '#room/model/board.ts';
import {
  type ControlAction,
  type ControlView,
  HEARTBEAT_MS,
  type Joined,
  type JoinRequest,
  type Received,
  ROOM_PATHS,
  type RoomRefusal,
  type TeamMessages,
} from '#room/model/protocol.ts';

const KEPT_UNDER = 'checkathon-control';
/** Wait before the room is asked again after a failure (ms). */
const AGAIN_MS = 2_000;

/** The room refused an action. Anything else that fails is the connection. */
export class RoomRefusedError extends Error {
  override name = 'RoomRefusedError';
  readonly refusal: RoomRefusal;
  constructor(refusal: RoomRefusal) {
    super(`The room refuses: ${refusal.refused}.`);
    this.refusal = refusal;
  }
}

/** `lost`: the server does not answer. `refused`: it does not know the token. */
export type LineState = 'open' | 'lost' | 'refused';

/** The line of the facilitator's pages to the server of the room on the same machine. */
export interface ControlLine {
  /** Gives every new view of the room until the returned function is called. */
  follow(seen: (view: ControlView) => void, stands: (state: LineState) => void): () => void;
  /** Throws `RoomRefusedError` where the room does not accept it. */
  act(action: ControlAction): Promise<void>;
  board(): Promise<Board>;
  csv(): Promise<string>;
  /** Lets in a team that is at the closed door. */
  letIn(id: string): Promise<void>;
  /** Writes the log of the room anew, after its file has vanished. */
  writeAnew(): Promise<void>;
  /** Deletes everything that the room wrote. `code` is the room's code. */
  forget(code: string): Promise<void>;
  /** Acts as the page of a team: for the rehearsal. */
  readonly team: {
    join(request: JoinRequest): Promise<Joined>;
    say(token: string, messages: TeamMessages['messages']): Promise<Received>;
  };
}

/** True on the machine that serves the room, by the name in the address. */
export const isOnOwnMachine = (): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(location.hostname);

/**
 * The control token: from the fragment of the address, which is then cleared, or as this tab has kept it. Undefined on
 * other machines, and where there is none.
 */
export function controlToken(): string | undefined {
  if (!isOnOwnMachine()) return undefined;
  const given = /^#([\w-]{20,})$/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(KEPT_UNDER) ?? undefined;
  sessionStorage.setItem(KEPT_UNDER, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** Opens the line. Nothing is asked before the first call. */
export function openControlLine(token: string): ControlLine {
  const ask = async (path: string, init: RequestInit = {}, bearer: string | undefined = token): Promise<Response> => {
    const response = await fetch(path, {
      ...init,
      cache: 'no-store',
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
      },
    });
    if (!response.ok) throw new RoomRefusedError((await response.json()) as RoomRefusal);
    return response;
  };
  const post = async <Answer>(path: string, body: unknown, bearer?: string): Promise<Answer> =>
    (await ask(path, { method: 'POST', body: JSON.stringify(body) }, bearer)).json() as Promise<Answer>;

  return {
    follow(seen, stands) {
      const stop = new AbortController();
      const keepAsking = async () => {
        let tag: string | undefined;
        while (!stop.signal.aborted) {
          try {
            const path = tag === undefined ? ROOM_PATHS.controlState : `${ROOM_PATHS.controlState}?after=${tag}`;
            const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(2 * HEARTBEAT_MS)]);
            const view = (await (await ask(path, { signal })).json()) as ControlView;
            tag = view.tag;
            stands('open');
            seen(view);
          } catch (error) {
            if (stop.signal.aborted) return;
            tag = undefined;
            const isUnknown = error instanceof RoomRefusedError && /token|control-only/.test(error.refusal.refused);
            stands(isUnknown ? 'refused' : 'lost');
            await new Promise((go) => setTimeout(go, AGAIN_MS));
          }
        }
      };
      void keepAsking();
      return () => stop.abort();
    },
    act: async (action) => void (await post(ROOM_PATHS.controlDo, action)),
    board: async () => (await ask(ROOM_PATHS.controlBoard)).json() as Promise<Board>,
    csv: async () => (await ask(`${ROOM_PATHS.controlBoard}?csv`)).text(),
    letIn: async (id) => void (await post(ROOM_PATHS.controlLetIn, { id })),
    writeAnew: async () => void (await post(ROOM_PATHS.controlWriteAnew, {})),
    forget: async (code) => void (await post(ROOM_PATHS.controlForget, { forget: code })),
    team: {
      join: (request) => post<Joined>(ROOM_PATHS.join, request),
      say: (bearer, messages) =>
        post<Received>(
          messages.at(-1)?.type === 'team.handed-in' ? ROOM_PATHS.handIn : ROOM_PATHS.teamEvents,
          { messages },
          bearer,
        ),
    },
  };
}
