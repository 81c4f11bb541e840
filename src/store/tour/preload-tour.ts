/** Loads the code that a lesson needs, before it begins. */
export async function preloadTour(): Promise<void> {
  await import("./run-tour.ts");
}
