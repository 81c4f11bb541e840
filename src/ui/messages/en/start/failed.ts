export const failed = {
  refusedTitle: "Synfin cannot read this",
  linkTitle: "This link cannot be opened",
  unreadableTitle: "The file could not be read",
  faultTitle: "Synfin has made a mistake",
  unreadable: (name: string, message: string) =>
    `The browser could not read ${name} (${message}). Check that the file is still there and that you may read it, then choose it again.`,
  fault: (name: string, message: string) =>
    `Synfin failed while reading ${name}. The fault is Synfin’s, not the file’s: “${message}”.`,
  memoryTitle: "This capture is too large for the memory at hand",
  memory: (name: string, message: string) =>
    `The browser has no more memory for ${name} (${message}). Close other tabs and open it again, or cut it into parts, for example with “editcap -c 1000000”.`,
  unstartedTitle: "A part of Synfin is missing",
  unstarted: (name: string, message: string) =>
    `What reads captures could not be loaded or started, so ${name} was not opened (${message}). Reload the page; if that does not help, there is no network, or the browser is too old.`,
  stoppedTitle: "Reading stopped",
  stopped: (name: string, message: string) =>
    `The part of Synfin that held ${name} has died (${message}). The file is untouched: open it again.`,
  drawingFault: (message: string) =>
    `Synfin failed while drawing this capture. The fault is Synfin’s, not the file’s: “${message}”.`,
  startOver: "Start over",
  back: (name: string) => `Back to ${name}`,
  analysisFault: (message: string) =>
    `Synfin failed while working out this connection. The fault is Synfin’s: “${message}”.`,
};
