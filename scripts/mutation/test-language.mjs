/**
 * What the unit tests import from "vitest" when mutants are tried: `expect` is Vitest's own; a test is kept in a list,
 * to be run again for each mutant in the same process. Anything else that a test asks of Vitest is undefined here and
 * fails at once.
 */
const { expect } = globalThis.testsToBeMutated;
const path = [];

function declare(name, ...options) {
  const run = options.find((option) => typeof option === "function");
  globalThis.testsToBeMutated.tests.push({ name: [...path, name].join(" "), run });
}

function describe(name, body) {
  path.push(name);
  body();
  path.pop();
}

/** As Vitest's `each`: a row that is a list becomes the arguments. */
function each(declaration) {
  return (rows) => (name, body) => {
    for (const [index, row] of rows.entries()) {
      const cells = Array.isArray(row) ? row : [row];
      declaration(`${name} (${index + 1})`, () => body(...cells));
    }
  };
}

declare.each = each(declare);
describe.each = each(describe);

export { declare as it, declare as test, describe, expect };
