/** Messages to begin from, in the language of the rules: one that harms, one that means well and can harm, one with care. */
export const EXAMPLE_MESSAGES = {
  harmful:
    'Police. We know you are trafficked. Tell us where he is and send your real name now, or we must report you.',
  mixed:
    'Hello, I saw your listing. I am Dana from the support line. You need help and we will protect you. Can we meet tomorrow? Read more at line.example',
  careful:
    'Hello, this is Nora from the health and advice line. If it is a good moment, answer 1. If not, ignore this.',
} as const;
export type ExampleId = keyof typeof EXAMPLE_MESSAGES;
