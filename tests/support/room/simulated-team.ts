import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { type Joined, type Received, ROOM_PATHS, type TeamMessage } from '#room/model/protocol.ts';

/** The page of a team, as far as the server sees it. */
export class SimulatedTeam {
  readonly id: string;
  readonly name: string;
  readonly #address: string;
  readonly #token: string;
  #n = 0;

  private constructor(address: string, name: string, { team, token, received }: Joined) {
    this.#address = address;
    this.name = name;
    this.id = team;
    this.#token = token;
    this.#n = received;
  }

  static async join(address: string, word: string, name: string, people = 4): Promise<SimulatedTeam> {
    const joined = await post<Joined>(address, ROOM_PATHS.join, { word, name, people });
    return new SimulatedTeam(address, name, joined);
  }

  /** Sends messages in one request. */
  say(...said: readonly TeamMessage[]): Promise<Received> {
    const path = said.at(-1)?.type === 'team.handed-in' ? ROOM_PATHS.handIn : ROOM_PATHS.teamEvents;
    const messages = said.map((message) => ({ ...message, n: ++this.#n }));
    return post<Received>(this.#address, path, { messages }, this.#token);
  }

  /** Hands over what the log holds of these states, with votes, choices and reasons, and says where it stands. */
  async play({ header, events }: AttemptLog, states: readonly string[], reason = ''): Promise<void> {
    const own = events.filter(({ state }) => states.includes(state));
    const [first] = own;
    if (!first) return;
    await this.say({ type: 'team.progressed', state: first.state, last: first.seq - 1 });
    for (const event of own)
      if (event.type === 'decision.made')
        await this.say(
          {
            type: 'votes.counted',
            state: event.state,
            votes: { options: { [event.option]: 3 }, keptDown: 1 },
          },
          { type: 'team.decided', state: event.state, option: event.option, reason },
        );
    for (let from = 0; from < own.length; from += 200) {
      const begins = own[from]?.seq === 1;
      await this.say({
        type: 'attempt.extended',
        ...(begins && { header }),
        events: own.slice(from, from + 200),
      });
    }
  }
}

async function post<Answer>(address: string, path: string, body: unknown, token?: string): Promise<Answer> {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: new URL(address).origin,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer & { readonly refused?: unknown };
  if (!response.ok) throw new Error(`${path} is refused: ${JSON.stringify(answer.refused)}`);
  return answer;
}
