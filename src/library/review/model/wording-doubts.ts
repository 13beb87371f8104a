/**
 * Questions of the authors about wordings of a sign, which reviewers are asked to answer; the words are under
 * `doubt.<id>`. Each stands in every form with wordings of its sign.
 */
export const DOUBTS = [
  { id: 'no-limits', indicator: 'no-limits-offer' },
  { id: 'origin', indicator: 'ethnicity-selling-point' },
  { id: 'section', indicator: 'n-sex-work' },
  { id: 'photo', indicator: 'rs-irrelevant-criteria' },
  { id: 'papers', indicator: 'lj-document-retention' },
  { id: 'romance', indicator: 'rs-romance-to-work' },
  { id: 'slips', indicator: 'coercion-slip' },
] as const;
