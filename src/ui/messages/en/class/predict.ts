/** What is not said while a class guesses. */
export const predict = {
  nothingYet: "What comes next is hidden.",
  notNow: "Not now: it would tell what comes next.",
  assumedSoFar: "Assumed: no segment up to here confirms or denies it.",
};
