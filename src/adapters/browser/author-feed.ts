/** Where the server of `npm run author` tells of the cases that it watches. */
const PLACE = '/author';

export interface FeedListener {
  /** Called with the list of cases, at once and after every change. */
  list(list: unknown): void;
  /** Called when the server can no longer be reached, and with true when it is there again. */
  reached(there: boolean): void;
}

/** Listens to what the tool finds, until the answer is called. The browser itself tries again when the server is gone. */
export function followCases(listener: FeedListener): () => void {
  const source = new EventSource(`${PLACE}/changes/`);
  source.addEventListener('message', ({ data }) => {
    listener.reached(true);
    listener.list(JSON.parse(data as string));
  });
  source.addEventListener('error', () => listener.reached(false));
  return () => source.close();
}

/** One case whole; undefined where it is gone or the server cannot be reached. */
export async function fetchDraft(place: string): Promise<unknown> {
  const address = `${PLACE}/case/?place=${encodeURIComponent(place)}`;
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
