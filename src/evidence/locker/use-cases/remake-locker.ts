import type { FiledItem } from '#evidence/locker/codec/write-case-uco.ts';
import type { CustodyLog } from '#evidence/locker/model/custody-log.ts';
import type { LockerText } from '#evidence/locker/model/evidence-item.ts';
import type { Locker, LooseCopies } from '#evidence/locker/model/locker.ts';
import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { FoundCapture } from './check-capture.ts';
import type { RemadeItem } from './check-item.ts';
import { mimeOf } from './check-listed-files.ts';
import { faultAt } from './fault-at.ts';

/** Result of making a locker again: the locker, or why its bag does not say enough. */
export interface RemadeLocker {
  readonly issues: readonly Issue[];
  readonly made?: MadeLocker;
}

/** A locker as it was packed, made from its bag: facts that the log gives are those of the log. */
export interface MadeLocker {
  readonly locker: Locker;
  /** The items with their files, in the order of the bag. */
  readonly filed: readonly FiledItem[];
  readonly captures: ReadonlyMap<string, FoundCapture>;
}

/** Maximum size of a letter or a copy; a real one has a few kilobytes. */
const MAX_TEXT = 16 * 1024 ** 2;

/**
 * Makes the locker of a bag again. The name of the bag and the title of the case are taken from bag-info.txt, because
 * no other file decides them. The description there has to end with the line that marks everything as synthetic.
 */
export async function remakeLocker(
  bag: BagFiles,
  parts: readonly RemadeItem[],
  custody: CustodyLog,
  sha256: ReadonlyMap<string, string>,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<RemadeLocker> {
  const ordered = [...parts].sort((a, b) => a.captured - b.captured);
  const [first] = ordered;
  const last = custody.at(-1);
  if (!first || !last) return { issues: [] };
  const { notice } = first.capture;
  const end = `. ${notice}`;
  if (!description.endsWith(end)) return { issues: [faultAt('bag-info.txt', 'locker.info-title')] };
  const byFolder = [...ordered].sort((a, b) => compareCodes(a.item.folder, b.item.folder));
  const made: MadeLocker = {
    locker: {
      schema: 'locker/1',
      synthetic: true,
      id: name,
      exercise: '',
      caseId: first.record.caseId,
      caseTitle: description.slice(0, -end.length),
      marketId: first.record.marketId,
      notice,
      reviewed: false,
      packedAt: last.utc,
      items: ordered.map(({ item }) => item),
      loose: await looseOf(bag, sha256),
      letters: await lettersOf(bag, sha256),
      custody,
    },
    filed: byFolder.map(({ item, record }): FiledItem => ({ item, files: record.files })),
    captures: new Map(byFolder.map(({ item, capture }) => [item.folder, capture])),
  };
  return { issues: [], made };
}

async function textIn(bag: BagFiles, path: string): Promise<string> {
  const bytes = await readWhole(bag.read(path), MAX_TEXT);
  return (bytes && bytesText(bytes)) ?? '';
}

async function looseOf(bag: BagFiles, sha256: ReadonlyMap<string, string>): Promise<LooseCopies[]> {
  const copies: { readonly ad: string; readonly text: LockerText }[] = [];
  for (const path of sha256.keys()) {
    const [, ad, name] = /^data\/around\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (ad !== undefined && name !== undefined)
      copies.push({ ad, text: { name, mime: mimeOf(path), text: await textIn(bag, path) } });
  }
  return [...Map.groupBy(copies, ({ ad }) => ad)].map(([ad, mine]) => ({ ad, texts: mine.map(({ text }) => text) }));
}

async function lettersOf(bag: BagFiles, sha256: ReadonlyMap<string, string>): Promise<LockerText[]> {
  const letters: { readonly n: number; readonly letter: LockerText }[] = [];
  for (const path of sha256.keys()) {
    const [, n] = /^data\/letters\/request-(\d+)\.json$/.exec(path) ?? [];
    if (n === undefined) continue;
    const name = path.slice('data/letters/'.length);
    letters.push({ n: Number(n), letter: { name, mime: mimeOf(path), text: await textIn(bag, path) } });
  }
  return letters.sort((a, b) => a.n - b.n).map(({ letter }) => letter);
}
