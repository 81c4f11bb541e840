import { capturePath, expect, test } from "./test.ts";

test.beforeEach(async ({ synfin }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
});

test("End and Home go to the ends, and the states go with them", async ({ synfin }) => {
  await synfin.press("End");
  await synfin.expectPosition(11);
  await synfin.expectStates("TIME-WAIT", "CLOSED");
  await synfin.press("Home");
  await synfin.expectPosition(0);
  await synfin.expectStates("CLOSED", "LISTEN");
});

test("the arrows step through every segment to the end and not beyond, and back", async ({ synfin }) => {
  await synfin.press("ArrowRight", 11);
  await synfin.expectPosition(11);
  await synfin.expectStates("TIME-WAIT", "CLOSED");
  await synfin.press("ArrowRight");
  await synfin.expectPosition(11);
  await synfin.press("ArrowLeft", 10);
  await synfin.expectPosition(1);
  await synfin.expectStates("SYN-SENT", "SYN-RECEIVED");
});

test("space plays to the end and stops there", async ({ synfin }) => {
  await synfin.press("End");
  await synfin.press("ArrowLeft", 2);
  await synfin.press(" ");
  await synfin.expectPosition(11);
  await expect(synfin.playback.getByRole("button", { name: "Play" })).toBeVisible();
});
