import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves folders by the first part of the path: `{"/": folder, "/reading/": folder}`. Gives its address. */
export async function serve(folders) {
  const prefixes = Object.keys(folders).toSorted((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://bench").pathname));
    const prefix = prefixes.find((candidate) => path.startsWith(candidate)) ?? "/";
    const rest = path.slice(prefix.length) || "index.html";
    try {
      const octets = readFileSync(join(folders[prefix], rest));
      response.writeHead(200, { "Content-Type": TYPES[extname(rest)] ?? "application/octet-stream" });
      response.end(octets);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
