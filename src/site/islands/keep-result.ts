import type { ResultPort } from '#case/play/use-cases/result-port.ts';
import { openStudyStore } from '#learning/track/browser/study-store.ts';

/** Keeps the result of an attempt for the portfolio of this device. */
export const keepResult: ResultPort['keepResult'] = async (result) => (await openStudyStore()).keepResult(result);
