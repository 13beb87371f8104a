import { HEARTBEAT_MS, ROOM_PATHS } from '#room/model/protocol.ts';
import { NoContactError, type RoomAnswer, type RoomPort } from '#room/use-cases/room-port.ts';

/** Request timeout, also for long polls: a dead connection does not report itself. */
const PATIENCE_MS = 2 * HEARTBEAT_MS;

/** The room at the site below `root`, asked by HTTP. Works on plain http. */
export function createRoomClient(root: string): RoomPort {
  const addressOf = (path: string) => new URL(path.slice(1), root);

  async function ask(path: string | URL, token?: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(path, {
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new NoContactError(String(error));
    }
  }

  async function answerOf<Value, Refusal>(response: Response): Promise<RoomAnswer<Value, Refusal>> {
    let value: unknown;
    try {
      value = await response.json();
    } catch (error) {
      // Something answers that is no room, such as the sign-in page of a network.
      throw new NoContactError(String(error));
    }
    if (response.ok) return { ok: true, value: value as Value };
    // Of some messages one was refused: what was taken before it is in the answer.
    if (typeof value === 'object' && value !== null && 'received' in value) return { ok: true, value: value as Value };
    const { refused } = value as { readonly refused?: Refusal };
    if (refused === undefined) throw new NoContactError(`${response.url} answers ${response.status}.`);
    return { ok: false, refused };
  }

  return {
    async isThere(isLikely) {
      // A room redirects the root of the site to its page for teams. Any other host answers 404 to the request for the
      // state, and the browser reports that in the console. So it is sent only where a room is likely;
      // where nothing answers here, it says that there is no contact.
      const front = await fetch(root, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
      if (front?.type === 'opaqueredirect') return true;
      if (!isLikely) return false;
      const response = await ask(addressOf(ROOM_PATHS.state));
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      return isJson && 'refused' in ((await response.json()) as object);
    },
    join: async (request) => answerOf(await ask(addressOf(ROOM_PATHS.join), undefined, request)),
    async state(token, after) {
      const address = addressOf(ROOM_PATHS.state);
      if (after !== undefined) address.searchParams.set('after', after);
      return answerOf(await ask(address, token));
    },
    async send(token, messages) {
      const isHandIn = messages.messages.at(-1)?.type === 'team.handed-in';
      return answerOf(await ask(addressOf(isHandIn ? ROOM_PATHS.handIn : ROOM_PATHS.teamEvents), token, messages));
    },
    async exercise(token, state, ahead) {
      const address = addressOf(ROOM_PATHS.exercise);
      address.searchParams.set('state', state);
      if (ahead) address.searchParams.set('ahead', '');
      return answerOf(await ask(address, token));
    },
    attempt: async (token) => answerOf(await ask(addressOf(ROOM_PATHS.attempt), token)),
  };
}
