import { openStudyStore } from '#adapters/browser/study-store.ts';
import { wallClock } from '#adapters/browser/wall-clock.ts';

/**
 * Keeps the answer that is opened first to each question of a lesson on this device. Once an answer to the present words
 * of a question is kept, the lesson adds none: a repetition is made where missed questions come back. `list` holds one
 * item with `data-question` and `data-text` for each question, with its answers as `<details>`; `status` says how many
 * answers are kept, in the words of its `data-say`.
 */
export async function keepFirstAnswers(list: HTMLElement, notice: HTMLElement, status: HTMLElement): Promise<void> {
  const store = await openStudyStore();
  const known = new Set((await store.answers()).map(({ question, text }) => nameOf(question, text)));
  const items = [...list.querySelectorAll<HTMLElement>('[data-question]')];
  const say = () => {
    const kept = items.filter(({ dataset: { question = '', text = '' } }) => known.has(nameOf(question, text))).length;
    const words = status.dataset.say ?? '';
    status.textContent = words.replace('{kept}', String(kept)).replace('{count}', String(items.length));
  };
  for (const item of items) {
    const { question = '', text = '' } = item.dataset;
    const answers = [...item.querySelectorAll('details')];
    answers.forEach((details, chosen) => {
      details.addEventListener('toggle', () => {
        if (!details.open || known.has(nameOf(question, text))) return;
        known.add(nameOf(question, text));
        const wall = wallClock();
        void store
          .keepAnswer({ schema: 'answer/2', id: `${wall} ${question}`, question, text, chosen, wall })
          // A full storage keeps nothing: the count beside the questions then stays as it is.
          .then(say, () => undefined);
      });
    });
  }
  say();
  notice.hidden = !store.lasting;
}

const nameOf = (question: string, text: string) => `${question} ${text}`;
