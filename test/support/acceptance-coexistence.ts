import type { Stage } from "./acceptance-stage.js";
import { placesIn } from "./acceptance-stage.js";

/** A value of `terraform_data` that stands for a guest of another provider, as a state file has it. */
interface Guest {
  readonly vm_id: number;
  readonly node_name: string;
}

interface Instance {
  readonly attributes: Readonly<Record<string, { readonly value?: unknown } | string | null>>;
}

interface StateFile {
  readonly serial: number;
  readonly resources: readonly { readonly name: string; readonly instances: readonly Instance[] }[];
}

type Places = Readonly<Record<number, string>>;

const isGuest = (value: unknown): value is Guest =>
  typeof value === "object" && value !== null && "vm_id" in value && "node_name" in value;

const guestsOf = ({ attributes }: Instance): readonly Guest[] =>
  Object.values(attributes).flatMap((wrapped) =>
    typeof wrapped === "object" && wrapped !== null && isGuest(wrapped.value) ? [wrapped.value] : [],
  );

const followed = ({ attributes, ...rest }: Instance, places: Places): Instance => ({
  ...rest,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, wrapped]) => {
      if (typeof wrapped !== "object" || wrapped === null || !isGuest(wrapped.value)) return [name, wrapped];
      const { vm_id, node_name } = wrapped.value;
      return [name, { ...wrapped, value: { ...wrapped.value, node_name: places[vm_id] ?? node_name } }];
    }),
  ),
});

const isWhereItWas = (instance: Instance, places: Places): boolean =>
  guestsOf(instance).every(({ vm_id, node_name }) => places[vm_id] === node_name);

/**
 * Writes into the state what other providers store when they read their guests after a move. A `terraform_data` with
 * `{ vm_id, node_name }` in an attribute stands for a guest: it gets the node that the guest is on, as from a provider that looks
 * for guests in the whole cluster. Resources named in `blind` belong to a provider that looks on the node of its state
 * alone: where the guest is gone from there, it is dropped.
 */
export const readElsewhere = ({ ws, cluster }: Stage, { blind = [] }: { readonly blind?: readonly string[] } = {}) => {
  const places = placesIn(cluster);
  const state = JSON.parse(ws.read("terraform.tfstate")) as StateFile;
  const resources = state.resources.map(({ instances, ...resource }) => ({
    ...resource,
    instances: blind.includes(resource.name)
      ? instances.filter((instance) => isWhereItWas(instance, places))
      : instances.map((instance) => followed(instance, places)),
  }));
  ws.write(JSON.stringify({ ...state, serial: state.serial + 1, resources }), "terraform.tfstate");
};
