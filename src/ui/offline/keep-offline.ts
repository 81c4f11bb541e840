/** Callbacks for news about the installed app. */
export interface OfflineNews {
  /** Files that the system handed over: opened with the app, or shared with it. */
  readonly open: (files: readonly File[]) => void;
  /** Another version is on this machine; calling it takes that version and loads the page anew. */
  readonly offerUpdate: (takeOver: () => void) => void;
  /** There will be no copy on this machine: the browser forbids it, or has no room for it. */
  readonly notKept: () => void;
}

/** What is lost if storage is full or forbidden: the copy of the app, or the choices of the person. */
export type Loss = "notKept" | "notRemembered";

/** Chromium's file handling; not part of TypeScript's DOM library. */
interface LaunchHost {
  readonly launchQueue?: {
    setConsumer(take: (launched: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
  };
}

/** Keeps the app on this machine, and takes what the system hands to the installed app. Returns how to stop listening. */
export function keepOffline(news: OfflineNews): () => void {
  (globalThis as LaunchHost).launchQueue?.setConsumer(({ files }) => void openLaunched(files, news));
  const workers = navigator.serviceWorker;
  const receive = ({ data }: MessageEvent<unknown>): void => {
    const files = sharedFiles(data);
    if (files.length > 0) news.open(files);
  };
  workers.addEventListener("message", receive);
  workers.startMessages();
  workers.controller?.postMessage("shared-files?");
  void register(workers, news);
  return () => workers.removeEventListener("message", receive);
}

async function openLaunched(files: readonly FileSystemFileHandle[], { open }: OfflineNews): Promise<void> {
  // A file may be gone since: the others open all the same.
  const found = await Promise.allSettled(files.map((handle) => handle.getFile()));
  const opened = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (opened.length > 0) open(opened);
}

function sharedFiles(message: unknown): File[] {
  if (typeof message !== "object" || message === null || !("files" in message)) return [];
  return Array.isArray(message.files) ? message.files.filter((file) => file instanceof File) : [];
}

/** What is known to be lost before anything is stored. A page in a frame is not expected to remember anything. */
export function lossesOf(): readonly Loss[] {
  if (isFramed()) return [];
  try {
    localStorage.setItem(PROBE, "");
    localStorage.removeItem(PROBE);
    return [];
  } catch {
    return ["notRemembered"];
  }
}

const PROBE = "synfin.probe";

function isFramed(): boolean {
  return window.parent !== window;
}

/** If storage is forbidden, the app works without a copy on this machine. */
async function register(workers: ServiceWorkerContainer, news: OfflineNews): Promise<void> {
  let registration: ServiceWorkerRegistration;
  try {
    registration = await workers.register("service-worker.js", { updateViaCache: "none" });
  } catch {
    if (!isFramed()) news.notKept();
    return;
  }
  const offer = (): void => {
    const { waiting } = registration;
    // Without a controller this is the first visit: nothing is replaced.
    if (waiting === null || workers.controller === null) return;
    news.offerUpdate(() => {
      // The person has agreed in another tab.
      if (waiting.state !== "installed") location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take-over");
    });
  };
  const watch = (): void => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      offer();
      const isLost = installing.state === "redundant" && registration.active === null;
      if (isLost && !isFramed()) news.notKept();
    });
  };
  offer();
  watch();
  registration.addEventListener("updatefound", watch);
}
