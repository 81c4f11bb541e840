import { present } from "../../base/assert.ts";
import { unpackerOf } from "../../capture/read-capture.ts";
import type { Side } from "../../tcp/state.ts";
import type { FollowedPart, OctetsObstacle, PacketFile, PacketsWish, SegmentOctets } from "../questions.ts";
import type { GroupedCapture } from "../read-source.ts";
import { zstd } from "../zstd.ts";
import { type CaptureFile, FileChanged } from "./capture-file.ts";
import { FollowedStream } from "./followed-stream.ts";
import { rangesOf } from "./octet-ranges.ts";
import { packetFile } from "./packet-file.ts";
import { segmentOctets } from "./segment-octets.ts";

/** Answers questions that need the file once more: one at a time, the next gives up the one before. */
export class CaptureOctets {
  readonly grouped: GroupedCapture;
  private readonly file: File | null;
  private readonly analyse: CaptureFile["analyse"];
  private job = new AbortController();
  private progress = { read: 0, total: 0 };
  private stream: FollowedStream | null = null;

  /** @param file that the capture was read from; null: there is none */
  constructor(grouped: GroupedCapture, file: File | null, analyse: CaptureFile["analyse"]) {
    this.grouped = grouped;
    this.file = file;
    this.analyse = analyse;
  }

  segment(connection: number, position: number): Promise<SegmentOctets | OctetsObstacle> {
    return this.read((file) => segmentOctets(file, connection, position));
  }

  follow(connection: number, side: Side, from: number): Promise<FollowedPart | OctetsObstacle> {
    return this.read(async (file) => {
      if (!this.stream?.isOf(connection, side)) {
        const analysis = present(await file.analyse(connection), "the connection to follow");
        this.stream = new FollowedStream(file, analysis, side);
      }
      return this.stream.part(file, from);
    });
  }

  packets(connections: Uint32Array, wish: PacketsWish): Promise<PacketFile | OctetsObstacle> {
    return this.read((file) => packetFile(file, connections, wish));
  }

  /** How far reading has come. @param stop gives it up */
  octetsRead(stop: boolean): { readonly read: number; readonly total: number } {
    if (stop) this.job.abort();
    return { ...this.progress };
  }

  private async read<Answer>(
    answer: (file: CaptureFile) => Promise<Answer>,
  ): Promise<Answer | OctetsObstacle> {
    const { report } = this.grouped.capture;
    if (this.file === null || report.index === null) return { obstacle: "not-a-file" };
    this.job.abort();
    this.job = new AbortController();
    this.progress = { read: 0, total: 0 };
    const { signal } = this.job;
    const unpack = report.packing && (await unpackerOf(report.packing, zstd));
    const readRanges = rangesOf(this.file, unpack, this.progress, signal);
    const format = present(report.format, "the format of a capture file");
    try {
      return await answer({
        ...this.grouped,
        format,
        index: report.index,
        readRanges,
        analyse: this.analyse,
      });
    } catch (error) {
      if (signal.aborted) return { obstacle: "stopped" };
      // Browsers refuse to read a file that was changed, moved or deleted (NotReadableError, NotFoundError).
      if (error instanceof FileChanged || error instanceof DOMException) return { obstacle: "changed" };
      throw error;
    }
  }
}
