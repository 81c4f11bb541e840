/** Thrown when Synfin itself is wrong. Bad input never throws: it is refused, skipped or annotated. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/** States what must hold if our own code is right. Throws {@link AssertionError} when it does not. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The value, which our own code guarantees to be there. Throws {@link AssertionError} when it is not. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}

/** For the default arm of an exhaustive switch: a new member of the union becomes a type error here. */
export function unreachable(value: never): never {
  throw new AssertionError(`unexpected value ${String(value)}`);
}
