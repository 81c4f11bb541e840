// What Wiregasm takes to load the chosen file. `measureWiregasm` is called from outside.
const worker = new Worker("worker.js");
const started = new Promise((resolve, reject) => {
  worker.onerror = (event) => reject(new Error(event.message));
  worker.onmessage = resolve;
});

globalThis.measureWiregasm = async () => {
  await started;
  const [file] = document.querySelector("input").files;
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(file);
  });
};
