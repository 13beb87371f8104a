/**
 * UTF-8 bytes of a string. Implemented here because `TextEncoder` is not part of ECMAScript, and the model may use nothing
 * else. A lone surrogate becomes U+FFFD, as with `TextEncoder`.
 */
export function utf8(text: string): Uint8Array {
  // Nearly every text is plain ASCII, and then each character is its byte.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return utf8Of(text);
    bytes[at] = code;
  }
  return bytes;
}

function utf8Of(text: string): Uint8Array {
  // Three bytes for each UTF-16 unit are always enough: a pair of surrogates takes four.
  const bytes = new Uint8Array(3 * text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(at + 1);
      const isPair = code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff;
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00) : 0xfffd;
      if (isPair) at++;
    }
    if (code < 0x80) {
      bytes[size++] = code;
      continue;
    }
    if (code < 0x800) bytes[size++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[size++] = 0xe0 | (code >> 12);
      else {
        bytes[size++] = 0xf0 | (code >> 18);
        bytes[size++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[size++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[size++] = 0x80 | (code & 63);
  }
  return bytes.slice(0, size);
}

/** Characters that are made of codes in one call: arguments of a call lie on the stack. */
const AT_ONCE = 4_096;

/** Decodes UTF-8 bytes; throws on malformed bytes, because every caller encoded them itself. */
export function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const begin = from;
    while (from < bytes.length && (bytes[from] as number) < 0x80 && from - begin < AT_ONCE) from++;
    if (from > begin) text += String.fromCharCode.apply(null, bytes.subarray(begin, from) as unknown as number[]);
    // A few characters of a page are not ASCII.
    let escaped = '';
    for (; from < bytes.length && (bytes[from] as number) >= 0x80; from++)
      escaped += `%${(bytes[from] as number).toString(16)}`;
    if (escaped !== '') text += decodeURIComponent(escaped);
  }
  return text;
}
