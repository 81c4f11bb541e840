import { expect, test } from "vitest";
import { describeShared } from "../../testing/describe-shared.ts";
import { decodeLink } from "../decode-link.ts";
import golden from "./golden-links.json";

// As in version 1: add to the list, never touch what is in it.
test.each(golden)("$name", async ({ link, tells }) => {
  const decoded = await decodeLink(link);
  expect(decoded.ok ? describeShared(decoded.value) : decoded.error).toEqual(tells);
});
