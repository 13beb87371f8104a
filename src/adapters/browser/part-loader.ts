import { PartBrokenError, type PartLoader, PartMissingError } from '#app/case/ports.ts';

/** Fetches JSON parts below an address, each once; a part that failed may be asked for again. */
export function createPartLoader(base: string): PartLoader {
  const parts = new Map<string, Promise<unknown>>();
  return {
    load(part) {
      const known = parts.get(part);
      if (known) return known;
      const loading = loadWhole(new URL(part, base).href, part);
      parts.set(part, loading);
      loading.catch(() => parts.delete(part));
      return loading;
    },
  };
}

/** A part that arrives cut short is asked for once more, past what the browser has kept of it. */
async function loadWhole(address: string, part: string): Promise<unknown> {
  const first = await fetchPart(address, 'default');
  try {
    return await first.json();
  } catch {
    const second = await fetchPart(address, 'reload');
    return second.json().catch(() => {
      throw new PartBrokenError(part);
    });
  }
}

async function fetchPart(address: string, cache: RequestCache): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { cache });
  } catch {
    throw new PartMissingError(`${address} cannot be reached.`);
  }
  if (!response.ok) throw new PartMissingError(`${address} answers ${response.status}.`);
  return response;
}
