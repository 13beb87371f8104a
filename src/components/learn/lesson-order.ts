/** Where a lesson leads: into the first case, or to the page for those who lead a room. */
export type LeadsTo = 'case' | 'room';

interface LessonPlace {
  readonly id: string;
  /** What to do there. */
  readonly task: string;
  readonly leadsTo: LeadsTo;
}

/** The lessons in the order in which they are read: those of trainees, then those of facilitators. */
export const LESSON_ORDER: readonly LessonPlace[] = [
  {
    id: 't1',
    leadsTo: 'case',
    task: 'Read the content notice. Try the pause once. Then read the briefing. You may stop after any ad, and the case keeps your place.',
  },
  {
    id: 't2',
    leadsTo: 'case',
    task: 'Play the first ads. Say of each ad which of the three parts it shows, if any. Write down what you would have to know before you speak of trafficking.',
  },
  {
    id: 't3',
    leadsTo: 'case',
    task: 'In this market 20 in 100 ads are controlled. For each sign that you mark, name one innocent explanation. Choose how certain you really are.',
  },
  {
    id: 't9',
    leadsTo: 'case',
    task: 'At the desk you suggest how the first message reaches a number. Before you choose, think of the four people of this lesson. Say of each way what each of them would see.',
  },
  {
    id: 'j1',
    leadsTo: 'case',
    task: 'Preserve before you act. Then ask the ten questions about your own log. The debrief shows your order and the model order.',
  },
  {
    id: 'f1',
    leadsTo: 'room',
    task: 'Choose one case and play it alone. Write the parts and the minutes of your own workshop on one sheet. Check that the debrief has at least a third of them.',
  },
  {
    id: 'f5',
    leadsTo: 'room',
    task: 'Take one decision of the case that you will use. Write the three questions that you will ask about it. Read its reason only after that, as your group will.',
  },
  {
    id: 'f7',
    leadsTo: 'room',
    task: 'Fill in the local card. Agree with your care person who does what when a person leaves the room. Say the two sentences of the pause aloud once.',
  },
];
