import { isOfVersion, type KeyVersion } from '#app/case/case-parts.ts';
import { PartBrokenError, type PartLoader, PartMissingError } from '#app/case/ports.ts';

/**
 * Creates a loader of JSON parts below a base address, each fetched once; a failed part may be requested again. The
 * address of a key part contains its version, so that every cache between browser and site has one entry per version.
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

/**
 * If the part has another version, it is requested once more, bypassing every cache. The second result is returned as
 * it is.
 */
async function loadVersion(address: string, part: string, version: KeyVersion): Promise<unknown> {
  const first = await loadWhole(address, part);
  return isOfVersion(first, version) ? first : loadWhole(address, part, 'reload');
}

/** If the part is truncated, it is requested once more, bypassing the browser's cache. */
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
