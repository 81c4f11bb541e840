// For checks: loads modules of src/ as they are, without a build.
import path from "node:path";
import { createServer } from "vite";

/**
 * A server of Vite's that loads modules (`ssrLoadModule`); the caller closes it.
 * @returns {Promise<import("vite").ViteDevServer>}
 */
export function sourceServer() {
  return createServer({
    root: path.resolve(import.meta.dirname, ".."),
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
}
