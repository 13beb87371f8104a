import type { StatechartEdge, StatechartNode } from '#case/language/model/story-chart.ts';
import { type LaidOutStatechart, layOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';

type Way = readonly [from: string, to: string, type: StatechartEdge['type'], label?: string, conditional?: true];

const NODES: readonly (readonly [id: string, type: StatechartNode['type'], title: string, parent?: string])[] = [
  ['report', 'inject', 'A report comes in'],
  ['line', 'narrative', 'The line'],
  ['both', 'parallel', 'both'],
  ['reading', 'region', 'reading', 'both'],
  ['read', 'exercise', 'Read the market', 'reading'],
  ['read-done', 'done', 'read-done', 'reading'],
  ['waiting', 'region', 'waiting', 'both'],
  ['wait', 'timer', 'A call is due', 'waiting'],
  ['wait-done', 'done', 'wait-done', 'waiting'],
  ['first', 'group', 'first'],
  ['word', 'decision', 'The first word', 'first'],
  ['again', 'decision', 'Once more', 'first'],
  ['word-done', 'done', 'word-done', 'first'],
  ['end-kept', 'end', 'A full file'],
  ['end-open', 'end', 'An open file'],
  ['end-off', 'end', 'Off'],
  ['end-shelf', 'end', 'The shelf'],
];

const WAYS: readonly Way[] = [
  ['report', 'line', 'scene.continued', '', true],
  ['report', 'both', 'scene.continued'],
  ['line', 'first', 'scene.continued'],
  ['both', 'first', 'part.finished'],
  ['read', 'read-done', 'exercise.committed'],
  ['wait', 'wait-done', 'option.chosen', 'Ring the desk at once.'],
  ['wait', 'wait-done', 'timer.elapsed'],
  ['word', 'again', 'option.chosen', 'Send an ordinary note.'],
  ['word', 'end-off', 'option.chosen', 'Send a note in the name of the unit.'],
  ['word', 'again', 'option.chosen', 'Send a note through the message box.'],
  ['word', 'end-shelf', 'option.chosen', 'Leave it for tonight.'],
  ['again', 'again', 'option.chosen', 'Ring once more.', true],
  ['again', 'word-done', 'option.chosen', 'Let it rest.'],
  ['first', 'end-kept', 'part.finished', '', true],
  ['first', 'end-open', 'part.finished'],
];

/**
 * The laid-out chart of a small case with every kind of state and transition. Options are named by index: o0, o1 and so
 * on.
 */
export function exampleChart(): LaidOutStatechart {
  return layOutStatechart({
    scenario: 'example',
    initial: 'report',
    nodes: NODES.map(([id, type, title, parent]) => ({
      id,
      type,
      title,
      stage: 'desk',
      ...(parent !== undefined && { parent }),
    })),
    edges: WAYS.map(([from, to, type, label = '', conditional], n) => ({
      id: `${from}/${n}`,
      from,
      to,
      type,
      label,
      ...(type === 'option.chosen' && { option: `o${n}` }),
      ...(conditional && { conditional }),
    })),
    begins: { both: ['reading', 'waiting'], reading: ['read'], waiting: ['wait'], first: ['word'] },
  });
}
