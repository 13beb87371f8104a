/** The lessons in the order in which they are read; `task` leads from each into the case. */
export const LESSON_ORDER = [
  {
    id: 't1',
    task: 'Read the content notice, try the pause once, and then read the briefing. You may stop after any ad, and the case waits for you.',
  },
  {
    id: 't3',
    task: 'Twenty in a hundred ads of this market are controlled. For each sign that you mark, name one innocent explanation, and choose a certainty that you would stand by.',
  },
  {
    id: 'j1',
    task: 'Preserve before you act, then look at your own log with the ten questions. The debrief shows your order beside the model order.',
  },
] as const;
