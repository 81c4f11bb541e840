import type { SocketObservation } from "../../../segments/socket-observation.ts";
import type { SocketLine } from "./read-socket-line.ts";

/** How much of a line is kept. */
const KEPT = 120;

/** How many observations of one text are kept: as many as a trace of a busy minute has. */
const MOST = 10_000;

/** Collects what kernels say of sockets in the lines of a text. */
export class SocketLines {
  readonly observations: SocketObservation[] = [];
  /** The first port that each socket was seen with: tcpstates prints 0 before one is bound. */
  private readonly waiting = new Map<string, number[]>();

  /** Takes what a line says. */
  add({ socket, ...said }: SocketLine, line: string, number: number): void {
    if (this.observations.length >= MOST) return;
    const at = this.observations.push({
      ...said,
      line: number,
      text: line.trim().slice(0, KEPT),
      afterFrame: number,
    });
    if (socket !== null) this.bind(socket, at - 1);
  }

  private bind(socket: string, at: number): void {
    const { local, state } = this.observations[at] ?? {};
    if (local === undefined) return;
    const unbound = this.waiting.get(socket) ?? [];
    if (local.port === 0) this.waiting.set(socket, [...unbound, at]);
    else {
      for (const earlier of unbound) {
        const observation = this.observations[earlier];
        if (observation) this.observations[earlier] = { ...observation, local };
      }
      this.waiting.delete(socket);
    }
    // The kernel uses the address of a socket that is gone for another one.
    if (state === "CLOSED") this.waiting.delete(socket);
  }
}
