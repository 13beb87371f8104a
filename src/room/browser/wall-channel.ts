import type { WallDeck } from '#room/use-cases/wall-deck.ts';

const CHANNEL = 'checkathon-wall';

/** What is on the wall: a deck, and the place in it. */
export interface WallShow {
  readonly deck: WallDeck;
  readonly at: number;
}

/** `first`: a page that leads has just begun. `took`: it has moved to where the wall said that it is. */
type Said =
  | { readonly show: WallShow; readonly first: boolean }
  | { readonly at: number }
  | { readonly took: number }
  | { readonly hello: true };

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
    if ('hello' in said && last) channel.postMessage({ show: last, first: false } satisfies Said);
    if ('at' in said) {
      if (last) last = { ...last, at: said.at };
      moved(said.at);
      channel.postMessage({ took: said.at } satisfies Said);
    }
  });
  return {
    show(show) {
      channel.postMessage({ show, first: last === undefined } satisfies Said);
      last = show;
    },
    move: () => undefined,
    close: () => channel.close(),
  };
}

/**
 * Opens the end of the wall; `shown` hears what is to be shown. Until the page that leads has taken a move, what it shows
 * may be older than the move: the wall takes the deck and keeps its place.
 */
export function followLead(shown: (show: WallShow) => void): WallChannel {
  let waiting: number | undefined;
  const channel = open((said) => {
    if ('took' in said && said.took === waiting) waiting = undefined;
    if (!('show' in said)) return;
    if (said.first) waiting = undefined;
    const { deck, at } = said.show;
    shown({ deck, at: waiting === undefined ? at : Math.min(waiting, deck.slides.length - 1) });
  });
  channel.postMessage({ hello: true } satisfies Said);
  return {
    show: () => undefined,
    move(at) {
      waiting = at;
      channel.postMessage({ at } satisfies Said);
    },
    close: () => channel.close(),
  };
}

function open(heard: (said: Said) => void): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => heard(data));
  return channel;
}
