import { coverageOf, isVeiled } from "../../store/mode.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Switches between the state graph and the coverage map. */
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
