import type { CaptureChoice, CaptureLooks } from "../capture-choice.ts";
import type { ToldSockets } from "../opened-capture.ts";

/** What kernels say of the sockets of one connection. */
export interface ShownSockets extends ToldSockets {
  readonly connection: number;
}

/** The part of the store that is about what kernels say of sockets. */
export interface SocketsPart {
  /** Of the connection on screen; null: not asked yet. */
  readonly sockets: ShownSockets | null;
  /** Asks for it. @param beside texts that were given together with the capture */
  readonly loadSockets: (connection: number, beside: readonly File[]) => Promise<void>;
}

/** What a text is refused as that tells of sockets and holds no packet. */
const TEXTS: ReadonlySet<string> = new Set(["text-sockets", "text-tcpstates", "text-conntrack"]);

/** The files given together with the capture that tell of sockets. */
export function textsBeside(choice: CaptureChoice | null, looks: CaptureLooks): readonly File[] {
  return (choice?.entries ?? []).flatMap(({ file }) => {
    const look = looks.get(file);
    const failure = look?.kind === "failed" ? look.failure : null;
    return failure?.kind === "refused" && TEXTS.has(failure.refusal.kind) ? [file] : [];
  });
}
