/** Something that may still be loading. One union instead of flags that could contradict each other. */
export type Loadable<Value, Progress, Failure> =
  | { readonly kind: "empty" }
  | { readonly kind: "loading"; readonly progress: Progress }
  | { readonly kind: "ready"; readonly value: Value }
  | { readonly kind: "failed"; readonly failure: Failure };

/** The value, or null as long as (or because) there is none. */
export function valueOf<Value>(loadable: Loadable<Value, unknown, unknown>): Value | null {
  return loadable.kind === "ready" ? loadable.value : null;
}
