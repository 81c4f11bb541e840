// Wiregasm as its README shows it; `dist/` is the folder of its package. Starting it is not measured, nor is copying the file.
importScripts("dist/wiregasm.js");

const starting = loadWiregasm({ locateFile: (path) => `dist/${path}` }).then((wiregasm) => {
  wiregasm.init();
  self.postMessage("started");
  return wiregasm;
});

self.onmessage = async ({ data: file }) => {
  const wiregasm = await starting;
  wiregasm.FS.writeFile("/uploads/measured.pcap", new Uint8Array(await file.arrayBuffer()));
  const session = new wiregasm.DissectSession("/uploads/measured.pcap");
  const before = performance.now();
  const { code } = session.load();
  if (code !== 0) throw new Error(`Wiregasm answers ${code}`);
  self.postMessage(performance.now() - before);
};
