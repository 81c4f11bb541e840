/** A part of a list that an object has under a name. */
export interface ListPart {
  readonly name: string;
  readonly elements: readonly unknown[];
}

/** How many objects cross to the page in one message: some milliseconds of its time. */
const ELEMENTS_A_PART = 2000;

/**
 * Takes the long lists out of an object that is about to cross to the page, so that receiving it never holds up the page:
 * they cross before it, in parts.
 * @returns the object with empty lists in their place
 */
export function withoutLongLists<Whole extends object>(
  whole: Whole,
): { readonly rest: Whole; readonly parts: readonly ListPart[] } {
  const long = Object.entries(whole).filter(isLongList);
  const parts = long.flatMap(([name, list]) =>
    Array.from({ length: Math.ceil(list.length / ELEMENTS_A_PART) }, (_, part) => ({
      name,
      elements: list.slice(part * ELEMENTS_A_PART, (part + 1) * ELEMENTS_A_PART),
    })),
  );
  return { rest: { ...whole, ...Object.fromEntries(long.map(([name]) => [name, []])) }, parts };
}

/** The object as it was before {@link withoutLongLists}. */
export function withLongLists<Whole extends object>(rest: Whole, parts: readonly ListPart[]): Whole {
  const lists = new Map<string, unknown[]>();
  for (const { name, elements } of parts) {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    for (const element of elements) list.push(element);
  }
  return { ...rest, ...Object.fromEntries(lists) };
}

function isLongList(entry: [string, unknown]): entry is [string, readonly unknown[]] {
  return Array.isArray(entry[1]) && entry[1].length > ELEMENTS_A_PART;
}
