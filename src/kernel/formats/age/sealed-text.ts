import { armor, Decrypter, Encrypter } from 'age-encryption';

/** What the library throws for another passphrase. */
const NO_MATCH = "no identity matched any of the file's recipients";

/**
 * Seals a text with a passphrase, as age writes it (age-encryption.org/v1): letters only. Inside is the text, compressed
 * (gzip).
 */
export async function sealText(text: string, passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const packed = await through(new Blob([text]), new CompressionStream('gzip')).arrayBuffer();
  return armor.encode(await encrypter.encrypt(new Uint8Array(packed)));
}

/** The text; undefined where the passphrase is another one. Throws where the sealed text is damaged. */
export async function openSealedText(sealed: string, passphrase: string): Promise<string | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const packed = await decrypter.decrypt(armor.decode(sealed));
    return await through(new Blob([packed as Uint8Array<ArrayBuffer>]), new DecompressionStream('gzip')).text();
  } catch (error) {
    if (error instanceof Error && error.message === NO_MATCH) return undefined;
    throw error;
  }
}

const through = (blob: Blob, change: CompressionStream | DecompressionStream) =>
  new Response(blob.stream().pipeThrough(change));
