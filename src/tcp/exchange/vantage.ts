/** The capturing host answers in less than this share of the time that the other end's answers take. */
const NEAR = 0.2;
/** The time within which a host answers; nanoseconds. */
const AT_ONCE = 1e6;

/**
 * The end at which the capture was made, by how fast the answers of each arrive (docs/state-machine.md 3.6): 0 = at
 * the client, 1 = at the server, -1 = between them, or not known.
 * @param client shortest time from a segment to the answer of the client, in nanoseconds; NaN if unknown
 * @param server the same of the server
 */
export function vantageOf(client: number, server: number): 0 | 1 | -1 {
  // A clock that does not tell two rows apart tells nothing here.
  if (!(client > 0 && server > 0)) return -1;
  if (client < AT_ONCE && client < server * NEAR) return 0;
  return server < AT_ONCE && server < client * NEAR ? 1 : -1;
}
