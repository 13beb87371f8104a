import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };

const t = translator(messages);

/** What each file of a locker is, by the end of its path. */
const FILES = [
  'capture.warc.gz',
  'page.html',
  'visual.svg',
  'record.json',
  'custody.jsonl',
  'locker.wacz',
  'report.html',
  'case.jsonld',
  'tagmanifest-sha256.txt',
  'manifest-sha256.txt',
  'bag-info.txt',
  'bagit.txt',
  'README.txt',
  'verify-custody.mjs',
  'manifest-sha256.tsq',
  'manifest-sha256.tsr',
] as const;

/** What a file of a locker is, in words. */
export function pathWords(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^data\/items\/[^/]+\/around\//.test(path)) return t('kind.around');
  if (path.startsWith('data/letters/')) return t('kind.letter');
  const known = FILES.find((file) => file === name);
  return known ? t(`kind.${known}`) : t('kind.other');
}
