import type { Verification } from '#kernel/model/citation.ts';
import { VerificationSchema } from '#market/signs/model/schemas.ts';

/** Whether a citation claims to have been read further than its source, whose mark may be missing. */
export function readFurther(mark: string, sourceMark: Verification | undefined): boolean {
  const order: readonly string[] = VerificationSchema.options;
  const at = order.indexOf(mark);
  return at === -1 || at < order.indexOf(sourceMark ?? 'U');
}
