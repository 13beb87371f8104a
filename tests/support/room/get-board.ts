import type { Board } from '#room/model/board.ts';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import type { OpenWorkshop } from './open-workshop.ts';

/** The figures of the room, as the server of the workshop gives them to the control page. */
export async function getBoard({ control }: Pick<OpenWorkshop, 'control'>): Promise<Board> {
  const { hash } = new URL(control);
  const headers = { authorization: `Bearer ${hash.slice(1)}` };
  const response = await fetch(new URL(ROOM_PATHS.controlBoard, control), { headers });
  return (await response.json()) as Board;
}
