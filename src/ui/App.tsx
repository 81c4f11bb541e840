import "./styles/theme.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/preferences.css";
import "./styles/projector.css";
import "./styles/forced-colours.css";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import { isVeiled as isVeiledIn } from "../store/mode.ts";
import { analysisOf, phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";
import { endStatesAt } from "../tcp/states.ts";
import { usePreload } from "./class/use-preload.ts";
import { EmptyPage } from "./empty-page/EmptyPage.tsx";
import type { OfferedExample } from "./empty-page/ExampleGallery.tsx";
import { FaultBoundary } from "./FaultBoundary.tsx";
import { useKeyboard } from "./keys/use-keyboard.ts";
import { useAddress } from "./link/use-address.ts";
import { LoadingPart } from "./loading/loading-part.ts";
import { LostParts } from "./LostParts.tsx";
import type { Messages } from "./messages/en.ts";
import { preloadStage } from "./parts-of-view.tsx";
import { laterPart } from "./parts/later-part.tsx";
import { IS_SINGLE_FILE } from "./single-file.ts";
import { TopBar } from "./top-bar/TopBar.tsx";
import { useAskedView } from "./use-asked-view.ts";
import { ExampleNamesContext } from "./use-example-titles.ts";
import { useIntake } from "./use-intake.ts";
import { useLettingGo } from "./use-letting-go.ts";
import { useMessages } from "./use-messages.ts";
import { usePlayback } from "./use-playback.ts";
import { StoreContext, useSynfin, useSynfinStore } from "./use-synfin.ts";
import { type PartedView, useViewIn, ViewsContext } from "./use-views.ts";
import { Worded } from "./Worded.tsx";

const FailedPage = laterPart(async () => (await import("./failed/FailedPage.tsx")).FailedPage);
const RemoteCapture = laterPart(async () => (await import("./link/RemoteCapture.tsx")).RemoteCapture);
const FullPageLink = laterPart(async () => (await import("./link/FullPageLink.tsx")).FullPageLink);
const Offline = laterPart(async () => (await import("./offline/Offline.tsx")).Offline);

/** Only the built app has a list of its files; one file has nothing beside it. */
const KEEPS_OFFLINE = import.meta.env.PROD && "serviceWorker" in navigator && !IS_SINGLE_FILE;

interface AppProps {
  readonly store: SynfinStore;
  readonly views: readonly PartedView[];
  /** In the language that the store names. */
  readonly messages: Messages;
  readonly examples: readonly OfferedExample[];
}

export function App({ store, views, messages, examples }: AppProps) {
  const names = useMemo(() => examples.map(({ name }) => name), [examples]);
  return (
    <StoreContext value={store}>
      <ViewsContext value={views}>
        <ExampleNamesContext value={names}>
          <Worded first={messages}>
            <Page examples={examples} />
          </Worded>
        </ExampleNamesContext>
      </ViewsContext>
    </StoreContext>
  );
}

function Page({ examples }: Pick<AppProps, "examples">) {
  const { app } = useMessages();
  const views = useContext(ViewsContext);
  const closeCapture = useSynfin((state) => state.closeCapture);
  const isLecture = useSynfin(({ isPresenting, capture }) => isPresenting && capture.kind === "ready");
  const { isDragging, isStray } = useIntake();
  const { address: askedCapture, fullPage, forget: forgetCapture } = useAddress();
  useKeyboard(useMemo(() => views.map(({ view }) => view), [views]));
  useAskedView();
  usePlayback();
  usePreload();
  useLettingGo();
  // An effect runs after the first frame, which waits for neither.
  useEffect(() => {
    preloadStage(views);
    LoadingPart.preload();
    FailedPage.preload();
  }, [views]);
  return (
    <div className="page">
      {!isLecture && <TopBar />}
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
        {/* It is there before its words: a screen reader speaks what changes in it. */}
        <p className="stray" role="status">
          {isStray && app.noCapture}
        </p>
      </div>
      <Sheet />
      {isDragging && <div className="drop-veil">{app.dropHere}</div>}
    </div>
  );
}

/** The sheet over the page, if one is open. */
function Sheet() {
  const shown = useViewIn("sheet");
  const look = useSynfin((state) => state.look);
  const close = useCallback(() => look({ sheet: null }), [look]);
  return shown?.Part && <shown.Part key={shown.view.name} onClose={close} onMissing={close} />;
}

/** What the page is about; its attributes tell scripts and tests where it stands. */
function Main({ examples }: Pick<AppProps, "examples">) {
  const { unknownState } = useMessages();
  const store = useSynfinStore();
  const capture = useSynfin((state) => state.capture);
  const phase = useSynfin(phaseOf);
  const listed = useSynfin((state) => (state.capture.kind === "ready" ? state.listed.length : undefined));
  const connection = useSynfin((state) => state.selection?.connection);
  const analysis = useSynfin(analysisOf);
  const position = useSynfin((state) => state.position);
  const mode = useSynfin((state) => state.mode.kind);
  const states = analysis && endStatesAt(analysis, position);
  const { name: appName } = useMessages().app;
  const isVeiled = useSynfin(isVeiledIn);
  const stage = useViewIn("stage");
  // An open capture is not visible before its part is loaded.
  const [isDrawn, setDrawn] = useState(false);
  const markDrawn = useCallback(() => setDrawn(true), []);
  // The name of a file may give away what happens in it.
  const isNamed = capture.kind === "ready" && !isVeiled;
  const title = isNamed ? `${capture.value.name} – ${appName}` : appName;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const leaveStage = (): void => {
    const state = store.getState();
    if (stage?.view.leave) stage.view.leave(state);
    else state.closeCapture();
  };
  return (
    <main
      data-phase={capture.kind === "ready" && !isDrawn ? "loading" : phase}
      data-mode={mode}
      data-stage={stage?.view.name}
      data-connections={capture.kind === "ready" ? capture.value.connections.length : undefined}
      data-listed={listed}
      data-connection={connection}
      data-segments={analysis?.segments.length}
      data-position={analysis ? position : undefined}
      data-frame={analysis && position > 0 ? analysis.segments.frame[position - 1] : undefined}
      data-client-state={states ? (states.client.state ?? unknownState) : undefined}
      data-server-state={states ? (states.server.state ?? unknownState) : undefined}
    >
      {capture.kind === "empty" && <EmptyPage examples={examples} />}
      {capture.kind === "loading" && <LoadingPart reading={capture.progress} />}
      {capture.kind === "failed" && (
        <FailedPage failure={capture.failure} examples={examples} onMissing={store.getState().closeCapture} />
      )}
      {stage?.Part && <stage.Part key={stage.view.name} onDrawn={markDrawn} onMissing={leaveStage} />}
    </main>
  );
}
