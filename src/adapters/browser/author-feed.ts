/** Path at which the server of `npm run author` serves the cases that it watches. */
const BASE_PATH = '/author';

export interface FeedListener {
  /** Called with the list of cases, immediately and after every change. */
  list(list: unknown): void;
  /** Called with false when the connection to the server is lost, and with true when it is restored. */
  reached(there: boolean): void;
}

/**
 * Listens to the results of the tool until the returned function is called. The browser reconnects by itself when the
 * server is gone.
 */
export function followCases(listener: FeedListener): () => void {
  const source = new EventSource(`${BASE_PATH}/changes/`);
  source.addEventListener('message', ({ data }) => {
    listener.reached(true);
    listener.list(JSON.parse(data as string));
  });
  source.addEventListener('error', () => listener.reached(false));
  return () => source.close();
}

/** One complete case; undefined if it no longer exists or the server cannot be reached. */
export async function fetchDraft(place: string): Promise<unknown> {
  const address = `${BASE_PATH}/case/?place=${encodeURIComponent(place)}`;
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
