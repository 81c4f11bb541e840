import type { LinkWish } from "../worker/questions.ts";

/** A link that keeps everything. */
export const WHOLE_LINK: LinkWish = {
  isAnonymous: false,
  hidesPorts: false,
  title: "",
  notes: [],
  reduction: { kind: "none" },
};
