import { createContext, useContext } from "react";
import type { Messages } from "./messages/en.ts";
import { useMessages } from "./use-messages.ts";

/** The names of the examples that come with the page, as the catalogues know them. */
export const ExampleNamesContext = createContext<readonly (keyof Messages["examples"])[]>([]);

export interface ExampleTitle {
  readonly name: string;
  readonly title: string;
}

/** The examples with their titles. */
export function useExampleTitles(): readonly ExampleTitle[] {
  const { examples } = useMessages();
  return useContext(ExampleNamesContext).map((name) => ({ name, title: examples[name].title }));
}
