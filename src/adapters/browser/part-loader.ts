import { type PartLoader, PartMissingError } from '#app/case/ports.ts';

/** Fetches JSON parts below an address, each once; a part that failed may be asked for again. */
export function createPartLoader(base: string): PartLoader {
  const parts = new Map<string, Promise<unknown>>();
  return {
    load(part) {
      const known = parts.get(part);
      if (known) return known;
      const loading = fetchJson(new URL(part, base).href);
      parts.set(part, loading);
      loading.catch(() => parts.delete(part));
      return loading;
    },
  };
}

async function fetchJson(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new PartMissingError(`${address} cannot be reached.`);
  }
  if (!response.ok) throw new PartMissingError(`${address} answers ${response.status}.`);
  return response.json();
}
