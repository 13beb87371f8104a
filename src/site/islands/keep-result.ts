import { openStudyStore } from '#adapters/browser/study-store.ts';
import type { ResultPort } from '#app/case/result-port.ts';

/** Keeps the result of an attempt for the portfolio of this device. */
export const keepResult: ResultPort['keepResult'] = async (result) => (await openStudyStore()).keepResult(result);
