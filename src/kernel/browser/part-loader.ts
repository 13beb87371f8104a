import { PartBrokenError, type PartLoader, PartMissingError, type PartVersion } from '#kernel/model/part-loader.ts';

/**
 * Creates a loader of JSON parts below a base address, each fetched once; a failed part may be requested again. The
 * address of a part contains the wanted version, so that every cache between browser and site has one entry per version.
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
          if (version && !version.isOf(value)) parts.delete(address);
        },
        () => parts.delete(address),
      );
      return loading;
    },
  };
}

function addressOf(base: string, part: string, version?: PartVersion): string {
  const address = new URL(part, base);
  if (version) address.searchParams.set('version', version.name);
  return address.href;
}

/**
 * If the part has another version, it is requested once more, bypassing every cache. The second result is returned as
 * it is.
 */
async function loadVersion(address: string, part: string, version: PartVersion): Promise<unknown> {
  const first = await loadWhole(address, part);
  return version.isOf(first) ? first : loadWhole(address, part, 'reload');
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
