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
