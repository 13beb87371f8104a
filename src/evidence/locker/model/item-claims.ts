import { countClaim, type LockerClaim, word } from './claim.ts';
import { type FileState, fileStates } from './file-states.ts';
import type { VerifiedLocker } from './verified-locker.ts';

/**
 * What was compared for each captured page, by its folder: the page, its record and its capture. Where one of them does
 * not fit, the others are named too, so that a reader knows what is left to rely on.
 */
export function itemClaims(report: VerifiedLocker): ReadonlyMap<string, readonly LockerClaim[]> {
  const states = fileStates(report);
  return new Map(report.items.map((item) => [item.folder, claimsOf(item, report, states)]));
}

function claimsOf(
  { folder, holds, page }: VerifiedLocker['items'][number],
  { coverage, issues }: VerifiedLocker,
  states: ReadonlyMap<string, FileState>,
): LockerClaim[] {
  const at = (file: string) => `data/items/${folder}/${file}`;
  const [record, capture] = [states.get(at('record.json')), states.get(at('capture.warc.gz'))];
  if (holds && record === 'record' && capture === 'capture') return [word('item.fits')];
  const isCompared = coverage.items.includes(folder);
  const isOther = issues.some(
    ({ code, path: [path] }) => code === 'locker.page-not-captured' && path === at('page.html'),
  );
  const around = [...states].filter(([path, state]) => path.startsWith(at('around/')) && state === 'fails').length;
  return [
    word(`item.page.${page}`),
    word(`item.record.${recordState(record, isCompared)}`),
    word(`item.capture.${captureState(capture, isCompared, isOther || page === 'missing')}`),
    ...(around > 0 ? [countClaim('item.around', around)] : []),
  ];
}

const recordState = (state: FileState | undefined, isCompared: boolean): string => {
  if (state === undefined || state === 'missing') return 'missing';
  if (state === 'fails') return 'fails';
  return isCompared ? 'fits' : 'unchecked';
};

const captureState = (state: FileState | undefined, isCompared: boolean, isOther: boolean): string => {
  if (state === undefined || state === 'missing') return 'missing';
  if (state === 'fails' || state === 'capture') return state === 'fails' ? 'fails' : 'fits';
  if (!isCompared) return 'unchecked';
  return isOther ? 'other' : 'part';
};
