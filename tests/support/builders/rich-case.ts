import type { Lint } from '#case/checking/use-cases/check-case.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { projectWith } from './project-with.ts';
import { LIBRARY } from './the-library.ts';

const FOLDER = 'scenarios/rich-case';

/** The files of a valid case that uses every feature of the scenario language. */
export const RICH_FILES = {
  scenario: `${FOLDER}/scenario.yaml`,
  key: `${FOLDER}/key.yaml`,
  de: `${FOLDER}/de.yaml`,
  workshop: `${FOLDER}/workshop.yaml`,
};

export const RICH_SCENARIO = `schema: scenario/1
id: rich-case
title: Two desks
summary: A report, two desks, one evening.
contentLevel: 1
locale: en
role: { kind: police, title: Analyst, text: You read ads., operator: Analyst 1, legalBasis: Order 1 }
roles:
  ngo: { title: Support worker, text: You answer the line., operator: Worker 2, legalBasis: House rules }
market: { profile: BUY, preset: mini, prevalence: PRACTICE, seed: rich-case }
start: "2031-05-05T18:00:00Z"
stages:
  - { id: desk, title: Desk }
  - { id: reach, title: Reach out }
variables:
  kept: { type: bool, initial: false }
  calls: { type: int, initial: 0, min: 0, max: 2 }
  mood: { type: one-of, initial: calm, values: [calm, tense] }
initial: report
states:
  report:
    type: inject
    stage: desk
    from: The duty desk
    title: A report comes in
    text: The duty desk sends a short report.
    views:
      ngo: { text: The line sends a short report. }
    minutes: 10
    next:
      - { when: role == "ngo", next: line }
      - { next: both }
  line:
    type: narrative
    stage: desk
    title: The line
    text: You sit at the line tonight.
    next: line-read
  line-read:
    type: exercise
    stage: desk
    kind: detection
    title: Read for the line
    text: Mark what you see.
    brief: {}
    next: first
  both:
    type: parallel
    stage: desk
    regions:
      reading:
        initial: read
        states:
          read:
            type: exercise
            kind: detection
            title: Read the market
            text: Mark what you can point to.
            hints:
              - { text: Look at the numbers first., cost: 1 }
            brief: {}
            set: { kept: true }
            next: read-done
          read-done: { type: done }
      waiting:
        initial: wait
        states:
          wait:
            type: timer
            title: A call is due
            text: The desk will ring within the hour.
            minutes: 60
            options:
              - { id: ring, text: Ring the desk at once., minutes: 5, then: The desk picks up., set: { mood: tense }, next: wait-done }
            next: wait-done
          wait-done: { type: done }
    next: first
  first:
    type: group
    stage: reach
    initial: word
    states:
      word:
        type: decision
        decision: D01
        contentLevel: 2
        notice: This scene speaks of pressure, in plain words.
        title: The first word
        text: Somebody has to write it.
        question: How does it begin?
        note: The number may be in other hands.
        talk:
          - { who: The colleague, says: Who writes? }
        hints:
          - { text: Think of who may read it., cost: 2 }
        options:
          - { id: a, text: Send a note that reads as all notes of the line., minutes: 30, then: A digit comes back., next: again }
          - { id: b, text: Send a note in the name of the unit and the police., minutes: 30, then: The number is off., next: end-off }
          - { id: c, text: Send a note through the message box of that site., minutes: 30, then: It is read after an hour., next: again }
          - { id: d, text: Leave it for tonight and go on with other files., minutes: 30, then: The file goes on the shelf., next: end-shelf }
      again:
        type: decision
        title: Once more
        text: The line is open.
        question: Do you ring again?
        options:
          - { id: more, text: Ring once more., when: calls < 2, set: { calls: calls + 1 }, minutes: 20, then: It rings out., next: again }
          - { id: hasty, text: Ring from the desk., when: 'mood == "tense" && calls == 0', minutes: 20, then: It rings out., next: word-done }
          - { id: stop, text: Let it rest., minutes: 5, then: The line is quiet., next: word-done }
      word-done: { type: done }
    next:
      - { when: kept, next: end-kept }
      - { next: end-open }
  end-kept: { type: end, stage: reach, title: A full file, text: The file is complete. }
  end-open: { type: end, stage: reach, title: An open file, text: The file stays open. }
  end-off: { type: end, stage: reach, title: Off, text: The number stays off. }
  end-shelf: { type: end, stage: reach, title: The shelf, text: The file waits. }
`;

export const RICH_KEY = `schema: key/1
scenario: rich-case
version: 1
passMark: 0.6
decisions:
  word:
    principle: Be harmless in the hands of anyone.
    sources: [{ code: WHO03, mark: V, says: Do no harm. }]
    options:
      a: { rating: good, meters: { safety: 2 }, reason: It tells others nothing. }
      b: { rating: red, meters: { safety: -2 }, reason: It names the police. }
      c: { rating: acceptable, meters: { safety: 1 }, reason: Others may read it. }
      d: { rating: harmful, reason: The person waits. }
  wait:
    principle: Nobody rings before the hour that was agreed.
    sources: [{ code: WHO03, mark: V, says: Do no harm. }]
    options:
      ring: { rating: acceptable, reason: The desk knows of the call. }
model:
  - [word, a]
  - [again, stop]
`;

export const RICH_REVIEW = `schema: review/1
of: scenario rich-case
safety: { status: not-reviewed }
support: { status: not-reviewed }
law: { status: not-reviewed }
`;

/** The case as it is read with some of its files changed or added. */
export function loadRich(edits: Readonly<Record<string, string | undefined>> = {}, lint?: Lint) {
  const files = projectWith({
    [RICH_FILES.scenario]: RICH_SCENARIO,
    [RICH_FILES.key]: RICH_KEY,
    [`${FOLDER}/review.yaml`]: RICH_REVIEW,
    ...edits,
  });
  return loadCase(files, FOLDER, LIBRARY, 'scenario.yaml', lint);
}

/** Everything that is said about it, warnings too. */
export function richIssues(edits: Readonly<Record<string, string | undefined>> = {}, lint?: Lint): readonly Issue[] {
  const loaded = loadRich(edits, lint);
  return loaded.ok ? loaded.value.warnings : loaded.issues;
}
