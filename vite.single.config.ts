import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { licenceList } from "./scripts/licence-list.ts";
import { oneLanguage } from "./scripts/one-language.ts";
import { singleFile } from "./scripts/single-file.ts";

/** `npm run build:single`: the whole of Synfin as one file that opens from a disk, for a room without any server. */
export default defineConfig({
  mode: "single",
  base: "./",
  publicDir: false,
  plugins: [react(), oneLanguage(), licenceList("LICENSE"), singleFile()],
  // Chromium starts no module worker from a page on the disk.
  worker: { format: "iife", rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    target: "es2023",
    outDir: "dist-single",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
