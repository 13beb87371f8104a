import type { CourtVerdict } from '#evidence/court-file/model/bundle.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/courtroom.json' with { type: 'json' };

const t = translator(messages);

/** The verdicts to which a finding leads, one sentence each; empty where there is none. */
export const verdictWords = (verdicts: readonly CourtVerdict[] = []): string =>
  verdicts.map(({ person, is, of }) => t(`verdict.${is}`, { person, of })).join(' ');
