import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { aMarket, NOW } from './a-market.ts';
import { withKinds } from './kinds.ts';
import { projectWith } from './project-with.ts';
import { LIBRARY, type TheCase } from './the-library.ts';

const SEED = 'small-case';

/** An ad of a network, whose number other ads of it show. */
function subjectOf(): string {
  const { market, truth } = aMarket({ seed: SEED });
  const networks = truth.actors.filter(({ type }) => type === 'controlled');
  const subject = networks.flatMap(({ ads }) => ads).find((ad) => adsSharingPhone(market, ad).length > 1);
  if (!subject) throw new Error(`No ad of the market ${SEED} shares its number.`);
  return subject;
}

const scenario = (subject: string) => `
schema: scenario/1
id: small-case
title: A number
summary: One number, four acts, three decisions.
contentLevel: 1
locale: en
role: { title: Analyst, text: You read ads., operator: Analyst 1, legalBasis: Order 1 }
market: { profile: BUY, preset: mini, prevalence: PRACTICE, seed: ${SEED} }
start: "${NOW}"
stages: [{ id: find, title: Find }, { id: desk, title: Desk }]
variables:
  preserved: { type: bool, initial: false }
  requested: { type: bool, initial: false }
  notified: { type: bool, initial: false }
  contacted: { type: bool, initial: false }
world:
  - { when: contacted, change: edited, afterMinutes: 150, sharingPhoneWith: "${subject}" }
  - { when: notified, change: removed, afterMinutes: 120, sharingPhoneWith: "${subject}" }
initial: briefing
states:
  briefing: { type: narrative, stage: find, title: A note, text: A number., minutes: 60, next: find }
  find: { type: exercise, kind: detection, stage: find, title: Read, text: Read the ads., brief: {}, next: desk }
  desk:
    type: decision
    stage: desk
    title: What next
    text: Four acts.
    question: Which one?
    options:
      - { id: contact, text: Reach out., when: '!contacted', act: contact, set: { contacted: 'true' }, minutes: 60, then: Done., next: d01 }
      - { id: notify, text: Report., when: '!notified', act: notify, set: { notified: 'true' }, minutes: 240, then: Done., next: desk }
      - { id: preserve, text: Keep., when: '!preserved && !contacted && !notified', act: preserve, set: { preserved: 'true' }, minutes: 60, then: Done., next: preserve }
      - { id: preserve-late, text: Keep., when: '!preserved && (contacted || notified)', act: preserve, set: { preserved: 'true' }, minutes: 60, then: Done., next: preserve }
      - { id: request, text: Ask., when: '!requested', act: request, set: { requested: 'true' }, minutes: 180, then: Done., next: desk }
      - { id: close, text: Close., when: preserved && requested && notified && contacted, minutes: 30, then: Done., next: d03 }
  preserve: { type: exercise, kind: preservation, stage: desk, title: Keep, text: Keep the pages., brief: {}, next: desk }
  d01:
    type: decision
    decision: D01
    stage: desk
    title: The first word
    text: Somebody has to write it.
    question: How?
    options:
      - { id: a, text: Now., minutes: 30, then: Read., next: d02 }
      - { id: b, text: As police., minutes: 30, then: Silence., next: end-silent }
      - { id: c, text: As an ordinary note., minutes: 30, then: An answer., next: d02 }
  d02:
    type: decision
    decision: D08
    stage: desk
    title: A clear answer
    text: I am fine.
    question: What do you say?
    options:
      - { id: a, text: Leave the door open., minutes: 30, then: Thanks., next: desk }
      - { id: b, text: Close., minutes: 30, then: Thanks., next: end-answer }
      - { id: c, text: Insist., minutes: 30, then: Silence., next: desk }
  d03:
    type: decision
    decision: D30
    stage: desk
    title: Afterwards
    text: The log is open.
    question: And now?
    options:
      - { id: a, text: Later., minutes: 30, then: Later., next: end-filed }
      - { id: b, text: Together., minutes: 30, then: Done., next: end-filed }
      - { id: c, text: At home., minutes: 30, then: Done., next: end-filed }
  end-silent: { type: end, stage: desk, title: Silence, text: The number is off. }
  end-answer: { type: end, stage: desk, title: An answer, text: It stands. }
  end-filed: { type: end, stage: desk, title: Filed, text: The file is closed. }
`;

const key = (subject: string) => `
schema: key/1
scenario: small-case
version: 3
decisions:
  d01:
    principle: Be harmless in any hands.
    sources: [{ code: WHO03, mark: V, says: Do no harm. }]
    options:
      a: { rating: acceptable, meters: { safety: 1 }, reason: It may be read by others. }
      b: { rating: red, meters: { safety: -2 }, reason: It names the police. }
      c: { rating: good, meters: { safety: 2 }, reason: It says nothing to others. }
  d02:
    principle: An answer stands.
    sources: [{ code: WHO03, mark: V, says: The view of the person counts. }]
    options:
      a: { rating: good, meters: { trust: 2 }, reason: The door stays open. }
      b: { rating: acceptable, meters: { trust: 1 }, reason: The answer is taken. }
      c: { rating: harmful, meters: { trust: -2 }, reason: The word is taken away. }
  d03:
    principle: Look back together.
    sources: [{ code: VT, mark: V, says: Not alone. }]
    options:
      a: { rating: harmful, reason: Reasons fade. }
      b: { rating: good, reason: Gaps are named. }
      c: { rating: acceptable, reason: It is done. }
model: [[desk, preserve], [desk, request], [desk, contact], [d01, c], [d02, a], [desk, notify], [desk, close], [d03, b]]
order:
  before: [[preserve, request], [preserve, contact], [preserve, notify], [request, contact]]
  reason: A page is kept first.
  sources: [{ code: SEED, mark: V, says: Keep and remove. }]
preserve: { sameActorAs: "${subject}" }
`;

export const SUBJECT = subjectOf();

type Edit = (text: string) => string;
const asItIs: Edit = (text) => text;

/** A case made for tests, in its own market: it stays as it is when the shipped story changes. */
export function smallCase(editScenario = asItIs, editKey = asItIs): TheCase {
  const files = projectWith({
    'scenarios/small-case/scenario.yaml': editScenario(scenario(SUBJECT)),
    'scenarios/small-case/key.yaml': editKey(key(SUBJECT)),
  });
  const loaded = loadCase(files, 'scenarios/small-case', LIBRARY);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
  const { answers: caseAnswers, ...played } = loaded.value;
  if (!caseAnswers) throw new Error('The small case has no key.');
  const material = withKinds(played);
  const prevalence = prevalenceOf(material.market);
  return { material, caseAnswers, answers: { ...caseAnswers, catalogue: LIBRARY.catalogue, prevalence } };
}
