import type { Issue } from '#kernel/model/issue.ts';
import { SHARE_FILE } from '#market/documents/use-cases/share-manifest.ts';
import type { Share } from './a-share.ts';

/** Something wrong with a share, at a line of one of its files; of its manifest by default. */
export const issueOfShare = (
  { name }: Pick<Share, 'name'>,
  code: string,
  params: Issue['params'] = {},
  file = SHARE_FILE,
  line = 1,
): Issue => ({
  code,
  severity: 'error',
  path: [],
  params: { share: name, ...params },
  position: { file: `${name}/${file}`, line, column: 1 },
});
