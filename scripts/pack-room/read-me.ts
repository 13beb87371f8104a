import { nodeName, PLACES, type RoomSystem, SYSTEM_NAMES } from './packed-room.ts';
import { startersFor } from './starters.ts';

interface ReadMe {
  readonly system: RoomSystem;
  /** Kind of processor, as Node names it. */
  readonly processor: string;
  /** Title of the case of a new room. */
  readonly title: string;
}

/** What a facilitator reads first: a text in lines of at most 80 signs. */
export function readMeText(about: ReadMe): string {
  const { system, processor, title } = about;
  const [{ name: starter }] = startersFor(system);
  const parts: readonly (readonly string[])[] = [
    [
      'WHAT THIS IS',
      'A workshop of Checkathon for one laptop, yours. It serves a case to the laptops of up to forty teams in the same network. It needs no internet, no account, and nothing that has to be installed.',
      `The case of a new room is "${title}".`,
      `This folder runs on ${SYSTEM_NAMES[system]} with a processor of the kind ${processor}. For another system, somebody who has the project runs "npm run -s pack-room" on a machine of that system.`,
    ],
    [
      'START',
      ...howToStart(system, starter),
      'Your browser opens the control page. The window shows an address, a QR code and the room word. Teams open the address in their browser and join with the word.',
      'All laptops have to be in the same network as yours: the Wi-Fi of the room, or a hotspot of your laptop or of a telephone. Guest networks often keep laptops apart.',
    ],
    [
      'STOP, AND GO ON',
      `Press Ctrl and C in the window${system === 'win32' ? ' (and answer Y where it asks)' : ''}, or close the window. Everything is kept as it comes. Start again, and the room goes on where it was.`,
      'For a new room, start with --new in a terminal. --help lists everything else, such as another case (--case), another address (--address) or another length (--minutes):',
      `    ${inTerminal(system, starter)} --help`,
    ],
    [
      'FIREWALL',
      ...firewall(system),
      'If no team reaches the address, try it first in a browser on your own laptop. If it opens there, the firewall or the network keeps the others away: try a hotspot.',
    ],
    [
      'WHAT IS KEPT, AND HOW TO FORGET IT',
      `Rooms are kept in the folder "${PLACES.rooms}" here, and nowhere else on this laptop: names of teams, votes, decisions, reasons and results. Use aliases, and no names of persons. Who can read this folder can read them; a USB stick has no locks.`,
      'With --state FOLDER in a terminal, they are kept there instead.',
      `"Forget everything" on the control page deletes the room and stops the server. To forget all rooms, stop the server and delete the folder "${PLACES.rooms}".`,
      "A team's own page keeps its attempt in the browser of that team, until its tab is closed or its data is cleared there.",
    ],
    [
      'ANSWERS',
      `The texts and answers of all cases lie in the folder "${PLACES.site}". A team's laptop gets none of a part before you release it. Give this folder to no team before the end.`,
    ],
    [
      'LICENCES',
      `Checkathon: Apache License 2.0 (LICENSE.txt). Texts of lessons and cases: CC BY 4.0 (LICENSE-texts.txt). Node.js: ${PLACES.nodeLicence}. Program code of others: ${PLACES.licences} and ${PLACES.site}/THIRD-PARTY-LICENCES.txt.`,
    ],
  ];
  const text = ['CHECKATHON: THE ROOM', ...parts.map(([head, ...rest]) => [head, ...rest.map(wrapped)].join('\n\n'))];
  const all = `${text.join('\n\n\n')}\n`;
  return system === 'win32' ? all.replaceAll('\n', '\r\n') : all;
}

function howToStart(system: RoomSystem, starter: string): string[] {
  const copy =
    'Copy the whole folder to the disk of your laptop first. From a USB stick it starts slowly, or not at all.';
  if (system === 'win32')
    return [
      copy,
      `Double-click "${starter}". If Windows says that it protected your PC, choose "More info", then "Run anyway".`,
    ];
  if (system === 'darwin')
    return [
      copy,
      `Double-click "${starter}". If macOS refuses it because it was downloaded: open System Settings, Privacy & Security, and choose "Open Anyway". It may ask twice, for the starter and for node.`,
    ];
  return [
    copy,
    `Double-click "Start the room.desktop". Where the desktop does not run it, click "${starter}" with the right button and choose "Run as a Program" or "Run in Terminal". Or in a terminal, in this folder:`,
    `    ${inTerminal(system, starter)}`,
  ];
}

const inTerminal = (system: RoomSystem, starter: string) => (system === 'win32' ? `"${starter}"` : `sh "./${starter}"`);

function firewall(system: RoomSystem): string[] {
  const node = nodeName(system);
  if (system === 'win32')
    return [
      `The first time, Windows asks whether "Node.js" (${node}) may use the network. Allow it on private networks. If the network of the room counts as public, set it to private in the settings of Windows.`,
    ];
  if (system === 'darwin')
    return [`The first time, macOS may ask whether "${node}" may accept connections. Choose "Allow".`];
  return [
    'Most desktops let the port 4400 through. Where a firewall runs, somebody who may do so opens it for the day: "sudo ufw allow 4400/tcp", or "sudo firewall-cmd --add-port=4400/tcp".',
  ];
}

const WIDTH = 80;

/** A paragraph in lines; one that begins with blanks is a line to be typed, and stays. */
function wrapped(paragraph: string): string {
  if (paragraph.startsWith(' ')) return paragraph;
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
