import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");

test("no request leaves the page once it is loaded", async ({ synfin, page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 11);
  await synfin.paste(
    "12:49:33.192719 IP 10.0.0.1.39002 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0",
  );
  await synfin.expectOpen({ connections: 1, segments: 1 });
  const origin = new URL(page.url()).origin;
  const isOwnCode = (url: string): boolean => url.startsWith(`${origin}/assets/`) && url.endsWith(".js");
  expect(requests.filter((url) => !url.startsWith("blob:") && !isOwnCode(url))).toEqual([]);
});

test("the page loads from its own origin only", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("./", { waitUntil: "networkidle" });
  const origin = new URL(page.url()).origin;
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test("the policy of the page refuses what it must refuse", async ({ page }) => {
  await page.goto("./");
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
      seen.push(violatedDirective),
    );
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>');
    await fetch("https://example.com/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    return seen;
  });
  // The policy stands in the page and in the header, so everything is refused twice.
  const directives = new Set(refused.map((directive) => directive.replace(/-(?:elem|attr)$/u, "")));
  expect([...directives].toSorted()).toEqual(["connect-src", "script-src", "style-src"]);
});
