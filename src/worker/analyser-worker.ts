/// <reference lib="webworker" />
import { CaptureAnalyser } from "./capture-analyser.ts";
import type { Reply, Request } from "./protocol.ts";
import { serveAnalyser } from "./serve-analyser.ts";

declare const self: DedicatedWorkerGlobalScope;

serveAnalyser(
  {
    postMessage: (reply: Reply, moved = []) => self.postMessage(reply, [...moved]),
    addEventListener: (type, listener) =>
      self.addEventListener(type, (event: MessageEvent<Request>) => listener(event)),
  },
  new CaptureAnalyser(),
);
