/**
 * How times are shown: since the connection began, since the capture began, by the clock in UTC or in the zone of this
 * machine, or since the segment before. A text without a date is shown by the clock as it was printed.
 */
export const TIME_FORMS = ["connection", "capture", "utc", "local", "previous"] as const;
export type TimeForm = (typeof TIME_FORMS)[number];
