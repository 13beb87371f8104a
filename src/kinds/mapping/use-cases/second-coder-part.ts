import type { KeyVersion } from '#case/parts/use-cases/case-parts.ts';
import type { Codes } from '#kinds/mapping/model/code-agreement.ts';

/** The codes of the invented second coder, by mapping exercise. */
export interface SecondCoderPart extends KeyVersion {
  readonly schema: 'key-second-coder/1';
  readonly codes: Readonly<Record<string, Codes>>;
}
