/** The lessons in the order in which they are read; `task` leads from each into the case. */
export const LESSON_ORDER = [
  {
    id: 't1',
    task: 'Read the content notice. Try the pause once. Then read the briefing. You may stop after any ad, and the case keeps your place.',
  },
  {
    id: 't3',
    task: 'In this market 20 in 100 ads are controlled. For each sign that you mark, name one innocent explanation. Choose how certain you really are.',
  },
  {
    id: 'j1',
    task: 'Preserve before you act. Then ask the ten questions about your own log. The debrief shows your order and the model order.',
  },
] as const;
