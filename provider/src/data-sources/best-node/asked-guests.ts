import type { Path } from "../../cty/path.js";
import type { BestNodeModel, GuestModel } from "./best-node-attributes.js";

/** One guest that a configuration asks about. */
export interface AskedGuest {
  /** Its key in `guests`, or null for the single guest. */
  readonly key: string | null;
  /** Where its attributes stand. */
  readonly path: Path;
  readonly model: GuestModel;
}

/** Returns the guests that a configuration asks about: those of `guests` in the order of their keys, or the single one. */
export const askedGuests = (config: BestNodeModel): readonly AskedGuest[] => {
  if (config.guests === null) return [{ key: null, path: [], model: config }];
  return [...config.guests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, model]) => ({ key, path: [{ attribute: "guests" }, { key }], model }));
};

/** Names a guest in messages: by key, name, id, or as the guest. */
export const guestLabel = ({ key, model }: AskedGuest): string => {
  if (key !== null) return `guest "${key}"`;
  if (model.name !== null) return `guest "${model.name}"`;
  return model.vm_id === null ? "the guest" : `guest ${model.vm_id}`;
};
