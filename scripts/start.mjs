#!/usr/bin/env node
/** `npm start`: builds Synfin, serves it on this machine, prints the address and opens it where there is a desktop. */
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await build({ root, logLevel: "warn" });
const server = await preview({ root, logLevel: "warn", preview: { host: "localhost" } });
const address = server.resolvedUrls?.local[0] ?? "http://localhost:4173/";
process.stdout.write(`Synfin: ${address}\nStop it with Ctrl+C.\n`);
openInBrowser(address);

/** Never fails: the address is on the screen in any case. BROWSER=none opens nothing. */
function openInBrowser(url) {
  const command = openCommand();
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function openCommand() {
  const wanted = process.env.BROWSER;
  if (wanted === "none" || process.env.CI) return null;
  if (wanted) return [wanted];
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDesktop ? ["xdg-open"] : null;
}
