import { allowOwnScripts } from './trusted-types.ts';

/** Beginning of the addresses of scripts that a packed page makes of its own text; it can have several. */
export const OWN_BLOBS = 'blob:';

/** Allows scripts of this site only, as `allowOwnScripts` does, where the page has no such policy yet: a second one would be refused. */
export function allowOwnScriptsOnce(root: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { readonly defaultPolicy: unknown } };
  if (!trustedTypes?.defaultPolicy) allowOwnScripts(root);
}
