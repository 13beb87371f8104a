import type { WaczHead } from '#evidence/locker/codec/write-wacz.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import type { BagInfo } from '#kernel/formats/bagit/write-bag.ts';
import { QUERY_PATH } from './bag-paths.ts';
import { looseFiles } from './loose-files.ts';
import type { Say } from './report-words.ts';
import type { ReportForm } from './write-report.ts';

/** Which folders a bag has: its README names no other. */
export interface BagFolders {
  readonly around: boolean;
  readonly loose: boolean;
  readonly letters: boolean;
}

/** The folders of the bag of a locker. */
export const foldersOf = ({ items, loose = [], letters }: Locker): BagFolders => ({
  around: items.some(({ surroundings }) => surroundings.length > 0),
  loose: looseFiles({ loose }).length > 0,
  letters: letters.length > 0,
});

/** README of a bag: its contents and how to check them. Its first form goes with the first form of a report. */
export function readmeOf(
  { notice, id }: Pick<Locker, 'notice' | 'id'>,
  folders: BagFolders,
  say: Say,
  form: ReportForm = 2,
): string {
  return say('readme', {
    notice,
    bag: id,
    query: QUERY_PATH,
    script: say(form === 1 ? 'readme.script.before' : 'readme.script'),
    loose: folders.loose ? say('readme.loose') : '',
    around: folders.around ? say('readme.around') : '',
    letters: folders.letters ? say('readme.letters') : '',
  });
}

/** Lines of bag-info.txt, without Payload-Oxum. */
export function infoOf(locker: Locker): BagInfo {
  return [
    ['Source-Organization', 'Checkathon training kit'],
    ['External-Identifier', locker.id],
    ['External-Description', `${locker.caseTitle}. ${locker.notice}`],
    ['Bagging-Date', locker.packedAt.slice(0, 10)],
    ['Bag-Software-Agent', locker.items[0]?.facts.tool.name ?? 'Checkathon'],
    ['Synthetic', 'true'],
    ['Market-Identifier', locker.marketId],
    ['Custody-Head', locker.custody.at(-1)?.hash ?? '-'],
  ];
}

/** Head of the WACZ of a locker. */
export const headOf = (locker: Locker): WaczHead => ({
  title: locker.caseTitle,
  description: locker.notice,
  software: locker.items[0]?.facts.tool.name ?? '',
  created: locker.packedAt,
});

/** Entry of an item in the list of pages of the WACZ. */
export function waczEntry({ facts, folder, servedAt }: Pick<EvidenceItem, 'facts' | 'folder' | 'servedAt'>) {
  const { finalUrl: url, title } = facts;
  return { name: folder, url, title: title || url, at: servedAt, mime: 'text/html' };
}
