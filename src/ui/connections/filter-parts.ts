/** The parts of the filter that are loaded together when the box gets the focus. */
export { FilterHint } from "./FilterHint.tsx";
export { FilterOffers } from "./FilterOffers.tsx";
export { NotListed } from "./NotListed.tsx";
export { counted, restOf } from "./counted.ts";
export { frameAlone } from "../../store/filter/parse-filter.ts";
export { offersFor } from "../../store/filter/filter-completion.ts";
