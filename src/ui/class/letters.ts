/** Options as a class calls them. */
export const LETTERS = ["A", "B", "C", "D", "E", "F"];
