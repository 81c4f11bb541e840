/** Number of a row of the transition table, STATE-MACHINE 6.2. */
export type ArrowId = `T${number}`;
