import type { CaseFolder, FolderCase, FolderList, FolderStand, FolderWritten } from '#studio/use-cases/case-folder.ts';

/** Path at which the server of `npm run author` serves its folder of cases. */
const BASE_PATH = '/studio/folder';

/** The folder of cases that the server of this page serves, over HTTP. A digest is the entity tag of a case. */
export function createFolderClient(ask: typeof fetch = fetch): CaseFolder {
  const addressOf = (place: string) => `${BASE_PATH}/case/?place=${encodeURIComponent(place)}`;
  return {
    async list() {
      const answer = await ask(`${BASE_PATH}/cases/`);
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
      const source = new EventSource(`${BASE_PATH}/changes/`);
      source.addEventListener('message', ({ data }) => {
        reached(true);
        stands(JSON.parse(data as string) as FolderStand);
      });
      source.addEventListener('error', () => reached(false));
      return () => source.close();
    },
  };
}
