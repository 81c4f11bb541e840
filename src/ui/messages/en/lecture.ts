/** The lecture view. */
export const lecture = {
  open: "Present",
  openHint: "Diagram and states alone, large enough for a room (p)",
  close: "Leave the lecture view",
  label: "Lecture",
  subtitle: "Why",
};
