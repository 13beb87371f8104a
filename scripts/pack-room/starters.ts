import { nodeName, PLACES, type RoomSystem } from './packed-room.ts';

/** A file that starts a packed room. */
interface Starter {
  readonly name: string;
  readonly text: string;
}

/**
 * The starters of a packed room, the main one first. They need no program but the shell of the system, and work from
 * whatever folder they are called.
 */
export function startersFor(system: RoomSystem): readonly [Starter, ...Starter[]] {
  if (system === 'win32') return [{ name: 'Start the room.bat', text: batchFile() }];
  if (system === 'darwin') return [{ name: 'Start the room.command', text: shellScript() }];
  return [
    { name: 'Start the room.sh', text: shellScript() },
    { name: 'Start the room.desktop', text: desktopEntry('Start the room.sh') },
  ];
}

/** Only what the shell itself can do: a path with programs may be missing. `chmod` is tried where it is needed. */
function shellScript(): string {
  const node = `${PLACES.program}/${nodeName('linux')}`;
  return `#!/bin/sh
# Starts the room. READ-ME.txt says more.
case "$0" in
  */*) folder="\${0%/*}" ;;
  *) folder=. ;;
esac
node="$folder/${node}"
[ -x "$node" ] || chmod +x "$node" 2>/dev/null
if [ ! -x "$node" ]; then
  echo "This place does not let programs run. Copy the whole folder to the disk of this laptop and start it there."
  code=1
else
  "$node" "$folder/${PLACES.server}" "$@"
  code=$?
fi
# The window stays open until what it says has been read.
if [ "$code" -ne 0 ] && [ -t 0 ]; then
  echo "Press Enter to close."
  read -r answer
fi
exit "$code"
`;
}

/** `%k` is the path of this file: some file managers open a script in an editor, and start only entries like this. */
function desktopEntry(starter: string): string {
  return `[Desktop Entry]
Type=Application
Name=Start the room
Comment=Serves a workshop to the laptops in the same network
Exec=/bin/sh -c "exec \\\\"\\\\$(dirname \\\\"\\\\$1\\\\")/${starter}\\\\"" sh %k
Terminal=true
`;
}

function batchFile(): string {
  const windows = (path: string) => path.replaceAll('/', '\\');
  return [
    '@echo off',
    'rem Starts the room. READ-ME.txt says more.',
    'chcp 65001 >nul',
    `"%~dp0${windows(`${PLACES.program}/${nodeName('win32')}`)}" "%~dp0${windows(PLACES.server)}" %*`,
    'if errorlevel 1 pause',
    '',
  ].join('\r\n');
}
