/** What the box of the filter loads as one when somebody comes to it. */
export { FilterHint } from "./FilterHint.tsx";
export { FilterOffers } from "./FilterOffers.tsx";
export { NotListed } from "./NotListed.tsx";
export { counted } from "./counted.ts";
export { offersFor } from "../../store/filter-completion.ts";
