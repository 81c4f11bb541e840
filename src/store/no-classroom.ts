/** Nothing of this belongs to a connection that is left. */
export const NO_CLASS = { prediction: null, tour: null, comparison: null, isRefused: false } as const;

/** Nothing of this belongs to a capture that is closed. */
export const NO_CLASSROOM = { ...NO_CLASS, offered: null, coverage: null, compareMark: null } as const;
