import type { KeptMatrix, KeptText, KeptView, PortfolioPart } from '#case/exercise/model/portfolio.ts';
import { type CourtFile, weighedExhibits } from './court-file.ts';
import type { Bearing, CourtroomResponse } from './play.ts';

/** What an exhibit says of an element, as one sign: the portfolio page says what the signs mean. */
const SIGNS: Readonly<Record<Bearing, string>> = { for: '+', against: '\u2212', silent: '\u25cb' };

/** Rulings that were signed, each with its outcome and its boxes, and the reasons of a signed judgment. */
function signedTexts({ rulings, judgmentSigned }: CourtroomResponse, { bundle }: CourtFile): KeptText[] {
  const texts = rulings.map(({ motion, outcome, boxes }): KeptText => {
    const about = bundle.motions.find(({ id }) => id === motion);
    const decided = about?.outcomes.find(({ id }) => id === outcome)?.text;
    return {
      title: about?.title ?? motion,
      ...(decided !== undefined && { outcome: decided }),
      paragraphs: boxes.filter((box) => box.trim() !== ''),
    };
  });
  const reasons = judgmentSigned?.text.reasons ?? '';
  return reasons.trim() !== '' ? [...texts, { title: bundle.title, of: 'judgment', paragraphs: [reasons] }] : texts;
}

/** The matrix as it was filled in; left out where no cell was judged. */
function filledMatrix({ cells }: CourtroomResponse, { bundle }: CourtFile): KeptMatrix[] {
  if (cells.length === 0) return [];
  const exhibits = weighedExhibits(bundle).filter(({ id }) => cells.some(({ exhibit }) => exhibit === id));
  const rows = bundle.elements.map(({ id, title }) => ({
    label: title,
    cells: exhibits.map((exhibit) => {
      const cell = cells.find((one) => one.element === id && one.exhibit === exhibit.id);
      return cell ? [SIGNS[cell.bearing], cell.places.join(', ')].join(' ').trim() : '';
    }),
  }));
  return [{ title: bundle.title, columns: exhibits.map(({ id }) => id), rows }];
}

/** First and last probabilities of the elements for which both were set; none if the first view was signed after other work. */
function viewsOf({ first, last, firstAfter }: CourtroomResponse, { bundle }: CourtFile): KeptView[] {
  if (firstAfter) return [];
  return bundle.elements.flatMap(({ id, title }) => {
    const [at, then] = [first[id], last[id]];
    return at === undefined || then === undefined ? [] : [{ about: title, first: at, last: then }];
  });
}

/** Rulings, the matrix and the two views. What the key says of them is not in it. */
export function portfolioOf(response: CourtroomResponse, file: CourtFile): PortfolioPart {
  const { form } = file.bundle;
  return {
    texts: signedTexts(response, file),
    matrices: filledMatrix(response, file),
    views: viewsOf(response, file),
    ...(form && { form: { pair: form.pair, place: form.place } }),
  };
}
