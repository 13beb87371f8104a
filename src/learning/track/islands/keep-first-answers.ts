import { wallClock } from '#kernel/browser/wall-clock.ts';
import { openStudyStore } from '#learning/track/browser/study-store.ts';
import { dayOf, type KeptAnswer } from '#learning/track/model/kept-answer.ts';

/** Letters of the answers, in the order in which they stand. */
const LETTERS = 'ABCDEF';

/**
 * Keeps the answer that is opened first to each question of a lesson on this device, and says at each question whether
 * one is kept. Once an answer to the present words of a question is kept, the lesson adds none: a repetition is made
 * where missed questions come back. `list` holds one item with `data-question` and `data-text` for each question, with
 * its answers as `<details>` and a hidden line whose words stand in `data-answered`; `status` says how many answers are
 * kept, in the words of its `data-say`.
 */
export async function keepFirstAnswers(list: HTMLElement, notice: HTMLElement, status: HTMLElement): Promise<void> {
  const store = await openStudyStore();
  const known = new Map<string, FirstAnswer>();
  for (const answer of await store.answers()) {
    const name = nameOf(answer.question, answer.text);
    if (!known.has(name) && !answer.again) known.set(name, answer);
  }
  const items = [...list.querySelectorAll<HTMLElement>('[data-question]')];
  const say = () => {
    for (const item of items) sayAnswered(item, known.get(nameOfItem(item)));
    const kept = items.filter((item) => known.has(nameOfItem(item))).length;
    const words = status.dataset['say'] ?? '';
    status.textContent = words.replace('{kept}', String(kept)).replace('{count}', String(items.length));
  };
  for (const item of items) {
    const { question = '', text = '' } = item.dataset;
    const answers = [...item.querySelectorAll('details')];
    answers.forEach((details, chosen) => {
      details.addEventListener('toggle', () => {
        if (!details.open || known.has(nameOf(question, text))) return;
        const wall = wallClock();
        known.set(nameOf(question, text), { chosen, wall });
        void store
          .keepAnswer({ schema: 'answer/2', id: `${wall} ${question}`, question, text, chosen, wall })
          // A full storage keeps nothing: what stands beside the questions then stays as it is.
          .then(say, () => undefined);
      });
    });
  }
  say();
  notice.hidden = !store.lasting;
}

type FirstAnswer = Pick<KeptAnswer, 'chosen' | 'wall'>;

/** Says at a question which answer is kept; nothing where none is. Whether it is right, the opened answer says. */
function sayAnswered(item: HTMLElement, answer: FirstAnswer | undefined): void {
  const line = item.querySelector<HTMLElement>('[data-answered]');
  if (!line || !answer) return;
  const words = line.dataset['answered'] ?? '';
  line.textContent = words.replace('{day}', dayOf(answer.wall)).replace('{letter}', LETTERS[answer.chosen] ?? '');
  line.hidden = false;
}

const nameOf = (question: string, text: string) => `${question} ${text}`;
const nameOfItem = ({ dataset: { question = '', text = '' } }: HTMLElement) => nameOf(question, text);
