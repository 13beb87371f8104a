import { expect, test } from 'vitest';
import { alignPaths } from '#case/debrief/screens/align-paths.ts';
import { withWaits } from '#case/debrief/screens/with-waits.ts';
import { act, decision, MODEL } from '../../../../support/case/debrief/example-report.ts';

const wait = (seq: number) => ({ seq, state: 'timer', title: `A wait at ${seq}`, at: '2031-03-12T14:00:00Z' });
const taken = [
  { ...act('keep'), seq: 3 },
  { ...decision('d1', 'a', 'good'), seq: 7 },
];
const rows = alignPaths(taken, MODEL);
const order = (waited: readonly ReturnType<typeof wait>[]) =>
  withWaits(rows, waited).map((one) => ('wait' in one ? one.wait.title : (one.row.you?.seq ?? 'model')));

test('a wait stands after the last step that came before it, and before steps of the model path that never came', () => {
  expect(order([])).toEqual([3, 'model', 'model', 7, 'model', 'model']);
  expect(order([wait(9), wait(1), wait(5)])).toEqual([
    'A wait at 1',
    3,
    'model',
    'model',
    'A wait at 5',
    7,
    'A wait at 9',
    'model',
    'model',
  ]);
});

test('where no step was taken the waits stand before the whole model path', () => {
  const shown = withWaits(alignPaths([], MODEL), [wait(2)]);
  expect(shown).toHaveLength(MODEL.length + 1);
  expect(shown[0]).toEqual({ wait: wait(2) });
});
