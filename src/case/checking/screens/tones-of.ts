import type { CheckFinding } from '#case/checking/use-cases/check-report.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { sayIssue } from '#design/screens/say-issue.ts';

/** The tone of each state with findings: that of the worst of them. */
export function tonesOf(findings: readonly CheckFinding[]): Record<string, 'error' | 'warning'> {
  const tones: Record<string, 'error' | 'warning'> = {};
  for (const { issue, state } of findings)
    if (state !== undefined && tones[state] !== 'error') tones[state] = issue.severity;
  return tones;
}

/** What is said of each state with findings; `words` are those of the kinds. */
export function sentencesOf(findings: readonly CheckFinding[], words: KindWords): Record<string, string[]> {
  const sentences: Record<string, string[]> = {};
  for (const { issue, state } of findings)
    if (state !== undefined) sentences[state] = [...(sentences[state] ?? []), sayIssue(issue, words)];
  return sentences;
}
