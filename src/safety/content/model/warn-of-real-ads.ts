import type { Issue } from '#kernel/model/issue.ts';
import type { Passage } from './passage.ts';

/** C26: every pasted text gets the warning that real ads must not be pasted, whatever it contains. */
export function warnOfRealAds(passage: Passage): Issue[] {
  if (passage.kind !== 'pasted') return [];
  const position = passage.position(0);
  return [{ code: 'safety.C26', severity: 'warning', path: passage.path, params: {}, ...(position && { position }) }];
}
