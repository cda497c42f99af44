import type { Path } from "../cty/path.js";
import type { GuestModel } from "./guest-attributes.js";

/** One guest that a configuration asks about. */
export interface AskedGuest {
  /** Its key in a map of guests, or null for a single guest. */
  readonly key: string | null;
  /** Where its attributes stand. */
  readonly path: Path;
  readonly model: GuestModel;
}

/** Returns the guests of a map in the order of their keys. `attribute` is where the map stands. */
export const askedGuests = (attribute: string, guests: ReadonlyMap<string, GuestModel>): readonly AskedGuest[] =>
  [...guests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, model]) => ({ key, path: [{ attribute }, { key }], model }));

/** Names a guest in messages: by key, name, id, or as the guest. */
export const guestLabel = ({ key, model }: AskedGuest): string => {
  if (key !== null) return `guest "${key}"`;
  if (model.name !== null) return `guest "${model.name}"`;
  return model.vm_id === null ? "the guest" : `guest ${model.vm_id}`;
};
