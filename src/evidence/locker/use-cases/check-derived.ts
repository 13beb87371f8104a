import { type FiledItem, writeCaseUco } from '#evidence/locker/codec/write-case-uco.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import type { UncoveredWhy } from '#evidence/locker/model/log-coverage.ts';
import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { bagInfoText } from '#kernel/formats/bagit/write-bag.ts';
import { bytesText, textBytes } from '#kernel/formats/zip/text-bytes.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createSha256, sha256Hex } from '#kernel/model/sha256.ts';
import { CASE_UCO_PATH, README_PATH, REPORT_PATH } from './bag-paths.ts';
import { type BagFolders, infoOf, readmeOf } from './bag-texts.ts';
import type { ListedFiles } from './check-copies.ts';
import { faultAt } from './fault-at.ts';
import { looseFiles } from './loose-files.ts';
import type { MadeLocker } from './remake-locker.ts';
import { escapeHtml } from './report-html.ts';
import type { Say } from './report-words.ts';
import { REPORT_FORMS, writeReport } from './write-report.ts';

/** Result of making files again. */
export interface CheckedDerived {
  readonly issues: readonly Issue[];
  /** Files that were made again and are the same. */
  readonly derived: readonly string[];
  readonly uncovered: readonly { readonly path: string; readonly why: UncoveredWhy }[];
}

/** Maximum size of a report or of a bundle that is read as text. */
const MAX_TEXT = 64 * 1024 ** 2;

/**
 * Makes the files again that follow from the log, the pages and the records: the report, the CASE/UCO bundle, the
 * README and bag-info.txt, and compares them byte for byte. `say` gives the words of the report; without it the report
 * and the README are not made. A file that was already reported is left out.
 */
export async function checkDerived(
  bag: BagFiles,
  { locker, filed }: MadeLocker,
  folders: BagFolders,
  { sha256, reported }: ListedFiles,
  payload: string,
  say: Say | undefined,
): Promise<CheckedDerived> {
  const issues: Issue[] = [];
  const derived: string[] = [];
  const uncovered: { readonly path: string; readonly why: UncoveredWhy }[] = [];
  const isOpen = (path: string) => sha256.has(path) && !reported.has(path);
  const text = async (path: string) => bytesText((await readWhole(bag.read(path), MAX_TEXT)) ?? new Uint8Array()) ?? '';

  if (isOpen(CASE_UCO_PATH)) {
    if (hashOf(writeCaseUco(locker, filed, looseFiles(locker))) === sha256.get(CASE_UCO_PATH))
      derived.push(CASE_UCO_PATH);
    else issues.push(faultAt(CASE_UCO_PATH, 'locker.uco-other'));
  }
  if (isOpen('bag-info.txt')) {
    const made = bagInfoText([...infoOf(locker), ['Payload-Oxum', payload]]);
    const found = await text('bag-info.txt');
    if (found === made) derived.push('bag-info.txt');
    else issues.push(faultAt('bag-info.txt', 'locker.info-other', { labels: otherLabels(made, found) }));
  }
  for (const path of [REPORT_PATH, README_PATH]) if (!say && isOpen(path)) uncovered.push({ path, why: 'no-words' });
  if (!say) return { issues, derived, uncovered };
  if (isOpen(REPORT_PATH)) {
    if (isReport(await text(REPORT_PATH), locker, filed, say)) derived.push(REPORT_PATH);
    else issues.push(faultAt(REPORT_PATH, 'locker.report-other'));
  }
  if (isOpen(README_PATH)) {
    const made = REPORT_FORMS.map((form) => sha256Hex(textBytes(readmeOf(locker, folders, say, form))));
    if (made.includes(sha256.get(README_PATH) ?? '')) derived.push(README_PATH);
    else {
      issues.push(faultAt(README_PATH, 'locker.readme-other', {}, 'warning'));
      uncovered.push({ path: README_PATH, why: 'other-version' });
    }
  }
  return { issues, derived, uncovered };
}

function hashOf(chunks: Iterable<Uint8Array>): string {
  const hash = createSha256();
  for (const chunk of chunks) hash.update(chunk);
  return hash.hex();
}

/** Labels of lines that only one of two texts of bag-info.txt has. */
function otherLabels(made: string, found: string): string {
  const [lines, others] = [made.split('\n'), found.split('\n')];
  const wrong = [...others.filter((line) => !lines.includes(line)), ...lines.filter((line) => !others.includes(line))];
  return [...new Set(wrong.map((line) => line.split(':')[0] ?? ''))].join(', ') || '-';
}

/** Gaps that the report of an attempt knows from its log, and that are in no file of the bag. */
const KNOWN_GAPS = ['altered', 'other-offset'] as const;

/**
 * True if the text is a report on this locker, in one of its forms. Three statements of a report rest on the attempt and
 * not on the bag: whether the case was reviewed, whether an original was changed, and whether a noted clock offset is
 * the true one. They are taken from the report itself, and the coverage names them.
 */
function isReport(text: string, locker: Locker, filed: readonly FiledItem[], say: Say): boolean {
  const reviewed = !text.includes(`<p>${escapeHtml(say('report.notReviewed'))}</p>`);
  const sections = new Map(
    text.split('<section class="item">').map((section) => [/^<h3>([\w-]+):/.exec(section)?.[1] ?? '', section]),
  );
  const items = locker.items.map((item) => {
    const { facts } = item;
    const section = (sections.get(facts.itemId) ?? '').split('</section>')[0] ?? '';
    const says = (gap: (typeof KNOWN_GAPS)[number]) => section.includes(escapeHtml(say(`report.gap.${gap}`)));
    const offset = facts.clockCheck?.offsetMs ?? 0;
    const known = { isAltered: says('altered'), clockOffsetMs: says('other-offset') ? offset + 1 : offset };
    return { ...item, known };
  });
  const hash = sha256Hex(textBytes(text));
  return REPORT_FORMS.some((form) => hashOf(writeReport({ ...locker, reviewed, items }, filed, say, form)) === hash);
}
