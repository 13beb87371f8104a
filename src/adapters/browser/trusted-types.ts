interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/**
 * Creates a Trusted Types policy that allows scripts of this site only. Has to run before a worker is created or
 * registered.
 */
export function allowOwnScripts(root: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      if (!new URL(address, location.href).href.startsWith(root))
        throw new TypeError(`A script from ${address} is not allowed.`);
      return address;
    },
  });
}

/** Beginning of the addresses of scripts that a packed page makes of its own text; it can have several. */
export const OWN_BLOBS = 'blob:';

/** Does the same where the page has no such policy yet: a second one would be refused. */
export function allowOwnScriptsOnce(root: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { readonly defaultPolicy: unknown } };
  if (!trustedTypes?.defaultPolicy) allowOwnScripts(root);
}
