import type { CaseFolder, FolderCase, FolderList, FolderStand, FolderWritten } from '#studio/use-cases/case-folder.ts';

/** Path below the root of the site at which the server of `npm run author` serves its folder of cases. */
const BASE_PATH = 'studio/folder';

/**
 * The folder of cases that the server of this page serves, over HTTP. A digest is the entity tag of a case. `root` is the
 * address of the root of the site, which holds the token of the server.
 */
export function createFolderClient(root: string, ask: typeof fetch = fetch): CaseFolder {
  const base = root + BASE_PATH;
  const addressOf = (place: string) => `${base}/case/?place=${encodeURIComponent(place)}`;
  return {
    async list() {
      const answer = await ask(`${base}/cases/`);
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as FolderList;
    },
    async read(place) {
      const answer = await ask(addressOf(place));
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as FolderCase;
    },
    async write(place, files, restsOn): Promise<FolderWritten> {
      const answer = await ask(addressOf(place), {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${restsOn}"` },
        body: JSON.stringify(files),
      });
      if (answer.status === 404) return { refused: 'removed' };
      if (answer.status === 412) return { refused: 'newer', newest: (await answer.json()) as FolderCase };
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { digest: string };
    },
    // The browser asks again by itself when the server is gone.
    listen({ stands, reached }) {
      const source = new EventSource(`${base}/changes/`);
      source.addEventListener('message', ({ data }) => {
        reached(true);
        stands(JSON.parse(data as string) as FolderStand);
      });
      source.addEventListener('error', () => reached(false));
      return () => source.close();
    },
  };
}

/** What authors choose from, as the server of this page reads it. Rejects where it cannot. */
export async function fetchCatalogue<Catalogue>(root: string): Promise<Catalogue> {
  const answer = await fetch(`${root}${BASE_PATH}/catalogue/`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Catalogue;
}
