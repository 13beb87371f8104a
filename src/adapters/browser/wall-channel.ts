import type { WallDeck } from '#app/room/wall-deck.ts';

const CHANNEL = 'checkathon-wall';

/** What is on the wall: a deck, and the place in it. */
export interface WallShow {
  readonly deck: WallDeck;
  readonly at: number;
}

type Said = { readonly show: WallShow } | { readonly at: number } | { readonly hello: true };

/** The wire between the page that leads and the wall, two windows of one browser. It leaves the machine never. */
export interface WallChannel {
  /** The page that leads: shows something, and again for a wall that opens later. */
  show(show: WallShow): void;
  /** The wall: says where it has moved. */
  move(at: number): void;
  close(): void;
}

/** Opens the end of the page that leads; `moved` hears what is pressed on the wall. */
export function leadWall(moved: (at: number) => void): WallChannel {
  let last: WallShow | undefined;
  const channel = open((said) => {
    if ('hello' in said && last) channel.postMessage({ show: last } satisfies Said);
    if ('at' in said) {
      if (last) last = { ...last, at: said.at };
      moved(said.at);
    }
  });
  return {
    show(show) {
      last = show;
      channel.postMessage({ show } satisfies Said);
    },
    move: () => undefined,
    close: () => channel.close(),
  };
}

/** Opens the end of the wall; `shown` hears what is to be shown. */
export function followLead(shown: (show: WallShow) => void): WallChannel {
  const channel = open((said) => {
    if ('show' in said) shown(said.show);
  });
  channel.postMessage({ hello: true } satisfies Said);
  return {
    show: () => undefined,
    move: (at) => channel.postMessage({ at } satisfies Said),
    close: () => channel.close(),
  };
}

function open(heard: (said: Said) => void): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => heard(data));
  return channel;
}
