import { expect, test } from "vitest";
import { enderOf } from "./ended-by.ts";

test.each([
  ["refused", null, "server RST"],
  ["reset-by-client", null, "client RST"],
  ["reset-by-server-during-handshake", null, "server RST"],
  ["reset-by-server", "client", "server RST"],
  ["closed-then-reset-by-server", "client", "client FIN"],
  ["complete", "server", "server FIN"],
  ["open", null, null],
] as const)("%s, first FIN of %s: %s", (outcome, firstCloser, ended) => {
  expect(enderOf({ outcome, firstCloser })).toBe(ended);
});
