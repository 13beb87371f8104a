import type { Issue } from '#core/kernel/issue.ts';
import type { Share } from './a-share.ts';
import { SHARE_FILE } from './share-manifest.ts';

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
