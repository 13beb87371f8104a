import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import type { CourtroomAction, CourtroomResponse } from '#kinds/courtroom/model/play.ts';

const isSame = (one: object | undefined, other: object) =>
  one !== undefined && canonicalJson(asJson(one)) === canonicalJson(asJson(other));

/**
 * True if a text of this action stands in the response already, word for word. A text is kept while somebody types and
 * once more when the field is left; the log gets it once.
 */
export function saysAgain(response: CourtroomResponse, action: CourtroomAction): boolean {
  const { type: _, ...said } = action;
  switch (action.type) {
    case 'cell.judged':
      return response.cells.some((cell) => isSame(cell, said));
    case 'row.judged':
      return response.rows.some((row) => isSame(row, said));
    case 'ruling.drafted':
      return isSame(response.drafts[action.motion], { outcome: action.outcome, boxes: action.boxes });
    case 'chair.argued':
      return response.otherChair[action.motion] === action.text;
    case 'reasons.written':
      return response.reasons === action.text;
    default:
      return false;
  }
}
