import { MANIFEST_SCHEMA } from '#market/documents/model/share-schemas.ts';
import type { Share } from './a-share.ts';

/**
 * A list of the data files of one half of all shares, for tools that read many files as one table. Their paths lead from
 * the folder of the list to the files, as `pathOf` says.
 */
export function listShares(
  shares: readonly Share[],
  folder: 'public' | 'secret',
  pathOf: (share: Share, path: string) => string,
): object {
  const inOrder = shares.toSorted((a, b) => a.manifest.districts.first - b.manifest.districts.first);
  const { schema: _, districts, files: __, ...market } = (inOrder[0] as Share).manifest;
  return {
    schema: MANIFEST_SCHEMA,
    ...market,
    districts: districts.of,
    files: inOrder.flatMap((share) =>
      share.manifest.files
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .map((file) => ({ ...file, path: pathOf(share, file.path) })),
    ),
  };
}
