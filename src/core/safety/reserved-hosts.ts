/** Endings and names that lead nowhere, and never will. @see RFC 2606 */
const RESERVED = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/;

/** True for a host that is kept for examples; in any case of letters, with or without a full stop at its end. */
export function isReservedHost(host: string): boolean {
  return RESERVED.test(host.toLowerCase().replace(/\.$/, ''));
}
