import type { KeptResult } from '#case/debrief/model/kept-result.ts';

/** Port to where results are kept beside the attempts: a later version of the site no longer scores them. */
export interface ResultPort {
  keepResult(result: KeptResult): Promise<void>;
}
