import "./theme.css";
import "./app.css";
import "./projector.css";
import "./forced-colours.css";
import { useCallback, useEffect, useMemo, useState } from "react";
import { comparisonOf, isVeiled as isVeiledIn } from "../store/mode.ts";
import { analysisOf, phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";
import { endStatesAt } from "../tcp/states.ts";
import { usePreload } from "./class/use-preload.ts";
import { EmptyPage } from "./empty-page/EmptyPage.tsx";
import type { OfferedExample } from "./empty-page/ExampleGallery.tsx";
import { Explorer } from "./explorer/explorer-part.tsx";
import { FaultBoundary } from "./FaultBoundary.tsx";
import { useAddress } from "./link/use-address.ts";
import { LoadingPage } from "./loading/LoadingPage.tsx";
import { LostParts } from "./LostParts.tsx";
import type { Messages } from "./messages/en.ts";
import { laterPart } from "./parts/later-part.tsx";
import { IS_SINGLE_FILE } from "./single-file.ts";
import { TopBar } from "./top-bar/TopBar.tsx";
import { ExampleNamesContext } from "./use-example-titles.ts";
import { useIntake } from "./use-intake.ts";
import { useKeyboard } from "./use-keyboard.ts";
import { useMessages } from "./use-messages.ts";
import { usePlayback } from "./use-playback.ts";
import { StoreContext, useSynfin } from "./use-synfin.ts";
import { Worded } from "./Worded.tsx";

const FailedPage = laterPart(async () => (await import("./failed/FailedPage.tsx")).FailedPage);
const RemoteCapture = laterPart(async () => (await import("./link/RemoteCapture.tsx")).RemoteCapture);
const FullPageLink = laterPart(async () => (await import("./link/FullPageLink.tsx")).FullPageLink);
const HelpSheet = laterPart(async () => (await import("./help/HelpSheet.tsx")).HelpSheet);
const ExportDialog = laterPart(async () => (await import("./export/ExportDialog.tsx")).ExportDialog);
const Offline = laterPart(async () => (await import("./offline/Offline.tsx")).Offline);
const ShareDialog = laterPart(async () => (await import("./share/ShareDialog.tsx")).ShareDialog);
const CompareView = laterPart(async () => (await import("./compare/CompareView.tsx")).CompareView);
const LectureView = laterPart(async () => (await import("./lecture/LectureView.tsx")).LectureView);

/** Only the built app has a list of its files; one file has nothing beside it. */
const KEEPS_OFFLINE = import.meta.env.PROD && "serviceWorker" in navigator && !IS_SINGLE_FILE;

interface AppProps {
  readonly store: SynfinStore;
  /** In the language that the store names. */
  readonly messages: Messages;
  readonly examples: readonly OfferedExample[];
}

export function App({ store, messages, examples }: AppProps) {
  const names = useMemo(() => examples.map(({ name }) => name), [examples]);
  return (
    <StoreContext value={store}>
      <ExampleNamesContext value={names}>
        <Worded first={messages}>
          <Page examples={examples} />
        </Worded>
      </ExampleNamesContext>
    </StoreContext>
  );
}

function Page({ examples }: Pick<AppProps, "examples">) {
  const { app } = useMessages();
  const [sheet, setSheet] = useState<"help" | "share" | "export" | null>(null);
  const closeSheet = useCallback(() => setSheet(null), []);
  const closeCapture = useSynfin((state) => state.closeCapture);
  const openHelp = useCallback(() => setSheet("help"), []);
  const openExport = useCallback(() => setSheet("export"), []);
  const openShare = useCallback(() => setSheet("share"), []);
  const isLecture = useSynfin(({ isPresenting, capture }) => isPresenting && capture.kind === "ready");
  const isDragging = useIntake();
  const { address: askedCapture, fullPage, forget: forgetCapture } = useAddress();
  useKeyboard(openHelp, openShare, openExport);
  usePlayback();
  usePreload();
  // An effect runs after the first frame, which waits for neither.
  useEffect(() => {
    Explorer.preload();
    FailedPage.preload();
  }, []);
  return (
    <div className="page">
      {!isLecture && <TopBar onHelp={openHelp} onShare={openShare} onExport={openExport} />}
      {fullPage !== null && <FullPageLink address={fullPage} />}
      <FaultBoundary onLeave={closeCapture}>
        <Main examples={examples} />
      </FaultBoundary>
      {askedCapture && (
        <RemoteCapture
          key={askedCapture.href}
          address={askedCapture}
          onClose={forgetCapture}
          onMissing={forgetCapture}
        />
      )}
      <div className="notices">
        {KEEPS_OFFLINE && <Offline />}
        <LostParts />
      </div>
      {sheet === "help" && <HelpSheet onClose={closeSheet} onMissing={closeSheet} />}
      {sheet === "export" && <ExportDialog onClose={closeSheet} onMissing={closeSheet} />}
      {sheet === "share" && <ShareDialog onClose={closeSheet} onMissing={closeSheet} />}
      {isDragging && <div className="drop-veil">{app.dropHere}</div>}
    </div>
  );
}

/** What the page is about; its attributes tell scripts and tests where it stands. */
function Main({ examples }: Pick<AppProps, "examples">) {
  const { unknownState } = useMessages();
  const capture = useSynfin((state) => state.capture);
  const phase = useSynfin(phaseOf);
  const connection = useSynfin((state) => state.selection?.connection);
  const analysis = useSynfin(analysisOf);
  const position = useSynfin((state) => state.position);
  const states = analysis && endStatesAt(analysis, position);
  const { name: appName } = useMessages().app;
  const isVeiled = useSynfin(isVeiledIn);
  const isPresenting = useSynfin((state) => state.isPresenting);
  const present = useSynfin((state) => state.present);
  const comparison = useSynfin(comparisonOf);
  const leaveMode = useSynfin((state) => state.leaveMode);
  const closeCapture = useSynfin((state) => state.closeCapture);
  // An open capture is not visible before its part is loaded.
  const [isDrawn, setDrawn] = useState(false);
  const markDrawn = useCallback(() => setDrawn(true), []);
  // The name of a file may give away what happens in it.
  const isNamed = capture.kind === "ready" && !isVeiled;
  const title = isNamed ? `${capture.value.name} – ${appName}` : appName;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main
      data-phase={capture.kind === "ready" && !isDrawn ? "loading" : phase}
      data-connections={capture.kind === "ready" ? capture.value.connections.length : undefined}
      data-connection={connection}
      data-segments={analysis?.segments.length}
      data-position={analysis ? position : undefined}
      data-client-state={states ? (states.client.state ?? unknownState) : undefined}
      data-server-state={states ? (states.server.state ?? unknownState) : undefined}
    >
      {capture.kind === "empty" && <EmptyPage examples={examples} />}
      {capture.kind === "loading" && <LoadingPage reading={capture.progress} />}
      {capture.kind === "failed" && (
        <FailedPage failure={capture.failure} examples={examples} onMissing={closeCapture} />
      )}
      {capture.kind === "ready" && comparison !== null && analysis !== null && (
        <CompareView one={analysis} comparison={comparison} onDrawn={markDrawn} onMissing={leaveMode} />
      )}
      {capture.kind === "ready" && comparison === null && !isPresenting && (
        <Explorer capture={capture.value} onDrawn={markDrawn} onMissing={closeCapture} />
      )}
      {capture.kind === "ready" && comparison === null && isPresenting && (
        <LectureView onDrawn={markDrawn} onMissing={() => present(false)} />
      )}
    </main>
  );
}
