/// <reference lib="webworker" />
import { seedHashes } from "../base/keyed-hash.ts";
import { CaptureAnalyser } from "./capture-analyser.ts";
import type { Reply, Request } from "./protocol.ts";
import { serveAnalyser } from "./serve-analyser.ts";

declare const self: DedicatedWorkerGlobalScope;

seedHashes(Math.random() * 2 ** 32);
serveAnalyser(
  {
    postMessage: (reply: Reply, moved = []) => self.postMessage(reply, [...moved]),
    addEventListener: (type, listener) =>
      self.addEventListener(type, (event: MessageEvent<Request>) => listener(event)),
  },
  new CaptureAnalyser(),
);
