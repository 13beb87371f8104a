import { expose } from 'comlink';
import { openRelease } from '#case/sealed/use-cases/sealed-case.ts';

/** The functions that a page can call. Apart from the page, because words take a second or more to try. */
const work = { open: openRelease };
export type UnsealWork = typeof work;
expose(work);
