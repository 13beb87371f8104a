/** What a schema says of a value that it refuses, as far as it is read here. */
export interface Refusal {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Value } | { readonly success: false; readonly error: Refusal };
}

/** Nobody reads more. */
const MAX_ISSUES = 100;

/**
 * Holds a value of others against a schema. One that is nested so deep, or has so many faults, that the stack of the machine
 * ends is refused like any other.
 */
export function parseShape<Value>(schema: Schema<Value>, value: unknown): ReturnType<Schema<Value>['safeParse']> {
  try {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed : { success: false, error: { issues: parsed.error.issues.slice(0, MAX_ISSUES) } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      success: false,
      error: { issues: [{ path: [], message: 'it is nested too deep, or has too many faults' }] },
    };
  }
}
