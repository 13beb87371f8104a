import { isOfVersion, type KeyVersion } from '#app/case/case-parts.ts';
import { PartBrokenError, type PartLoader, PartMissingError } from '#app/case/ports.ts';

/**
 * Fetches JSON parts below an address, each once; a part that failed may be asked for again. A part of the key has its version
 * in its address, so that a cache of the browser or between it and the site has one entry for each version.
 */
export function createPartLoader(base: string): PartLoader {
  const parts = new Map<string, Promise<unknown>>();
  return {
    load(part, version) {
      const address = addressOf(base, part, version);
      const known = parts.get(address);
      if (known) return known;
      const loading = version ? loadVersion(address, part, version) : loadWhole(address, part);
      parts.set(address, loading);
      loading.then(
        (value) => {
          if (version && !isOfVersion(value, version)) parts.delete(address);
        },
        () => parts.delete(address),
      );
      return loading;
    },
  };
}

function addressOf(base: string, part: string, version?: KeyVersion): string {
  const address = new URL(part, base);
  if (version) address.searchParams.set('version', `${version.marketId}-${version.scenarioHash}`);
  return address.href;
}

/** A part of another version is asked for once more, past every cache. What comes then is handed on as it is. */
async function loadVersion(address: string, part: string, version: KeyVersion): Promise<unknown> {
  const first = await loadWhole(address, part);
  return isOfVersion(first, version) ? first : loadWhole(address, part, 'reload');
}

/** A part that arrives cut short is asked for once more, past what the browser has kept of it. */
async function loadWhole(address: string, part: string, cache: RequestCache = 'default'): Promise<unknown> {
  const first = await fetchPart(address, cache);
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
