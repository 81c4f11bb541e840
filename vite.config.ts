import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { licenceList, licencesOfWorker } from "./scripts/licence-list.ts";
import { noCircles } from "./scripts/no-circles.ts";
import { offline } from "./scripts/offline.ts";
import { oneLanguage } from "./scripts/one-language.ts";
import { partOfLanguage, partOfPage } from "./scripts/page-parts.ts";
import { styleSheets } from "./scripts/style-sheets.ts";
import { partOfWorker } from "./scripts/worker-parts.ts";

/**
 * The policy of the built page: it runs its own files only, without inline script, inline style element or requests
 * to another origin. The page itself may also make images (exports).
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** Puts the policy into the built page, so that it holds on any host. The dev server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}

/**
 * A second page, the same as index.html, that may ask other hosts: `#url=` leads to it, and it asks the person first.
 * index.html itself stays confined.
 */
function pageThatFetches(): Plugin {
  return {
    name: "page-that-fetches",
    apply: "build",
    writeBundle: {
      order: "post",
      handler: ({ dir = "dist" }) => {
        const page = readFileSync(join(dir, "index.html"), "utf8");
        const asking = page.replace(/connect-src (?:'|&#39;)self(?:'|&#39;)/u, `$& ${ANY_HOST}`);
        if (asking === page) throw new Error("index.html has no policy to widen");
        writeFileSync(join(dir, "from-address.html"), asking);
      },
    },
  };
}

const ANY_HOST = "https: http:";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    oneLanguage(),
    styleSheets(),
    contentSecurityPolicy(),
    pageThatFetches(),
    licenceList("LICENSE"),
    noCircles(),
    offline("scripts/service-worker.mjs"),
  ],
  worker: {
    format: "es",
    plugins: () => [licencesOfWorker(), noCircles()],
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: partOfWorker, debugName: "worker" }],
        },
      },
    },
  },
  build: {
    target: "es2023",
    rolldownOptions: {
      output: {
        // A file of words is named after its topic.
        chunkFileNames: ({ name }) => `assets/${name.replace(".words", "-words")}-[hash].js`,
        codeSplitting: {
          // Otherwise the code that the words share with the rest of the page would pull a part of English into the
          // first view.
          includeDependenciesRecursively: false,
          groups: [
            { name: partOfLanguage, debugName: "language" },
            { name: partOfPage, debugName: "page" },
          ],
        },
      },
    },
  },
  preview: {
    // One header for both pages: index.html is confined by its own policy as well.
    headers: {
      "Content-Security-Policy": CONTENT_SECURITY_POLICY.replace("connect-src", `connect-src ${ANY_HOST}`),
    },
  },
});
