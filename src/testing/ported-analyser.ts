import { onTestFinished } from "vitest";
import type { Practice } from "../worker/analyser.ts";
import { CaptureAnalyser } from "../worker/capture-analyser.ts";
import { type ConnectedAnalyser, connectAnalyser } from "../worker/connect-analyser.ts";
import type { Port, Reply, Request } from "../worker/protocol.ts";
import { serveAnalyser } from "../worker/serve-analyser.ts";
import type { WorkingAnalyser } from "../worker/working-analyser.ts";

/** The analyser as the page has it, on the other side of a real message channel; for the test that runs. */
export function portedAnalyser(
  analyser: WorkingAnalyser & Practice = new CaptureAnalyser(),
): ConnectedAnalyser {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  serveAnalyser(portOf<Request, Reply>(port1), analyser);
  return connectAnalyser(portOf<Reply, Request>(port2));
}

function portOf<In, Out>(port: MessagePort): Port<In, Out> {
  return {
    postMessage: (message, moved = []) => port.postMessage(message, [...moved]),
    addEventListener: (type, listener) => {
      port.addEventListener(type, ({ data }: MessageEvent<In>) => listener({ data: withNames(data) }));
      port.start();
    },
  };
}

/** What a message of the page may hold: a source with a file, or several. */
interface WithFiles {
  readonly file?: Blob;
  readonly sources?: readonly WithFiles[];
}

/** Node clones a File to a Blob without a name, a browser to a File. */
function withNames<Message>(message: Message): Message {
  const { source } = message as { readonly source?: WithFiles };
  return source === undefined ? message : { ...message, source: named(source) };
}

function named(source: WithFiles): WithFiles {
  const { file, sources } = source;
  const isNameless = file !== undefined && !(file instanceof File);
  return {
    ...source,
    ...(isNameless && { file: new File([file], "a.pcap") }),
    ...(sources && { sources: sources.map(named) }),
  };
}

/** The same with nothing between: a file that a test has made up arrives as it is. */
export function unportedAnalyser(
  analyser: WorkingAnalyser & Practice = new CaptureAnalyser(),
): ConnectedAnalyser {
  const [inner, outer] = [new Listeners<Request>(), new Listeners<Reply>()];
  serveAnalyser({ postMessage: outer.tell, addEventListener: inner.add }, analyser);
  return connectAnalyser({ postMessage: inner.tell, addEventListener: outer.add });
}

class Listeners<Message> {
  private readonly listeners: ((event: { readonly data: Message }) => void)[] = [];
  readonly add = (_: "message", listener: (event: { readonly data: Message }) => void): void => {
    this.listeners.push(listener);
  };
  readonly tell = (data: Message): void =>
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data });
    });
}
