/** The parts of the filter that are loaded together when the box gets the focus. */
export { FilterHint } from "./FilterHint.tsx";
export { FilterOffers } from "./FilterOffers.tsx";
export { NotListed } from "./NotListed.tsx";
export { counted } from "./counted.ts";
export { offersFor } from "../../store/filter-completion.ts";
