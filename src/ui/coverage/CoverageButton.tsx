import { coverageOf, isVeiled } from "../../store/mode.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Changes the state graph into the coverage map and back. */
export function CoverageButton() {
  const { coverage: words } = useMessages();
  const isShown = useSynfin((state) => coverageOf(state) !== null);
  const isHidden = useSynfin(isVeiled);
  const show = useSynfin((state) => state.showCoverage);
  const hide = useSynfin((state) => state.hideCoverage);
  if (isHidden) return null;
  return (
    <button
      type="button"
      className="button"
      title={words.openHint}
      aria-pressed={isShown}
      onClick={() => (isShown ? hide() : show("capture"))}
    >
      {isShown ? words.close : words.open}
    </button>
  );
}
