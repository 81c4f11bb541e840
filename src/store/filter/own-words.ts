import { type FilterExpression, type FilterTerm, partsOf } from "./parse-filter.ts";

/** What is asked as another program asks it. */
export type ForeignTerm = Extract<FilterTerm, { readonly kind: "foreign" }>;

/** The conditions that are written as in another program; those asked of one segment together are one. */
export function foreignIn(expression: FilterExpression): ForeignTerm[] {
  return expression.kind === "foreign" ? [expression] : partsOf(expression).flatMap(foreignIn);
}

/** The filter in our own words. */
export function inOwnWords(expression: FilterExpression): string {
  if (expression.kind !== "any" && expression.kind !== "all") return wordOf(expression);
  return expression.of.map(wordOf).join(expression.kind === "any" ? " or " : " ");
}

function wordOf(expression: FilterExpression): string {
  switch (expression.kind) {
    case "any":
    case "all":
      return `(${inOwnWords(expression)})`;
    case "not": {
      const { of } = expression;
      return of.kind === "foreign" ? denied(wordOf(of)) : `not ${wordOf(of)}`;
    }
    case "foreign":
      return expression.isNegated ? denied(expression.own ?? "") : (expression.own ?? expression.word);
    default:
      return expression.word;
  }
}

/** Two negations cancel each other. */
function denied(own: string): string {
  return own.startsWith("-") ? own.slice(1) : `-${own}`;
}
