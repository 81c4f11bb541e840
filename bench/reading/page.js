// What reading alone costs: a worker counts the octets of the chosen file. `measureReading` is called from outside.
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });

globalThis.measureReading = () =>
  new Promise((resolve, reject) => {
    const [file] = document.querySelector("input").files;
    const start = performance.now();
    worker.onmessage = ({ data }) => resolve({ milliseconds: performance.now() - start, octets: data });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(file);
  });
