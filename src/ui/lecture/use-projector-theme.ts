import { useEffect } from "react";
import { useSynfin } from "../use-synfin.ts";

/** Uses the projector theme as long as the lecture is open, unless the person chose the dark theme. */
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
