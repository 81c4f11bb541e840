/**
 * The playhead and the number of a segment within its connection: 0 = nothing has happened yet,
 * k = the k-th segment (1-based) was sent and what arrives at its row was received.
 */
export type Position = number;
