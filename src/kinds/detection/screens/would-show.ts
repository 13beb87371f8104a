import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };

const t = translator(messages);

/** What the sign or cue of a mark shows where the key has it: at the place of this mark it has not. */
export const wouldShow = ({ reason, namesCue }: Finding): string =>
  t(namesCue ? 'note.wouldShow.cue' : 'note.wouldShow', { reason });
