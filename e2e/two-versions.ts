import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built page. */
export const BUILT = fileURLToPath(new URL("../dist", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".webmanifest": "application/manifest+json",
};
/** A part of the page: what it is called after, and its hash. */
const PART = /^(?<name>.+)-(?<hash>[\w-]{8})\.(?<ending>js|css)$/u;

/**
 * Makes the next version of the built page in `folder`: every part has another hash, as after a change of them all.
 * @returns the names of its parts
 */
export function buildNextVersion(folder: string): ReadonlySet<string> {
  cpSync(BUILT, folder, { recursive: true });
  const assets = join(folder, "assets");
  const renamed = new Map<string, string>();
  for (const was of readdirSync(assets)) {
    const { name, hash, ending } = PART.exec(was)?.groups ?? {};
    if (hash === undefined) continue;
    const is = `${name}-${hash.slice(4)}${hash.slice(0, 4)}.${ending}`;
    renameSync(join(assets, was), join(assets, is));
    renamed.set(was, is);
  }
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:js|css|html)$/u.test(path)) continue;
    let text = readFileSync(join(folder, path), "utf8");
    for (const [was, is] of renamed) text = text.replaceAll(was, is);
    if (path === "service-worker.js") text = text.replace(/(?<=VERSION = ")\w+/u, "thenextversion00");
    writeFileSync(join(folder, path), text);
  }
  return new Set(renamed.values());
}

/** A host whose folder can be replaced while pages of it are open. */
export interface Host {
  readonly address: string;
  /** Serves this folder from now on, and nothing of the one before. */
  readonly serve: (folder: string) => void;
  /** What was asked for and is not there. */
  readonly missed: readonly string[];
  readonly close: () => void;
}

export async function startHost(): Promise<Host> {
  let folder = BUILT;
  const missed: string[] = [];
  const server = createServer(({ url = "/" }, response) => {
    const path = new URL(url, "http://host").pathname;
    try {
      const content = readFileSync(join(folder, path === "/" ? "index.html" : path));
      response.setHeader("Content-Type", TYPES[path === "/" ? ".html" : extname(path)] ?? "text/plain");
      response.end(content);
    } catch {
      missed.push(path);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    serve: (next) => (folder = next),
    missed,
    close: () => server.close(),
  };
}
