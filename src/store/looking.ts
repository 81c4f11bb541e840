/** Where one stands in the page: which of the views that share a place is in front. `src/ui/views.ts` names them. */
interface Looking {
  /** The pane that is in front if there is no room for all. */
  readonly pane: string;
  /** The tab of the pane about the segment. */
  readonly tab: string;
  /** The side of a comparison that is in front if there is no room for both. */
  readonly side: "left" | "right";
  /** The sheet over the page; null: none. */
  readonly sheet: string | null;
  /** The view that the opened link asks for (`&view=`), until it is shown; null: none. */
  readonly askedView: string | null;
}

export interface LookingPart extends Looking {
  readonly look: (at: Partial<Looking>) => void;
}

/** Where one stands when a capture is opened; the tab stays as it was. */
export const FIRST_LOOK = { pane: "diagram", side: "left", sheet: null, askedView: null } as const;
