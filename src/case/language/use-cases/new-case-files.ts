import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';

/** Template of a new case, file by file: small, complete and without a fault, for the author to edit. */
export function newCaseFiles(id: string): ReadonlyMap<string, string> {
  return new Map([
    ['scenario.yaml', scenario(id)],
    ['key.yaml', key(id)],
    ['review.yaml', review(id)],
  ]);
}

const scenario = (id: string) => `# yaml-language-server: $schema=../scenario.schema.json
schema: scenario/1
id: ${id}
title: A message on Monday
summary: One message, one answer.
contentLevel: 1
locale: ${FIRST_LANGUAGE}
role:
  title: Support worker
  text: You answer the evening line.
  operator: Support worker 2
  legalBasis: House rules of the line, part 3
market: { profile: BUY, preset: mini, prevalence: PRACTICE, seed: ${id} }
start: "2031-05-05T18:00:00Z"
stages:
  - { id: reach, title: Reach out }
  - { id: debrief, title: Debrief }
variables:
  asked: { type: bool, initial: false }
initial: evening
states:
  evening:
    type: narrative
    stage: reach
    title: The line opens
    text: It is Monday evening. Nobody has called so far.
    next: message
  message:
    type: decision
    decision: D07
    stage: reach
    title: A question by text
    text: Somebody asks the line whether a place to sleep is certain.
    question: What do you write?
    options:
      - id: a
        text: Write that a bed is certain for as long as it is needed.
        minutes: 5
        then: The person writes back that they are on their way.
        next: morning
      - id: b
        text: Write which nights are free, and who decides on the rest.
        set: { asked: true }
        minutes: 5
        then: The person asks about Thursday and writes that they will think.
        next: morning
      - id: c
        text: Write that you will ask and send an answer before noon.
        minutes: 5
        then: The person writes that noon is too late, and thanks you.
        next: end-silent
      - id: d
        text: Write the name of the house and the number of its door.
        minutes: 5
        then: No answer comes. Ten minutes later the number is off.
        next: end-silent
  morning:
    type: narrative
    stage: debrief
    title: The next morning
    text: The list of beds is on the desk.
    next:
      - { when: asked, next: end-plan }
      - { next: end-filed }
  end-plan:
    type: end
    stage: debrief
    title: A plan for the week
    text: The log holds one message and one answer, and Thursday has a question mark.
  end-filed:
    type: end
    stage: debrief
    title: The evening ends
    text: The log holds one message and one answer.
  end-silent:
    type: end
    stage: debrief
    title: No further message
    text: Nothing more comes that evening. The line stays open.
`;

const key = (id: string) => `# yaml-language-server: $schema=../key.schema.json
schema: key/1
scenario: ${id}
version: 1
decisions:
  message:
    principle: Say what can be delivered, and name whoever decides beyond that.
    sources:
      - { code: WHO03, mark: V, says: Promise nothing that you cannot keep. }
    options:
      a:
        rating: harmful
        meters: { trust: -2 }
        reason: The bed may be gone on Thursday, and the person has given up another one for it.
      b:
        rating: good
        meters: { trust: 2 }
        reason: The person can plan with what is certain and knows whom to ask.
      c:
        rating: acceptable
        meters: { trust: 1 }
        reason: A time is named and can be kept; tonight is still open.
      d:
        rating: red
        meters: { safety: -2 }
        reason: The telephone may be in other hands, and now they know the door.
model:
  - [message, b]
`;

const review = (
  id: string,
) => `# Set by real reviewers only. "reviewed" needs by (organisation or role, with consent), on (date) and what.
schema: review/1
of: scenario ${id}
safety: { status: not-reviewed }
support: { status: not-reviewed }
law: { status: not-reviewed }
`;
