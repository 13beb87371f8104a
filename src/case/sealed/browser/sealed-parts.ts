import { SEALED_LIST, type SealedList } from '#case/sealed/use-cases/sealed-list.ts';
import { packedFile } from '#kernel/browser/packed-page.ts';

/** Texts of parts that were opened, by name; until the page is closed. */
const opened = new Map<string, string>();

/** The release that opens a part of this page; undefined where the part is not sealed, or not here. */
export async function sealedIn(part: string): Promise<SealedList['releases'][number] | undefined> {
  return (await sealedReleasesHere()).find(({ keyParts }) => keyParts.includes(part));
}

/** The releases of this page; none where nothing in it is sealed. */
export async function sealedReleasesHere(): Promise<SealedList['releases']> {
  const text = await packedFile(SEALED_LIST);
  return text === undefined ? [] : (JSON.parse(text) as SealedList).releases;
}

/** Text of a part whose release has been opened since the page was. */
export const unsealedPart = (part: string): string | undefined => opened.get(part);

/** Takes the parts of a release that has been opened. */
export function takeUnsealed(parts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(parts)) opened.set(name, text);
}
