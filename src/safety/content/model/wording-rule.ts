/**
 * A way of writing about persons that a careful reader of a support service would not let pass. Why it is wrong, and what
 * to write instead, is the message `safety.RULE.ID` (`i18n/words/en/case/issues.json`).
 */
export interface WordingRule {
  readonly id: string;
  /** The rule of content safety that it belongs to. */
  readonly rule: 'C03' | 'C13' | 'C19';
  /** What is refused: whole words, of a text as a reader sees it. */
  readonly pattern: RegExp;
  /** Beginnings of words of which every finding has one: the pattern, which is slow, is searched around them alone. */
  readonly near: RegExp;
  /** True where a paragraph of a lesson that cites its source may say so, because laws and studies do. */
  readonly isTermOfLaw?: true;
  /** What is allowed although the pattern finds it: a span that contains the whole finding. */
  readonly except?: RegExp;
}
