import type { ComponentType } from "react";
import { isVeiled } from "../store/mode.ts";
import type { SynfinState } from "../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";
import type { LayerOf } from "./sequence-diagram/layer.ts";
import type { Topic } from "./words.ts";

/** What a view takes of the layout, and what its part is given there. It reads the rest from the store. */
export interface PropsAt {
  /** All of the page below the bar. */
  readonly stage: object;
  /** A pane of the explorer; a tab if there is no room for all panes. */
  readonly pane: object;
  /** The pane of the state graph, in place of the graph. */
  readonly graph: object;
  /** The pane of the connections, in place of their list. */
  readonly side: object;
  /** The foot of explorer and lecture. */
  readonly card: { readonly analysis: ConnectionAnalysis };
  /** A tab of the pane about the segment. */
  readonly tab: { readonly analysis: ConnectionAnalysis; readonly position: Position };
  /** A sheet over the page. */
  readonly sheet: { readonly onClose: () => void };
}
export type Place = keyof PropsAt;

/** The words of every view. */
interface ViewWords {
  /** Its name, on buttons and tabs. */
  readonly open: string;
  /** What it shows: the tooltip of its button. */
  readonly hint: string;
  /** What its key does, in the help sheet. */
  readonly row: string;
}

type Asks = (state: SynfinState) => boolean;
type Acts = (state: SynfinState) => void;

/** A view that takes one place of the layout. */
export interface ViewAt<P extends Place> {
  readonly name: string;
  readonly place: P;
  /** The key that opens it, and leaves it again. */
  readonly key: string;
  readonly words: Topic<ViewWords>;
  /** The bar that has a button for it; absent: none. */
  readonly bar?: "modes" | "outputs" | "display" | "help" | "graph" | "sockets";
  /**
   * `tells`: it shows what a class that predicts must not know yet. `hides`: it hides that. Absent: it shows as much
   * as the page does.
   */
  readonly future?: "tells" | "hides";
  /** How a link asks for it (`&view=`), and what the share dialog calls that; absent: no link does. */
  readonly link?: { readonly view: string; readonly words: Topic<{ readonly opens: string }> };
  /** Whether it can be shown now, the future aside; absent: with every connection. */
  readonly canBe?: Asks;
  readonly isOn: Asks;
  readonly show: Acts;
  /** Absent: something always stands in its place. */
  readonly leave?: Acts;
  /** Loads the part that draws it; absent: the explorer draws it. */
  readonly part?: () => Promise<ComponentType<PropsAt[P]>>;
  /** What it draws over the sequence diagram, in its own stage or beside it (`sequence-diagram/layer.ts`). */
  readonly layer?: {
    readonly isOn: Asks;
    /** Whether nothing is drawn before it: it will say where the lifelines stand. Absent: never. */
    readonly isAwaited?: Asks;
    readonly part: () => Promise<LayerOf>;
  };
  /** The card that stands in the foot as long as the view waits to begin, or goes on without a step of its own. */
  readonly waiting?: {
    readonly isOn: Asks;
    readonly part: () => Promise<ComponentType<PropsAt["card"]>>;
  };
}

/** A view of the page. Bars, menus, keys, Escape, help, links, sizes and tests follow what it says. */
export type View = { [P in Place]: ViewAt<P> }[Place];

/** Whether a view can be shown, if the future that it may tell is not hidden. */
function canBe(one: View, state: SynfinState): boolean {
  return one.canBe?.(state) ?? (state.capture.kind === "ready" && state.selection !== null);
}

/** Whether a view can be shown now. */
export function isOffered(one: View, state: SynfinState): boolean {
  return canBe(one, state) && !(one.future === "tells" && isVeiled(state));
}

/** Shows a view, or leaves it. If it would tell what a class must not know yet, the page says so. */
export function toggleView(one: View, state: SynfinState): void {
  if (one.isOn(state) && one.leave) one.leave(state);
  else if (isOffered(one, state)) one.show(state);
  else if (canBe(one, state)) state.refuse();
}
