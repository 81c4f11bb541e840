/**
 * Whether an error means that memory ran out. Chromium: "Array buffer allocation failed", Firefox: "out of memory";
 * an array that is longer than any may be: "Invalid typed array length".
 */
export function isOutOfMemory(error: unknown): error is Error {
  const words = /allocation failed|out of memory|invalid (?:typed )?array (?:buffer )?length/iu;
  return error instanceof Error && words.test(error.message);
}
