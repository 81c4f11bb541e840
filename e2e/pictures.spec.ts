import { pictureFaults } from "./picture-faults.ts";
import { capturePath, expect, test } from "./test.ts";

interface Picture {
  readonly capture: string;
  /**
   * The states beside each lifeline. They are those that the kernels of both hosts recorded while the capture was
   * made, but for three things: a listening server's CLOSED before LISTEN is not drawn; TIME-WAIT ends in CLOSED
   * after the last segment; and a FIN that also acknowledges the own FIN leads from FIN-WAIT-1 straight to TIME-WAIT
   * (RFC 9293, section 3.10.7.4), where Linux names FIN-WAIT-2 in between.
   */
  readonly client: string;
  readonly server: string;
}

const CLOSES_FIRST = "CLOSED > SYN-SENT > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT > CLOSED";
const CLOSES_SECOND = "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT > LAST-ACK > CLOSED";

const pictures: readonly Picture[] = [
  { capture: "handshake-and-close", client: CLOSES_FIRST, server: CLOSES_SECOND },
  {
    capture: "three-segment-close",
    client: "CLOSED > SYN-SENT > ESTABLISHED > FIN-WAIT-1 > TIME-WAIT > CLOSED",
    server: CLOSES_SECOND,
  },
  { capture: "refused", client: "CLOSED > SYN-SENT > CLOSED", server: "CLOSED" },
  {
    capture: "reset-by-client",
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSED",
  },
  { capture: "syn-lost-once", client: CLOSES_FIRST, server: CLOSES_SECOND },
  { capture: "syn-ack-lost-once", client: CLOSES_FIRST, server: CLOSES_SECOND },
  { capture: "fin-lost-once", client: CLOSES_FIRST, server: CLOSES_SECOND },
  {
    capture: "simultaneous-open",
    client: "CLOSED > SYN-SENT > SYN-RECEIVED > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT > CLOSED",
    server: "CLOSED > SYN-SENT > SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT > LAST-ACK > CLOSED",
  },
  { capture: "final-ack-lost", client: CLOSES_FIRST, server: CLOSES_SECOND },
  { capture: "keep-alive", client: CLOSES_FIRST, server: CLOSES_SECOND },
  { capture: "blind-reset", client: CLOSES_FIRST, server: CLOSES_SECOND },
  {
    capture: "write-to-closed-peer",
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSE-WAIT > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > FIN-WAIT-1 > FIN-WAIT-2 > CLOSED",
  },
  {
    capture: "abort-in-syn-sent",
    client: "CLOSED > SYN-SENT > CLOSED",
    server: "LISTEN > SYN-RECEIVED > LISTEN",
  },
  {
    capture: "server-crash",
    client: "CLOSED > SYN-SENT > ESTABLISHED > CLOSED",
    server: "LISTEN > SYN-RECEIVED > ESTABLISHED > CLOSED",
  },
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    // High enough for the whole of each connection: only what is in sight is drawn.
    test.use({ viewport: { width: 1440, height: 2000 }, colorScheme });

    test("the pictures of kernel captures are right", async ({ page, synfin }) => {
      const drawn: Picture[] = [];
      const faults: string[] = [];
      for (const { capture } of pictures) {
        await synfin.drop(capturePath(`${capture}.pcap`));
        await expect(page).toHaveTitle(new RegExp(`^${capture}\\.pcap`));
        await synfin.expectPhase("ready");
        await synfin.press("End");
        await expect(synfin.diagram.locator(".sequence-drawing .label").first()).toBeVisible();
        await expect(synfin.graph.locator(".edge-label text").first()).toBeVisible();
        const bands = (side: string) =>
          synfin.diagram.locator(`.sequence-canvas .state-band[data-side="${side}"]`).allInnerTexts();
        drawn.push({
          capture,
          client: (await bands("client")).join(" > "),
          server: (await bands("server")).join(" > "),
        });
        faults.push(...(await pictureFaults(page)).map((fault) => `${capture}: ${fault}`));
      }
      expect(drawn).toEqual(pictures);
      expect(faults).toEqual([]);
    });
  });
}
