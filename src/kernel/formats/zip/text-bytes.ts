const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text, by the platform: many times faster than the implementation in the model. */
export const textBytes = (text: string): Uint8Array => encoder.encode(text);

/** Decodes UTF-8 bytes; undefined if they are malformed. */
export function bytesText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
