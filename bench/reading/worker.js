// The same calls as src/worker/file-slices.ts, and nothing done with what they bring.
const SMALL_FILE = 1 << 20;
const BUFFER = 2 << 20;
/** Chromium collects a byte reader that only a local variable holds (see file-slices.ts). */
let held = null;

self.onmessage = async ({ data: file }) => {
  let octets = 0;
  if (file.size <= SMALL_FILE) octets = (await file.slice().arrayBuffer()).byteLength;
  else {
    held = file.stream().getReader({ mode: "byob" });
    for (let buffer = new ArrayBuffer(BUFFER); ;) {
      const { done, value } = await held.read(new Uint8Array(buffer));
      if (done) break;
      octets += value.length;
      buffer = value.buffer;
    }
    held = null;
  }
  self.postMessage(octets);
};
