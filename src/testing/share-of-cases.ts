const ALL = process.env["SYNFIN_CASES"] === "all";
/** One of so many is tried, another each day. */
const SHARE = 4;
const TODAY = Math.floor(Date.now() / 86_400_000);

/**
 * Those of many generated cases that are tried now: a quarter, another each day, or all where SYNFIN_CASES is `all`, as
 * in .ci/run and where coverage is measured.
 * @param turn another whole number is another quarter on the same day
 */
export function shareOf<Case>(cases: readonly Case[], turn = 0): readonly Case[] {
  return ALL ? cases : cases.filter((_, index) => (index + TODAY + turn) % SHARE === 0);
}
