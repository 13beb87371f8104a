import { LETTER_KINDS, type LetterKind } from '#core/evidence/letters/letter.ts';
import type { Finding } from '#core/exercise/exercise-kind.ts';
import messages from '#i18n/messages/en/requests.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { kindWords, letterWords } from './request-words.ts';

const t = translator(messages);

export interface FindingGroup {
  readonly name: string;
  /** The kind of letter that it is about; left out for what concerns all of them. */
  readonly kind?: LetterKind;
  readonly findings: readonly Finding[];
}

/** Findings about letters by what they are about: order and renewals first, then each kind of letter, then the answers. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const ours = findings.filter((finding) => letterWords(finding) !== undefined);
  const about = (finding: Finding) => finding.at.locator ?? '';
  const groups = [
    { name: t('debrief.order'), findings: ours.filter((finding) => about(finding).startsWith('letters-')) },
    ...LETTER_KINDS.map((kind) => ({
      name: kindWords(kind),
      kind,
      findings: ours.filter((finding) => about(finding).startsWith(`${kind}.`)),
    })),
    { name: t('debrief.answers'), findings: ours.filter(({ reason }) => reason.startsWith('answer.')) },
  ];
  return groups.filter((group) => group.findings.length > 0);
}
