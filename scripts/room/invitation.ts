import type { RoomState } from '#room/model/room-state.ts';
import type { LanAddress } from './lan-addresses.ts';
import { qrInBlocks } from './print-qr.ts';

interface Invitation {
  readonly room: RoomState;
  readonly title: string;
  /** The address for teams. */
  readonly address: string;
  readonly control: string;
  /** Other addresses of this machine that were not chosen. */
  readonly others: readonly LanAddress[];
  /** True for an address that only this machine reaches. */
  readonly isLocal: boolean;
  /** Bytes of a torn last line that were dropped; undefined for a new room. */
  readonly resumed?: { readonly dropped: number };
  readonly folder: string;
}

/** What the command prints once the room is open. */
export function invitation(given: Invitation): string[] {
  const { room, title, address, control, others, isLocal, resumed, folder } = given;
  const { opened, teams, parts } = room;
  const released = parts.filter((part) => part.released).length;
  return [
    ...(resumed
      ? [
          `Room ${opened.room} goes on where it was: ${teams.length} teams, ${released} of ${parts.length} parts released. --new opens another room.`,
          ...(resumed.dropped > 0
            ? [
                `The last entry was torn when the server ended, and is left out (${resumed.dropped} bytes). Nobody was told that it is kept.`,
              ]
            : []),
        ]
      : [`Room ${opened.room} is open.`]),
    `${title}, ${opened.minutes} minutes. Everything is kept in ${folder}`,
    '',
    ...(isLocal
      ? ['Only this machine reaches the address. Give --address with an address of your network for other laptops.']
      : []),
    qrInBlocks(address),
    '',
    `Teams open   ${address}`,
    `Room word    ${opened.word}`,
    `Control      ${control}`,
    '',
    ...(others.length > 0
      ? [
          `If no laptop reaches it, start again with --address and one of ${others.map(({ address: other, name }) => `${other} (${name})`).join(', ')}.`,
        ]
      : []),
    'If the firewall of this machine asks, allow Node on private networks. All laptops have to be in the same network as this one; guest networks often keep laptops apart.',
  ];
}
