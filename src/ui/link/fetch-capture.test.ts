import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressAskedFor, fetchCapture } from "./fetch-capture.ts";

describe("#url= asks for", () => {
  test.each([
    ["url=https%3A%2F%2Fa.example%2Fx.pcap%3Fy%3D1%26z&step=3", "https://a.example/x.pcap?y=1&z"],
    ["url=https://a.example/x.pcap?y=1&z=2", "https://a.example/x.pcap?y=1&z=2"],
    ["url=javascript:alert(1)", null],
    ["url=file:///etc/passwd", null],
    ["url=x.pcap", null],
    ["url=", null],
    ["1.ABC", null],
  ])("%s", (fragment, expected) => expect(addressAskedFor(fragment)?.href ?? null).toBe(expected));
});

let server: Server;
let base = "";
let cookies: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    cookies.push(headers.cookie, headers.referer);
    if (url === "/moved") response.writeHead(302, { location: "/capture.pcap" }).end();
    else if (url === "/none") response.writeHead(404).end();
    else if (url === "/large") response.end(Buffer.alloc(20_000_000, 7));
    else if (url === "/unannounced") response.write(Buffer.alloc(10_000, 7), () => response.end());
    else response.end(Buffer.alloc(10_000, 7));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function fetched(path: string, most?: number): Promise<unknown> {
  const result = await fetchCapture(new URL(path, base), new AbortController().signal, () => {}, most);
  return result.ok ? [result.value.name, result.value.size] : result.error;
}

test("a file comes with its name, and its host learns nothing of the reader", async () => {
  cookies = [];
  expect(await fetched("/a%20b.pcap")).toEqual(["a b.pcap", 10_000]);
  expect(cookies).toEqual([undefined, undefined]);
});

test("a file of several parts comes whole", async () => {
  const seen: number[] = [];
  const { signal } = new AbortController();
  const result = await fetchCapture(new URL("/large", base), signal, (octets) => seen.push(octets));
  if (!result.ok) throw new Error(result.error.kind);
  const octets = new Uint8Array(await result.value.arrayBuffer());
  expect([octets.length, octets.every((octet) => octet === 7), seen.at(-1)]).toEqual([20e6, true, 20e6]);
});

test("what is not there, leads elsewhere or is too large is refused", async () => {
  expect(await fetched("/none")).toEqual({ kind: "status", status: 404 });
  expect(await fetched("/moved")).toEqual({ kind: "unreachable" });
  expect(await fetched("/x", 5000)).toEqual({ kind: "too-large" });
  expect(await fetched("/unannounced", 5000)).toEqual({ kind: "too-large" });
  const closed = await fetchCapture(new URL("http://127.0.0.1:1/"), new AbortController().signal, () => {});
  expect(closed).toEqual({ ok: false, error: { kind: "unreachable" } });
});
