/** What trains a lesson: a case, the studio or the page for facilitators, and what to do there. */
export interface LessonExercise {
  /** Id of a case. It is shown only where the kit has the case; without one, the task leads to the page for facilitators. */
  readonly case?: string;
  /** The task is done in the studio. */
  readonly studio?: true;
  readonly task: string;
}

/** The exercises of each lesson by its id; the first that the kit has is the main one. */
export const LESSON_EXERCISES: Readonly<Record<string, readonly LessonExercise[]>> = {
  t1: [
    {
      case: 'quiet-number',
      task: 'Read the content notice. Try the pause once. Then read the briefing. You may stop after any ad, and the case keeps your place.',
    },
  ],
  t2: [
    {
      case: 'quiet-number',
      task: 'Play the first ads. Say of each ad which of the three parts it shows, if any. Write down what you would have to know before you speak of trafficking.',
    },
  ],
  t3: [
    {
      case: 'quiet-number',
      task: 'In this market 20 in 100 ads are controlled. For each sign that you mark, name one innocent explanation. Choose how certain you really are.',
    },
  ],
  t9: [
    {
      case: 'quiet-number',
      task: 'At the desk you suggest how the first message reaches a number. Before you choose, think of the four people of this lesson. Say of each way what each of them would see.',
    },
  ],
  t11: [
    {
      case: 'six-weeks-six-platforms',
      task: 'Place the six cards of this lesson at one site. Read its terms first, capture before you report, and write down for each card how often it went wrong, of how many trials.',
    },
    {
      case: 'a-week-later',
      task: 'Write the letter in which a company is asked to keep its data. Look at who may sign it.',
    },
  ],
  t12: [
    {
      case: 'two-addresses',
      task: 'Before you capture a page, say whether it is the source or a copy. Look in the debrief at which of your steps came too late.',
    },
    {
      case: 'gone-by-noon',
      task: 'A person wants an ad to be gone before noon. Decide what is kept before that, and what her wish means for it.',
    },
  ],
  t13: [
    {
      case: 'follow-the-money',
      task: 'Read the ledger account by account. Write one innocent reading beside each pattern before you name who profits.',
    },
    {
      case: 'where-the-money-ends',
      task: 'Find the payers behind the ads. Leave apart those who share a payment for an ordinary reason.',
    },
    {
      case: 'which-way-the-rent-went',
      task: 'Read other payments, drawn with the people of other ads. Say of each account which lawful reason you tested, before you say that it profits.',
    },
  ],
  p1: [
    {
      case: 'rooms-above-the-ferry',
      task: 'Fill the matrix person by person. Write the innocent reading of each row first. Then choose the next lawful measure for the open rows.',
    },
    {
      case: 'five-signs',
      task: 'A rule counts five signs. Follow what the count did to a person, and say which row of a matrix it could have filled.',
    },
  ],
  p2: [
    {
      case: 'rooms-above-the-ferry',
      task: 'Fill the matrix of the bundle without the hearing of the witness first. Then put the hearing in. Look at which rows have changed, and at which have not.',
    },
    {
      case: 'where-the-money-ends',
      task: 'Find what belongs together from the records alone. Write which of your findings a person would still have to explain.',
    },
  ],
  p3: [
    {
      case: 'a-week-later',
      task: 'Write to the company at the request desk. For each kind of data, say who may order it, and what has to be kept before that.',
    },
  ],
  p4: [
    {
      case: 'rooms-above-the-ferry',
      task: 'Choose the counts for each person. Give the interest that each count protects, and strike one that no row supports.',
    },
    {
      case: 'after-the-visit',
      task: 'Many offices want something from one man. Note which of his acts somebody could charge, and why it should be assessed first.',
    },
  ],
  p5: [
    {
      case: 'after-the-visit',
      task: 'In one week many offices want something from one man. Watch which decisions come before his statement, and which do not depend on it.',
    },
    {
      case: 'rooms-above-the-ferry',
      task: 'One person in this bundle may have been under control and may have helped to control others. Decide what is done first, and give reasons to all.',
    },
  ],
  p6: [
    {
      case: 'closing-day',
      task: 'A section of a site closes tomorrow. Ask of each decision what the site knew, and who pays for the closing.',
    },
    {
      case: 'who-owns-the-sites',
      task: 'Find out who runs the four sites. Write what an owner could know of each, and from when on.',
    },
  ],
  p7: [
    {
      case: 'follow-the-money',
      task: 'Trace the money to its end. Then write the freeze request, with a cap and with the way to the person harmed.',
    },
    {
      case: 'where-the-money-ends',
      task: 'Find the payers of one group. Say which accounts you would leave alone, and why.',
    },
  ],
  p8: [
    {
      case: 'closing-day',
      task: 'One decision of this case is about decoys. Before you choose, write who was suspected, who approves, and who helps the people concerned.',
    },
  ],
  j1: [
    {
      case: 'quiet-number',
      task: 'Preserve before you act. Then ask the ten questions about your own log. The debrief shows your order and the model order.',
    },
  ],
  j2: [
    {
      case: 'two-names-one-phone',
      task: 'Read the bundle. Before you fill the matrix, write how far the shared telephone leads, and where it stops. Then rule on the motion about the expert.',
    },
    {
      case: 'one-person-or-three',
      task: 'Link the ads by their traces. Say of each link which innocent fact could make it. The debrief names the false bridges.',
    },
  ],
  j3: [
    {
      case: 'two-names-one-phone',
      task: 'One exhibit is a talk with an officer. Put the four questions to it before you read the arguments of the parties.',
    },
    {
      case: 'closing-day',
      task: 'One decision of this case is about decoys. Ask the four questions of this lesson about each option.',
    },
  ],
  j4: [
    {
      case: 'rooms-above-the-ferry-2',
      task: 'Rule on the motion about the recorded hearing. Take the three steps in their order, and name the one point that was not tested.',
    },
    {
      case: 'after-the-visit',
      task: 'Plan how one man is met and heard. Say of each measure whether he needs it, and what it would cost him.',
    },
  ],
  j5: [
    {
      case: 'follow-the-money',
      task: 'Trace what was taken. Then say which part of it can be paid at once, and to whom.',
    },
    {
      case: 'harvest-bus',
      task: 'Two people ask for their wages. Decide how the money that is owed reaches them.',
    },
  ],
  j6: [
    {
      case: 'closing-day',
      task: 'A court has ordered one section to close. Ask of the order what it reaches besides, and what is done for the people who lose a page.',
    },
    {
      case: 'a-week-later',
      task: 'Decide when the ads come down. Look at what was kept before, and at who was told.',
    },
  ],
  f1: [
    {
      task: 'Choose one case and play it alone. Write the parts and the minutes of your own workshop on one sheet. Check that the debrief has at least a third of them.',
    },
  ],
  f2: [
    {
      studio: true,
      task: 'Copy one case in the studio. Change the name of one office in each scene, and one role. Play the copy to one of its ends.',
    },
  ],
  f3: [
    {
      studio: true,
      task: 'Write the decision of this lesson in the studio, with your own words in every field. Let a colleague choose an option before you show a reason.',
    },
  ],
  f4: [
    {
      case: 'six-weeks-six-platforms',
      task: 'Play the case alone before you lead it. Stop after the second week and say what you would write of one site now, and what you would not.',
    },
    {
      task: 'Make a market with its test log. Write the five lines of a plan, read the log of two sites, and hold your findings against the truth. Do this alone, before you lead others.',
    },
  ],
  f5: [
    {
      task: 'Take one decision of the case that you will use. Write the three questions that you will ask about it. Read its reason only after that, as your group will.',
    },
  ],
  f6: [
    {
      case: 'which-measures-first',
      task: 'Play one round of the table-top alone. Take your own report if you have one. Write down for one measure what it rests on, who may be hurt, and what would change your mind.',
    },
  ],
  f7: [
    {
      task: 'Fill in the local card. Agree with your care person who does what when a person leaves the room. Say the two sentences of the pause aloud once.',
    },
  ],
};
