/**
 * How many simulated exchanges a test tries: as many as the variable SYNFIN_EXCHANGES says (10000 for the long run, a few
 * for mutation testing), or without it what is usual for the test.
 */
export function exchangesToTry(usual: number): number {
  return Number(process.env["SYNFIN_EXCHANGES"] ?? usual);
}
