import type { SealedRelease } from '#case/sealed/model/sealed-releases.ts';
import { openSealedText, sealText } from '#kernel/formats/age/sealed-text.ts';
import { passphraseOf, SEALED_LIST, type SealedList } from './sealed-list.ts';

/**
 * The files of a case with its key sealed: every part of the key is encrypted with its release and in no other file.
 * `words` are the passphrases, one for each release.
 */
export async function sealCase(
  files: ReadonlyMap<string, string>,
  releases: readonly SealedRelease[],
  words: readonly string[],
): Promise<Map<string, string>> {
  const inside = new Set(releases.flatMap(({ keyParts }) => keyParts));
  const sealed = new Map([...files].filter(([name]) => !isKeyPart(name)));
  const list: SealedList['releases'][number][] = [];
  for (const [n, release] of releases.entries()) {
    const file = `sealed/${n + 1}.age`;
    const parts = Object.fromEntries([...files].filter(([name]) => release.keyParts.includes(name)));
    sealed.set(file, await sealText(JSON.stringify(parts), passphraseOf(words[n] ?? '')));
    list.push({ ...release, file });
  }
  const left = [...files.keys()].filter((name) => isKeyPart(name) && !inside.has(name));
  if (left.length > 0) throw new Error(`No release opens ${left.join(', ')}. Every part of a key needs one.`);
  sealed.set(SEALED_LIST, JSON.stringify({ schema: 'sealed-case/1', releases: list } satisfies SealedList));
  return sealed;
}

/** The parts of a release by name, as text; undefined if the passphrase is wrong. */
export async function openRelease(sealed: string, words: string): Promise<Record<string, string> | undefined> {
  const text = await openSealedText(sealed, passphraseOf(words));
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
}

const isKeyPart = (name: string) => name.startsWith('key/');
