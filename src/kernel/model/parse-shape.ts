/** Why a schema refused a value: the part of a zod error that is read here. */
export interface ShapeRefusal {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Value } | { readonly success: false; readonly error: ShapeRefusal };
}

/** Maximum issues kept of one value; no reader looks at more. */
const MAX_ISSUES = 100;

/**
 * Parses a value from outside with a schema. A value so deeply nested, or with so many faults, that it overflows the
 * call stack is refused like any other.
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
