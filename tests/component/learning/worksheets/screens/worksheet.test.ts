import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { WorksheetSchema } from '#learning/worksheets/model/schemas.ts';
import ChoiceSheet from '#learning/worksheets/screens/ChoiceSheet.svelte';
import CompensationSum from '#learning/worksheets/screens/CompensationSum.svelte';
import FallacyCalculator from '#learning/worksheets/screens/FallacyCalculator.svelte';
import PlanSheet from '#learning/worksheets/screens/PlanSheet.svelte';
import SheetAnswers from '#learning/worksheets/screens/SheetAnswers.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const result = () => screen.queryByRole('region', { name: 'Compare with the authors' });
/** The paragraphs, or the cells, of a part of the page in their order. */
const partsOf = (element: HTMLElement | null | undefined, parts: string) =>
  Array.from(element?.querySelectorAll<HTMLElement>(parts) ?? [], textOf).join(' ');
const said = () => partsOf(result(), 'p');

const MATRIX = WorksheetSchema.parse({
  form: 'matrix',
  title: 'A matrix',
  task: 'Fill it.',
  columns: ['Met', 'Open'],
  rows: ['one', 'two', 'three', 'four'].map((text) => ({
    text: `Row ${text}`,
    answer: 'Met',
    why: `Reason ${text}.`,
    ...(text === 'two' ? { also: 'Open' } : {}),
  })),
});
const DRAFT = WorksheetSchema.parse({
  form: 'repair',
  title: 'A draft',
  task: 'Mend it.',
  parts: ['Target', 'Reason', 'End', 'Remedy'].map((name) => ({
    name,
    drafted: `${name} as drafted.`,
    leave: { standing: name === 'Target' ? 'holds' : 'fails', why: `Why ${name} stands so.` },
    instead: [
      {
        text: `${name} instead.`,
        standing: name === 'Target' ? 'fails' : 'holds',
        why: `Why another ${name}.`,
      },
    ],
  })),
});
const PLAN = WorksheetSchema.parse({
  form: 'plan',
  title: 'A plan',
  task: 'Choose.',
  measures: ['needed', 'possible', 'needless', 'harmful', 'needed', 'needless'].map((use, at) => ({
    text: `Measure ${at}`,
    use,
    why: `What measure ${at} does.`,
  })),
});

function openChoice(sheet: typeof MATRIX) {
  if (sheet.form === 'plan') throw new Error('no rows');
  render(ChoiceSheet, { sheet });
  return (row: RegExp, answer: string) =>
    fireEvent.click(within(screen.getByRole('group', { name: row })).getByRole('radio', { name: answer }));
}

describe('a matrix', () => {
  it('tells nothing before an answer, and then of the answered rows alone', async () => {
    const answer = openChoice(MATRIX);
    await press('Compare with the authors');
    expect(screen.getByText('Choose at least one answer first.')).toBeTruthy();
    expect(screen.queryByText(/^Reason/)).toBeNull();

    await answer(/Row one/, 'Met');
    await answer(/Row two/, 'Open');
    await answer(/Row three/, 'Open');
    await press('Compare with the authors');

    expect(document.activeElement).toBe(result());
    expect(said()).toBe(
      'On 1 row you and the authors say the same. 1 of your other answers can be argued. 1 row has no answer yet. It stays open.',
    );
    expect(screen.getByText('This can be argued. The authors say: Met')).toBeTruthy();
    expect(screen.getByText('Reason three.')).toBeTruthy();
    expect(screen.queryByText('Reason four.')).toBeNull();
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: /Row one/ }).disabled).toBe(true);
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: /Row four/ }).disabled).toBe(false);
  });

  it('can be begun again', async () => {
    const answer = openChoice(MATRIX);
    await answer(/Row one/, 'Met');
    await press('Compare with the authors');
    await press('Begin again');

    expect(result()).toBeNull();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'A matrix' }));
  });
});

describe('a draft', () => {
  it('tells faults that were left from sound parts that were lost, and ends with the text as it would be signed', async () => {
    const answer = openChoice(DRAFT);
    await answer(/Target/, 'Target instead.');
    await answer(/Reason/, 'It can stand as it is.');
    await answer(/End/, 'End instead.');
    await answer(/Remedy/, 'Remedy instead.');
    await press('Compare with the authors');

    expect(said()).toBe(
      'On 2 rows you and the authors say the same. You left 1 fault as it was drafted. 1 part was sound, and you replaced it.',
    );
    expect(screen.getByText('The authors say: It can stand as it is.')).toBeTruthy();
    expect(screen.getByText('Why another Target.')).toBeTruthy();
    expect(screen.getByText('Why Target stands so.')).toBeTruthy();
    const whole = screen.getByRole('heading', { name: 'The text as the authors would sign it' }).parentElement;
    expect(partsOf(whole, 'p')).toBe(
      'Target. Target as drafted. Reason. Reason instead. End. End instead. Remedy. Remedy instead.',
    );
  });
});

describe('a plan', () => {
  it('tells of each measure what it does, of those that were left out too, and names what was not needed', async () => {
    if (PLAN.form !== 'plan') throw new Error('no plan');
    render(PlanSheet, { sheet: PLAN });
    for (const name of ['Measure 0', 'Measure 2', 'Measure 3'])
      await fireEvent.click(screen.getByRole('checkbox', { name }));
    await press('Compare with the authors');

    expect(said()).toBe(
      'Your plan has 1 of the 2 measures that the authors call needed. It has 1 measure that this person does not need. It has 1 measure that harms.',
    );
    expect(screen.getByText('You left it out. The authors: needed.')).toBeTruthy();
    expect(screen.getByText('You chose it. The authors: harmful.')).toBeTruthy();
    expect(screen.getAllByText(/^What measure \d does\.$/)).toHaveLength(6);
  });
});

describe('the calculator', () => {
  it('tells the sign as counts of ads, and the answer of one who turns the question round', async () => {
    render(FallacyCalculator);
    const table = () => partsOf(screen.getByRole('table'), 'tbody th, td');

    expect(screen.getByRole('figure', { name: /12 in 100 are controlled/ })).toBeTruthy();
    expect(table()).toBe('Controlled 36 14.4 Others 564 107.2 Together 600 121.6');
    expect(screen.getByText(/turned round would say: 81 in 100/)).toBeTruthy();

    await press('Tool that flags, as in the text');
    expect(screen.getByRole('figure', { name: /34 in 100 are controlled/ })).toBeTruthy();
    expect(screen.getByText('The sign is 8.0 times as frequent on controlled ads as on others.')).toBeTruthy();

    await press('A sign that says nothing');
    expect(screen.getByText('The sign is about equally frequent on controlled ads and on others.')).toBeTruthy();

    for (const name of ['Controlled ads that show the sign', 'Other ads that show the sign'])
      await fireEvent.input(screen.getByRole('slider', { name }), { target: { value: '0' } });
    expect(screen.getByRole('figure', { name: 'No ad shows the sign' })).toBeTruthy();
  });
});

describe('the sum', () => {
  it('is built line by line and compared with the law of one State', async () => {
    render(CompensationSum);
    await press('Compare with the authors');
    expect(result()).toBeNull();
    await fireEvent.click(screen.getByRole('radio', { name: /^Both together/ }));
    for (const name of [/^Costs/, /^Harm/]) await fireEvent.click(screen.getByRole('checkbox', { name }));
    await press('Compare with the authors');
    expect(said()).toMatch(
      /^Under the law of Solenvast the sum is SIM 4,920\. The two measures count the same loss twice/,
    );
    expect(said()).toMatch(/They pay SIM 1,920 for earnings and costs, and SIM 175 of the harm\. SIM 2,825 stay/);

    await fireEvent.click(screen.getByRole('radio', { name: /^What was taken/ }));
    expect(result()).toBeNull();
    await press('Compare with the authors');
    expect(said()).toMatch(/^This is the sum under the law of Solenvast: SIM 4,920\./);

    await fireEvent.click(screen.getByRole('radio', { name: 'Norvelane' }));
    await press('Compare with the authors');
    expect(said()).toMatch(/^Under the law of Norvelane the sum is SIM 4,770\. Norvelane takes off a room/);
  });
});

describe('the list for readers without scripts', () => {
  it('has every answer of the authors with its reason, and what is wrong with the others', () => {
    render(SheetAnswers, { sheet: DRAFT });
    const [target, reason] = screen.getAllByRole('listitem');

    expect(partsOf(target, 'p')).toBe(
      'Target. Target as drafted. Answer: It can stand as it is. Why Target stands so. Target instead. Why another Target.',
    );
    expect(partsOf(reason, 'p')).toBe(
      'Reason. Reason as drafted. Answer: Reason instead. Why another Reason. It can stand as it is. Why Reason stands so.',
    );
  });

  it('names what can be argued too, and what each measure of a plan is', () => {
    render(SheetAnswers, { sheet: MATRIX });
    expect(screen.getByText('Can be argued too: Open')).toBeTruthy();

    render(SheetAnswers, { sheet: PLAN });
    expect(screen.getAllByText('Answer: harmful.')).toHaveLength(1);
  });
});
