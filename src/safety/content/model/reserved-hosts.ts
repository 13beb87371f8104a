/** Reserved top-level domains and names, which never resolve. @see RFC 2606 */
const RESERVED = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/;

/** True for a host reserved for examples; case-insensitive, with or without a final full stop. */
export function isReservedHost(host: string): boolean {
  return RESERVED.test(host.toLowerCase().replace(/\.$/, ''));
}
