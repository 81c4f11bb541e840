import { laterPart } from "../parts/later-part.tsx";

/** The page of a capture that is being read; it is loaded after the first frame. */
export const LoadingPart = laterPart(async () => (await import("./LoadingPage.tsx")).LoadingPage);
