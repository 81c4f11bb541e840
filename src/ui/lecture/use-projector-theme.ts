import { useEffect } from "react";
import { useSynfin } from "../use-synfin.ts";

/** The colours of a projector as long as the lecture is open; whoever chose dark stays in the dark. */
export function useProjectorTheme(): void {
  const theme = useSynfin((state) => state.theme);
  useEffect(() => {
    if (theme === "dark") return undefined;
    const { dataset } = document.documentElement;
    dataset["theme"] = "projector";
    return () => {
      dataset["theme"] = theme;
    };
  }, [theme]);
}
